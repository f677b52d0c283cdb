#include <algorithm>

#include "number/integer.hpp"
#include "number/rational.hpp"

namespace tieout {
namespace {

using integer::kMaxInlinePower;
using integer::kPowersOfTen;
using integer::magnitude_of;
using integer::Unsigned;
using BigInteger = integer::Big;

constexpr std::size_t kMaxParsed = 4000;
/// What a double carries through text and back: nothing that reads a rounded value as one loses a digit.
constexpr int kRoundedDigits = 15;

/// Decimal digits only; Boost would read a leading zero as octal.
BigInteger big_from_digits(std::string_view digits) {
    const std::size_t first = digits.find_first_not_of('0');
    if (first == std::string_view::npos) return 0;
    return BigInteger(std::string(digits.substr(first)));
}

std::string digits_of(Unsigned value) {
    char buffer[40];
    char* at = buffer + sizeof buffer;
    do {
        *--at = static_cast<char>('0' + static_cast<int>(value % 10));
        value /= 10;
    } while (value != 0);
    return {at, static_cast<std::size_t>(buffer + sizeof buffer - at)};
}

int digit_count(Unsigned value) {
    int count = 1;
    while (count <= kMaxInlinePower && value >= static_cast<Unsigned>(kPowersOfTen[static_cast<std::size_t>(count)])) ++count;
    return count;
}

/// Decimal digits with the point put in front of the last `places`.
std::string with_point(std::string digits, std::size_t places, bool negative) {
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    return negative && !zero ? "-" + digits : digits;
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How often `factor` divides `value`, which is divided by it as often.
int strip(BigInteger& value, unsigned factor) {
    int count = 0;
    while (!value.is_zero() && value % factor == 0) {
        value /= factor;
        ++count;
    }
    return count;
}

}  // namespace

std::optional<Rational> Rational::parse(std::string_view text) {
    if (text.size() > kMaxParsed) return std::nullopt;
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);

    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view over = text.substr(0, slash);
        const std::string_view under = text.substr(slash + 1);
        if (!is_digits(over) || !is_digits(under)) return std::nullopt;
        BigInteger denominator = big_from_digits(under);
        if (denominator.is_zero()) return std::nullopt;
        const Rational out(Big{integer::BigFraction(big_from_digits(over), std::move(denominator))});
        return negative ? -out : out;
    }

    int exponent = 0;
    if (const std::size_t mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        std::string_view digits = text.substr(mark + 1);
        const bool down = !digits.empty() && digits.front() == '-';
        if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) digits.remove_prefix(1);
        if (!is_digits(digits) || digits.size() > 4) return std::nullopt;
        for (const char c : digits) exponent = exponent * 10 + (c - '0');
        if (exponent > 4000) return std::nullopt;
        if (down) exponent = -exponent;
        text = text.substr(0, mark);
    }
    std::string_view fraction;
    if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
        fraction = text.substr(point + 1);
        text = text.substr(0, point);
        if (!is_digits(fraction)) return std::nullopt;
    }
    if (!is_digits(text)) return std::nullopt;

    Rational mantissa;
    const std::size_t digits = text.size() + fraction.size();
    if (digits <= static_cast<std::size_t>(kMaxInlinePower)) {
        Integer value = 0;
        for (const char c : text) value = value * 10 + (c - '0');
        for (const char c : fraction) value = value * 10 + (c - '0');
        mantissa = Rational(value, 1);
    } else {
        std::string all(text);
        all += fraction;
        mantissa = Rational(Big{big_from_digits(all)});
    }
    const int shift = exponent - static_cast<int>(fraction.size());
    const Rational out = shift == 0 ? std::move(mantissa) : mantissa * power_of_ten(shift);
    return negative ? -out : out;
}

Rational Rational::power_of_ten(int exponent) {
    const auto size = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
    Rational out;
    if (size <= static_cast<unsigned>(kMaxInlinePower)) {
        out.numerator_ = exponent < 0 ? 1 : kPowersOfTen[size];
        out.denominator_ = exponent < 0 ? kPowersOfTen[size] : 1;
        return out;
    }
    BigInteger power = pow(BigInteger(10), size);
    return exponent < 0 ? Rational(Big{integer::BigFraction(BigInteger(1), std::move(power))})
                        : Rational(Big{std::move(power)});
}

std::string Rational::to_decimal() const {
    int places = 0;
    if (!big_) {
        Integer rest = denominator_;
        int twos = 0, fives = 0;
        for (; rest % 2 == 0; rest /= 2) ++twos;
        for (; rest % 5 == 0; rest /= 5) ++fives;
        places = rest == 1 ? std::max(twos, fives) : -1;
    } else {
        BigInteger rest = boost::multiprecision::denominator(big_->value);
        const int twos = strip(rest, 2);
        const int fives = strip(rest, 5);
        places = rest == 1 ? std::max(twos, fives) : -1;
    }
    if (places >= 0) return to_decimal(places);
    std::string out = to_decimal(std::max(kRoundedDigits - 1 - magnitude(), 0));
    if (out.find('.') == std::string::npos) return out;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

std::string Rational::to_decimal(int places) const {
    const auto after = static_cast<std::size_t>(std::max(places, 0));
    const Rational scaled = (abs() * power_of_ten(std::max(places, 0))).round_to(1);
    const std::string digits =
        scaled.big_ ? boost::multiprecision::numerator(scaled.big_->value).str() : digits_of(magnitude_of(scaled.numerator_));
    return with_point(digits, after, sign() < 0);
}

int Rational::magnitude() const {
    int estimate = 0;
    if (!big_) {
        estimate = digit_count(magnitude_of(numerator_)) - digit_count(static_cast<Unsigned>(denominator_));
    } else {
        const auto over = boost::multiprecision::numerator(abs().to_big().value).str().size();
        const auto under = boost::multiprecision::denominator(big_->value).str().size();
        estimate = static_cast<int>(over) - static_cast<int>(under);
    }
    // A quotient of an m-digit by an n-digit number lies in (10^(m-n-1), 10^(m-n+1)).
    return abs() < power_of_ten(estimate) ? estimate - 1 : estimate;
}

}  // namespace tieout
