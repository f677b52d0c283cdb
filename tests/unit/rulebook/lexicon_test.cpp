#include "rulebook/lexicon.hpp"
#include "catch.hpp"

using namespace tieout;

namespace {

constexpr std::string_view kWords = R"({
  // a few of each kind
  "units": [
    { "code": "USD", "dimension": "money", "ambiguous": true },
    { "code": "KRW", "dimension": "money" },
    { "code": "[degF]", "dimension": "temperature", "factor": "5/9", "offset": "459.67" }
  ],
  "words": [
    { "class": "change", "sign": "+", "match": "stem", "forms": ["늘었", "늘어"] },
    { "class": "change", "sign": "-", "match": "word", "forms": ["fell", "Fell Off"] },
    { "class": "metric", "id": "revenue", "match": "noun", "forms": ["매출", "매출액"] },
    { "class": "metric", "id": "market-size", "match": "word", "forms": ["시장 규모"] },
    { "class": "scale", "value": "10000", "match": "suffix", "forms": ["만"] },
    { "class": "currency", "unit": "KRW", "match": "suffix", "forms": ["원"] },
    { "class": "currency_before", "unit": "USD", "match": "anywhere", "forms": ["$", "US$"] },
    { "class": "counter", "match": "suffix", "forms": ["명", "대"] },
    { "class": "counter", "unit": "people", "match": "word", "forms": ["people", "persons"] },
    { "class": "particle", "match": "suffix", "forms": ["로", "으로"] },
    { "class": "particle", "match": "suffix", "forms": ["는", "은"] },
    { "class": "particle", "match": "suffix", "forms": ["만"] },
    { "class": "particle", "match": "suffix", "forms": ["에서"] },
    { "class": "period", "id": "this-year", "match": "word", "forms": ["올해", "this year", "this year's"] },
    { "class": "rank-word", "match": "word", "forms": ["1위"] },
    { "class": "stop", "match": "word", "forms": ["원가"] }
  ]
})";

std::shared_ptr<const Lexicon> lexicon() {
    static const auto loaded = load_lexicon(Language::ko, {{"words.json", kWords}});
    REQUIRE(loaded.ok());
    return *loaded;
}

/// "form" of the longest match at the text's start; "" for none.
std::string match(std::string_view text, ClassMask classes = ~ClassMask{0}) {
    const auto found = lexicon()->longest(text, 0, text.size(), classes);
    return found ? std::string(text.substr(0, found.length)) : "";
}

std::string load_error(std::string_view content) {
    const auto loaded = load_lexicon(Language::ko, {{"w.json", content}});
    return loaded.ok() ? "" : loaded.error().to_string();
}

}  // namespace

