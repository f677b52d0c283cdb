#include "number/rational.hpp"

#include "number/integer.hpp"

namespace tieout {
namespace integer {

Big to_big(Rational::Integer value) {
    const Unsigned size = magnitude_of(value);
    Big out = static_cast<std::uint64_t>(size >> 64);
    out <<= 64;
    out += static_cast<std::uint64_t>(size);
    if (value < 0) out = -out;
    return out;
}

std::optional<Rational::Integer> to_inline(const Big& value) {
    const Big size = abs(value);
    if (size.is_zero()) return 0;
    if (msb(size) >= 127) return std::nullopt;
    const auto low = static_cast<std::uint64_t>(size & 0xFFFFFFFFFFFFFFFFULL);
    const auto high = static_cast<std::uint64_t>(size >> 64);
    const auto out = static_cast<Rational::Integer>(Unsigned{high} << 64 | low);
    return value < 0 ? -out : out;
}

}  // namespace integer

namespace {

using integer::kMin;
using Integer = Rational::Integer;

bool fits_64(integer::Unsigned value) {
    return (value >> 64) == 0;
}

integer::Unsigned gcd(integer::Unsigned a, integer::Unsigned b) {
    while (b != 0 && !fits_64(a | b)) {
        const integer::Unsigned rest = a % b;
        a = b;
        b = rest;
    }
    auto x = static_cast<std::uint64_t>(a);
    auto y = static_cast<std::uint64_t>(b);
    if (y == 0) return a;
    // Most often one of the two is a denominator of two or three digits: Euclid's way is over in a few steps then.
    while (y != 0) {
        const std::uint64_t rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

/// Division without rest; the long division of 128 bits only where it is needed.
Integer cut(Integer value, Integer divisor) {
    if (divisor == 1) return value;
    if (value == static_cast<std::int64_t>(value) && divisor == static_cast<std::int64_t>(divisor)) {
        return static_cast<std::int64_t>(value) / static_cast<std::int64_t>(divisor);
    }
    return value / divisor;
}

/// For a positive divisor; the result is at most 2^127 - 1 unless `a` is 0 and `b` the smallest integer, which callers exclude.
Integer gcd_of(Integer a, Integer b) {
    return static_cast<Integer>(gcd(integer::magnitude_of(a), integer::magnitude_of(b)));
}

}  // namespace

Rational::Rational(Integer numerator, Integer denominator) {
    if (numerator == kMin || denominator == kMin) {
        *this = Rational(Big{integer::BigFraction(integer::to_big(numerator), integer::to_big(denominator))});
        return;
    }
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Integer divisor = denominator == 1 ? 1 : gcd_of(numerator, denominator);
    numerator_ = cut(numerator, divisor);
    denominator_ = cut(denominator, divisor);
}

Rational::Rational(const Big& value) {
    const std::optional<Integer> small_numerator = integer::to_inline(boost::multiprecision::numerator(value.value));
    const std::optional<Integer> small_denominator = integer::to_inline(boost::multiprecision::denominator(value.value));
    if (small_numerator && small_denominator) {
        numerator_ = *small_numerator;
        denominator_ = *small_denominator;
    } else {
        big_.reset(new Big(value));
    }
}

void Rational::Delete::operator()(Big* big) const noexcept {
    delete big;
}

Rational::Big* Rational::copy(const Big& big) {
    return new Big(big);
}

Rational& Rational::operator=(const Rational& other) {
    if (this == &other) return *this;
    numerator_ = other.numerator_;
    denominator_ = other.denominator_;
    big_.reset(other.big_ ? copy(*other.big_) : nullptr);
    return *this;
}

Rational::Big Rational::to_big() const {
    if (big_) return *big_;
    return {integer::BigFraction(integer::to_big(numerator_), integer::to_big(denominator_))};
}

bool Rational::is_integer() const {
    return big_ ? boost::multiprecision::denominator(big_->value) == 1 : denominator_ == 1;
}

int Rational::sign() const {
    if (big_) return big_->value.sign();
    return numerator_ > 0 ? 1 : numerator_ < 0 ? -1 : 0;
}

Rational Rational::operator-() const {
    if (big_) return Rational(Big{-big_->value});
    Rational out;
    out.numerator_ = -numerator_;
    out.denominator_ = denominator_;
    return out;
}

Rational operator+(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        Integer left, right, over, under;
        if (a.denominator_ == b.denominator_) {
            if (!__builtin_add_overflow(a.numerator_, b.numerator_, &over)) return Rational(over, a.denominator_);
        } else {
            // a/(g·p) + b/(g·q) = (a·q + b·p)/(g·p·q), with g the denominators' greatest common divisor.
            const Integer common = gcd_of(a.denominator_, b.denominator_);
            const Integer p = cut(a.denominator_, common);
            const Integer q = cut(b.denominator_, common);
            if (!__builtin_mul_overflow(a.numerator_, q, &left) && !__builtin_mul_overflow(b.numerator_, p, &right) &&
                !__builtin_add_overflow(left, right, &over) && !__builtin_mul_overflow(a.denominator_, q, &under)) {
                return Rational(over, under);
            }
        }
    }
    return Rational(Rational::Big{a.to_big().value + b.to_big().value});
}

Rational operator-(const Rational& a, const Rational& b) {
    return a + -b;
}

Rational operator*(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        // Cut crosswise first: what is left has no common divisor, and overflows only where the result does.
        const Integer left = b.denominator_ == 1 ? 1 : gcd_of(a.numerator_, b.denominator_);
        const Integer right = a.denominator_ == 1 ? 1 : gcd_of(b.numerator_, a.denominator_);
        Rational out;
        if (!__builtin_mul_overflow(cut(a.numerator_, left), cut(b.numerator_, right), &out.numerator_) &&
            out.numerator_ != kMin &&
            !__builtin_mul_overflow(cut(a.denominator_, right), cut(b.denominator_, left), &out.denominator_)) {
            return out;
        }
    }
    return Rational(Rational::Big{a.to_big().value * b.to_big().value});
}

Rational operator/(const Rational& a, const Rational& b) {
    if (!b.big_) {
        Rational upside_down;
        upside_down.numerator_ = b.numerator_ < 0 ? -b.denominator_ : b.denominator_;
        upside_down.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
        return a * upside_down;
    }
    return Rational(Rational::Big{a.to_big().value / b.big_->value});
}

bool operator==(const Rational& a, const Rational& b) {
    // A value has one form only: inline wherever that holds it.
    if (a.big_ || b.big_) return a.big_ && b.big_ && a.big_->value == b.big_->value;
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
        Integer left, right;
        if (!__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
            !__builtin_mul_overflow(b.numerator_, a.denominator_, &right)) {
            return left <=> right;
        }
    }
    return a.to_big().value.compare(b.to_big().value) <=> 0;
}

Rational Rational::power(int exponent) const {
    Rational base = exponent < 0 ? Rational(1) / *this : *this;
    auto left = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
    Rational out = 1;
    while (left > 0) {
        if (left & 1U) out *= base;
        left >>= 1U;
        if (left > 0) base *= base;
    }
    return out;
}

Rational Rational::floor() const {
    if (is_integer()) return *this;
    if (!big_) {
        const Integer whole = numerator_ / denominator_;
        return Rational(numerator_ < 0 ? whole - 1 : whole, 1);
    }
    const integer::Big over = boost::multiprecision::numerator(big_->value);
    const integer::Big cut = over / boost::multiprecision::denominator(big_->value);
    return Rational(Big{over < 0 ? integer::Big(cut - 1) : cut});
}

Rational Rational::round_to(const Rational& step) const {
    const Rational half(1, 2);
    const Rational steps = (abs() / step + half).floor() * step;
    return sign() < 0 ? -steps : steps;
}

std::optional<std::int64_t> Rational::to_int64() const {
    if (big_ || denominator_ != 1) return std::nullopt;
    if (numerator_ > INT64_MAX || numerator_ < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(numerator_);
}

}  // namespace tieout
