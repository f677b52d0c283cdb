#include "number/interval.hpp"

#include <vector>

#include "catch.hpp"

using tieout::Bound;
using tieout::Interval;
using tieout::Rational;

namespace {

const Rational kNear(1, 1000);  ///< how close an open end is sampled
const Rational kFar(1000);      ///< how far an infinite end is sampled
const Rational kClose(1, 50);   ///< how close results of such samples come to the result's own open ends
const Rational kVast(100);      ///< what stands for infinity in results

/// Every interval between few ends, open and closed, and the infinite ones.
std::vector<Interval> all_intervals() {
    std::vector<Bound> ends;
    for (const Rational& value : {Rational(-2), Rational(-1, 2), Rational(0), Rational(1), Rational(3)}) {
        ends.push_back({value, true});
        ends.push_back({value, false});
    }
    ends.push_back({});
    std::vector<Interval> out;
    for (const Bound& low : ends) {
        for (const Bound& high : ends) {
            const Interval interval(low, high);
            if (!interval.is_empty()) out.push_back(interval);
        }
    }
    return out;
}

std::vector<Rational> samples_of(const Interval& interval) {
    std::vector<Rational> candidates = {-kFar, kFar, -1, Rational(-1, 4), -kNear, 0, kNear, Rational(1, 2), 2};
    for (const Bound* end : {&interval.low(), &interval.high()}) {
        if (end->infinite()) continue;
        candidates.push_back(*end->value);
        candidates.push_back(*end->value + kNear);
        candidates.push_back(*end->value - kNear);
    }
    std::vector<Rational> out;
    for (const Rational& value : candidates) {
        if (interval.contains(value)) out.push_back(value);
    }
    return out;
}

/// What is wrong with `result` as the set of what the operation gives on the samples; empty where nothing is.
template <class Operation>
std::string fault(const Interval& a, const Interval& b, const Interval& result, Operation operation, bool division) {
    bool low_met = false, high_met = false;
    for (const Rational& x : samples_of(a)) {
        for (const Rational& y : samples_of(b)) {
            if (division && y.is_zero()) continue;
            const Rational value = operation(x, y);
            if (!result.contains(value)) return "misses " + value.to_decimal();
            const Bound& low = result.low();
            const Bound& high = result.high();
            low_met = low_met || (low.infinite() ? value < -kVast
                                  : low.closed   ? value == *low.value
                                                 : value - *low.value < kClose);
            high_met = high_met || (high.infinite() ? value > kVast
                                    : high.closed   ? value == *high.value
                                                    : *high.value - value < kClose);
        }
    }
    return low_met && high_met ? "" : low_met ? "is too high" : "is too low";
}

}  // namespace

TEST_CASE("interval arithmetic is sound and tight against enumeration") {
    const std::vector<Interval> intervals = all_intervals();
    REQUIRE(intervals.size() == 5 + 10 * 4 + 2 * 10 + 1);
    std::vector<std::string> faults;
    const auto note = [&](const Interval& a, const char* sign, const Interval& b, const Interval& result,
                          const std::string& what) {
        if (!what.empty()) faults.push_back(a.to_string() + sign + b.to_string() + " = " + result.to_string() + " " + what);
    };
    for (const Interval& a : intervals) {
        for (const Interval& b : intervals) {
            note(a, " + ", b, a + b, fault(a, b, a + b, [](const Rational& x, const Rational& y) { return x + y; }, false));
            note(a, " - ", b, a - b, fault(a, b, a - b, [](const Rational& x, const Rational& y) { return x - y; }, false));
            note(a, " * ", b, a * b, fault(a, b, a * b, [](const Rational& x, const Rational& y) { return x * y; }, false));
            if (b == Interval::point(0)) {
                CHECK(a / b == Interval());
                continue;
            }
            note(a, " / ", b, a / b, fault(a, b, a / b, [](const Rational& x, const Rational& y) { return x / y; }, true));
        }
    }
    CHECK(faults == std::vector<std::string>{});
}

