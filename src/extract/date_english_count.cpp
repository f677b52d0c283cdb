#include <algorithm>

#include "extract/date_english.hpp"

namespace tieout {

std::optional<NthWord> read_nth_word(const DateText& text, std::size_t at) {
    if (const auto day = read_day_number(text, at); day && day->ordinal) return NthWord{static_cast<int>(day->value), day->end};
    if (const std::size_t last = text.past_word(at, {"last", "final"}); last != DateText::kNone) return NthWord{-1, last};
    return std::nullopt;
}

std::optional<TimeCount> read_time_count(const DateText& text, std::size_t at) {
    if (const auto digits = text.digits(at)) {
        if (digits->count > 4) return std::nullopt;
        return TimeCount{digits->value, digits->end};
    }
    const auto word = text.date_word(at, "count");
    if (!word) return std::nullopt;
    return TimeCount{word->value(), word->end};
}

std::optional<TimeWord> read_time_word(const DateText& text, std::size_t at) {
    const auto word = text.word(at, WordClass::period_unit);
    if (!word) return std::nullopt;
    const int times = std::max(word->value(), 1);  // a decade is ten years, a fortnight two weeks
    const auto unit = time_unit(word->id());
    return unit ? std::optional(TimeWord{*unit, times, word->end}) : std::nullopt;
}

std::size_t past_hyphen(const DateText& text, std::size_t at) {
    const std::size_t hyphen = text.past(at, {"-", "‐", "‑"});
    return hyphen == DateText::kNone ? text.skip_blanks(at) : hyphen;
}

}  // namespace tieout
