#include "relate/matcher.hpp"

#include "catch.hpp"
#include "extract/claims.hpp"
#include "extract/tokenizer.hpp"
#include "reader/reader.hpp"
#include "rulebook/pattern_compiler.hpp"
#include "rulebook/rule.hpp"

using namespace tieout;

namespace {

/// The matches of a pattern in a text, "from=100억원 to=150억원; …", over all of its sentences.
std::string matches(std::string_view pattern, std::string_view text, Language language, Format format = Format::text) {
    const Lexicon& lexicon = **built_in_lexicon(language);
    std::vector<Role> roles;
    const auto compiled = compile_pattern(pattern, lexicon, roles);
    if (const auto* error = std::get_if<PatternError>(&compiled)) return "error: " + error->what;
    ReadOptions options;
    options.format = format;
    options.language = language;
    options.date = parse_day("2023-04-17");
    const auto document = read_document(std::string(text), options);
    REQUIRE(document.ok());
    const TokenStream stream = tokenize(*document, lexicon, false);
    const std::vector<Claim> claims = understand(*document, stream);
    Matcher matcher(document->text, stream, claims);
    std::string out;
    for (std::uint32_t sentence = 0; sentence < stream.sentence_count(); ++sentence) {
        matcher.enter(sentence);
        for (const PatternMatch& match : matcher.match(std::get<Pattern>(compiled))) {
            if (!out.empty()) out += "; ";
            for (std::uint8_t i = 0; i < match.count; ++i) {
                if (i > 0) out += ' ';
                out += roles[static_cast<std::size_t>(match.captures[i].role)].name + "=";
                out += stream.tokens[match.captures[i].token].span.of(document->text);
            }
        }
    }
    return out;
}

struct Row {
    std::string pattern, text, expected;
};

void check(const std::vector<Row>& rows, Language language) {
    for (const Row& row : rows) {
        INFO(row.pattern << "  in  " << row.text);
        CHECK(matches(row.pattern, row.text, language) == row.expected);
    }
}

}  // namespace

TEST_CASE("patterns over Korean sentences") {
    check({
              {"{from:money} 에서 {to:money ~from} 로", "값이 3만원에서 4만원으로 올랐다.", "from=3만원 to=4만원"},
              {"{from:money} 에서 {to:money ~from} 로", "값이 3만원에서 4달러로 바뀌었다.", ""},
              {"{from:money} 에서 {to:money !~from} 로", "값이 3만원에서 4달러로 바뀌었다.", "from=3만원 to=4달러"},
              // a short gap stops at another amount, at a word of change and at a metric; a long one does not
              {"{a:money} ..6 {b:percent}", "3만원으로 무려 5% 뛰었다.", "a=3만원 b=5%"},
              {"{a:money} ..6 {b:percent}", "3만원으로 10명 가운데 5%다.", ""},
              {"{a:money} ..6 {b:percent}", "3만원으로 늘었고 5%다.", ""},
              {"{a:money} ..6 {b:percent}", "3만원으로 매출 5%다.", ""},
              {"{a:money} ...6 {b:percent}", "3만원으로 늘었고 5%다.", "a=3만원 b=5%"},
              {"{a:money} ...2 {b:percent}", "3만원으로 늘었고 다시 크게 5%다.", ""},
              // every start counts, the nearest end first
              {"{a:money} ...9 {b:percent}", "3만원과 4만원, 5%와 6%다.", "a=3만원 b=5%; a=4만원 b=5%"},
              {"{a:count} (중|가운데) {b:count ~a}", "10명 중 6명, 9곳 가운데 2곳이다.", "a=10명 b=6명; a=9곳 b=2곳"},
              {"{change:<change>}", "매출은 늘었고 이익은 줄었다.", "change=늘었고; change=줄었다"},
              {"({part:money} \",\"?)+8 등", "3만원, 4만원, 5만원 등이다.", "part=3만원 part=4만원 part=5만원; part=4만원 part=5만원; part=5만원"},
              {"{a:percent #operating-margin}", "영업이익률은 9%, 점유율은 8%다.", "a=9%"},
          },
          Language::ko);
}

TEST_CASE("patterns over English sentences") {
    check({
              {"from {from:money} ..3 to {to:money ~from}", "It rose from $3 million to $4 million.", "from=$3 million to=$4 million"},
              {"from {from:level} to {to:level ~from}", "It rose from 200 bottles to 600.", "from=200 bottles to=600"},
              {"{a:money} \"(\" (about|some)? {b:money !~a} \")\"", "It cost $3 million (£2 million).", "a=$3 million b=£2 million"},
          },
          Language::en);
}

TEST_CASE("a table's row is one sentence, and its column heads can be asked for") {
    const std::string table = "| 회사 | 2022년 매출 | 2023년 매출 | 증감률 |\n| --- | --- | --- | --- |\n| 가람 | 300억원 | 360억원 | 20% |\n";
    CHECK(matches("{from:money} <cell> {to:money ~from} <cell> {by:percent @change-noun}", table, Language::ko, Format::markdown) ==
          "from=300억원 to=360억원 by=20%");
    CHECK(matches("{from:money} ...3 {by:percent}", table, Language::ko, Format::markdown).empty());
}

TEST_CASE("patterns that cannot be meant are refused") {
    for (const std::string pattern : {"", "{a}", "{a:nothing}", "{a:money ~b}", "<no-such-class>", "( {a:money}", "{a:money} )", "{a:money}*", "..", "..99",
                                      "\"open"}) {
        INFO(pattern);
        CHECK(matches(pattern, "3만원", Language::ko).rfind("error: ", 0) == 0);
    }
    std::string deep(1000, '(');
    CHECK(matches(deep, "3만원", Language::ko).rfind("error: ", 0) == 0);
}

TEST_CASE("a long sentence of figures takes linear time") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "3만원 4% ";
    CHECK(matches("{a:money} ...20 {b:percent} ...20 {c:money ~a} 없음", text, Language::ko).empty());
}
