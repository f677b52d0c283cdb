#pragma once

#include "extract/date_parts.hpp"
#include "extract/date_text.hpp"

namespace tieout {

/// A year of which two digits are written: at most so many ahead of the date line.
int full_year(unsigned two_digits, Day date_line, int most_ahead = 30);
/// A decade of which two digits are written: 1930 to 2029.
int full_decade(unsigned two_digits);

/// Dates in digits that both languages write: "2023-04-17", "2023. 4. 17.", "4/17/2023", "17.4.2023", "24/04/17" (year first in
/// Korean, last in English), "4/17". A month and day alone must not read as a fraction: the day is above 12 (and not 16), or a
/// weekday stands beside it, or another behind a hyphen ("5/1-5/7"). `dated`: the words before say that it is a date ("on
/// 2/10", "Friday 5/12").
std::optional<DateParts> read_digits_date(const DateText& text, std::size_t at, bool dated = false);

/// Codes of reporting periods: "4Q24", "1H", "Q2 2024", "H1 FY24", "18Q4", "FY2024", "2017-Q1".
std::optional<DateParts> read_period_code(const DateText& text, std::size_t at);

}  // namespace tieout
