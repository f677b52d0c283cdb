#pragma once

#include <optional>
#include <vector>

#include "check/draft_rates.hpp"
#include "check/evaluate.hpp"
#include "model/finding.hpp"
#include "model/relation.hpp"
#include "model/token.hpp"

namespace tieout {

/// What every step of judging looks at.
struct Draft {
    const Document& document;
    const TokenStream& stream;
    const std::vector<Claim>& claims;
    const Lexicon& lexicon;
    Language language;               ///< of messages and workings; suggestions stay in the draft's own
    std::optional<Claim> date_line;  ///< the draft's own date as a figure; absent where it is not known
    const DraftFacts& facts;
};

/// How a relation stands: the first tier at which no choice of values satisfies its constraints.
struct Verdict {
    Outcome outcome = Outcome::undetermined;
    std::optional<Tier> fails_from;
    const Expression* constraint = nullptr;  ///< the one that fails, or the first that was judged
};

/// A relation that was judged.
struct Judged {
    Relation relation;
    Verdict verdict;
};

/// The roles of a relation as a tier reads them. `claims` overrides a role's claim where it is not null (for mutations).
Operands read_operands(const Relation& relation, const Draft& draft, const RateSource& rates, Tier tier,
                       const std::vector<const Claim*>* claims = nullptr);

/// Judges one relation on its rule's constraints. Nothing where the rule's `where` does not hold: then the rule does not apply.
std::optional<Verdict> judge(const Relation& relation, const Draft& draft, const RateSource& rates);

/// Judges the relations of a join that asks for one partner only: where the constraint holds with any, that one is the verdict;
/// else the pair that the rule's `where` lets through, if it lets through one value alone.
std::vector<Judged> judge_any(std::vector<Relation> relations, const Draft& draft, const RateSource& rates);

/// The role to put right first: the likeliest culprit that the relation binds; -1 where the rule names none.
std::int16_t main_role(const Relation& relation);

/// Whether the relation's constraints can hold at a tier with some claims replaced.
bool reconciles(const Relation& relation, const Draft& draft, const RateSource& rates, Tier tier,
                const std::vector<const Claim*>& claims, const Expression* instead = nullptr);

}  // namespace tieout
