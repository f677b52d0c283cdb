#include "check/digits.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>

namespace tieout {
namespace {

/// The digits without a point, from the first that is not zero to the last; empty for zero.
std::string digits_of(const Rational& value) {
    std::string text = value.abs().to_decimal();
    std::erase(text, '.');
    const std::size_t first = text.find_first_not_of('0');
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of('0') - first + 1);
}

/// Two numbers that begin at the same power of ten, digit below digit.
struct Aligned {
    Aligned(const Rational& a, const Rational& b) : first(digits_of(a)), second(digits_of(b)) {
        const std::size_t length = std::max(first.size(), second.size());
        first.resize(length, '0');
        second.resize(length, '0');
    }
    std::string first, second;
};

bool one_power(const Rational& a, const Rational& b) {
    return a.abs().magnitude() == b.abs().magnitude();
}

}  // namespace

int significant_digits(const Rational& value) {
    return static_cast<int>(digits_of(value).size());
}

bool digits_exchanged(const Rational& a, const Rational& b) {
    if (a.is_zero() || b.is_zero() || a == b || !one_power(a, b)) return false;
    auto [first, second] = Aligned(a, b);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    return first == second && std::count_if(first.begin(), first.end(), [](char c) { return c > '0'; }) >= 2;
}

bool one_slip_apart(const Rational& a, const Rational& b) {
    if (a.is_zero() || b.is_zero() || a == b) return false;
    if (!one_power(a, b)) return digits_of(a) == digits_of(b);
    if (digits_exchanged(a, b)) return true;
    const auto [first, second] = Aligned(a, b);
    return std::inner_product(first.begin(), first.end(), second.begin(), 0, std::plus<>(), std::not_equal_to<>()) == 1;
}

}  // namespace tieout
