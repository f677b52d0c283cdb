#include "check/diagnose.hpp"

#include <algorithm>

#include "check/mutations.hpp"
#include "check/repair.hpp"
#include "check/style.hpp"
#include "check/weekdays.hpp"
#include "check/word_correction.hpp"

namespace tieout {
namespace {

/// How much finer than the writer's own precision an expected value may be written, in powers of ten.
constexpr int kFiner = 3;

std::vector<const Claim*> single_claims(const Relation& relation, const Draft& draft) {
    std::vector<const Claim*> out(relation.bindings.size(), nullptr);
    for (std::size_t role = 0; role < out.size(); ++role) {
        if (relation.bindings[role].claims.size() == 1) out[role] = &draft.claims[relation.bindings[role].claims.front()];
    }
    return out;
}

/// The rule's likely culprits first, then every other role.
std::vector<std::int16_t> suspects(const Rule& rule) {
    std::vector<std::int16_t> order = rule.corrects;
    for (std::size_t role = 0; role < rule.roles.size(); ++role) {
        const auto index = static_cast<std::int16_t>(role);
        if (std::find(order.begin(), order.end(), index) == order.end()) order.push_back(index);
    }
    return order;
}

Span numeral_in_core(const Figure& figure) {
    return {figure.numeral.begin - figure.core.begin, figure.numeral.end - figure.core.begin};
}

std::string rewritten(const Claim& claim, const Rational& value, const Rational& precision, const Draft& draft) {
    if (claim.figure.kind == Kind::multiple && draft.document.language == Language::en) {
        if (auto word = multiple_word(claim.figure.core.of(draft.document.text), value, draft.lexicon)) return *word;
    }
    return write_like(claim.figure.core.of(draft.document.text), numeral_in_core(claim.figure), value, draft.document.language,
                      precision);
}

/// Percent written as the percentage points it should have been.
std::string as_points(const Claim& claim, const Draft& draft) {
    return std::string(claim.figure.numeral.of(draft.document.text)) +
           (draft.document.language == Language::ko ? "%포인트" : " percentage points");
}

Suggestion correction(const Claim& claim, std::string replacement, std::string why) {
    return {claim.figure.core, std::move(replacement), std::move(why)};
}

void suggest_mutation(const Mutation& mutation, const std::vector<const Claim*>& claims, const std::string& cause,
                      const Draft& draft, Diagnosis& out) {
    for (const Mutation::Change& change : mutation.changes) {
        const Claim& claim = *claims[static_cast<std::size_t>(change.role)];
        const Rational& value = change.claim.figure.magnitude.value;
        if (claim.figure.reversed) {
            if (std::string turned = with_ends_swapped(claim.figure, draft.document.text); !turned.empty())
                out.suggestions.push_back(correction(claim, std::move(turned), cause));
        } else if (cause == "swapped-values") {
            const Mutation::Change& other = &change == &mutation.changes[0] ? mutation.changes[1] : mutation.changes[0];
            const Claim& from = *claims[static_cast<std::size_t>(other.role)];
            out.suggestions.push_back(correction(claim, std::string(from.figure.core.of(draft.document.text)), cause));
        } else if (value != claim.figure.magnitude.value) {
            std::string text = rewritten(claim, value, 0, draft);
            if (!text.empty()) out.suggestions.push_back(correction(claim, std::move(text), cause));
        }
    }
}

/// A number that nobody writes so, as it was meant: of the ways to put it in order the one that fits the other figures, else
/// what these ask for. Where they say nothing of its size, the way that changes its smaller part.
std::string repaired(const Relation& relation, const Expression& constraint, std::int16_t role, const Draft& draft,
                     const RateSource& rates) {
    const Claim& claim = draft.claims[relation.bindings[static_cast<std::size_t>(role)].claims.front()];
    const auto ways = with_scales_in_order(claim.figure, draft.document.text, draft.lexicon);
    const auto wanted = expected_for(relation, constraint, role, draft, rates);
    if (!wanted || wanted->text.empty()) return ways.empty() ? std::string() : ways.front().text;
    const auto fits = [&](const Repair& way) { return wanted->range.contains(way.value); };
    const auto way = std::find_if(ways.begin(), ways.end(), fits);
    return way != ways.end() ? way->text : wanted->text;
}

void suggest_expected(const Relation& relation, const Expression& constraint, std::int16_t role, const std::string& cause,
                      const Draft& draft, const RateSource& rates, Diagnosis& out) {
    const Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(role)];
    if (auto suggestion = word_correction(binding, draft, cause)) out.suggestions.push_back(std::move(*suggestion));
    if (binding.claims.size() != 1) return;
    const Claim& claim = draft.claims[binding.claims.front()];
    if (!claim.figure.valid) {
        if (auto text = repaired(relation, constraint, role, draft, rates); !text.empty())
            out.suggestions.push_back(correction(claim, std::move(text), "expected"));
        return;
    }
    if (claim.figure.weekday && claim.figure.kind == Kind::date) {
        if (auto suggestion = weekday_suggestion(claim, draft.document)) out.suggestions.push_back(std::move(*suggestion));
        return;
    }
    if (cause == "percent-vs-point" && claim.figure.kind == Kind::percent) {
        out.suggestions.push_back(correction(claim, as_points(claim, draft), cause));
        return;
    }
    if (const auto found = expected_for(relation, constraint, role, draft, rates); found && !found->text.empty()) {
        out.suggestions.push_back(correction(claim, found->text, cause.empty() ? "expected" : cause));
    }
}

}  // namespace

