#include "number/interval.hpp"

#include <array>
#include <utility>

#include "number/root.hpp"

namespace tieout {
namespace {

/// An end on the extended line, for arithmetic: `side` is -1 or 1 where it is infinite.
struct End {
    Rational value;
    int side = 0;
    bool closed = false;
};

End low_end(const Interval& i) {
    if (i.low().infinite()) return {0, -1, false};
    return {*i.low().value, 0, i.low().closed};
}

End high_end(const Interval& i) {
    if (i.high().infinite()) return {0, 1, false};
    return {*i.high().value, 0, i.high().closed};
}

Bound to_bound(const End& end) {
    if (end.side != 0) return {};
    return {end.value, end.closed};
}

/// What the product comes near to where both operands come near to these ends. A zero that is reached makes zero with
/// everything; a zero that is only come near to leaves zero as a limit, and the other corners bound the rest.
End product(const End& a, const End& b) {
    const bool a_zero = a.side == 0 && a.value.is_zero();
    const bool b_zero = b.side == 0 && b.value.is_zero();
    if (a_zero || b_zero) return {0, 0, (a_zero && a.closed) || (b_zero && b.closed)};
    if (a.side != 0 || b.side != 0) {
        const int left = a.side != 0 ? a.side : a.value.sign();
        const int right = b.side != 0 ? b.side : b.value.sign();
        return {0, left * right, false};
    }
    return {a.value * b.value, 0, a.closed && b.closed};
}

bool comes_before(const End& a, const End& b) {
    if (a.side != b.side) return a.side < b.side;
    return a.side == 0 && a.value < b.value;
}

bool same_place(const End& a, const End& b) {
    return a.side == b.side && (a.side != 0 || a.value == b.value);
}

/// One over an interval that does not hold zero inside, except as an end.
Interval reciprocal(const Interval& b) {
    const auto flip = [](const Bound& bound) -> Bound {
        if (bound.infinite()) return {Rational(0), false};
        if (bound.value->is_zero()) return {};
        return {Rational(1) / *bound.value, bound.closed};
    };
    return {flip(b.high()), flip(b.low())};
}

bool below_low(const Bound& low, const Rational& value) {
    return !low.infinite() && (low.closed ? value < *low.value : value <= *low.value);
}

bool above_high(const Bound& high, const Rational& value) {
    return !high.infinite() && (high.closed ? value > *high.value : value >= *high.value);
}

Bound higher_low(const Bound& a, const Bound& b) {
    if (a.infinite()) return b;
    if (b.infinite()) return a;
    if (*a.value == *b.value) return {a.value, a.closed && b.closed};
    return *a.value < *b.value ? b : a;
}

Bound lower_high(const Bound& a, const Bound& b) {
    if (a.infinite()) return b;
    if (b.infinite()) return a;
    if (*a.value == *b.value) return {a.value, a.closed && b.closed};
    return *a.value < *b.value ? a : b;
}

Bound lower_low(const Bound& a, const Bound& b) {
    if (a.infinite() || b.infinite()) return {};
    if (*a.value == *b.value) return {a.value, a.closed || b.closed};
    return *a.value < *b.value ? a : b;
}

Bound higher_high(const Bound& a, const Bound& b) {
    if (a.infinite() || b.infinite()) return {};
    if (*a.value == *b.value) return {a.value, a.closed || b.closed};
    return *a.value < *b.value ? b : a;
}

Bound sum(const Bound& a, const Bound& b) {
    if (a.infinite() || b.infinite()) return {};
    return {*a.value + *b.value, a.closed && b.closed};
}

Bound negated(const Bound& bound) {
    if (bound.infinite()) return {};
    return {-*bound.value, bound.closed};
}

bool same(const Bound& a, const Bound& b) {
    if (a.infinite() || b.infinite()) return a.infinite() && b.infinite();
    return a == b;
}

}  // namespace

Interval Interval::point(Rational value) {
    return {{value, true}, {value, true}};
}
Interval Interval::closed(Rational low, Rational high) {
    return {{std::move(low), true}, {std::move(high), true}};
}
Interval Interval::half_open(Rational low, Rational high) {
    return {{std::move(low), true}, {std::move(high), false}};
}
Interval Interval::open(Rational low, Rational high) {
    return {{std::move(low), false}, {std::move(high), false}};
}
Interval Interval::at_least(Rational low) {
    return {{std::move(low), true}, {}};
}
Interval Interval::above(Rational low) {
    return {{std::move(low), false}, {}};
}
Interval Interval::at_most(Rational high) {
    return {{}, {std::move(high), true}};
}
Interval Interval::below(Rational high) {
    return {{}, {std::move(high), false}};
}
Interval Interval::none() {
    return open(0, 0);
}

bool Interval::is_empty() const {
    if (low_.infinite() || high_.infinite()) return false;
    if (*low_.value == *high_.value) return !low_.closed || !high_.closed;
    return *high_.value < *low_.value;
}

bool Interval::is_point() const {
    return !low_.infinite() && !high_.infinite() && !is_empty() && *low_.value == *high_.value;
}

bool Interval::contains(const Rational& value) const {
    return !below_low(low_, value) && !above_high(high_, value);
}

bool Interval::contains(const Interval& other) const {
    return intersect(other) == other;
}

bool Interval::contains_whole() const {
    if (is_empty()) return false;
    if (low_.infinite() || high_.infinite()) return true;
    const Rational next = -(-*low_.value).floor();
    return contains(next) || contains(next + Rational(1));
}

bool Interval::contains_zero() const {
    return contains(Rational(0));
}

Interval Interval::intersect(const Interval& other) const {
    const Interval out(higher_low(low_, other.low_), lower_high(high_, other.high_));
    return out.is_empty() ? none() : out;
}

Interval Interval::hull(const Interval& other) const {
    if (is_empty()) return other;
    if (other.is_empty()) return *this;
    return {lower_low(low_, other.low_), higher_high(high_, other.high_)};
}

std::optional<Rational> Interval::width() const {
    if (low_.infinite() || high_.infinite()) return std::nullopt;
    return is_empty() ? Rational(0) : *high_.value - *low_.value;
}

std::optional<Rational> Interval::middle() const {
    if (low_.infinite() || high_.infinite() || is_empty()) return std::nullopt;
    return (*low_.value + *high_.value) / 2;
}

Interval Interval::operator-() const {
    if (is_empty()) return none();
    return {negated(high_), negated(low_)};
}

Interval operator+(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return Interval::none();
    return {sum(a.low_, b.low_), sum(a.high_, b.high_)};
}

Interval operator-(const Interval& a, const Interval& b) {
    return a + -b;
}

Interval operator*(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return Interval::none();
    const End al = low_end(a), ah = high_end(a), bl = low_end(b), bh = high_end(b);
    const std::array<End, 4> corners{product(al, bl), product(al, bh), product(ah, bl), product(ah, bh)};
    End low = corners[0];
    End high = corners[0];
    for (const End& corner : corners) {
        if (same_place(corner, low)) low.closed = low.closed || corner.closed;
        if (same_place(corner, high)) high.closed = high.closed || corner.closed;
        if (comes_before(corner, low)) low = corner;
        if (comes_before(high, corner)) high = corner;
    }
    return {to_bound(low), to_bound(high)};
}

Interval operator/(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return Interval::none();
    const bool below_zero = b.low_.infinite() || b.low_.value->sign() < 0;
    const bool above_zero = b.high_.infinite() || b.high_.value->sign() > 0;
    if (below_zero != above_zero) return a * reciprocal(b);
    if (!below_zero) return {};
    return a.is_point() && a.contains_zero() ? a : Interval();
}

bool operator==(const Interval& a, const Interval& b) {
    if (a.is_empty() || b.is_empty()) return a.is_empty() && b.is_empty();
    return same(a.low_, b.low_) && same(a.high_, b.high_);
}

Interval Interval::power(int exponent) const {
    if (is_empty()) return none();
    if (exponent == 0) return point(1);
    const auto raise = [exponent](const Bound& bound) -> Bound {
        if (bound.infinite()) return {};
        return {bound.value->power(exponent), bound.closed};
    };
    const bool even = exponent % 2 == 0;
    const bool all_positive = !low_.infinite() && low_.value->sign() >= 0;
    const bool all_negative = !high_.infinite() && high_.value->sign() <= 0;
    if (!even || all_positive) return {raise(low_), raise(high_)};
    if (all_negative) return {raise(high_), raise(low_)};
    return {{Rational(0), true}, higher_high(raise(low_), raise(high_))};
}

Interval Interval::root(int exponent) const {
    const Interval positive = intersect(at_least(0));
    if (positive.is_empty() || exponent < 1) return none();
    Bound low;
    Bound high;
    if (const Bound& end = positive.low_; !end.infinite()) {
        const RootBounds bounds = nth_root(*end.value, exponent);
        low = {bounds.low, end.closed || bounds.low != bounds.high};
    }
    if (const Bound& end = positive.high_; !end.infinite()) {
        const RootBounds bounds = nth_root(*end.value, exponent);
        high = {bounds.high, end.closed || bounds.low != bounds.high};
    }
    return {low, high};
}

std::string Interval::to_string() const {
    if (is_empty()) return "{}";
    std::string out = low_.infinite() ? "(-inf" : (low_.closed ? "[" : "(") + low_.value->to_decimal();
    out += ", ";
    out += high_.infinite() ? "inf)" : high_.value->to_decimal() + (high_.closed ? "]" : ")");
    return out;
}

}  // namespace tieout
