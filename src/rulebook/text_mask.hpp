#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/int128.hpp"

namespace tieout {

/// A set of words, of which each word sets one bit: what is not in the set is known not to be, what is in it may not be.
using TextMask = UInt128;

/// The bit of a word, whatever its case: a multiplicative hash (D. Knuth, The Art of Computer Programming 6.4) of its first
/// eight bytes and its length. Setting bit 5 of every byte makes ASCII letters one case; what else it makes alike does no harm.
inline TextMask text_bit(std::string_view word) {
    constexpr std::uint64_t kOneCase = 0x2020202020202020;
    std::uint64_t head = 0;
    std::memcpy(&head, word.data(), std::min(word.size(), sizeof head));
    const std::uint64_t hash = ((head | kOneCase) + word.size()) * 0x9E3779B97F4A7C15;
    return TextMask{1} << (hash >> 57);
}

}  // namespace tieout
