#include <fstream>

#include "catch.hpp"
#include "unit/extract/figure_text.hpp"

using namespace tieout;

namespace {

/// Every row of fixtures/extract/<language>/<file>: a text, a tab and its figures. The number of rows.
std::size_t check_file(Language language, const std::string& file) {
    const auto& lexicon = built_in_lexicon(language);
    if (!lexicon.ok()) FAIL(lexicon.error().to_string());
    std::ifstream in(std::string(TIEOUT_SOURCE_DIR) + "/fixtures/extract/" + std::string(to_string(language)) + "/" + file);
    INFO(file);
    REQUIRE(in);
    std::string about;
    std::size_t rows = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) continue;
        if (line[0] == '#') {
            about = line;
            continue;
        }
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        INFO(about);
        const std::string_view text = std::string_view(line).substr(0, tab);
        INFO(text);
        CHECK(figures_text(text, figures_of(**lexicon, text)) == line.substr(tab + 1));
        ++rows;
    }
    return rows;
}

}  // namespace

TEST_CASE("Korean figures are read as the fixtures say") {
    std::size_t rows = 0;
    for (const char* file :
         {"numerals.tsv", "money.tsv", "units.tsv", "counts.tsv", "hedges.tsv", "malformed.tsv", "not-figures.tsv"})
        rows += check_file(Language::ko, file);
    CHECK(rows >= 500);
}

TEST_CASE("English figures are read as the fixtures say") {
    std::size_t rows = 0;
    for (const char* file : {"numerals.tsv", "money.tsv", "units.tsv", "hedges.tsv", "malformed.tsv", "not-figures.tsv"})
        rows += check_file(Language::en, file);
    CHECK(rows >= 200);
}