TEST_CASE("powers are sound and tight against enumeration") {
    for (const Interval& a : all_intervals()) {
        for (const int exponent : {1, 2, 3, 4}) {
            const Interval result = a.power(exponent);
            const auto raise = [exponent](const Rational& x, const Rational&) { return x.power(exponent); };
            INFO(a.to_string() << " ^ " << exponent << " = " << result.to_string());
            bool sound = true;
            for (const Rational& x : samples_of(a)) sound = sound && result.contains(x.power(exponent));
            CHECK(sound);
            // Ends move by the slope, up to 108 near 3 to the 4th, so that only low powers are sampled finely enough.
            if (exponent <= 2) CHECK(fault(a, Interval::point(1), result, raise, false) == "");
        }
        CHECK(a.power(0) == Interval::point(1));
    }
}

TEST_CASE("sets of intervals are met by membership") {
    const std::vector<Interval> intervals = all_intervals();
    for (const Interval& a : intervals) {
        for (const Interval& b : intervals) {
            const Interval both = a.intersect(b);
            const Interval either = a.hull(b);
            bool right = true;
            for (const Interval* from : {&a, &b}) {
                for (const Rational& x : samples_of(*from)) {
                    right = right && both.contains(x) == (a.contains(x) && b.contains(x)) && either.contains(x);
                }
            }
            right = right && either.contains(a) && either.contains(b) && a.contains(both) && b.contains(both);
            right = right && (-(-a)) == a && (a.contains(b) == (a.hull(b) == a));
            INFO(a.to_string() << " and " << b.to_string());
            CHECK(right);
        }
    }
}

TEST_CASE("intervals print") {
    CHECK(Interval::half_open(Rational(19, 2), 11).to_string() == "[9.5, 11)");
    CHECK(Interval::at_most(3).to_string() == "(-inf, 3]");
    CHECK(Interval::above(3).to_string() == "(3, inf)");
    CHECK(Interval().to_string() == "(-inf, inf)");
    CHECK(Interval::none().to_string() == "{}");
    CHECK(Interval::closed(2, 1).to_string() == "{}");
    CHECK(Interval::half_open(1, 1) == Interval::none());
    CHECK(Interval::point(5).to_string() == "[5, 5]");
}

TEST_CASE("nothing stays nothing") {
    const Interval none = Interval::none();
    const Interval some = Interval::closed(1, 2);
    CHECK((none + some).is_empty());
    CHECK((some - none).is_empty());
    CHECK((none * Interval()).is_empty());
    CHECK((Interval() / none).is_empty());
    CHECK(none.power(0).is_empty());
    CHECK(none.root(2).is_empty());
    CHECK((-none).is_empty());
    CHECK(none.hull(some) == some);
    CHECK(some.contains(none));
    CHECK_FALSE(none.contains(some));
    CHECK(none.width() == Rational(0));
    CHECK_FALSE(none.middle());
}

TEST_CASE("widths, middles and roots") {
    CHECK(Interval::open(1, 4).width() == Rational(3));
    CHECK(Interval::open(1, 4).middle() == Rational(5, 2));
    CHECK_FALSE(Interval::above(1).width());
    CHECK_FALSE(Interval::above(1).middle());
    CHECK(Interval::half_open(4, 9).root(2).to_string() == "[2, 3)");
    CHECK(Interval::closed(-5, 27).root(3).to_string() == "[0, 3]");
    CHECK(Interval::below(0).root(2).is_empty());
    CHECK(Interval::above(0).root(5).to_string() == "(0, inf)");
    const Interval root = Interval::open(2, 3).root(2);
    CHECK(root.to_string() == "[1.414213562, 1.732050808]");
    // 1.25 to 1.35 over five years is 4.56 % to 6.19 % a year (1.0456395525…, 1.0618587587…).
    CHECK(Interval::closed(Rational(5, 4), Rational(27, 20)).root(5).to_string() == "[1.045639552, 1.061858759]");
}
