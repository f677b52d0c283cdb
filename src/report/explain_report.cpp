#include "report/explain_report.hpp"

#include "report/messages.hpp"
#include "report/places.hpp"
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

}  // namespace

std::string explain_report(const Report& report, std::optional<Language> asked) {
    constexpr int kWidth = 100;
    const Language language = asked.value_or(report.document.language);
    const Places places(report.document);
    std::string out;
    for (const Check& check : report.checks) {
        out += check.rule + ": " + outcome_in_words(language, check.outcome) + "\n";
        for (const std::uint32_t index : check.claims) {
            const Span span = report.claims[index].figure.span;
            const Position at = places.of(span).begin;
            append_wrapped(out, "  " + std::to_string(at.line) + ":" + std::to_string(at.column) + " ",
                           span.of(report.document.text), kWidth);
        }
        for (const std::string& line : check.working) append_wrapped(out, "    ", line, kWidth);
        out += '\n';
    }
    if (out.empty()) out = std::string(phrase(language, Phrase::no_checks)) + "\n";
    return out;
}

}  // namespace tieout
