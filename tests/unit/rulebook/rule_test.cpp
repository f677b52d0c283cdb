#include <algorithm>

#include "catch.hpp"
#include "rulebook/rule_book.hpp"

using namespace tieout;

namespace {

constexpr std::string_view kKo = R"json({ "words": [
    { "class": "change", "sign": "+", "match": "stem", "forms": ["늘었"] },
    { "class": "metric", "id": "revenue", "match": "noun", "forms": ["매출"] },
    { "class": "scope", "id": "domestic", "match": "noun", "forms": ["국내"] },
    { "class": "particle", "match": "suffix", "forms": ["로", "으로"] } ] })json";
constexpr std::string_view kEn = R"json({ "words": [
    { "class": "change", "sign": "+", "match": "word", "forms": ["rose"] },
    { "class": "metric", "id": "revenue", "match": "word", "forms": ["revenue"] } ] })json";

const Lexicons& lexicons() {
    static const Lexicons both = [] {
        const auto ko = load_lexicon(Language::ko, {{"ko.json", kKo}});
        const auto en = load_lexicon(Language::en, {{"en.json", kEn}});
        REQUIRE(ko.ok());
        REQUIRE(en.ok());
        return Lexicons{*ko, *en};
    }();
    return both;
}

/// A small rule that is in order. Rows of the tables below replace one piece of it.
const std::string kRule = R"json({
  // what a rule looks like
  "id": "growth-amount",
  "severity": "error",
  "summary": { "en": "The difference is the stated one.", "ko": "차이가 적힌 값과 같아야 한다." },
  "bind": {
    "ko": [ "{from:level} 에서 {to:level ~from} 로 ..6 {by:money|count} {change:<change>}" ],
    "en": [ "{change:<change>} from {from:level} to {to:level ~from}" ]
  },
  "find": [ { "role": "share", "anchor": "to", "kinds": ["percent"], "metrics": ["revenue"], "same": ["subject", "period"], "sentences": 2 } ],
  "where": "from.metric == to.metric",
  "constraint": [ "to - from == change.sign * by", "share <= 100%" ],
  "causes": [ "magnitude-slip", { "cause": "percent-vs-point", "constraint": "to == from * (1 + share)", "corrects": "share" } ],
  "corrects": [ "by", "to" ],
  "message": { "en": "{from} to {to} is {expected.by}, said {to.source}", "ko": "{from}에서 {to}는 {expected.by}" },
  "examples": {
    "ko": [ { "fails": "매출이 3억원에서 5억원으로 1억원 늘었다.", "figures": ["1억원"], "date": "2023-04-17", "cause": "magnitude-slip", "suggest": "2억원" },
            { "holds": "매출이 3억원에서 5억원으로 2억원 늘었다." } ],
    "en": [ { "fails": "Sales rose from $3 to $5." }, { "holds": "Sales rose." } ]
  }
})json";

std::string with(const std::string& old, const std::string& fresh) {
    std::string out = kRule;
    const std::size_t at = out.find(old);
    REQUIRE(at != std::string::npos);
    return out.replace(at, old.size(), fresh);
}

std::string error_of(const std::string& content, std::string_view name = "rules/growth-amount.json") {
    const auto book = load_rules(lexicons(), {{name, content}});
    return book.ok() ? "" : book.error().to_string();
}

}  // namespace

