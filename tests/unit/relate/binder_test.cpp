#include "relate/binder.hpp"

#include "catch.hpp"
#include "extract/claims.hpp"
#include "extract/tokenizer.hpp"
#include "reader/reader.hpp"
#include "rulebook/rulebook.hpp"

using namespace tieout;

namespace {

/// A rule that binds as `binding` says; what else a rule file needs is filled in.
std::string rule_of(std::string_view binding) {
    return R"json({ "id": "sample", "severity": "error", "summary": { "ko": "가", "en": "a" }, )json" + std::string(binding) +
           R"json(, "message": { "ko": "가", "en": "a" }, "examples": { "ko": [ { "fails": "가" }, { "holds": "나" } ],
               "en": [ { "fails": "a" }, { "holds": "b" } ] } })json";
}

/// What is bound in a draft, "from=3 to=4; …".
std::string bound(std::string_view binding, std::string_view text, Language language) {
    const std::string file = rule_of(binding);
    const auto book = load_rules({{"sample.json", file}}, nullptr);
    if (!book.ok()) return book.error().to_string();
    const Rule& rule = (*book)->rules().front();
    ReadOptions options;
    options.format = Format::markdown;
    options.language = language;
    options.date = parse_day("2023-11-20");
    const auto document = read_document(std::string(text), options);
    REQUIRE(document.ok());
    const TokenStream stream = tokenize(*document, **built_in_lexicon(language), false);
    const std::vector<Claim> claims = understand(*document, stream, **built_in_lexicon(language));
    std::string out;
    for (const Relation& relation : bind_rules(*document, stream, claims, **book)) {
        std::string one;
        for (std::size_t role = 0; role < relation.bindings.size(); ++role) {
            const Relation::Binding& binding_of_role = relation.bindings[role];
            std::string words;
            for (const std::uint32_t claim : binding_of_role.claims) {
                (words += words.empty() ? "" : "+") += claims[claim].figure.core.of(document->text);
            }
            if (binding_of_role.word) words = stream.tokens[binding_of_role.token].span.of(document->text);
            if (!words.empty()) (one += one.empty() ? "" : " ") += rule.roles[role].name + "=" + words;
        }
        (out += out.empty() ? "" : "; ") += one;
    }
    return out;
}

}  // namespace

TEST_CASE("patterns run down the columns of a table") {
    const std::string rule =
        R"json("columns": { "en": "{part:level} ( ..2 <cell> ..6 {part:level ~part} )+18 ..2 <cell> <total-label> {total:level ~part}" },
                                "constraint": "total == sum(part)")json";
    CHECK(bound(rule,
                "| Line | Riders | Staff |\n| --- | --- | --- |\n| Red | 10 | 1 |\n| Blue | 20 | 2 |\n| Total | 30 | 3 |\n",
                Language::en) == "part=10+20 total=30; part=1+2 total=3");
    CHECK(bound(rule, "| Line | Riders |\n| --- | --- |\n| Red | 10 |\n\n| Line | Riders |\n| --- | --- |\n| Total | 30 |\n",
                Language::en) == "");
    CHECK(bound(rule, "Red 10, Blue 20, Total 30", Language::en) == "");
    // A short row, an empty cell.
    CHECK(bound(rule, "| Line | Riders |\n| --- | --- |\n| Red | 10 |\n| Blue |\n| Green | |\n| Total | 30 |\n",
                Language::en) == "");
}

TEST_CASE("a word silences a rule within so many sentences") {
    const std::string pattern =
        R"json("bind": { "ko": "{a:money} 에서 {b:money}" }, "constraint": "a == b", "unless": [ { "words": "change", "sentences": )json";
    const std::string text = "값이 3원에서 4원이다. 그렇다. 크게 늘었다.";
    CHECK(bound(pattern + "0 } ]", text, Language::ko) == "a=3원 b=4원");
    CHECK(bound(pattern + "1 } ]", text, Language::ko) == "a=3원 b=4원");
    CHECK(bound(pattern + "2 } ]", text, Language::ko) == "");
    CHECK(bound(pattern + "0 } ]", "값이 늘어 3원에서 4원이다.", Language::ko) == "");
}

TEST_CASE("patterns run over neighbouring sentences of a paragraph only where they say so") {
    const std::string rule = R"json("bind": { "en": "{a:money} ...4 {b:money}" }, "constraint": "a == b")json";
    CHECK(bound(rule, "It has $3. It had $4.", Language::en) == "");
    CHECK(bound(R"json("across": 2, )json" + rule, "It has $3. It had $4.", Language::en) == "a=$3 b=$4");
    CHECK(bound(R"json("across": 2, )json" + rule, "It has $3.\n\nIt had $4.", Language::en) == "");
}

TEST_CASE("a word is looked up before its figure, then behind it") {
    const std::string rule =
        R"json("bind": { "en": "{a:money} now" }, "find": [ { "role": "verb", "anchor": "a", "words": "change", "sentences": 1 } ],
                                "constraint": "a * verb.sign >= 0")json";
    CHECK(bound(rule, "Costs fell. It has $3 now and rose.", Language::en) == "a=$3 verb=fell");
    CHECK(bound(rule, "Costs fell. That is so. It has $3 now and rose.", Language::en) == "a=$3 verb=rose");
    CHECK(bound(rule, "Costs fell. That is so. It has $3 now.", Language::en) == "a=$3");
}

TEST_CASE("figures whose periods make up another's are its parts") {
    const std::string rule = R"json("bind": { "ko": "모두 {total:money}" },
                                "find": [ { "role": "part", "anchor": "total", "kinds": "level", "same": ["metric", "unit"], "period": "parts", "sentences": 3 } ],
                                "constraint": "total == sum(part)")json";
    CHECK(bound(rule, "2022년 1분기 매출은 3억원, 2022년 2분기 매출은 4억원이다. 2022년 상반기 매출은 모두 7억원이다.",
                Language::ko) == "total=7억원 part=3억원+4억원");
    CHECK(bound(rule, "2022년 1분기 매출은 3억원, 2022년 3분기 매출은 4억원이다. 2022년 상반기 매출은 모두 7억원이다.",
                Language::ko) == "total=7억원");
    CHECK(bound(rule,
                "2022년 1분기 매출은 3억원, 2022년 1분기 매출은 5억원, 2022년 2분기 매출은 4억원이다. 2022년 상반기 매출은 "
                "모두 7억원이다.",
                Language::ko) == "total=7억원");
}

TEST_CASE("what a rule file says of its bindings is checked") {
    CHECK(bound(R"json("bind": { "en": "{a:money}" }, "unless": [ { "words": "chnage" } ], "constraint": "a == a")json", "a",
                Language::en)
              .find("chnage") != std::string::npos);
    CHECK(bound(R"json("across": 9, "bind": { "en": "{a:money}" }, "constraint": "a == a")json", "a", Language::en)
              .find("from 1 to 3") != std::string::npos);
}

TEST_CASE("every pattern a sentence may match is tried, in the order of the rules") {
    const std::string rule =
        R"json("bind": { "en": [ "<change> ..3 {part:level} ..3 {total:level ~part}", "{part:level} ..3 {total:level ~part}" ] },
                                "constraint": "part <= total")json";
    // The first blames what the second would; without a word of change only the second may match, with one figure none.
    CHECK(bound(rule, "It rose from 3 million to 5 million.", Language::en) == "part=3 million total=5 million");
    CHECK(bound(rule, "It has 3 million of 5 million.", Language::en) == "part=3 million total=5 million");
    CHECK(bound(rule, "It has 3 million of them.", Language::en) == "");
}