TEST_CASE("the longest form whose mode allows what follows is taken") {
    struct Row {
        const char* text;
        const char* taken;
    };
    const Row rows[] = {
        {"매출액은", "매출액"},
        {"매출이", "매출"},
        {"매", ""},
        {"늘었다고", "늘었"},
        {"늘다", ""},
        {"원가를", "원"},            // 를 is no particle of this lexicon, so the stop word does not end
        {"원가는 올랐다", "원가"},   // 는 is one
        {"원가는커녕", "원"},        // … and must end its run
        {"원가에서만은", "원가"},    // particles may follow each other
        {"원가에서만은로는", "원"},  // … three at most
        {"으로", "으로"},
        {"으로서", ""},
        {"로\n", "로"},
        {"올해는", "올해"},
        {"올해", "올해"},
        {"올해초", ""},
        {"시장 규모", "시장 규모"},
        {"시장    규모는", "시장    규모"},  // up to four blanks
        {"시장     규모는", ""},
        {"시장\xC2\xA0규모", "시장\xC2\xA0규모"},
        {"시장규모", ""},
        {"US$5", "US$"},
        {"us$5", "us$"},
        {"$", "$"},
        {"FELL OFF a", "FELL OFF"},
        {"fell offshore", "fell"},
        {"fell", "fell"},
        {"felled", ""},
        {"fellé", ""},
        {"this year’s", "this year’s"},
        {"THIS YEAR.", "THIS YEAR"},
        {"1위는", "1위"},
        {"1위권", ""},
        {"\xFF\xFE", ""},
        {"\xEB\xA7", ""},
        {"", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(match(row.text) == row.taken);
    }
}

TEST_CASE("only the classes asked for match, and a shorter form does where the longer one has another class") {
    CHECK(match("만", mask(WordClass::scale)) == "만");
    CHECK(match("만5000", mask(WordClass::particle)) == "만");
    CHECK(match("만나", mask(WordClass::particle)).empty());
    CHECK(match("만나", mask(WordClass::scale)) == "만");
    CHECK(match("원가는", mask(WordClass::currency)) == "원");
    CHECK(match("매출", mask(WordClass::scale)).empty());
    CHECK(match("매출", 0).empty());
}

TEST_CASE("a match ends at or before the end that is given") {
    const std::string_view text = "매출액은";
    CHECK(lexicon()->longest(text, 0, 6, ~ClassMask{0}).length == 6);
    CHECK(lexicon()->longest(text, 0, 8, ~ClassMask{0}).length == 6);
    CHECK_FALSE(lexicon()->longest(text, 0, 5, ~ClassMask{0}));
    CHECK_FALSE(lexicon()->longest(text, 0, 0, ~ClassMask{0}));
    CHECK_FALSE(lexicon()->longest(text, 12, 12, ~ClassMask{0}));
    CHECK_FALSE(lexicon()->longest("시장 ", 0, 7, ~ClassMask{0}));
    CHECK(lexicon()->longest("올해초", 0, 6, ~ClassMask{0}).length == 6);
}

TEST_CASE("entries carry all their meanings") {
    const Entry* ten_thousand = lexicon()->longest("만", 0, 3, ~ClassMask{0}).entry;
    REQUIRE(ten_thousand->sense(WordClass::scale));
    CHECK(ten_thousand->sense(WordClass::scale)->value == Rational(10000));
    REQUIRE(ten_thousand->sense(WordClass::particle));
    CHECK(ten_thousand->sense(WordClass::particle)->id == "만");
    CHECK_FALSE(ten_thousand->sense(WordClass::unit));
    CHECK(lexicon()->longest("으로", 0, 6, ~ClassMask{0}).entry->sense(WordClass::particle)->id == "로");
    CHECK(lexicon()->longest("늘어", 0, 6, ~ClassMask{0}).entry->sense(WordClass::change)->sign == 1);
    const Unit* won = lexicon()->longest("원", 0, 3, ~ClassMask{0}).entry->sense(WordClass::currency)->unit;
    CHECK(won == lexicon()->unit("KRW"));
    CHECK(won->code == "KRW");
}

TEST_CASE("counters make units: one a form, or the one they name") {
    const auto unit = [](std::string_view form) {
        return lexicon()->longest(form, 0, form.size(), mask(WordClass::counter)).entry->sense(WordClass::counter)->unit;
    };
    CHECK(unit("명")->code == "명");
    CHECK(unit("대")->code == "대");
    CHECK(unit("people") == unit("persons"));
    CHECK(unit("persons")->code == "people");
    CHECK(unit("명")->dimension == Dimension::count);
    CHECK(lexicon()->unit("명") == unit("명"));
    CHECK(lexicon()->unit("[degF]")->factor == Rational(5) / Rational(9));
    CHECK(lexicon()->unit("USD")->ambiguous);
    CHECK_FALSE(lexicon()->unit("XYZ"));
}

TEST_CASE("classes that files name get numbers of their own") {
    REQUIRE(lexicon()->find_class("rank-word"));
    CHECK(*lexicon()->find_class("rank-word") == WordClass::first_free);
    CHECK(lexicon()->find_class("currency-before") == WordClass::currency_before);
    CHECK(lexicon()->class_name(WordClass::first_free) == "rank_word");
    CHECK(lexicon()->class_name(WordClass::stop) == "stop");
    CHECK_FALSE(lexicon()->find_class("nothing"));
}

TEST_CASE("lexicon errors say where and what") {
    struct Row {
        const char* content;
        const char* error;
    };
    const Row rows[] = {
        {"", "w.json:1:1: the file ends where a value is expected"},
        {"[]", "w.json:1:1: an object is expected here, not an array"},
        {"{\"word\": []}", "w.json:1:2: unknown key \"word\" (did you mean \"words\"?)"},
        {"{\n  \"words\": [\n    { \"class\": \"metric\", \"forms\": [\"매출\"] }\n] }",
         "w.json:3:5: the key \"id\" is missing"},
        {"{\"words\": [{\"class\":\"change\",\"forms\":[\"늘\"],\"mach\":\"stem\"}]}",
         "w.json:1:44: unknown key \"mach\" (did you mean \"match\"?)"},
        {"{\"words\": [{\"class\":\"change\",\"forms\":[\"늘\"],\"match\":\"steam\"}]}",
         "w.json:1:52: there is no match mode \"steam\" (did you mean \"stem\"?)"},
        {"{\"words\": [{\"class\":\"scale\",\"value\":10,\"forms\":[\"십\"]}]}",
         "w.json:1:37: a string is expected here, not a number (write numbers in quotes)"},
        {"{\"words\": [{\"class\":\"scale\",\"value\":\"ten\",\"forms\":[\"십\"]}]}",
         "w.json:1:37: \"ten\" is not a number (write it like \"12\", \"0.25\", \"1e6\" or \"3/4\")"},
        {"{\"words\": [{\"class\":\"currency\",\"unit\":\"KWR\",\"forms\":[\"원\"]}], "
         "\"units\":[{\"code\":\"KRW\",\"dimension\":\"money\"}]}",
         "w.json:1:39: there is no unit \"KWR\" (one of KRW)"},
        {"{\"units\":[{\"code\":\"KRW\",\"dimension\":\"moeny\"}]}",
         "w.json:1:37: there is no dimension \"moeny\" (did you mean \"money\"?)"},
        {"{\"units\":[{\"code\":\"a\",\"dimension\":\"mass\",\"factor\":\"0\"}]}", "w.json:1:51: a factor is above zero"},
        {"{\"words\": [{\"class\":\"stop\",\"forms\":[\"가\", \"나\", \"가\"]}]}",
         "w.json:1:47: \"가\" stands twice in the class stop (first in w.json)"},
        {"{\"words\": [{\"class\":\"stop\",\"forms\":[\"a  b\"]}]}",
         "w.json:1:37: a form has no blank at its ends and single ones inside"},
        {"{\"words\": [{\"class\":\"stop\",\"forms\":[\"\"]}]}", "w.json:1:37: a form has 1 to 60 letters"},
        {"{\"words\": [{\"class\":\"stop\",\"forms\":[]}]}", "w.json:1:36: \"forms\" is empty"},
        {"{\"words\": [{\"class\":\"Stop it\",\"forms\":[\"a\"]}]}",
         "w.json:1:21: a class is named in lower-case letters, digits and hyphens"},
        {"{\"opposites\": [[\"a\"]]}", "w.json:1:16: a pair of opposites has two forms"},
        {"{\"opposites\": [[\"a\",\"b\"]]}", "w.json:1:16: no word has the form \"a\""},
    };
    for (const Row& row : rows) {
        INFO(row.content);
        CHECK(load_error(row.content) == row.error);
    }
}

TEST_CASE("opposites are of the form they stand beside, and the first pair counts") {
    const auto loaded = load_lexicon(
        Language::en,
        {{"w.json",
          R"({ "words": [ { "class": "change", "sign": "+", "forms": ["rose", "up"] } ], "opposites": [["rose", "fell"], ["rose", "sank"]] })"}});
    REQUIRE(loaded.ok());
    for (const Entry& entry : (*loaded)->entries()) CHECK(entry.opposite == (entry.form == "rose" ? "fell" : ""));
}

TEST_CASE("at most 64 classes") {
    std::string content = "{\"words\":[";
    for (int i = 0; i < 41; ++i)
        content += std::string(i ? "," : "") + "{\"class\":\"c" + std::to_string(i) + "\",\"forms\":[\"a\"]}";
    content += "]}";
    CHECK(load_error(content).find("there are 64 word classes already") != std::string::npos);
}

TEST_CASE("the lexicon that ships with tieout loads") {
    for (const Language language : {Language::ko, Language::en}) {
        const auto& loaded = built_in_lexicon(language);
        INFO((loaded.ok() ? std::string() : loaded.error().to_string()));
        CHECK(loaded.ok());
    }
}
