#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "rulebook/pattern.hpp"
#include "rulebook/pattern_compiler.hpp"

namespace tieout {

/// A pattern as a tree, before it is laid out as states.
struct PatternNode {
    enum class Kind : std::uint8_t { test, sequence, either, repeat };
    Kind kind = Kind::sequence;
    TokenTest test;
    std::vector<PatternNode> children;
    int least = 0;  ///< repeat
    int most = 0;
    bool lazy = false;  ///< repeat: as few as possible (gaps)
};

std::variant<PatternNode, PatternError> parse_pattern(std::string_view source, const Lexicon& lexicon,
                                                      std::vector<Role>& roles);

}  // namespace tieout
