#include "check/findings.hpp"

#include <algorithm>
#include <array>

#include "base/fnv.hpp"
#include "check/composition.hpp"
#include "check/diagnose.hpp"
#include "check/weekdays.hpp"
#include "check/wording.hpp"
#include "check/working.hpp"

namespace tieout {
namespace {

/// What the tier says by itself; a failure of the usual readings that one single mistake explains is an error too.
Severity severity_of(const Rule& rule, Tier fails_from, bool explained) {
    Severity severity = Severity::note;
    if (fails_from == Tier::generous || (fails_from == Tier::usual && explained))
        severity = Severity::error;
    else if (fails_from == Tier::usual)
        severity = Severity::warning;
    return std::min(severity, rule.severity);
}

/// The days of a claim; of a period with an open end, the year of the end that is known.
std::string period_text(const Claim& claim) {
    if (!claim.period) return "?";
    if (claim.period->open_from) return std::to_string(year_of(claim.period->to));
    if (claim.period->open_to) return std::to_string(year_of(claim.period->from));
    return to_string(*claim.period);
}

std::optional<std::string> placeholder(std::string_view name, const Relation& relation, const Verdict& verdict,
                                       const Draft& draft, const RateSource& rates) {
    const std::size_t dot = name.find('.');
    const bool wants_expected = name.substr(0, dot) == "expected";
    const std::string_view role_name = wants_expected ? name.substr(dot + 1) : name.substr(0, dot);
    const std::int16_t role = relation.rule->role_index(role_name);
    if (role < 0) return std::nullopt;
    const Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(role)];
    if (binding.words > 0) return std::string(draft.stream.tokens[binding.token].span.of(draft.document.text));
    if (binding.claims.empty()) return std::string();
    const Claim& claim = draft.claims[binding.claims.front()];
    if (wants_expected) {
        if (claim.figure.weekday && claim.figure.period)
            return weekday_name(weekday_of(claim.figure.period->from), draft.language);
        const auto expected = expected_for(relation, *verdict.constraint, role, draft, rates);
        return expected ? expected->text : std::string();
    }
    if (dot == std::string_view::npos) {
        std::string text;
        for (const std::uint32_t index : binding.claims) {
            (text += text.empty() ? "" : ", ") += draft.claims[index].figure.span.of(draft.document.text);
        }
        return text;
    }
    const std::string_view part = name.substr(dot + 1);
    if (part == "period") return period_text(claim);
    if (part == "source")
        return claim.source.empty() ? std::string(draft.language == Language::ko ? "출처 없음" : "no source") : claim.source;
    if (part == "subject") return claim.subject;
    if (part == "fact") {
        const Fact* fact = draft.facts.of(claim);
        return fact ? fact->text : std::string();
    }
    if (part == "fact_source") {
        const Fact* fact = draft.facts.of(claim);
        return fact ? fact->source : std::string();
    }
    if (part == "growth") return std::string(claim.growth.of(draft.document.text));
    if (part == "weekday" && claim.figure.weekday) return weekday_name(*claim.figure.weekday, draft.language);
    return std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> claims_of(const Relation& relation) {
    std::vector<std::uint32_t> out;
    for (const Relation::Binding& binding : relation.bindings) {
        for (const std::uint32_t claim : binding.claims) {
            if (std::find(out.begin(), out.end(), claim) == out.end()) out.push_back(claim);
        }
    }
    return out;
}

Check make_check(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates) {
    Check check;
    check.rule = relation.rule->id;
    check.outcome = verdict.outcome;
    check.claims = claims_of(relation);
    if (verdict.constraint) check.composition = composition_of(relation, *verdict.constraint);
    if (verdict.outcome == Outcome::undetermined) {
        check.working =
            write_implied(relation, read_operands(relation, draft, rates, Tier::tight), draft.document, draft.language);
    } else if (verdict.constraint) {
        check.working = write_working(*verdict.constraint, read_operands(relation, draft, rates, Tier::tight), draft.document,
                                      draft.language);
    }
    return check;
}

Finding make_finding(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates) {
    const Rule& rule = *relation.rule;
    Finding finding;
    finding.rule = rule.id;
    finding.claims = claims_of(relation);
    finding.composition = composition_of(relation, *verdict.constraint);
    Diagnosis diagnosis = diagnose(relation, verdict, draft, rates);
    finding.severity = severity_of(rule, *verdict.fails_from, !diagnosis.cause.empty());
    if (relation.loose) finding.severity = Severity::note;
    finding.cause = std::move(diagnosis.cause);
    finding.factor = std::move(diagnosis.factor);
    finding.suggestions = std::move(diagnosis.suggestions);
    finding.working =
        write_working(*verdict.constraint, read_operands(relation, draft, rates, Tier::tight), draft.document, draft.language);
    const std::int16_t main = std::max<std::int16_t>(main_role(relation), 0);
    const Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(main)];
    const std::uint32_t claim = binding.claims.empty() ? finding.claims.front() : binding.claims.front();
    finding.span = draft.claims[claim].figure.span;
    finding.expected = expected_for(relation, *verdict.constraint, main, draft, rates);
    finding.message = fill_message(rule.message[static_cast<std::size_t>(draft.language)], draft.language,
                                   [&](std::string_view name) { return placeholder(name, relation, verdict, draft, rates); });
    // Where a message's every part needs a value that nothing leaves, it still says what ought to hold.
    if (finding.message.empty()) finding.message = rule.summary[static_cast<std::size_t>(draft.language)];
    finding.help = "docs/rules/" + rule.id + ".md";
    finding.fingerprint = fingerprint(rule.id, finding.claims, draft);
    return finding;
}

std::string fingerprint(std::string_view rule, const std::vector<std::uint32_t>& claims, const Draft& draft) {
    Fnv hash;
    hash.take(rule);
    for (const std::uint32_t index : claims) {
        const Claim& claim = draft.claims[index];
        hash.take(claim.figure.span.of(draft.document.text)).take(claim.metric).take(claim.subject);
    }
    return hash.hex();
}

}  // namespace tieout
