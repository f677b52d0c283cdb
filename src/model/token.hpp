#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"
#include "model/figure.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

enum class TokenKind : std::uint8_t {
    word,         ///< letters the lexicon does not know
    entry,        ///< a lexicon entry (particles too)
    figure,
    punctuation,  ///< one sign: ( ) , · ~ … | (a table's cell border)
};

/// The unit that rule patterns speak of. Tokens cover everything but spaces, in order.
struct Token {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    Span span;
    TokenKind kind = TokenKind::word;
    char32_t sign = 0;                 ///< for punctuation: the sign itself
    const Entry* entry = nullptr;      ///< for entries
    std::uint32_t claim = kNone;       ///< for figures: the index of the figure, and later of its claim
    ClassMask classes = 0;                 ///< for entries: the classes of the senses that may stand here
};

/// A draft's tokens. A row of a table is one sentence here, its cells parted by '|' tokens.
/// Sentence i holds tokens [first[i], first[i + 1]) and stands in block blocks[i] (for rows: the first cell's).
struct TokenStream {
    std::vector<Token> tokens;
    std::vector<Figure> figures;
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> blocks;

    std::uint32_t sentence_count() const { return static_cast<std::uint32_t>(blocks.size()); }
};

}  // namespace tieout
