#pragma once

#include "extract/date_parts.hpp"
#include "extract/date_text.hpp"
#include "extract/relative_period.hpp"

namespace tieout {

/// A point of English at `at`: "April 17, 2023", "Friday, September 5", "Q2 2024", "last month", "the end of March".
std::optional<DateRange> read_english_point(const DateText& text, std::size_t at, const DateContext& context);

/// Its kinds, each asked in turn.
/// With a month's name: "April 17, 2023", "17 April", "the 17th of April", "April 13-15"; `at` may be the weekday before it.
std::optional<DateRange> read_month_date(const DateText& text, std::size_t at);
/// With a weekday: "Monday", "Friday, September 5", "Tuesday the 19th", "Monday of this week".
std::optional<DateRange> read_weekday_date(const DateText& text, std::size_t at, const DateContext& context);
/// A year by itself: "2023", "2012-13", "the 1990s".
std::optional<DateRange> read_year_date(const DateText& text, std::size_t at);
/// "Thanksgiving", "Christmas 2022", "Labor Day weekend".
std::optional<DateRange> read_holiday(const DateText& text, std::size_t at, const DateContext& context);
/// "third quarter of 2023", "first half", "second week of May", "last Sunday of March".
std::optional<DateRange> read_nth_date(const DateText& text, std::size_t at, const DateContext& context);
/// Counted from a day that stands behind: "two weeks after May 5", "three days before yesterday"; or up to it: "the week of
/// April 10", "week ended March 4", "six months to June 30", "the year ended March 31, 2024"; "week 30 of 2019".
std::optional<DateRange> read_span_date(const DateText& text, std::size_t at, const DateContext& context);
/// "three Fridays from now", "two Sundays ago", "Friday after next".
std::optional<DateRange> read_counted_weekday(const DateText& text, std::size_t at);
/// "early 2024", "mid-March", "the end of last year".
std::optional<DateRange> read_part_date(const DateText& text, std::size_t at, const DateContext& context);
/// "earlier this year", "later this month": up to the date line, or from it on.
std::optional<DateRange> read_half_gone(const DateText& text, std::size_t at, const DateContext& context);
/// "the rest of the year", "remainder of March": from the date line on.
std::optional<DateRange> read_rest(const DateText& text, std::size_t at, const DateContext& context);
/// "year to date", "month-to-date": up to the date line.
std::optional<DateRange> read_to_date(const DateText& text, std::size_t at);
/// "last month", "next three years", "five years ago", "a year earlier", "the same period of 2023".
std::optional<DateRange> read_relative_date(const DateText& text, std::size_t at, const DateContext& context);

/// A day of the month, "17", "17th", "seventeenth"; `ordinal` says that it was one.
struct DayNumber {
    unsigned value = 0;
    bool ordinal = false;
    std::size_t end = 0;
    std::size_t begin = 0;
};
std::optional<DayNumber> read_day_number(const DateText& text, std::size_t at);

/// The year behind a month or quarter ("2023", ", 2023", "of 2023", "of last year"): sets it and the end where one stands
/// there.
bool read_year_behind(const DateText& text, DateParts& parts, const DateContext* context);

/// "1986 | 4th qtr", "last year's | third quarter": the quarter or half that stands behind its year.
bool read_quarter_behind(const DateText& text, DateParts& parts);

/// A year written out, "nineteen eighty-six", "two thousand and five", that nothing behind makes a count of something.
struct YearWords {
    int value = 0;
    std::size_t end = 0;
};
std::optional<YearWords> read_year_words(const DateText& text, std::size_t at);

/// A bare year of four digits. `dated`: a month or quarter stands before it, so that 2000 is one too.
std::optional<DateDigits> read_bare_year(const DateText& text, std::size_t at, bool dated = false);

/// Behind the digits of a day or year nothing goes on that makes them another number: "April 5 percent".
bool ends_number(const DateText& text, std::size_t at);

/// "first", "3rd", "last", "second last": 1, 3, -1, -2.
struct NthWord {
    int value = 0;
    std::size_t end = 0;
};
std::optional<NthWord> read_nth_word(const DateText& text, std::size_t at);

/// A number before a unit of time: digits, "five", "a couple of".
struct TimeCount {
    long long value = 0;
    std::size_t end = 0;
};
std::optional<TimeCount> read_time_count(const DateText& text, std::size_t at);

/// "one" to "ninety-nine" in words.
std::optional<TimeCount> read_words_below_hundred(const DateText& text, std::size_t at);

/// A noun goes on at `at`, so that what stands before it may only say which of its kind: "Christmas sales".
bool noun_behind(const DateText& text, std::size_t at);

/// "years", "decade" (ten years), "fortnight" (two weeks).
struct TimeWord {
    TimeUnit unit = TimeUnit::day;
    int times = 1;
    std::size_t end = 0;
};
std::optional<TimeWord> read_time_word(const DateText& text, std::size_t at);

/// Past the hyphen or blanks between two words of one expression: "third-quarter", "five years".
std::size_t past_hyphen(const DateText& text, std::size_t at);

}  // namespace tieout
