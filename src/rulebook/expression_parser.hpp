#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/expression.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// What must be wrong with an expression or pattern, and the byte of it where that stands.
struct SourceError {
    std::size_t at = 0;
    std::string what;
    std::string hint;
};

/// What an expression is asked to be.
enum class Wanted : std::uint8_t {
    truth,  ///< a condition or constraint
    value,  ///< what the relations of a group must agree on
};

/// Parses and type-checks an expression over the roles of a rule. Precedence from loose to tight: or, and, not, comparison, +
/// −,
/// * /, unary −, ^. Nothing in `out` counts where an error is returned.
std::optional<SourceError> parse_expression(std::string_view source, const std::vector<Role>& roles, Wanted wanted,
                                            Expression& out);

}  // namespace tieout
