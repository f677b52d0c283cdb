#pragma once

#include <optional>

#include "extract/scan.hpp"
#include "model/figure.hpp"

namespace tieout {

/// What earlier dates of the draft tell about later ones that leave out their year or month.
struct DateContext {
    std::optional<Period> last;  ///< the last date of this paragraph that was not itself named by another: see remember()
    std::size_t last_end = 0;    ///< where that one ends; 0 for the first end of a range
    std::optional<Period> story;  ///< the day that the draft tells of ("6일 업계에 따르면"): the last bare day before the date line
};

/// Reads the date or period that starts at `at`, absolute ("2023년 4월 17일(월)", "Q2 2024", "by 2028") or relative to the date
/// line
/// ("17일", "지난달", "오는 7월", "last month", "전년 동기"), as a Figure of Kind::date with its period, or of Kind::duration
/// where it is a span of time with no place on the calendar ("향후 2년간" has one: it starts at the date line). The caller
/// makes sure that a word may begin at `at`. Nothing where no date stands here; a number that only could be a year is one when
/// nothing after it counts something. May be asked at any byte; answers quickly where no word, digit or apostrophe of a date
/// stands. Words for open ends (까지, since) are not in the span; they set the period's open ends. A date whose day does not
/// exist is not `valid` and has no period; one that points at a period nobody named ("전년 동기" without one before) is valid
/// and has none either. A range written backwards ("2028~2023년") keeps its order: `from` lies after `to`.
std::optional<Figure> read_date(const Scan& scan, std::size_t at, const DateContext& context);

/// A word that no lexicon knows may begin a code of a period here ("Q2 2024", "FY24"): the quick way to say no.
bool may_begin_period_code(const Scan& scan, std::size_t at);

/// Takes note of a date just read. A period of comparison ("전년 동기", "a year earlier") is not kept: what follows speaks of
/// the one before it again.
void remember(const Scan& scan, const Figure& date, DateContext& context);

}  // namespace tieout
