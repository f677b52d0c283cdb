#include "check/spans_of_time.hpp"

#include <algorithm>

namespace tieout {
namespace {

struct Days {
    Rational low;
    Rational high;
};

/// Length of a period in days; for the outer period also by working days (low end), as "a year has 240 to 262 trading days".
std::optional<Days> inner_days(Per per) {
    switch (per) {
        case Per::hour:
            return Days{Rational(1, 24), Rational(1, 24)};
        case Per::day:
            return Days{1, 1};
        case Per::week:
            return Days{7, 7};
        case Per::month:
            return Days{28, 31};
        case Per::quarter:
            return Days{90, 92};
        case Per::year:
            return Days{365, 366};
        case Per::none:
        case Per::item:
            return std::nullopt;
    }
    return std::nullopt;
}

int months_of(Per per) {
    return per == Per::month ? 1 : per == Per::quarter ? 3 : per == Per::year ? 12 : 0;
}

Per per_of(const Claim& claim) {
    if (claim.figure.per != Per::none) return claim.figure.per;
    if (!claim.period) return Per::none;
    switch (claim.period->grain) {
        case Grain::week:
            return Per::week;
        case Grain::month:
            return Per::month;
        case Grain::quarter:
            return Per::quarter;
        case Grain::year:
            return Per::year;
        default:
            return Per::none;
    }
}

}  // namespace

std::optional<Interval> years_between(const Claim& from, const Claim& to) {
    if (!from.period || !to.period || from.period->open_from || to.period->open_to) return std::nullopt;
    const int years = year_of(to.period->to) - year_of(from.period->to);
    if (years <= 0 || years > 200) return std::nullopt;
    return Interval::point(years);
}

std::optional<Interval> periods_in(const Claim& total, const Claim& rate) {
    const Per outer = per_of(total);
    const Per inner = rate.figure.per;
    if (outer == Per::none || inner == Per::none || outer == Per::item || inner == Per::item || inner >= outer)
        return std::nullopt;
    if (months_of(inner) > 0 && months_of(outer) > 0) return Interval::point(months_of(outer) / months_of(inner));
    const auto small = inner_days(inner);
    const auto large = inner_days(outer);
    if (!small || !large) return std::nullopt;
    Interval days = Interval::closed(large->low, large->high);
    if (inner == Per::day && outer == Per::year) days = Interval::closed(240, 366);
    if (inner == Per::day && outer == Per::month) days = Interval::closed(20, 31);
    if (inner == Per::day && outer == Per::week) days = Interval::closed(5, 7);
    if (inner == Per::hour) return std::nullopt;
    return days / Interval::closed(small->low, small->high);
}

Interval years_of(const Period& period) {
    const int first = year_of(period.open_from ? period.to : period.from);
    const int last = year_of(period.open_to ? period.from : period.to);
    return Interval::closed(std::min(first, last), std::max(first, last));
}

bool compare_periods(const Period& a, Operator op, const Period& b) {
    switch (op) {
        case Operator::less:
            return a.to < b.from || (a.open_from && a.to < b.to);
        case Operator::greater:
            return compare_periods(b, Operator::less, a);
        case Operator::equal:
            return a.from == b.from && a.to == b.to;
        case Operator::not_equal:
            return !(a.from == b.from && a.to == b.to);
        case Operator::less_equal:
            return a.to <= b.to;
        case Operator::greater_equal:
            return b.to <= a.to;
        default:
            return false;
    }
}

}  // namespace tieout