TEST_CASE("a rule file becomes a rule") {
    const auto book = load_rules(lexicons(), {{"rules/growth-amount.json", kRule}});
    INFO((book.ok() ? std::string() : book.error().to_string()));
    REQUIRE(book.ok());
    const Rule* rule = (*book)->find("growth-amount");
    REQUIRE(rule);
    CHECK_FALSE((*book)->find("growth"));
    CHECK(rule->severity == Severity::error);
    CHECK(rule->summary[1] == "The difference is the stated one.");
    REQUIRE(rule->roles.size() == 5);
    CHECK(rule->roles[3].name == "change");
    CHECK(rule->roles[3].word);
    CHECK(rule->patterns[0].size() == 1);
    REQUIRE(rule->finds.size() == 1);
    CHECK(rule->finds[0].role == rule->role_index("share"));
    CHECK(rule->finds[0].anchor == rule->role_index("to"));
    CHECK(rule->finds[0].same == std::vector<SameKey>{SameKey::subject, SameKey::period});
    CHECK(rule->finds[0].sentences == 2);
    CHECK(rule->constraints.size() == 2);
    CHECK(rule->where.source == "from.metric == to.metric");
    REQUIRE(rule->causes.size() == 2);
    CHECK(rule->causes[0].constraint.empty());
    CHECK(rule->causes[1].corrects == rule->role_index("share"));
    CHECK(rule->corrects == std::vector<std::int16_t>{rule->role_index("by"), rule->role_index("to")});
    REQUIRE(rule->examples[0].size() == 2);
    CHECK(rule->examples[0][0].fails);
    CHECK(rule->examples[0][0].line == 17);
    CHECK(rule->examples[0][0].suggest == "2억원");
    CHECK_FALSE(rule->examples[0][1].fails);
}

