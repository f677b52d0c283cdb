#include <algorithm>

#include "check/style.hpp"
#include "number/magnitude.hpp"
#include "reference/convert.hpp"
#include "report/messages.hpp"
#include "report/reading_words.hpp"
#include "server/features.hpp"

namespace tieout::server {
namespace {

/// Text as it is, whatever Markdown would make of it.
std::string plain(std::string_view text) {
    static constexpr std::string_view kSigns = "\\`*_{}[]<>()#+-.!|~&";
    std::string out;
    for (const char c : text) {
        if (kSigns.find(c) != std::string_view::npos) out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

/// The figure's value; for a range nothing.
std::optional<Rational> value_of(const Figure& figure) {
    const bool one = figure.valid && figure.magnitude.shape != Shape::range && figure.magnitude.shape != Shape::several;
    return one ? std::optional(figure.magnitude.value) : std::nullopt;
}

/// "= 13조1510억원 (2023-04-17, 1 USD = 1,315.12 KRW)" for won and dollars, as far as the amount is not in them already.
std::string conversions(const Figure& figure, const Report& report, const Workspace& workspace) {
    std::string out;
    const auto value = value_of(figure);
    const auto& lexicon = built_in_lexicon(report.document.language);
    if (figure.kind != Kind::money || !figure.unit || figure.unit->ambiguous || !value || !lexicon.ok()) return out;
    const RateTable& rates = workspace.settings.rates ? *workspace.settings.rates : RateTable::built_in();
    for (const char* code : {"KRW", "USD"}) {
        const Unit* unit = (*lexicon)->unit(code);
        if (!unit || figure.unit->code == code) continue;
        const auto converted = convert(rates, *value, figure.unit->code, code, report.document.date);
        if (!converted) continue;
        const Rational& rate = converted->quote.rate;
        const bool turned = rate < Rational(1);
        const std::string amount = write_amount(converted->amount, unit, Kind::money, "", report.document.language);
        out += "≈ **" + plain(amount) + "** (" + to_string(converted->quote.on) + ", 1 " + (turned ? code : figure.unit->code) +
               " = " + grouped_decimal(*Rational::parse((turned ? Rational(1) / rate : rate).to_decimal(2))) + " " +
               (turned ? figure.unit->code : code) + ")\n\n";
    }
    return out;
}

/// What the figure is said of, as far as that is known.
std::string said_of(const Claim& claim) {
    std::string out;
    const auto add = [&](std::string_view text) {
        if (!text.empty()) out += (out.empty() ? "" : " · ") + plain(text);
    };
    add(claim.subject);
    add(claim.metric);
    if (claim.figure.kind != Kind::date && claim.period) add(to_string(*claim.period));
    if (claim.modality != Modality::reported) add(to_string(claim.modality));
    add(claim.source);
    return out.empty() ? out : out + "\n\n";
}

std::string checks(const Report& report, std::uint32_t claim, Language language) {
    std::string out;
    for (const Check& check : report.checks) {
        if (std::find(check.claims.begin(), check.claims.end(), claim) == check.claims.end()) continue;
        const bool holds = check.outcome == Outcome::holds;
        if (check.outcome == Outcome::undetermined) continue;
        out +=
            std::string("- ") + (holds ? "✓ " : "✗ ") + std::string(phrase(language, holds ? Phrase::verified : Phrase::fails));
        out += " `" + check.rule + "`";
        for (const std::string& line : check.working) out += "\\\n  " + plain(line);
        out += "\n";
    }
    return out;
}

}  // namespace

Json hover(const Draft& draft, TextPosition position, const Workspace& workspace) {
    const Report* report = draft.report();
    if (!report) return nullptr;
    const std::uint32_t at = draft.text().offset(position);
    const Language language = workspace.settings.message_language.value_or(report->document.language);
    for (std::uint32_t i = 0; i < report->claims.size(); ++i) {
        const Claim& claim = report->claims[i];
        const Span source = draft.source(claim.figure.span);
        if (at < source.begin || at >= source.end) continue;
        const std::string_view words = claim.figure.span.of(report->document.text);
        std::string reading = explain_figure(claim.figure, words, language);
        reading.erase(0, reading.find('\n') + 1);  // its first line repeats the words
        const std::string text = "**" + plain(words) + "**\n\n" + said_of(claim) +
                                 conversions(claim.figure, *report, workspace) + "```text\n" + reading + "```\n" +
                                 checks(*report, i, language);
        return {{"contents", {{"kind", "markdown"}, {"value", text}}}, {"range", to_json(draft.text().range(source))}};
    }
    return nullptr;
}

}  // namespace tieout::server
