#pragma once

#include <optional>

#include "extract/scan.hpp"
#include "model/figure.hpp"

namespace tieout {

/// What earlier dates of the draft tell about later ones that leave out their year or month.
struct DateContext {
    std::optional<Period> last;  ///< the last date read in this paragraph
};

/// Reads the date or period that starts at `at`, absolute ("2023년 4월 17일(월)", "Q2 2024", "by 2028") or relative to the date line
/// ("17일", "지난달", "오는 7월", "last month", "전년 동기"), as a Figure of Kind::date with its period, or of Kind::duration where it is a
/// span of time with no place on the calendar ("향후 2년간" has one: it starts at the date line). The caller makes sure that a word may
/// begin at `at`. Nothing where no date stands here; a number that only could be a year is one when nothing after it counts something.
std::optional<Figure> read_date(const Scan& scan, std::size_t at, const DateContext& context);

}  // namespace tieout
