#pragma once

#include "number/interval.hpp"

namespace tieout {

/// How sure a failure makes us: a relation that fails on the generous readings is an error, one that fails only on the usual
/// readings a warning, one that fails only on the tight readings a note.
enum class Tier { generous, usual, tight };

enum class Hedge { none, about, at_least, more_than, at_most, less_than, nearly, up_to };

/// How exactly a figure states its value.
enum class Shape {
    point,    ///< one value, rounded or cut off at its last significant digit
    exact,    ///< one value and no other: small counts, years, halves, "doubled"
    range,    ///< "10억~20억": from the reading of `value` to the reading of `high`
    bucket,   ///< "1억원대": [value, value + step)
    beyond,   ///< "10여억": (value, value + step)
    several,  ///< "수십억", "tens of millions": [value, high]
    either,   ///< "3배 늘다", "three times more": value, or value + 1
};

/// A figure's value as the writer put it, in its own unit, with what is needed to say which true values a careful reporter
/// would have written so. Plain data; `reading` gives it meaning.
struct Magnitude {
    Rational value;          ///< as written ("약 6조6000억" is 6600000000000); the low end of a range
    Rational high;           ///< the other end of a range or of `several`
    Rational step;           ///< place of the last significant digit: trailing zeros before the decimal point coarsen it
    Rational high_step;      ///< the same for the high end of a range
    Rational finest;         ///< the finest place written: 1억 in "6조6000억", 1 in "15,000", 0.01 in "1.25"
    bool as_written = false; ///< percentages, points, multiples: `finest` is the step in every tier, trailing zeros too
    Shape shape = Shape::point;
    Hedge hedge = Hedge::none;
};

/// The true values that the figure allows at a tier (docs/figures.md). Never empty, and nested: generous holds usual holds
/// tight.
Interval reading(const Magnitude& magnitude, Tier tier);

/// What the words say before any rounding: [v, v] for a point, [v, inf) for "at least v", [low, high] for a range.
/// Claims print this as `low` and `high`.
Interval stated(const Magnitude& magnitude);

std::string_view to_string(Hedge hedge);  ///< "about", "at-least", …; "" for none

}  // namespace tieout
