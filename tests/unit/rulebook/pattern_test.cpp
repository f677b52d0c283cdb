#include "catch.hpp"
#include "rulebook/pattern_compiler.hpp"
#include "rulebook/role_types.hpp"

using namespace tieout;

namespace {

const Lexicon& lexicon() {
    static const auto loaded = load_lexicon(Language::ko, {{"w.json", R"({"words":[
        { "class": "change", "sign": "+", "match": "stem", "forms": ["늘었"] },
        { "class": "change", "sign": "-", "id": "fall", "match": "stem", "forms": ["줄었"] },
        { "class": "metric", "id": "revenue", "match": "noun", "forms": ["매출"] },
        { "class": "particle", "match": "suffix", "forms": ["로", "으로"] }
    ]})"}});
    REQUIRE(loaded.ok());
    return **loaded;
}

std::string error_of(const std::string& source) {
    std::vector<Role> roles;
    Pattern pattern;
    const auto error = compile_pattern(source, lexicon(), roles, pattern);
    return error ? std::to_string(error->at) + ": " + error->what + (error->hint.empty() ? "" : " (" + error->hint + ")") : "";
}

}  // namespace

TEST_CASE("patterns that say nothing, or cannot match, are errors at their place") {
    struct Row {
        std::string source;
        const char* error;
    };
    const Row rows[] = {
        {"", "0: something to match is expected here"},
        {"{a:money", "1: this '{' is never closed"},
        {"{a:mony}", "3: there is no type \"mony\" (did you mean \"money\"?)"},
        {"{a}", "2: a type is expected here ({from:money}, {change:<change>} or, without a role, {:percent})"},
        {"{a-b:money}", "1: a role is named in letters, digits and '_'"},
        {"{a:money ~b}", "10: no figure \"b\" is captured before this (one of a)"},
        {"{from:money} {b:money ~form}", "23: no figure \"form\" is captured before this (did you mean \"from\"?)"},
        {"{a:<change>} {b:money ~a}", "23: no figure \"a\" is captured before this (one of b)"},
        {"{a:money %}", "9: a condition or '}' is expected here (~role, !~role, @class or #metric)"},
        {"{a:money #reveneu}", "10: no word of the class metric has the id \"reveneu\" (did you mean \"revenue\"?)"},
        {"{a:<chnage>}", "4: the lexicon has no words of a class \"chnage\", so nothing can match (did you mean \"change\"?)"},
        {"{a:money} <scope>",
         "11: the lexicon has no words of a class \"scope\", so nothing can match (one of sentence, cell, particle, metric, "
         "change)"},
        {"{a:money} <change:rise>", "18: no word of the class change has the id \"rise\" (one of fall, 늘었)"},
        {"{a:money} <change", "17: '>' is expected here"},
        {"{a:money} )", "10: nothing opens this ')'"},
        {"( {a:money}", "0: this '(' is never closed (a sign '(' is written \"(\")"},
        {"( {a:money} | )", "14: something to match is expected here"},
        {"{a:money} ..", "12: how many at most is expected here, from 1 to 60 (..6, *8 or +8)"},
        {"{a:money} ..99 로", "12: how many at most is expected here, from 1 to 60 (..6, *8 or +8)"},
        {"{a:money}* 로", "10: how many at most is expected here, from 1 to 24 (..6, *8 or +8)"},
        {"..3 {a:money}", "0: a gap at the start skips what nothing has matched yet (leave it out)"},
        {"{a:money} (로 | 와 ..3)", "0: a gap at the end matches nothing (leave it out)"},
        {"{a:money}?", "0: this pattern would match where nothing stands (make a part of it mandatory)"},
        {"로 {a:money}?", "0: this pattern need not capture any role ({role:type})"},
        {"{a:money} {a:<change>}", "11: \"a\" is a word in one pattern and a figure in another"},
        {"? {a:money}", "0: '?' cannot stand here (a sign is written in quotes)"},
        {"{a:money} \"로", "10: text and a closing quote are expected here"},
        {"{a:money} \\", "10: a sign is expected after the backslash"},
        {"{a:money} ..3+4 로", "13: a gap or a sentence border cannot be repeated"},
        {"{a:money} ((((로 ..60)*24)*24)*24)*24 로",
         "0: this pattern has more than 4000 states (shorten its gaps and repetitions)"},
        {"{a:money} <sentence> (<sentence> 로)*24", "0: this pattern spans more than 6 sentences"},
    };
    for (const Row& row : rows) {
        INFO(row.source);
        const std::string error = error_of(row.source);
        CHECK(error == row.error);
    }
    CHECK(error_of(std::string(100000, '(')).find("nests too deep") != std::string::npos);
    CHECK(error_of(std::string(100000, '{')).find("a type is expected") != std::string::npos);
    std::string words = "{a:money}";
    for (int i = 0; i < 100000; ++i) words += " 로";
    CHECK(error_of(words).find("too long") != std::string::npos);
}

TEST_CASE("a pattern knows what every match of it has") {
    std::vector<Role> roles;
    Pattern pattern;
    REQUIRE_FALSE(compile_pattern(
        "<metric>? {from:level} ..4 {to:money ~from} 로 ( {by:percent} <change> | <change> {by:percent} ) <sentence> 로",
        lexicon(), roles, pattern));
    CHECK(pattern.needs == mask(WordClass::change));
    CHECK(pattern.needs_kinds == (kind_bit(Kind::money) | kind_bit(Kind::percent)));
    CHECK(pattern.needs_figures == 3);
    CHECK(pattern.sentences == 2);
    CHECK(pattern.first_classes == mask(WordClass::metric));
    CHECK(pattern.first_kinds == *kinds_of("level"));
    CHECK_FALSE(pattern.first_other);
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].name == "from");
    CHECK(roles[0].kinds == *kinds_of("level"));
    CHECK_FALSE(roles[2].list);
    CHECK(pattern.referred == std::vector<std::int16_t>{0});
}

TEST_CASE("roles that one way captures twice are lists") {
    std::vector<Role> roles;
    Pattern pattern;
    REQUIRE_FALSE(
        compile_pattern("( {part:money} \",\"? )+8 {total:money} | {total:money} {part:money}", lexicon(), roles, pattern));
    CHECK(roles[0].list);
    CHECK_FALSE(roles[1].list);
    roles.clear();
    REQUIRE_FALSE(compile_pattern("{a:money} {a:money} {b:money}? {c:<change>}", lexicon(), roles, pattern));
    CHECK(roles[0].list);
    CHECK_FALSE(roles[1].list);
    CHECK(roles[2].word);
}
