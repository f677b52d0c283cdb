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
    const std::vector<Claim> claims = understand(*document, stream, lexicon);
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
    check(
        {
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
            {"({part:money} \",\"?)+8 등", "3만원, 4만원, 5만원 등이다.",
             "part=3만원 part=4만원 part=5만원; part=4만원 part=5만원; part=5만원"},
            {"{a:percent #operating-margin}", "영업이익률은 9%, 점유율은 8%다.", "a=9%"},
            // a gap can bar words, endings, classes and figures
            {"{a:money} ...6!(다시) {b:percent}", "3만원으로 다시 5%다.", ""},
            {"{a:money} ...6!(*켜) {b:percent}", "3만원으로 불켜 5%다.", ""},
            {"{a:money} ...6!(<change>) {b:percent}", "3만원으로 늘었고 5%다.", ""},
            {"{a:money} ...6!({count}) {b:percent}", "3만원으로 10명 가운데 5%다.", ""},
            {"{a:money} ...6!(끝 <metric> {date}) {b:percent}", "3만원으로 10명 가운데 5%다.", "a=3만원 b=5%"},
            // what a figure must be
            {"{a:any range}", "3만~4만원과 5만원, 2021~2023년과 2024년이다.", "a=3만~4만원; a=2021~2023년"},
            {"{a:any reversed}", "4만~3만원과 3만~4만원, 2023~2021년이다.", "a=4만~3만원; a=2023~2021년"},
            {"{a:any hedged}", "3만원 이상, 5만원, 약 7명이다.", "a=3만원 이상; a=약 7명"},
            {"{a:any malformed}", "13,5000원과 2월 30일, 5만원이다.", "a=13,5000원; a=2월 30일"},
            {"{a:date dated}", "2021년 3월과 5월이다.", "a=2021년 3월"},
            {"{a:number scaled}", "30억 규모와 30 규모", "a=30억"},
            {"{a:any ^약}", "약 7명과 8명이다.", "a=약 7명"},
            {"{a:any *주년}", "7위와 8주년이다.", "a=8주년"},
            // names in a list, as few words to each as will do
            {"{n:count} \"(\" {name:word} (<word>)*4? (\",\" {name:word} (<word>)*4?)+8 \")\"", "두 곳(서울 구로, 부산)이다.",
             "n=두 곳 name=서울 name=부산"},
            {"{n:count} \"(\" {name:word} (<word>)*4? (\",\" {name:word} (<word>)*4?)+8 \")\"", "열 곳(서울, 부산 등)이다.",
             ""},
        },
        Language::ko);
}

TEST_CASE("patterns over English sentences") {
    check(
        {
            {"from {from:money} ..3 to {to:money ~from}", "It rose from $3 million to $4 million.",
             "from=$3 million to=$4 million"},
            {"from {from:level} to {to:level ~from}", "It rose from 200 bottles to 600.", "from=200 bottles to=600"},
            {"{a:money} \"(\" (about|some)? {b:money !~a} \")\"", "It cost $3 million (£2 million).",
             "a=$3 million b=£2 million"},
        },
        Language::en);
}

TEST_CASE("a table's row is one sentence, and its column heads can be asked for") {
    const std::string table =
        "| 회사 | 2022년 매출 | 2023년 매출 | 증감률 |\n| --- | --- | --- | --- |\n| 가람 | 300억원 | 360억원 | 20% |\n";
    CHECK(matches("{from:money} <cell> {to:money ~from} <cell> {by:percent @change-noun}", table, Language::ko,
                  Format::markdown) == "from=300억원 to=360억원 by=20%");
    CHECK(matches("{from:money} ...3 {by:percent}", table, Language::ko, Format::markdown).empty());
}

TEST_CASE("patterns that cannot be meant are refused") {
    for (const std::string pattern :
         {"", "{a}", "{a:nothing}", "{a:money ~b}", "<no-such-class>", "( {a:money}", "{a:money} )", "{a:money}*", "..", "..99",
          "..6!", "..6!(<no-such-class>)", "{a:any no-such-form}", "\"open"}) {
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
