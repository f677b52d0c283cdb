#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/lexicon.hpp"

namespace tieout {

/// What one step of a pattern asks of a token, and what it binds.
struct TokenTest {
    enum class What : std::uint8_t { any, figure, classes, text, sign };

    What what = What::any;
    std::uint32_t kinds = 0;            ///< figure: bit i is Kind i
    ClassMask classes = 0;              ///< classes: one of these
    std::string text;                   ///< text: the token's text, or the entry's form or sense id, is this
    char32_t sign = 0;                  ///< sign
    std::int16_t role = -1;             ///< bound to the token; -1: none
    std::int16_t same_unit_as = -1;     ///< role with whose figure this must share its unit (~role)
    std::int16_t other_unit_than = -1;  ///< role whose figure must have another unit (!~role)
    ClassMask column = 0;               ///< figure: its table column's head has one of these classes (@class)
    std::vector<std::string> metrics;   ///< figure: its claim's metric is one of these (#metric)
};

/// A pattern over the tokens of one sentence (or of a few that follow each other), compiled to a nondeterministic automaton without
/// loops: every gap and repetition is bounded, so matching takes time linear in the tokens. Written as docs/adding-a-rule.md says.
struct Pattern {
    struct State {
        enum class Kind : std::uint8_t { test, split, match };
        Kind kind = Kind::match;
        std::uint16_t test = 0;    ///< index into tests
        std::uint16_t next = 0;
        std::uint16_t second = 0;  ///< split: tried after `next`
    };

    std::string source;   ///< as written
    std::vector<TokenTest> tests;
    std::vector<State> states;  ///< state 0 is the start
    ClassMask needs = 0;        ///< classes that a sentence must have for the pattern to match at all
    std::uint32_t needs_kinds = 0;  ///< kinds of figures that it must have
    int needs_figures = 0;      ///< how many figures it captures at least
    int sentences = 1;          ///< how many sentences in a row it may span (<sentence> crosses one border)
};

}  // namespace tieout
