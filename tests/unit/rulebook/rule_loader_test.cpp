#include "rulebook/rule_loader.hpp"

#include <fstream>
#include <sstream>

#include "catch.hpp"

using namespace tieout;

namespace {

const std::string kRule = R"({
  "id": "sample", "severity": "error",
  "summary": { "ko": "요약", "en": "summary" },
  "bind": { "ko": "{from:money} 에서 {to:money ~from} 로 {change:<change>}", "en": "from {from:money} to {to:money}" },
  "constraint": "to == from",
  "causes": [ "magnitude-slip" ],
  "corrects": "to",
  "message": { "ko": "메시지", "en": "message" },
  "examples": { "ko": [ { "fails": "가" }, { "holds": "나" } ], "en": [ { "fails": "a" }, { "holds": "b" } ] }
})";

std::string with(std::string_view old, std::string_view replacement) {
    std::string text = kRule;
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), replacement);
}

std::string error_of(const std::string& content) {
    const auto rule = load_rule(content, "dir/sample.json");
    return rule.ok() ? "" : rule.error().to_string();
}

}  // namespace

TEST_CASE("a rule file that is in order loads") {
    const auto rule = load_rule(kRule, "dir/sample.json");
    REQUIRE(rule.ok());
    CHECK(rule->roles.size() == 3);
    CHECK(rule->corrects == std::vector<std::int16_t>{1});
    CHECK(rule->patterns[0].size() == 1);
}

TEST_CASE("what is wrong with a rule file is said with its place") {
    struct Row {
        std::string content;
        std::string place;  // line:column, counted by hand in kRule
        std::string what;
    };
    const Row rows[] = {
        {with("\"causes\"", "\"cuases\""), ":6:", "cuases"},
        {with("\"sample\"", "\"other\""), ":2:9", "the id is not the file's name"},
        {with("to == from", "too == from"), ":5:", "too"},
        {with("to == from", "to == from + 25%"), ":5:", "cannot be added"},
        {with("~from", "~form"), ":4:", "form"},
        {with("<change>", "<chnage>"), ":4:", "chnage"},
        {with("magnitude-slip", "magnitude-split"), ":6:", "magnitude-split"},
        {with("magnitude-slip", "wrong-base"), ":6:", "needs the constraint"},
        {with("{ \"holds\": \"b\" }", "{ \"fails\": \"b\" }"), ":9:", "lack one that holds"},
        {with("\"error\"", "\"fatal\""), ":2:", "fatal"},
        {with("from {from:money} to", "from ( {from:money} to"), ":4:", "not closed"},
        {"{", ":1:", ""},
        {std::string(200, '['), ":1:", ""},
    };
    for (const Row& row : rows) {
        const std::string error = error_of(row.content);
        INFO(error);
        CHECK(error.find("dir/sample.json" + row.place) == 0);
        CHECK(error.find(row.what) != std::string::npos);
    }
}

TEST_CASE("the rule that the page on rules shows is one that loads") {
    std::ifstream page(TIEOUT_SOURCE_DIR "/docs/adding-a-rule.md");
    std::stringstream text;
    text << page.rdbuf();
    const std::string all = text.str();
    const std::size_t begin = all.find("```json\n") + 8;
    const std::size_t end = all.find("```", begin);
    REQUIRE(end != std::string::npos);
    const auto rule = load_rule(all.substr(begin, end - begin), "growth-amount.json");
    INFO((rule.ok() ? "" : rule.error().to_string()));
    CHECK(rule.ok());
}
