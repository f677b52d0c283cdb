#pragma once

#include <optional>

#include "model/claim.hpp"
#include "number/interval.hpp"
#include "rulebook/expression.hpp"

namespace tieout {

/// Whole years from one claim's period to another's, as a CAGR counts them; nothing where a period is unknown or does not lie
/// later.
std::optional<Interval> years_between(const Claim& from, const Claim& to);

/// So many days, weeks, months, quarters or years; `per` is none where it is not known.
struct Stretch {
    Per per = Per::none;
    Rational count = 1;
};

/// Of a word ("하루", "연간"), by its id.
Stretch stretch_of(std::string_view id);
/// What a figure is a total over: the time itself where it is a duration, else its `per`, or the days it covers where those are
/// a whole week, month, quarter or year.
Stretch stretch_of(const Claim& claim);

/// How many of the inner periods lie in the outer: a year has 365 or 366 days, 52 to 53 weeks, 12 months; per day, the low end is the
/// number of working days (240 a year), since trade and transport are counted by them.
std::optional<Interval> periods_in(const Stretch& outer, Per inner);

/// The years that a period lies in; where one end is open, the year of the other.
Interval years_of(const Period& period);

/// period < period: the first ends before the second begins; ==: the very same days.
bool compare_periods(const Period& a, Operator op, const Period& b);

}  // namespace tieout
