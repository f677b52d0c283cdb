#include <fstream>

#include "catch.hpp"
#include "extract/tokenizer.hpp"
#include "unit/extract/figure_text.hpp"

using namespace tieout;

namespace {

/// The figures that are no dates, as a draft's sentence is read.
std::string sentence_text(const Lexicon& lexicon, const std::string& text) {
    Document document;
    document.text = text;
    document.language = lexicon.language();
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    document.blocks.push_back({all});
    document.sentences.push_back({all, 0});
    std::string line;
    for (const Figure& figure : tokenize(document, lexicon, false).figures) {
        if (figure.kind != Kind::date) line += (line.empty() ? "" : "; ") + figure_text(text, figure);
    }
    return line.empty() ? "-" : line;
}

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
        const std::string text = line.substr(0, tab);
        CHECK((language == Language::en ? sentence_text(**lexicon, text) : figures_text(**lexicon, text)) ==
              line.substr(tab + 1));
        ++rows;
    }
    CHECK(rows > 40);
}

}  // namespace

TEST_CASE("Korean figures are read as the fixtures say") {
    check_file(Language::ko, "figures.tsv");
}

TEST_CASE("English figures are read as the fixtures say") {
    for (const char* file : {"numerals.tsv", "money.tsv", "units.tsv", "hedges.tsv", "not-figures.tsv"})
        check_file(Language::en, file);
}
