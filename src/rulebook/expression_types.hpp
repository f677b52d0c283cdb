#pragma once

#include "rulebook/expression_parser.hpp"
#include "rulebook/role_types.hpp"

namespace tieout {

/// What an expression may evaluate to.
struct ExpressionType {
    enum class What : std::uint8_t { truth, text, period, weekday, figure };

    What what = What::truth;
    KindMask kinds = 0;  ///< figure: one of these
    bool zero = false;   ///< the constant 0, which compares with a figure of any kind

    static ExpressionType of(Kind kind) { return {What::figure, kind_bit(kind), false}; }
};

/// Finds the first thing in an expression that cannot be meant: money plus a percentage, points against percentages, text that
/// is multiplied. `places[i]` is where node i's operator or operand stands.
std::optional<SourceError> check_types(const Expression& expression, const std::vector<std::size_t>& places,
                                       const std::vector<Role>& roles, Wanted wanted);

}  // namespace tieout