Diagnosis diagnose(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates) {
    const Rule& rule = *relation.rule;
    const std::vector<const Claim*> claims = single_claims(relation, draft);
    const std::vector<std::int16_t> order = suspects(rule);
    Diagnosis out;
    for (const Cause& cause : rule.causes) {
        if (!cause.constraint.empty()) {
            if (!reconciles(relation, draft, rates, Tier::usual, claims, &cause.constraint)) continue;
            out.cause = cause.name;
            const std::int16_t role = cause.corrects >= 0 ? cause.corrects : main_role(relation);
            if (role >= 0) suggest_expected(relation, *verdict.constraint, role, cause.name, draft, rates, out);
            return out;
        }
        // Some exchange of digits comes near almost any value: it must fit what is written to the last place.
        const Tier tier = cause.name == "digit-transposition" ? Tier::tight : Tier::usual;
        const std::vector<std::int16_t> tried = cause.corrects >= 0 ? std::vector<std::int16_t>{cause.corrects} : order;
        const bool found = undo(cause.name, claims, tried, draft.lexicon, [&](const Mutation& mutation) {
            std::vector<const Claim*> changed = claims;
            for (const Mutation::Change& change : mutation.changes)
                changed[static_cast<std::size_t>(change.role)] = &change.claim;
            if (!reconciles(relation, draft, rates, tier, changed)) return false;
            out.factor = mutation.factor;
            suggest_mutation(mutation, claims, cause.name, draft, out);
            return true;
        });
        if (found) {
            out.cause = cause.name;
            return out;
        }
    }
    if (const std::int16_t role = main_role(relation); role >= 0)
        suggest_expected(relation, *verdict.constraint, role, "", draft, rates, out);
    return out;
}

std::optional<Expected> expected_for(const Relation& relation, const Expression& constraint, std::int16_t role,
                                     const Draft& draft, const RateSource& rates) {
    const Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(role)];
    if (binding.claims.size() != 1) return std::nullopt;
    const Claim& claim = draft.claims[binding.claims.front()];
    const auto usual = expected(constraint, read_operands(relation, draft, rates, Tier::usual), role);
    const auto tight = expected(constraint, read_operands(relation, draft, rates, Tier::tight), role);
    if (!usual || claim.figure.kind == Kind::date) return std::nullopt;
    Expected out;
    out.claim = binding.claims.front();
    out.range = from_base(*usual, claim.figure);
    const Interval narrow = tight ? from_base(*tight, claim.figure) : out.range;
    const auto best = narrow.middle() ? narrow.middle() : narrow.low().infinite() ? narrow.high().value : narrow.low().value;
    if (!best || best->is_zero()) return out;
    const Magnitude& magnitude = claim.figure.magnitude;
    // As many significant digits as the writer gave; more where that would miss the range.
    int place = best->magnitude();
    if (magnitude.as_written) {
        place = magnitude.finest.sign() > 0 ? magnitude.finest.magnitude() : 0;
    } else if (!magnitude.value.is_zero() && magnitude.step.sign() > 0) {
        place -= magnitude.value.abs().magnitude() - magnitude.step.magnitude();
    }
    Rational precision = Rational::power_of_ten(place);
    for (int finer = 0; finer < kFiner && !out.range.contains(best->round_to(precision)); ++finer)
        precision = precision / Rational(10);
    Rational shown = best->round_to(precision);
    // "Down by 30" is a difference of -30, written as 30.
    const bool is_share = claim.figure.kind == Kind::percent || claim.figure.kind == Kind::point;
    if (shown.sign() < 0 && magnitude.value.sign() > 0 && !is_share) shown = shown.abs();
    out.text = rewritten(claim, shown, precision, draft);
    return out;
}

}  // namespace tieout
