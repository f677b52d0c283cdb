#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"

namespace tieout {

struct Role;

/// What is wrong with a pattern; `offset` is a byte of its source.
struct PatternError {
    std::size_t offset = 0;
    std::string what;
    std::string hint;
};

/// Compiles a pattern (notation: docs/adding-a-rule.md). Roles it meets are added to `roles`; a role known already takes the
/// kinds of every pattern that binds it. A pattern has at most 1,000 states.
std::variant<Pattern, PatternError> compile_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles);

}  // namespace tieout
