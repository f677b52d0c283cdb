#include "check/spans_of_time.hpp"

#include <algorithm>
#include <array>

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

/// Of a lexicon word, or of the unit of a duration.
Per per_named(std::string_view id) {
    struct Name {
        std::string_view id;
        Per per;
    };
    static constexpr std::array<Name, 10> kNames{{{"a", Per::year},
                                                  {"hour", Per::hour},
                                                  {"day", Per::day},
                                                  {"d", Per::day},
                                                  {"week", Per::week},
                                                  {"wk", Per::week},
                                                  {"month", Per::month},
                                                  {"mo", Per::month},
                                                  {"quarter", Per::quarter},
                                                  {"year", Per::year}}};
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& name) { return name.id == id; });
    return found == kNames.end() ? Per::none : found->per;
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
    if (from.period->guessed != to.period->guessed) return std::nullopt;
    const int years = year_of(to.period->to) - year_of(from.period->to);
    if (years <= 0 || years > 200) return std::nullopt;
    return Interval::point(years);
}

Stretch stretch_of(std::string_view id) {
    return {per_named(id), 1};
}

Stretch stretch_of(const Claim& claim) {
    const Figure& figure = claim.figure;
    if (figure.kind != Kind::duration) return {per_of(claim), 1};
    const bool plain = figure.unit && figure.magnitude.hedge == Hedge::none && figure.lower.empty();
    return plain ? Stretch{per_named(figure.unit->code), figure.magnitude.value} : Stretch{};
}

std::optional<Interval> periods_in(const Stretch& outer, Per inner) {
    if (outer.per == Per::none || inner == Per::none || outer.per == Per::item || inner == Per::item) return std::nullopt;
    if (inner > outer.per || (inner == outer.per && outer.count == Rational(1)) || inner == Per::hour) return std::nullopt;
    const Interval count = Interval::point(outer.count);
    if (inner == outer.per) return count;
    if (months_of(inner) > 0 && months_of(outer.per) > 0)
        return Interval::point(outer.count * Rational(months_of(outer.per), months_of(inner)));
    const auto small = inner_days(inner);
    const auto large = inner_days(outer.per);
    if (!small || !large) return std::nullopt;
    Interval days = Interval::closed(large->low, large->high);
    if (inner == Per::week && outer.per == Per::year) return count * Interval::closed(52, Rational(366, 7));
    if (inner == Per::day && outer.per == Per::year) days = Interval::closed(240, 366);
    if (inner == Per::day && outer.per == Per::month) days = Interval::closed(20, 31);
    if (inner == Per::day && outer.per == Per::week) days = Interval::closed(5, 7);
    return count * days / Interval::closed(small->low, small->high);
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
