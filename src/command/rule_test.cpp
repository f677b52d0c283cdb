#include "command/rule_test.hpp"

#include <algorithm>

#include "policy/facts_file.hpp"
#include "reader/reader.hpp"

namespace tieout {
namespace {

/// Without blanks and commas: "13조 원" and "13조원" are one correction.
std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != ',') out += c;
    }
    return out;
}

bool touches(const Finding& finding, const Report& report, Span place) {
    if (finding.span.overlaps(place)) return true;
    return std::any_of(finding.claims.begin(), finding.claims.end(),
                       [&](std::uint32_t claim) { return report.claims[claim].figure.span.overlaps(place); });
}

/// What a finding lacks of what the example says; empty where it lacks nothing.
std::string lacking(const Finding& finding, const Report& report, const Example& example) {
    const std::string& text = report.document.text;
    for (const std::string& figure : example.figures) {
        const std::size_t at = text.find(figure);
        if (at == std::string::npos) return "\"" + figure + "\" does not stand in the text";
        const Span place{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + figure.size())};
        if (!touches(finding, report, place)) return "the finding does not touch \"" + figure + "\"";
    }
    if (!example.cause.empty() && finding.cause != example.cause) {
        return "the cause is \"" + (finding.cause.empty() ? std::string("none") : finding.cause) + "\", not \"" +
               example.cause + "\"";
    }
    if (example.suggest.empty()) return {};
    std::string suggested;
    for (const Suggestion& suggestion : finding.suggestions) {
        if (squeezed(suggestion.replacement) == squeezed(example.suggest)) return {};
        suggested += (suggested.empty() ? "" : ", ") + suggestion.replacement;
    }
    return "it suggests \"" + suggested + "\", not \"" + example.suggest + "\"";
}

/// What is wrong with an example; empty where nothing is.
std::string judge_example(const Rule& rule, const Example& example, const Report& report) {
    std::string closest;
    bool found = false;
    for (const Finding& finding : report.findings) {
        if (finding.rule != rule.id) continue;
        if (!example.fails && finding.severity != Severity::note) return "it must hold, and is flagged: " + finding.message;
        const std::string lack = lacking(finding, report, example);
        if (lack.empty()) return {};
        if (!found) closest = lack;
        found = true;
    }
    if (!example.fails) return {};
    if (found) return closest;
    const bool held =
        std::any_of(report.checks.begin(), report.checks.end(), [&](const Check& check) { return check.rule == rule.id; });
    return held ? "it must be flagged, and holds" : "it must be flagged, and no figures were bound";
}

}  // namespace

Result<Report> check_example(const Example& example, Language language, const Settings& settings) {
    ReadOptions options;
    options.name = "example.md";
    options.format = Format::markdown;
    options.language = language;
    options.encoding = "UTF-8";
    options.date = parse_day(example.date.empty() ? "2023-04-17" : example.date);
    if (!options.date) return Error{"", 0, 0, "its date is none", ""};
    Settings judging = settings;
    if (!example.facts.empty()) {
        std::vector<Fact> facts;
        for (const FactText& text : example.facts) {
            auto fact = read_fact(text);
            if (const auto* error = std::get_if<FactError>(&fact)) return Error{"", 0, 0, error->what, error->hint};
            facts.push_back(std::move(std::get<Fact>(fact)));
        }
        judging.facts = std::make_shared<const Facts>(std::move(facts));
    }
    auto document = read_document(example.text, options);
    if (!document) return document.error();
    return check_document(std::move(*document), judging);
}

void run_examples(const Rule& rule, const Settings& settings, RuleTestResult& result) {
    for (std::size_t i = 0; i < kLanguages; ++i) {
        for (const Example& example : rule.examples[i]) {
            ++result.examples;
            const auto report = check_example(example, static_cast<Language>(i), settings);
            const std::string wrong = report ? judge_example(rule, example, *report) : report.error().what;
            if (wrong.empty()) continue;
            result.failures.push_back(rule.file + ":" + std::to_string(example.line) + ": " + rule.id + " (" +
                                      (i == 0 ? "ko" : "en") + "): " + wrong + ": «" + example.text + "»");
        }
    }
}

}  // namespace tieout
