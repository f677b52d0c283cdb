// What a newsroom writes: rules with their patterns and expressions, the configuration, a baseline, rates.
#include "invariants.hpp"
#include "policy/baseline.hpp"
#include "policy/config.hpp"
#include "policy/facts_file.hpp"
#include "registry.hpp"
#include "rulebook/expression_parser.hpp"
#include "rulebook/pattern_compiler.hpp"
#include "rulebook/role_types.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout::fuzz {
namespace {

template <class T>
void require_error_sound(const Result<T>& result, std::string_view text) {
    if (!result) require_sound(result.error(), text);
}

/// A rule that loads must also run.
const Registered kRule("rule", [](std::string_view input) {
    const std::vector<EmbeddedFile> files = {{"rules/checks/mine.json", input}};
    const auto rules = load_rules(files, settings().rules.get());
    require_error_sound(rules, input);
    if (!rules) return;
    Settings with_rule = settings();
    with_rule.rules = *rules;
    for (const char* draft : {"매출은 3조원으로 지난해 2조원보다 50% 늘었다. 이 가운데 1조원은 수출이다.",
                              "Sales rose 50% to $3 billion from $2 billion. Of that, $1 billion, or 30%, was exported."}) {
        const auto document = read_document(draft, read_options("draft.txt"));
        require(document.ok(), "a plain draft can be read");
        require_sound(check_document(*document, with_rule));
    }
});

const std::vector<Role>& roles() {
    static const std::vector<Role> all = {{"from", *kinds_of("level"), false, false},
                                          {"to", *kinds_of("level"), false, false},
                                          {"price", *kinds_of("money"), false, false},
                                          {"by", *kinds_of("percent"), false, false},
                                          {"diff", *kinds_of("point"), false, false},
                                          {"times", *kinds_of("multiple"), false, false},
                                          {"cars", *kinds_of("count"), false, false},
                                          {"day", *kinds_of("date"), false, false},
                                          {"span", *kinds_of("duration"), false, false},
                                          {"part", *kinds_of("money"), true, false},
                                          {"change", 0, false, true}};
    return all;
}

const Registered kExpression("expression", [](std::string_view input) {
    for (const Wanted wanted : {Wanted::truth, Wanted::value}) {
        Expression expression;
        const auto error = parse_expression(input, roles(), wanted, expression);
        if (error) {
            require(error->at <= input.size() && !error->what.empty(), "an error's place");
            continue;
        }
        require(!expression.empty(), "an expression has a root");
        for (std::size_t i = 0; i < expression.nodes.size(); ++i) {
            const auto& node = expression.nodes[i];
            require(node.left < static_cast<int>(i) && node.right < static_cast<int>(i), "children precede their parents");
            require(node.role < static_cast<int>(roles().size()), "a role is one of the rule's");
        }
    }
});

const Registered kPattern("pattern", [](std::string_view input) {
    for (const Language language : {Language::ko, Language::en}) {
        const auto& lexicon = built_in_lexicon(language);
        require(lexicon.ok(), "the lexicon that ships can be loaded");
        std::vector<Role> found;
        const auto pattern = compile_pattern(input, **lexicon, found);
        if (const auto* error = std::get_if<PatternError>(&pattern))
            require(error->offset <= input.size() && !error->what.empty(), "an error's place");
    }
});

const Registered kConfig("config", [](std::string_view input) {
    const auto config = read_config(input, "desk/.tieout.json");
    require_error_sound(config, input);
    if (config) {
        for (const char* path : {"desk/a.md", "desk/archive/2024/b.txt", "/elsewhere/c.html", ""}) is_ignored(*config, path);
    }
    require_error_sound(Baseline::read(input, "baseline.json"), input);
});

/// Facts that load must also be held against drafts.
const Registered kFacts("facts", [](std::string_view input) {
    auto facts = read_facts(input, "desk/facts.json");
    require_error_sound(facts, input);
    if (!facts) return;
    Settings with_facts = settings();
    with_facts.facts = std::make_shared<const Facts>(std::move(*facts));
    for (const char* draft :
         {"한빛전자는 지난해 매출 320조원, 영업이익 43조원을 올렸다. 한빛전자의 2022년 4분기 매출은 70조원이었다.",
          "Hanbit Electronics reported revenue of $238 billion in 2022. Its margin was 12% last year."}) {
        ReadOptions options = read_options("draft.txt");
        options.date = parse_day("2023-04-17");
        const auto document = read_document(draft, options);
        require(document.ok(), "a plain draft can be read");
        require_sound(check_document(*document, with_facts));
    }
});

const Registered kRates("rates", [](std::string_view input) {
    const auto table = RateTable::from_ecb(input, "eurofxref-hist.csv");
    require_error_sound(table, input);
    if (!table) return;
    for (const char* day : {"1999-01-04", "2016-02-29", "2024-05-17"}) {
        for (const char* currency : {"USD", "KRW", "JPY"}) {
            for (const auto& quote : {table->at("EUR", currency, *parse_day(day)), table->at(currency, "USD", *parse_day(day)),
                                      table->during(currency, "EUR", day_period(*parse_day(day))),
                                      table->over_years(currency, "EUR", *parse_day(day), 5)})
                require(!quote || quote->range.contains(quote->rate), "a rate lies in its range");
        }
    }
});

}  // namespace
}  // namespace tieout::fuzz