TEST_CASE("what is wrong with a rule file is said with its place") {
    struct Row {
        std::string content;
        const char* place;  ///< what stands where the error is
        const char* error;
    };
    const Row rows[] = {
        {"{}", "{", "the key \"id\" is missing"},
        {with("\"severity\"", "\"serverity\""), "\"serverity", "unknown key \"serverity\" (did you mean \"severity\"?)"},
        {with("\"growth-amount\"", "\"growth-amont\""), "\"growth-amont",
         "the id is \"growth-amont\" and the file's name \"growth-amount\" (they must be the same)"},
        {with("\"growth-amount\"", "\"Growth\""), "\"Growth",
         "an id is written in lower-case letters, digits and single hyphens"},
        {with("\"error\"", "\"eror\""), "\"eror", "there is no severity \"eror\" (did you mean \"error\"?)"},
        {with(", \"ko\": \"차이가 적힌 값과 같아야 한다.\"", ""), "{ \"en\": \"The", "the key \"ko\" is missing"},
        {with("차이가 적힌 값과 같아야 한다.", ""), "\"\"", "\"ko\" is empty"},
        {with("\"bind\": {", "\"bind\": { \"de\": [],"), "\"de\"", "unknown key \"de\" (one of ko, en)"},
        {with("{to:level ~from} 로", "{to:leve ~from} 로"), "leve ", "there is no type \"leve\" (did you mean \"level\"?)"},
        {with("[ \"{change:<change>} from {from:level} to {to:level ~from}\" ]", "[]"), "[]", "\"en\" is empty"},
        {with("<change>} from", "<chang>} from"), "chang>",
         "the lexicon has no words of a class \"chang\", so nothing can match (did you mean \"change\"?)"},
        {with("\"anchor\": \"to\"", "\"anchor\": \"two\""), "\"two", "there is no role \"two\" (did you mean \"to\"?)"},
        {with("\"kinds\": [\"percent\"], ", ""), "\"share\"", "the role \"share\" has no type (give its \"kinds\")"},
        {with("[\"percent\"]", "[\"per cent\"]"), "\"per cent", "there is no type \"per cent\" (did you mean \"percent\"?)"},
        {with("[\"revenue\"]", "[\"revnue\"]"), "\"revnue", "no lexicon has the metric \"revnue\" (did you mean \"revenue\"?)"},
        {with("[\"subject\",", "[\"subjects\","), "\"subjects", "claims cannot share \"subjects\" (did you mean \"subject\"?)"},
        {with("\"sentences\": 2", "\"sentences\": -2"), "-2", "a whole number from 0 to 1000 is expected here"},
        {with("\"sentences\": 2", "\"period\": \"basis\""), "\"basis",
         "the period \"basis\" needs \"basis_of\", the role of the change"},
        {with("\"sentences\": 2", "\"period\": \"befor\""), "\"befor",
         "there is no period \"befor\" (one of any, basis, earlier)"},
        {with("from.metric ==", "from.metrc =="), "metrc", "there is no attribute \"metrc\" (did you mean \"metric\"?)"},
        {with("change.sign * by\"", "change.sign * bye\""), "bye", "there is no role \"bye\" (did you mean \"by\"?)"},
        {with("to - from ==", "to - share =="), "- share",
         "percent cannot be subtracted from money or count or quantity or number (a change by a percentage is written from * "
         "(1 + by))"},
        {with("share <= 100%", "share <= by"), "<= by", "percent cannot be compared with money or count"},
        {with("\"share <= 100%\"", "12 "), "12 ", "a string is expected here, not a number (write numbers in quotes)"},
        {with("[ \"magnitude-slip\",", "[ \"magnitude-slp\","), "\"magnitude-slp",
         "there is no cause \"magnitude-slp\" (did you mean \"magnitude-slip\"?)"},
        {with("[ \"magnitude-slip\",", "[ \"typed-on-a-train\","), "\"typed",
         "there is no cause \"typed-on-a-train\" (a cause of your own needs a constraint)"},
        {with("\"corrects\": \"share\"", "\"corrects\": \"shares\""), "\"shares",
         "there is no role \"shares\" (did you mean \"share\"?)"},
        {with("[ \"by\", \"to\" ]", "[ \"change\" ]"), "\"change\" ]", "\"change\" is a word, not a figure"},
        {with("is {expected.by}, said", "is {expected.buy}, said"), "{expected.buy",
         "there is no role \"buy\" (did you mean \"by\"?)"},
        {with("{to.source}", "{to.sauce}"), "{to.sauce", "a message has no \"sauce\" of a role (did you mean \"source\"?)"},
        {with("{to.source}", "{to.source"), "{to.source", "a brace without its other half"},
        {with("\"figures\": [\"1억원\"]", "\"figures\": [\"10억원\"]"), "\"10억원", "\"10억원\" does not stand in the example"},
        {with("2023-04-17", "2023-02-30"), "\"2023-02-30", "\"2023-02-30\" is no day (write it like 2023-04-17)"},
        {with("\"cause\": \"magnitude-slip\", \"suggest\"", "\"cause\": \"wrong-base\", \"suggest\""), "\"wrong-base",
         "the rule has no cause \"wrong-base\" (one of magnitude-slip, percent-vs-point)"},
        {with("{ \"holds\": \"Sales rose.\" }", "{ \"holds\": \"Sales rose.\", \"suggest\": \"fell\" }"), "\"fell",
         "an example that holds has no cause and suggests nothing"},
        {with("{ \"holds\": \"Sales rose.\" }", "{ \"fails\": \"Sales rose.\" }"), "[ { \"fails\": \"Sales",
         "no example holds (each language has at least one of both)"},
        {with("{ \"fails\": \"Sales rose from $3 to $5.\" }, ", ""), "[ { \"holds\": \"Sales",
         "no example fails (each language has at least one of both)"},
        {with("{ \"holds\": \"Sales rose.\" }", "{ \"text\": \"Sales rose.\" }"), "\"text\"",
         "unknown key \"text\" (one of fails, holds, figures, date, cause, suggest)"},
        {with("\"where\"", "\"join\": {}, \"where\""), "{", "a rule has one of \"bind\", \"join\" and \"group\", not 2"},
        {with("\"find\"", "\"roles\": { \"other\": \"money\" }, \"find\""), "\"other\"",
         "nothing binds the role \"other\" (capture it in a pattern, or find it)"},
    };
    for (const Row& row : rows) {
        INFO(row.content);
        const std::size_t at = row.content.find(row.place);
        REQUIRE(at != std::string::npos);
        const std::string before = row.content.substr(0, at);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const std::string in_line = before.substr(before.find_last_of('\n') + 1);
        const auto column = 1 + std::count_if(in_line.begin(), in_line.end(), [](char c) { return (c & 0xC0) != 0x80; });
        CHECK(error_of(row.content) ==
              "rules/growth-amount.json:" + std::to_string(line) + ":" + std::to_string(column) + ": " + row.error);
    }
}

