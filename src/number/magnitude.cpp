#include "number/magnitude.hpp"

#include <utility>

namespace tieout {
namespace {

Rational positive(const Rational& place) { return place.sign() > 0 ? place : Rational(0); }

/// The place down to which a value counts as written exactly at a tier. The usual cap does not let a coarse figure become finer
/// in the usual tier than in the tight one, which must lie inside it.
Rational place(const Rational& value, const Rational& step, const Rational& finest, bool as_written, Tier tier) {
    if (as_written) return positive(finest);
    const Rational coarse = positive(step);
    const Rational capped = value.is_zero() ? coarse : min(coarse, value.abs() / 10);
    switch (tier) {
        case Tier::generous: return coarse;
        case Tier::usual: return capped;
        case Tier::tight: return min(positive(finest), capped);
    }
    return coarse;
}

/// A positive amount is not taken for zero or less, however coarsely it was written.
Interval keep_sign(Interval range, const Rational& value) {
    if (value.sign() > 0) return range.intersect(Interval::above(0));
    if (value.sign() < 0) return range.intersect(Interval::below(0));
    return range;
}

/// Rounded to the nearest or cut off at place `u`; in the tight tier rounded only.
Interval rounded(const Rational& value, const Rational& u, Tier tier) {
    if (u.is_zero()) return Interval::point(value);
    const Rational half = u / 2;
    if (tier == Tier::tight) return keep_sign(Interval::closed(value - half, value + half), value);
    if (value.sign() < 0) return keep_sign(-Interval::half_open(-value - half, -value + u), value);
    return keep_sign(Interval::half_open(value - half, value + u), value);
}

/// The other reading of "3배 늘다".
Rational one_more(const Rational& value) { return value + (value.sign() < 0 ? -1 : 1); }

/// What the shape says before any rounding, without its hedge.
Interval outline(const Magnitude& m) {
    switch (m.shape) {
        case Shape::point:
        case Shape::exact: return Interval::point(m.value);
        case Shape::range:
        case Shape::several: return Interval::closed(min(m.value, m.high), max(m.value, m.high));
        case Shape::bucket:
        case Shape::beyond: {
            if (m.step.sign() <= 0) return Interval::point(m.value);
            const Interval up(Bound{m.value, m.shape == Shape::bucket}, Bound{m.value + m.step, false});
            return m.value.sign() < 0 ? -Interval(Bound{-m.value, m.shape == Shape::bucket}, Bound{m.step - m.value, false})
                                      : up;
        }
        case Shape::either: return Interval::point(m.value).hull(Interval::point(one_more(m.value)));
    }
    return Interval::point(m.value);
}

Rational place(const Magnitude& m, Tier tier) { return place(m.value, m.step, m.finest, m.as_written, tier); }

Rational high_place(const Magnitude& m, Tier tier) {
    // The finest place is known for the low end only; the high end's own last digit bounds it.
    const Rational finest = m.high_step.sign() > 0 ? min(m.finest, m.high_step) : m.finest;
    return place(m.high, m.high_step, finest, m.as_written, tier);
}

/// The shape with its rounding, without its hedge.
Interval body(const Magnitude& m, Tier tier) {
    switch (m.shape) {
        case Shape::point: return rounded(m.value, place(m, tier), tier);
        case Shape::range: return rounded(m.value, place(m, tier), tier).hull(rounded(m.high, high_place(m, tier), tier));
        case Shape::either: {
            const Rational u = place(m, tier);
            return rounded(m.value, u, tier).hull(rounded(one_more(m.value), u, tier));
        }
        case Shape::exact:
        case Shape::bucket:
        case Shape::beyond:
        case Shape::several: return outline(m);
    }
    return outline(m);
}

/// One more place to either side, at least 2 % of the value.
Interval widened(const Interval& range, const Magnitude& m, Tier tier) {
    const Rational low_margin = max(place(m, tier), m.value.abs() / 50);
    const bool two_ended = m.shape == Shape::range;
    const Rational high_margin = two_ended ? max(high_place(m, tier), m.high.abs() / 50) : low_margin;
    const bool falling = two_ended && m.high < m.value;
    const Rational& below = falling ? high_margin : low_margin;
    const Rational& above = falling ? low_margin : high_margin;
    const Interval wide(Bound{*range.low().value - below, range.low().closed},
                        Bound{*range.high().value + above, range.high().closed});
    return range.contains_zero() ? wide : keep_sign(wide, m.value);
}

/// The hedge's bounds. `close`: nobody writes "over 10" for 20, so that the far end is a quarter above or a fifth below.
Interval bounded(const Interval& said, const Magnitude& m, bool close) {
    const Bound& low = said.low();
    const Bound& high = said.high();
    const Rational& l = *low.value;
    const Rational& h = *high.value;
    const Bound top = close && !h.is_zero() ? Bound{h + h.abs() / 4, true} : Bound{};
    const Bound bottom = close && !l.is_zero() ? Bound{l - l.abs() / 5, true} : Bound{};
    const Bound below_low{min(l, 0), l.sign() < 0 && low.closed};
    switch (m.hedge) {
        case Hedge::at_least: return {low, top};
        case Hedge::more_than: return {{l, false}, top};
        case Hedge::at_most: return {bottom, high};
        case Hedge::less_than: return {bottom, {m.shape == Shape::bucket ? l : h, false}};
        case Hedge::up_to: return {{min(l, 0), l.sign() >= 0 || low.closed}, high};
        case Hedge::nearly: return {close && l.sign() > 0 ? Bound{l * Rational(9, 10), true} : below_low, {h, false}};
        case Hedge::none:
        case Hedge::about: break;
    }
    return said;
}

/// "At least minus 5" seen from the other side of zero is "at most 5".
Hedge mirrored(Hedge hedge) {
    switch (hedge) {
        case Hedge::at_least: return Hedge::at_most;
        case Hedge::more_than: return Hedge::less_than;
        case Hedge::at_most: return Hedge::at_least;
        case Hedge::less_than: return Hedge::more_than;
        case Hedge::none:
        case Hedge::about:
        case Hedge::nearly:
        case Hedge::up_to: break;
    }
    return hedge;
}

bool is_negative(const Magnitude& m) {
    const bool two_ended = m.shape == Shape::range || m.shape == Shape::several;
    return two_ended ? max(m.value, m.high).sign() < 0 : m.value.sign() < 0;
}

Interval hedged(const Interval& body, const Magnitude& m, Tier tier) {
    if (m.hedge == Hedge::none) return body;
    const Interval said = outline(m);
    // "Nearly zero" has nothing below it to come from.
    const bool nothing_below = m.hedge == Hedge::nearly && said.high().value->sign() <= 0 && said.low().value->is_zero();
    if (m.hedge == Hedge::about || nothing_below) return widened(body, m, tier);
    return bounded(said, m, tier != Tier::generous);
}

}  // namespace

Interval reading(const Magnitude& magnitude, Tier tier) {
    // Shapes mirror by their sign; only the hedges that speak of more and less need turning round.
    if (is_negative(magnitude) && magnitude.hedge != Hedge::none && magnitude.hedge != Hedge::about) {
        Magnitude turned = magnitude;
        turned.value = -magnitude.value;
        turned.high = -magnitude.high;
        turned.hedge = mirrored(magnitude.hedge);
        return -hedged(body(turned, tier), turned, tier);
    }
    return hedged(body(magnitude, tier), magnitude, tier);
}

Interval stated(const Magnitude& magnitude) {
    if (magnitude.hedge == Hedge::none || magnitude.hedge == Hedge::about) return outline(magnitude);
    return reading(magnitude, Tier::generous);
}

std::string_view to_string(Hedge hedge) {
    switch (hedge) {
        case Hedge::none: return "";
        case Hedge::about: return "about";
        case Hedge::at_least: return "at-least";
        case Hedge::more_than: return "more-than";
        case Hedge::at_most: return "at-most";
        case Hedge::less_than: return "less-than";
        case Hedge::nearly: return "nearly";
        case Hedge::up_to: return "up-to";
    }
    return "";
}

}  // namespace tieout
