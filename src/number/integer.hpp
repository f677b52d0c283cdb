#pragma once

#include <array>
#include <optional>

#include "number/rational.hpp"

namespace tieout::integer {

// What rational.cpp and rational_text.cpp share; no one else's business.

using Big = boost::multiprecision::cpp_int;
using Unsigned = unsigned __int128;

inline constexpr Rational::Integer kMax = static_cast<Rational::Integer>(~Unsigned{0} >> 1);
inline constexpr Rational::Integer kMin = -kMax - 1;
inline constexpr int kMaxInlinePower = 38;  // 10^38 < 2^127 <= 10^39

/// 10^0 to 10^38, all that 128 bits hold.
inline constexpr std::array<Rational::Integer, kMaxInlinePower + 1> kPowersOfTen = [] {
    std::array<Rational::Integer, kMaxInlinePower + 1> out{};
    Rational::Integer power = 1;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = power;
        if (i + 1 < out.size()) power *= 10;
    }
    return out;
}();

inline Unsigned magnitude_of(Rational::Integer value) {
    return value < 0 ? Unsigned{0} - static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
}

Big to_big(Rational::Integer value);

/// The integer, where it lies strictly between -2^127 and 2^127: what can be negated without overflow.
std::optional<Rational::Integer> to_inline(const Big& value);

}  // namespace tieout::integer
