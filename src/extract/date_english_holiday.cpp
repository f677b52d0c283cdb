#include "extract/date_english.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// "Christmas sales", "Easter Island": the name only says which sales, which island.
bool names_other(const DateText& text, std::size_t at) {
    return text.byte(at) == '-' || text.past(at, {"'s", "’s"}) != kNone || noun_behind(text, at);
}

}  // namespace

std::optional<DateRange> read_holiday(const DateText& text, std::size_t at, const DateContext& context) {
    const auto word = text.word(at, WordClass::date_word);
    const auto holiday = word ? Holiday::of(word->id(), word->value()) : std::nullopt;
    if (!holiday) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    parts.end = word->end;
    parts.holiday = holiday;
    if (const std::size_t weekend = text.past_word(text.skip_blanks(word->end), {"weekend"}); weekend != kNone) {
        parts.weekend = true;
        parts.end = weekend;
    }
    if (!read_year_behind(text, parts, &context) && names_other(text, parts.end)) return std::nullopt;
    return range;
}

}  // namespace tieout
