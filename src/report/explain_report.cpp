#include "report/explain_report.hpp"

#include <algorithm>

#include "report/messages.hpp"
#include "report/places.hpp"
#include "report/reading_words.hpp"
#include "report/text_layout.hpp"

namespace tieout {
namespace {

std::string outcome_in_words(Language language, Outcome outcome) {
    switch (outcome) {
        case Outcome::holds:
            return std::string(phrase(language, Phrase::verified));
        case Outcome::fails:
            return std::string(phrase(language, Phrase::fails));
        case Outcome::undetermined:
            return std::string(phrase(language, Phrase::undetermined));
    }
    return {};
}

constexpr int kWidth = 100;

/// How a figure is read, without the line that names it.
void append_readings(std::string& out, const Figure& figure, std::string_view written, Language language) {
    const std::string lines = explain_figure(figure, written, language);
    for (std::size_t at = lines.find('\n') + 1; at < lines.size();) {
        const std::size_t end = lines.find('\n', at) + 1;
        out += "    " + lines.substr(at, end - at);
        at = end;
    }
}

/// "  3:18 약 2600억원"
void append_place(std::string& out, const Figure& figure, const Report& report, const Places& places) {
    const Position at = places.of(figure.span).begin;
    append_wrapped(out, "  " + std::to_string(at.line) + ":" + std::to_string(at.column) + " ",
                   figure.span.of(report.document.text), kWidth);
}

/// The check's rule and outcome, its figures with their places and its arithmetic.
void append_check(std::string& out, const Check& check, const Report& report, const Places& places, Language language) {
    out += check.rule + ": " + outcome_in_words(language, check.outcome) + "\n";
    for (const std::uint32_t index : check.claims) append_place(out, report.claims[index].figure, report, places);
    for (const std::string& line : check.working) append_wrapped(out, "    ", line, kWidth);
}

bool stands_at(const Claim& claim, Spot spot, const Places& places) {
    const Place place = places.of(claim.figure.span);
    if (spot.line < place.begin.line || spot.line > place.end.line) return false;
    if (!spot.column) return true;
    const bool begun = spot.line > place.begin.line || *spot.column >= place.begin.column;
    return begun && (spot.line < place.end.line || *spot.column < place.end.column);
}

/// What a finding says: what is wrong, the cause, the corrections.
void append_finding(std::string& out, const Finding& finding, Language language) {
    append_wrapped(out, "  " + std::string(phrase(language, finding.severity)) + ": ", finding.message, kWidth);
    if (!finding.cause.empty())
        append_wrapped(out, "  " + std::string(phrase(language, Phrase::cause)) + ": ",
                       cause_in_words(language, finding.cause, finding.factor), kWidth);
    for (const Suggestion& suggestion : finding.suggestions)
        append_wrapped(out, "  " + std::string(phrase(language, Phrase::suggestion)) + ": ", suggestion.replacement, kWidth);
}

}  // namespace

std::string explain_report(const Report& report, std::optional<Language> asked) {
    const Language language = asked.value_or(report.document.language);
    const Places places(report.document);
    std::string out;
    for (const Check& check : report.checks) {
        append_check(out, check, report, places, language);
        out += '\n';
    }
    if (out.empty()) out = std::string(phrase(language, Phrase::no_checks)) + "\n";
    return out;
}

std::optional<std::string> explain_spot(const Report& report, Spot spot, std::optional<Language> asked) {
    const Language language = asked.value_or(report.document.language);
    const Places places(report.document);
    std::vector<bool> shown;
    for (const Claim& claim : report.claims) shown.push_back(stands_at(claim, spot, places));
    if (std::find(shown.begin(), shown.end(), true) == shown.end()) return std::nullopt;
    std::vector<const Check*> checks;
    for (const Check& check : report.checks) {
        const bool there = std::any_of(check.claims.begin(), check.claims.end(), [&](std::uint32_t i) { return shown[i]; });
        if (there && check.outcome != Outcome::undetermined) checks.push_back(&check);
    }
    for (const Check* check : checks) {
        for (const std::uint32_t claim : check->claims) shown[claim] = true;
    }
    std::string out;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!shown[i]) continue;
        const Figure& figure = report.claims[i].figure;
        append_place(out, figure, report, places);
        append_readings(out, figure, figure.span.of(report.document.text), language);
    }
    for (const Check* check : checks) {
        out += '\n';
        append_check(out, *check, report, places, language);
        for (const Finding& finding : report.findings) {
            if (finding.rule == check->rule && finding.claims == check->claims) append_finding(out, finding, language);
        }
    }
    if (checks.empty()) out += "\n" + std::string(phrase(language, Phrase::no_checks)) + "\n";
    return out;
}

}  // namespace tieout
