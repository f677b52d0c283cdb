#pragma once

#include <optional>
#include <string_view>

#include "number/calendar.hpp"

namespace tieout {

struct DateLine {
    Day day{};
    bool alone = false;  ///< the line says nothing else: it is no part of the running text
};

/// The date a line begins with: "2023.04.17", "입력 2023-04-17 10:20", "2023년 4월 17일", "Updated April 17, 2023",
/// "SEOUL, April 17, 2023 /…/ --". A date inside a sentence is none.
std::optional<DateLine> read_date_line(std::string_view line);

/// The day that a text begins with, written in numbers ("2023-04-17T10:20", "2023. 4. 17.") or with the month's English name.
std::optional<Day> read_leading_day(std::string_view text);

}  // namespace tieout
