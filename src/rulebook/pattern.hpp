#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/lexicon.hpp"

namespace tieout {

/// What one step of a pattern asks of a token, and what it binds.
struct TokenTest {
    /// any: whatever a gap may skip, which is every token but a table cell's border
    enum class What : std::uint8_t { any, figure, classes, text, sign };

    What what = What::any;
    std::uint32_t kinds = 0;            ///< figure: bit i is Kind i
    ClassMask classes = 0;              ///< classes: one of these
    std::vector<std::string> ids;       ///< classes: the sense has one of these ids; empty: any
    std::string text;                   ///< text, folded: a word token's text, or the form or a sense id of an entry, is this
    std::vector<const Entry*> entries;  ///< classes with ids, text: the entries that fit, sorted by address
    char32_t sign = 0;                  ///< sign
    std::int16_t role = -1;             ///< bound to the token; -1: none
    std::int16_t same_unit_as = -1;     ///< ~role: this must convert into that role's figure, or one of both be a bare number,
                                        ///< and no known metric or subject of theirs differ
    std::int16_t other_unit_than = -1;  ///< !~role: the same kind (and dimension) as that role's figure in another unit
    ClassMask column = 0;               ///< figure: its table column's head has one of these classes (@class)
    std::vector<std::string> metrics;   ///< figure: its claim's metric is one of these (#metric)
};

/// A pattern over the tokens of one sentence (or of a few that follow each other), compiled to a nondeterministic automaton without
/// loops: every gap and repetition is bounded, so matching takes time linear in the tokens. Written as docs/adding-a-rule.md says.
struct Pattern {
    struct State {
        enum class Kind : std::uint8_t { test, split, sentence, match };  ///< sentence: crosses the border before the next token
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

    /// What the first token may be; `first_other`: also something else than an entry of a class or a figure.
    ClassMask first_classes = 0;
    std::uint32_t first_kinds = 0;
    bool first_other = false;
    std::vector<std::int16_t> referred;  ///< roles that a later ~ looks back at, at most kReferred
    static constexpr std::size_t kReferred = 4;
};

}  // namespace tieout
