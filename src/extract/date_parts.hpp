#pragma once

#include <cstdint>
#include <optional>

#include "base/span.hpp"
#include "extract/date_reader.hpp"
#include "extract/holiday.hpp"

namespace tieout {

/// Which stretch of a period is meant. News has no sharp borders, so these are the narrowest that what is published keeps
/// within: of a year: January to March, May to August, September to December, and for "end" December; of a month: the 1st to
/// 10th, 11th to 20th, 21st to its last day (late and end alike); of a week: Monday to Wednesday, Tuesday to Thursday, Friday
/// to Sunday; of a decade the years 0 to 3, 3 to 6, 6 to 9; of anything else its thirds.
enum class Part : std::uint8_t { none, early, middle, late, end };

/// Which way a date without its year or month is to be looked for.
/// `future` of a weekday is next week's ("next Friday", "다음 금요일"), `coming` the first one ahead ("오는 금요일").
enum class Direction : std::uint8_t { none, past, future, coming, here };

/// A date as far as the words tell it.
struct DateParts {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<int> year;
    bool explicit_year = false;
    int years = 1;                   ///< 10 for "1990s", 100 for a century; the year is the first
    std::optional<unsigned> season;  ///< 1 spring (March to May) to 4 winter (December to February)
    std::optional<unsigned> half;
    std::optional<unsigned> quarter;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    std::optional<Holiday> holiday;
    bool weekend = false;             ///< with `holiday`: the weekend beside it
    int nth = 0;                      ///< the nth week, or with `weekday` the nth such day, of the month or year; -1 the last
    std::optional<unsigned> weekday;  ///< 0 is Sunday
    Span weekday_span;
    std::optional<Period>
        fixed;             ///< said in words and already placed: "지난주", "yesterday"; a weekday or a part may narrow it
    bool counted = false;  ///< so many units from a day: "two weeks ago"
    bool unknown = false;  ///< points at a period that nothing before tells: "같은 기간" without one
    Direction direction = Direction::none;
    bool happened = false;  ///< of a bare day: what is said of it lies in the past
    Part part = Part::none;
    bool valid = true;

    bool names_nothing() const {
        return !year && !season && !half && !quarter && !month && !day && !holiday && !weekday && !fixed && !unknown;
    }
    /// Only a day of the month.
    bool bare_day() const { return day && !month && !year && !fixed; }
};

/// From one date to another, or one date alone.
struct DateRange {
    DateParts from;
    std::optional<DateParts> to;
};

/// The days that the words mean, seen from the date line. Nothing where no such day exists (then `parts.valid` is set to false)
/// or where the words point at a period that is not known.
std::optional<Period> place(DateParts& parts, Day date_line);

/// From the first day of `from` to the last of `to`, after each has taken from the other what it leaves out: "2023년 1월부터
/// 4월", "May to October 2020", "11월부터 2월까지". A range written backwards stays backwards: `from` lies after `to`.
std::optional<Period> place(DateRange& range, Day date_line);

/// The part of a period.
Period part_of(const Period& period, Part part);

}  // namespace tieout
