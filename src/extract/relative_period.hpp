#pragma once

#include "extract/date_parts.hpp"
#include "extract/date_text.hpp"

namespace tieout {

/// Puts what a relative word means into `parts`. The word's id says of what (its tail: "last-month" is of a month) and seen
/// from where:
///   that-…, following-…   the last date of the paragraph; unknown without one (days: the date line)
///   prior-…               the last date, else the date line
///   anything else         the date line
/// and its value how many of them away. "that-period" is the last date itself; "weekend" is a Saturday with its Sunday.
/// Years and months are left open to be narrowed ("지난해 4분기", "지난달 14일"). False where the id is of no such kind.
/// Days of either kind are seen from the day the draft tells of where the paragraph has none; prior-day (전날) where the sentence,
/// which begins at `sentence`, has none.
bool read_relative(const DateWord& word, Day date_line, const DateContext& context, DateParts& parts, std::size_t sentence = 0);

/// The last date, as many years away as `year` is from its own: "지난해 같은 기간", "전년 동기". Unknown without a last date.
void same_period_of_year(std::optional<int> year, const DateContext& context, DateParts& parts);

/// The `count` units before (negative) or after a day: the year for years, else the day.
/// Nothing where the count is beyond what a calendar holds.
enum class TimeUnit : std::uint8_t { day, week, month, quarter, half, year };
std::optional<Period> offset(Day from, long long count, TimeUnit unit);
/// The stretch of `count` units that ends the day before `from` (negative), or begins the day after.
std::optional<Period> stretch(Day from, long long count, TimeUnit unit);

/// The same of days from Monday to Friday; holidays are nowhere known.
std::optional<Period> workday_stretch(Day from, long long count);

/// "day", "week", … as ids of class period_unit.
std::optional<TimeUnit> time_unit(std::string_view id);

}  // namespace tieout
