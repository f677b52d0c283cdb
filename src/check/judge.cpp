#include "check/judge.hpp"

namespace tieout {
namespace {

Interval based_reading(const Claim& claim, Tier tier) {
    return to_base(reading(claim.figure.magnitude, tier), claim.figure);
}

/// What a later figure of a list leaves out is what was said of the first.
bool same_days(const Claim& a, const Claim& b) {
    return !b.period || (a.period && a.period->from == b.period->from && a.period->to == b.period->to);
}
bool same_scope(const Claim& a, const Claim& b) {
    return b.scope.empty() || a.scope == b.scope;
}

Truth all_hold(const Rule& rule, const Operands& operands, const Expression** failing, bool* judged) {
    Truth result = Truth::yes;
    for (const Expression& constraint : rule.constraints) {
        if (!all_bound(constraint, operands)) continue;
        const Truth truth = satisfiable(constraint, operands);
        if (truth == Truth::unknown) {
            result = Truth::unknown;
            continue;
        }
        *judged = true;
        if (!*failing) *failing = &constraint;
        if (truth == Truth::no) {
            *failing = &constraint;
            return Truth::no;
        }
    }
    return result;
}

}  // namespace

Operands read_operands(const Relation& relation, const Draft& draft, const RateSource& rates, Tier tier,
                       const std::vector<const Claim*>* claims) {
    Operands operands;
    operands.rule = relation.rule;
    operands.rates = &rates;
    operands.facts = &draft.facts;
    operands.tier = tier;
    if (draft.document.language == Language::ko) operands.home = "KOR";
    operands.roles.resize(relation.bindings.size());
    for (std::size_t role = 0; role < relation.bindings.size(); ++role) {
        const Relation::Binding& binding = relation.bindings[role];
        Operand& operand = operands.roles[role];
        operand.word = binding.word;
        operand.words = binding.words;
        operand.bound = binding.words > 0 || !binding.claims.empty();
        if (relation.rule->roles[role].draft && draft.date_line) {
            operand.bound = true;
            operand.claim = &*draft.date_line;
        }
        for (const std::uint32_t index : binding.claims) {
            const bool replaced = claims && binding.claims.size() == 1 && (*claims)[role];
            const Claim& claim = replaced ? *(*claims)[role] : draft.claims[index];
            if (!operand.claim) operand.claim = &claim;
            if (binding.claims.size() > 1) operand.list.push_back(&claim);
            operand.one_period = operand.one_period && same_days(*operand.claim, claim);
            operand.alike = operand.alike && operand.one_period && same_scope(*operand.claim, claim);
            operand.parts.push_back(claim.figure.kind == Kind::date ? Interval() : based_reading(claim, tier));
        }
    }
    return operands;
}

namespace {

bool applies(const Relation& relation, const Draft& draft, const RateSource& rates) {
    const Rule& rule = *relation.rule;
    return rule.where.empty() || satisfiable(rule.where, read_operands(relation, draft, rates, Tier::usual)) == Truth::yes;
}

/// By the constraints alone.
Verdict verdict_on(const Relation& relation, const Draft& draft, const RateSource& rates) {
    const Rule& rule = *relation.rule;
    Verdict verdict;
    bool known = true;  // what cannot be worked out holds no more than it fails
    for (const Tier tier : {Tier::generous, Tier::usual, Tier::tight}) {
        if (tier == Tier::tight && !rule.rounding) break;
        const Operands operands = read_operands(relation, draft, rates, tier);
        const Expression* constraint = nullptr;
        bool judged = false;
        const Truth truth = all_hold(rule, operands, &constraint, &judged);
        if (!judged) return verdict;
        verdict.constraint = constraint;
        if (truth == Truth::no) {
            verdict.outcome = Outcome::fails;
            verdict.fails_from = tier;
            return verdict;
        }
        known = known && truth == Truth::yes;
    }
    if (known) verdict.outcome = Outcome::holds;
    return verdict;
}

}  // namespace

std::optional<Verdict> judge(const Relation& relation, const Draft& draft, const RateSource& rates) {
    if (!applies(relation, draft, rates)) return std::nullopt;
    return verdict_on(relation, draft, rates);
}

std::vector<Judged> judge_any(std::vector<Relation> relations, const Draft& draft, const RateSource& rates) {
    std::vector<Judged> out;
    const auto claim_of = [](const Relation& relation, std::size_t side) {
        return relation.bindings[static_cast<std::size_t>(relation.rule->join->sides[side].role)].claims.front();
    };
    for (std::size_t begin = 0, end = 0; begin < relations.size(); begin = end) {
        std::optional<Judged> failed;
        bool settled = false;
        for (end = begin; end < relations.size() && relations[end].rule == relations[begin].rule &&
                          claim_of(relations[end], 0) == claim_of(relations[begin], 0);
             ++end) {
            if (settled) continue;
            const Verdict verdict = verdict_on(relations[end], draft, rates);
            if (verdict.outcome == Outcome::holds) {
                out.push_back({relations[end], verdict});
                settled = true;
            } else if (verdict.outcome == Outcome::fails && applies(relations[end], draft, rates)) {
                // Two partners that say different things themselves leave open which of them is meant.
                const auto value = [&](const Relation& relation) {
                    return draft.claims[claim_of(relation, 1)].figure.magnitude.value;
                };
                settled = failed && value(failed->relation) != value(relations[end]);
                if (!failed) failed = Judged{relations[end], verdict};
            }
        }
        if (!settled && failed) out.push_back(std::move(*failed));
    }
    return out;
}

std::int16_t main_role(const Relation& relation) {
    for (const std::int16_t role : relation.rule->corrects) {
        if (!relation.bindings[static_cast<std::size_t>(role)].claims.empty()) return role;
    }
    return -1;
}

bool reconciles(const Relation& relation, const Draft& draft, const RateSource& rates, Tier tier,
                const std::vector<const Claim*>& claims, const Expression* instead) {
    const Operands operands = read_operands(relation, draft, rates, tier, &claims);
    if (instead) return all_bound(*instead, operands) && satisfiable(*instead, operands) == Truth::yes;
    // A constraint that says nothing of these figures (another way to give the same) does not count; one that would say nothing
    // any more has not been reconciled.
    bool holds = false;
    for (const Expression& constraint : relation.rule->constraints) {
        if (!all_bound(constraint, operands)) continue;
        const Truth truth = satisfiable(constraint, operands);
        if (truth == Truth::no) return false;
        if (truth == Truth::unknown && satisfiable(constraint, read_operands(relation, draft, rates, tier)) != Truth::unknown)
            return false;
        holds = holds || truth == Truth::yes;
    }
    return holds;
}

}  // namespace tieout
