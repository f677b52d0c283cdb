#pragma once

#include "extract/date_parts.hpp"
#include "extract/date_text.hpp"

namespace tieout {

/// Which ends the words around a date leave open, and from which side of it.
struct OpenEnds {
    bool from = false;    ///< "2028년까지", "by 2028"
    bool to = false;      ///< "2015년 이후", "since 2018"
    bool beyond = false;  ///< the date itself is left out: "before 2018", "after 2016"
};

/// A date with the range that begins with it ("2020년부터 2025년까지", "10~12월", "17일과 20일 사이") and what follows it
/// (까지, 이후).
std::optional<DateRange> read_korean_range(const DateText& text, std::size_t at, const DateContext& context, OpenEnds& open);

/// The same in English: "from 2018 to 2023", "between May and October 2020", "July 13-15", "since 2018".
std::optional<DateRange> read_english_range(const DateText& text, std::size_t at, const DateContext& context, OpenEnds& open);

}  // namespace tieout
