#pragma once

#include <optional>

#include "check/operands.hpp"

namespace tieout {

/// `unknown`: a role, a period or a rate is missing.
enum class Truth : std::uint8_t { no, yes, unknown };

/// Whether some choice of values inside the readings satisfies the expression. For a constraint whose roles each occur once this is
/// exact; where a role occurs twice it errs on the side of "yes".
Truth satisfiable(const Expression& expression, const Operands& operands);

/// What the other roles leave for one role: the constraint evaluated forwards, then backwards (HC4-revise; Benhamou, Goualard,
/// Granvilliers & Puget, "Revising hull and box consistency", ICLP 1999). The role itself is taken to be anything. In the base of the
/// role's dimension; nothing where something is missing or nothing is learnt.
std::optional<Interval> expected(const Expression& expression, const Operands& operands, std::int16_t role);

/// The value of a numeric sub-expression; nothing where something is missing.
std::optional<Interval> value_of(const Expression& expression, std::int16_t node, const Operands& operands);

/// Every role the expression names is bound.
bool all_bound(const Expression& expression, const Operands& operands);

}  // namespace tieout
