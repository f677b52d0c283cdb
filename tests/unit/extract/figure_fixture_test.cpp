#include <fstream>

#include "catch.hpp"
#include "unit/extract/figure_text.hpp"

using namespace tieout;

namespace {

/// Every row of fixtures/extract/<language>/<file>: a text, a tab and its figures.
void check_file(Language language, const std::string& file) {
    const auto& lexicon = built_in_lexicon(language);
    if (!lexicon.ok()) FAIL(lexicon.error().to_string());
    std::ifstream in(std::string(TIEOUT_SOURCE_DIR) + "/fixtures/extract/" + std::string(to_string(language)) + "/" + file);
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
        INFO(line.substr(0, tab));
        CHECK(figures_text(**lexicon, std::string_view(line).substr(0, tab)) == line.substr(tab + 1));
        ++rows;
    }
    CHECK(rows > 100);
}

}  // namespace

TEST_CASE("Korean figures are read as the fixtures say") { check_file(Language::ko, "figures.tsv"); }

TEST_CASE("English figures are read as the fixtures say") { check_file(Language::en, "figures.tsv"); }