TEST_CASE("joins and groups") {
    const std::string examples =
        R"json("causes": ["swapped-values"], "message": { "en": "{later} after {earlier.period}", "ko": "{later}" },
        "examples": { "ko": [ { "fails": "가" }, { "holds": "나" } ], "en": [ { "fails": "a" }, { "holds": "b" } ] })json";
    const std::string head = R"json("severity": "warning", "summary": { "en": "a", "ko": "가" }, )json";
    const std::string join =
        "{ \"id\": \"order\", " + head +
        R"json("join": { "earlier": { "metrics": "revenue", "period": true }, "later": { "kinds": ["money"], "per": false },
        "same": ["metric", "unit"] }, "where": "earlier.period < later.period and growth_expected(later)", "constraint": "later >= earlier", )json" +
        examples + "}";
    const auto book = load_rules(lexicons(), {{"order.json", join}});
    INFO((book.ok() ? std::string() : book.error().to_string()));
    REQUIRE(book.ok());
    const Rule& rule = (*book)->rules[0];
    REQUIRE(rule.join);
    REQUIRE(rule.join->sides.size() == 2);
    CHECK(rule.join->sides[0].filter.metrics == std::vector<std::string>{"revenue"});
    CHECK(rule.join->sides[0].filter.period == true);
    CHECK(rule.join->sides[1].filter.per == false);
    CHECK(rule.roles[1].kinds == 1);
    CHECK(rule.join->same == std::vector<SameKey>{SameKey::metric, SameKey::unit});

    const std::string group = "{ \"id\": \"agree\", " + head +
                              R"json("group": { "each": "order" }, "constraint": "later / earlier", )json" + examples + "}";
    const auto both = load_rules(lexicons(), {{"agree.json", group}, {"order.json", join}});
    INFO((both.ok() ? std::string() : both.error().to_string()));
    REQUIRE(both.ok());
    REQUIRE((*both)->find("agree"));
    CHECK((*both)->find("agree")->group->each == "order");
    CHECK((*both)->find("agree")->roles.size() == 2);

    const auto error = [&](const std::vector<EmbeddedFile>& files, const RuleBook* base = nullptr) {
        const auto loaded = load_rules(lexicons(), files, base);
        return loaded.ok() ? std::string() : loaded.error().to_string();
    };
    CHECK(error({{"agree.json", group}}) == "agree.json:1:97: there is no rule \"order\"");
    CHECK(error({{"agree.json", group}}, book->get()).empty());
    CHECK(error({{"mine/order.json", join}}, book->get()) ==
          "mine/order.json:1:9: there is a rule \"order\" already (it is in order.json)");
}

TEST_CASE("hostile rule files end in an error") {
    CHECK_FALSE(error_of(std::string(1000000, '[')).empty());
    CHECK_FALSE(error_of(std::string(1000, '\0')).empty());
    CHECK_FALSE(error_of("\xFF\xFE{").empty());
    for (std::size_t length = 0; length < kRule.size(); length += 3) {
        CHECK_FALSE(error_of(kRule.substr(0, length)).empty());
    }
    // A byte turned into another anywhere gives a rule or an error.
    for (std::size_t i = 0; i < kRule.size(); ++i) {
        for (const char c : {'"', '{', '}', '(', '\\', '\x80', '*', '9'}) {
            std::string changed = kRule;
            changed[i] = c;
            (void)error_of(changed);
        }
    }
}

TEST_CASE("the rules that ship with tieout load") {
    const auto& book = built_in_rules();
    INFO((book.ok() ? std::string() : book.error().to_string()));
    CHECK(book.ok());
}
