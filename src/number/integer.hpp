#pragma once

#include <array>
#include <optional>

#include <boost/multiprecision/cpp_int.hpp>

#include "number/rational.hpp"

namespace tieout {

struct Rational::Big {
    boost::multiprecision::cpp_rational value;
};

namespace integer {

// What the files of number/ that go beyond 128 bits share; no one else's business.

using Big = boost::multiprecision::cpp_int;
using BigFraction = boost::multiprecision::cpp_rational;
using Unsigned = UInt128;

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

/// The integer part: the fraction is cut off.
inline Big integer_part(const Rational& value) {
    const auto big = value.to_big().value;
    return boost::multiprecision::numerator(big) / boost::multiprecision::denominator(big);
}

}  // namespace integer
}  // namespace tieout
