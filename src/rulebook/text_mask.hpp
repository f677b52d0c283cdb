#pragma once

#include <cstdint>
#include <string_view>

namespace tieout {

/// A set of words, of which each word sets one bit: what is not in the set is known not to be, what is in it may not be.
using TextMask = unsigned __int128;

/// The bit of a word, whatever its case (FNV-1a over its first bytes; G. Fowler, L. C. Noll, P. Vo).
inline TextMask text_bit(std::string_view word) {
    constexpr std::size_t kBytes = 15;
    std::uint32_t hash = 2166136261u;
    for (std::size_t i = 0; i < word.size() && i < kBytes; ++i) {
        const char c = word[i];
        hash = (hash ^ static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)) * 16777619u;
    }
    return TextMask{1} << (hash >> 25);
}

}  // namespace tieout
