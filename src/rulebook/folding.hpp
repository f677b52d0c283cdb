#pragma once

#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"

/// How the lexicon and the matcher see letters: what they take for one and the same, and where words end.
namespace tieout {

inline constexpr int kBlanks = 4;         ///< as many blanks in a row stand for the one of a form
inline constexpr int kMoreParticles = 2;  ///< as many particles may follow a particle: 에서 + 만 + 은

/// Spaces and line breaks inside a block.
inline bool is_blank(char32_t c) {
    if (c > 0x3000 || (c > ' ' && c < 0xA0)) return false;
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000;
}

/// ASCII letters to lower case, typographic apostrophes and hyphens to ' and -, blanks to one space.
inline char32_t fold(char32_t c) {
    if (c > 0x3000) return c;
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    if (c > ' ' && c < 0xA0) return c;
    if (c >= 0x2010 && c <= 0x2019) return c == 0x2019 || c == 0x2018 ? U'\'' : c <= 0x2011 ? U'-' : c;
    return is_blank(c) ? U' ' : c;
}

/// A letter or digit that goes on with a word in Latin script.
inline bool is_latin(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

}  // namespace tieout
