#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace tieout {

/// A day of the proleptic Gregorian calendar (days since 1970-01-01 underneath).
using Day = date::sys_days;

/// How coarsely a period was named.
enum class Grain { day, week, month, quarter, half, year, span };

/// A stretch of whole days, both ends included, named as coarsely as `grain` says. Years lie between 1 and 9999.
/// `open_from`/`open_to`: the words leave that end open ("2028년까지" has no start); the day there is then meaningless.
struct Period {
    Day from{};
    Day to{};
    Grain grain = Grain::day;
    bool open_from = false;
    bool open_to = false;
    bool guessed = false;  ///< counted from a date line that the draft does not have ("last year" in an undated draft)

    friend bool operator==(const Period&, const Period&) = default;
};

Period day_period(Day day);
Period week_period(Day any_day);  ///< Monday to Sunday
Period month_period(int year, unsigned month);
Period quarter_period(int year, unsigned quarter);  ///< quarter 1 to 4
Period half_period(int year, unsigned half);        ///< half 1 or 2
Period year_period(int year);
Period span_period(Day from, Day to);

int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of_month(Day day);
/// 0 is Sunday, 6 Saturday.
unsigned weekday_of(Day day);
/// Nothing where no such day exists (30 February).
std::optional<Day> make_day(int year, unsigned month, unsigned day);
/// The same day of the month some months later or earlier, cut to the month's last day.
Day add_months(Day day, int months);

/// The nth such weekday from the first day of a stretch on, or for a negative nth from its last day back.
Day nth_weekday(const Period& of, int nth, unsigned weekday);
/// Easter Sunday of the Gregorian calendar.
Day easter(int year);

/// Reads "2023-04-17" strictly.
std::optional<Day> parse_day(std::string_view text);
std::string to_string(Day day);  ///< "2023-04-17"
/// ISO 8601, reduced to the grain: "2028", "2023-H1", "2023-Q2", "2023-04", "2023-04-17", "2023-04-01/2023-05-17".
std::string to_string(const Period& period);
/// Reads a day, month, quarter, half or year in that form strictly.
std::optional<Period> parse_period(std::string_view text);

}  // namespace tieout
