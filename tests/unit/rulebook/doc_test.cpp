#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "rulebook/rule_book.hpp"

using namespace tieout;

TEST_CASE("the rule that docs/adding-a-rule.md shows loads") {
    std::ifstream file(TIEOUT_SOURCE_DIR "/docs/adding-a-rule.md");
    std::stringstream page;
    page << file.rdbuf();
    const std::string text = page.str();
    const std::size_t begin = text.find("```json\n");
    REQUIRE(begin != std::string::npos);
    const std::string rule = text.substr(begin + 8, text.find("```", begin + 8) - begin - 8);

    const std::string words = R"({ "words": [ { "class": "change", "sign": "+", "match": "stem", "forms": ["늘었", "rose"] } ] })";
    const auto ko = load_lexicon(Language::ko, {{"w.json", words}});
    const auto en = load_lexicon(Language::en, {{"w.json", words}});
    REQUIRE(ko.ok());
    REQUIRE(en.ok());
    const auto book = load_rules({*ko, *en}, {{"growth-amount.json", rule}});
    INFO((book.ok() ? std::string() : book.error().to_string()));
    CHECK(book.ok());
}
