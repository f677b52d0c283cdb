#pragma once

#include <optional>
#include <string>

#include "number/rational.hpp"

namespace tieout {

/// One end of an interval. A bound without a value is infinite (and open).
struct Bound {
    std::optional<Rational> value;
    bool closed = false;

    bool infinite() const { return !value.has_value(); }
    friend bool operator==(const Bound&, const Bound&) = default;
};

/// A set of rationals between two ends, each open, closed or infinite; possibly empty. Arithmetic is exact: the result holds
/// every value the operation can give and, for one operation on independent operands, no other. Printed as "[9.5, 11)",
/// "(-inf, 3]", "{}".
class Interval {
public:
    /// Everything.
    Interval() = default;
    Interval(Bound low, Bound high) : low_(std::move(low)), high_(std::move(high)) {}

    static Interval point(Rational value);
    static Interval closed(Rational low, Rational high);
    static Interval half_open(Rational low, Rational high);  ///< [low, high)
    static Interval open(Rational low, Rational high);
    static Interval at_least(Rational low);
    static Interval above(Rational low);
    static Interval at_most(Rational high);
    static Interval below(Rational high);
    static Interval none();

    const Bound& low() const { return low_; }
    const Bound& high() const { return high_; }
    bool is_empty() const;
    bool is_point() const;
    bool contains(const Rational& value) const;
    bool contains(const Interval& other) const;
    bool contains_whole() const;  ///< some whole number lies inside
    /// Zero lies inside.
    bool contains_zero() const;

    Interval intersect(const Interval& other) const;
    /// The smallest interval that holds both.
    Interval hull(const Interval& other) const;
    /// high - low where both ends are finite.
    std::optional<Rational> width() const;
    /// Halfway where both ends are finite.
    std::optional<Rational> middle() const;

    Interval operator-() const;
    friend Interval operator+(const Interval& a, const Interval& b);
    friend Interval operator-(const Interval& a, const Interval& b);
    friend Interval operator*(const Interval& a, const Interval& b);
    /// Where `b` holds zero inside, the hull of both branches (everything, unless `b` only touches zero at one end or `a` is
    /// zero). Zero itself for `b` gives everything: nothing is known then, and no relation may fail on it.
    friend Interval operator/(const Interval& a, const Interval& b);
    friend bool operator==(const Interval& a, const Interval& b);

    /// This to a whole power from 0 to 1,000.
    Interval power(int exponent) const;
    /// The non-negative values whose power lies in this: an outer bound, each end within 1e-9 of the exact root, for
    /// exponents 1 to 1,000. No root is ever compared with: it only narrows an expected value.
    Interval root(int exponent) const;

    std::string to_string() const;

private:
    Bound low_;
    Bound high_;
};

}  // namespace tieout
