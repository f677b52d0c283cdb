#pragma once

#include <string_view>
#include <vector>

#include "rulebook/pattern_syntax.hpp"

namespace tieout {

/// Compiles a pattern into its automaton. The roles it captures are added to `roles` (their kinds joined with what is known of
/// them); a figure that can be captured more than once on one way through the pattern makes its role a list. The pattern keeps
/// pointers into the lexicon.
std::optional<SourceError> compile_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles,
                                           Pattern& out);

}  // namespace tieout
