#pragma once

#include <string_view>
#include <vector>

#include "rulebook/expression_parser.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// A pattern as it is written, before it becomes an automaton.
struct PatternNode {
    enum class What : std::uint8_t { token, gap, sentence, sequence, choice, repeat };

    What what = What::sequence;
    std::size_t at = 0;      ///< byte of the source
    std::uint16_t test = 0;  ///< token: index into Pattern::tests
    int low = 0;             ///< repeat
    int high = 0;            ///< repeat, gap
    std::vector<PatternNode> children;
};

/// Parses a pattern as docs/adding-a-rule.md says. Adds its token tests to `pattern` and the roles it captures to `roles`.
std::optional<SourceError> parse_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles,
                                         Pattern& pattern, PatternNode& root);

}  // namespace tieout
