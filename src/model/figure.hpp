#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "model/unit.hpp"
#include "number/calendar.hpp"
#include "number/magnitude.hpp"

namespace tieout {

enum class Kind : std::uint8_t { money, percent, point, multiple, count, quantity, date, duration, ordinal, number };

/// What an amount is per: "하루 1억원", "대당 5000만원", "$5 a month".
enum class Per : std::uint8_t { none, hour, day, week, month, quarter, year, item };

/// A figure as the writer put it: value, unit and hedge, with the bytes it was read from.
struct Figure {
    Span span;     ///< in Document::text: numeral, unit, sign and hedge words ("약 6조6000억원")
    Span core;     ///< numeral, sign and unit without hedges ("6조6000억원")
    Span numeral;  ///< digits, scale words and the spaces between them ("6조6000억")
    Kind kind = Kind::number;
    Magnitude magnitude;         ///< in `unit`; unused for dates
    const Unit* unit = nullptr;  ///< null for bare numbers, ordinals, dates and counts of a noun the lexicon does not know
    std::string noun;            ///< counts of an unknown noun: the noun, folded to lower case and singular
    Per per = Per::none;
    std::string per_noun;             ///< for Per::item: 대, 명, "share"
    std::optional<Period> period;     ///< for dates: the days they mean
    bool explicit_year = false;       ///< for dates: a year is written
    std::optional<unsigned> weekday;  ///< for dates with their weekday beside them "(월)", "Friday, September 5": 0 is Sunday
    Span weekday_span;                ///< where that weekday is written
    Span lower;             ///< for ranges: the numeral (of dates: all) that is written first; empty for single values
    Span upper;             ///< for ranges: the one that is written second
    bool reversed = false;  ///< for ranges: the later or greater end is written first ("20억~10억"); an amount has them in
                            ///< order, a period as written
    bool valid = true;      ///< false: shaped like a date or number and impossible (30 February, "12,8000")
};

std::string_view to_string(Kind kind);  ///< "money", "percent", …
std::string_view to_string(Per per);    ///< "day", …; "" for none

/// "USD", "m2", "명", the unknown noun; "" where there is none.
std::string_view unit_code(const Figure& figure);

/// What an amount is per: the counter noun, "item" where none is named, "day", …; "none".
std::string_view per_code(const Figure& figure);

/// Both count or measure in the very same unit (or the same unknown noun).
bool same_unit(const Figure& a, const Figure& b);
/// Both convert into each other: one dimension and, for money and counts, one unit.
bool same_dimension(const Figure& a, const Figure& b);

}  // namespace tieout
