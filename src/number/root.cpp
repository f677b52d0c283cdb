#include "number/root.hpp"

#include "number/integer.hpp"

namespace tieout {
namespace {

using integer::Big;

constexpr int kPlaces = 9;

/// The largest k with k^n <= value.
Big integer_root(const Big& value, unsigned n) {
    if (value.is_zero() || n == 1) return value;
    // The root has this many bits; its leading ones are found by halving, until Newton's iteration converges quadratically for
    // every n up to 1,000 (relative error below 1/(2n)); from above it falls monotonically to the root.
    const auto bits = static_cast<unsigned>(msb(value)) / n + 1;
    Big low = Big(1) << (bits - 1);
    Big high = Big(1) << bits;
    for (unsigned step = 0; step < 12 && high - low > 1; ++step) {
        const Big middle = (low + high) / 2;
        (pow(middle, n) <= value ? low : high) = middle;
    }
    Big root = high;
    while (true) {
        const Big next = (root * (n - 1) + value / pow(root, n - 1)) / n;
        if (next >= root) return root;
        root = next;
    }
}

}  // namespace

RootBounds nth_root(const Rational& value, int n) {
    if (n == 1) return {value, value};
    const Rational scale = Rational::power_of_ten(kPlaces);
    const Rational scaled = value * scale.power(n);
    const Rational root = Rational(Rational::Big{integer_root(integer::integer_part(scaled), static_cast<unsigned>(n))});
    const Rational low = root / scale;
    const Rational high = root.power(n) == scaled ? low : (root + Rational(1)) / scale;
    return {low, high};
}

}  // namespace tieout
