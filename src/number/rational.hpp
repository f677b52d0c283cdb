#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/int128.hpp"

namespace tieout {

/// An exact fraction in lowest terms with a positive denominator. Values whose numerator and denominator fit 128 bits are
/// held inline; the rest are Boost's cpp_rational. Every operation is exact; dividing by zero is a programming error that
/// callers must exclude (is_zero()).
class Rational {
public:
    using Integer = Int128;
    /// Boost's cpp_rational. Defined in number/integer.hpp for the few who do arithmetic on it: its headers would cost every
    /// other file of the program seconds to compile.
    struct Big;

    Rational() = default;
    Rational(int value) : numerator_(value) {}
    Rational(long value) : numerator_(value) {}
    Rational(long long value) : numerator_(value) {}
    Rational(Integer numerator, Integer denominator);
    explicit Rational(const Big& value);
    Rational(const Rational& other)
        : numerator_(other.numerator_), denominator_(other.denominator_), big_(other.big_ ? copy(*other.big_) : nullptr) {}
    Rational(Rational&&) noexcept = default;
    Rational& operator=(const Rational& other);
    Rational& operator=(Rational&&) noexcept = default;
    ~Rational() = default;

    /// Reads "-12", "0.25", "1e6", "3/4"; nothing for anything else. At most 4,000 characters.
    static std::optional<Rational> parse(std::string_view text);
    /// 10 to a power between -4,000 and 4,000.
    static Rational power_of_ten(int exponent);

    bool is_zero() const { return !big_ && numerator_ == 0; }
    bool is_integer() const;
    int sign() const;
    Rational abs() const { return sign() < 0 ? -*this : *this; }

    Rational operator-() const;
    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    friend Rational operator/(const Rational& a, const Rational& b);
    Rational& operator+=(const Rational& b) { return *this = *this + b; }
    Rational& operator-=(const Rational& b) { return *this = *this - b; }
    Rational& operator*=(const Rational& b) { return *this = *this * b; }
    Rational& operator/=(const Rational& b) { return *this = *this / b; }
    friend bool operator==(const Rational& a, const Rational& b);
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    /// This to a whole power; `exponent` may be negative when this is not zero. |exponent| at most 1,000.
    Rational power(int exponent) const;
    /// The largest integer that is not above this.
    Rational floor() const;
    /// The nearest multiple of `step` (above 0), halves away from zero.
    Rational round_to(const Rational& step) const;

    /// The integer this is, where it is one and fits 64 bits.
    std::optional<std::int64_t> to_int64() const;
    /// Exact decimal digits ("6600000000000", "-0.25") where they end; else rounded to 15 significant digits.
    std::string to_decimal() const;
    /// Rounded to `places` after the point, halves away from zero; trailing zeros are kept.
    std::string to_decimal(int places) const;
    Big to_big() const;

    /// The exponent e with 10^e <= |this| < 10^(e+1); this must not be zero.
    int magnitude() const;

private:
    struct Delete {
        void operator()(Big* big) const noexcept;
    };

    static Big* copy(const Big& big);

    Integer numerator_ = 0;
    Integer denominator_ = 1;
    std::unique_ptr<Big, Delete> big_;  ///< set when the inline form does not hold the value
};

inline Rational min(const Rational& a, const Rational& b) {
    return b < a ? b : a;
}
inline Rational max(const Rational& a, const Rational& b) {
    return a < b ? b : a;
}

}  // namespace tieout
