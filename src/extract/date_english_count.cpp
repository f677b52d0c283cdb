#include <algorithm>

#include "extract/date_english.hpp"

namespace tieout {

std::optional<NthWord> read_nth_word(const DateText& text, std::size_t at) {
    if (const auto day = read_day_number(text, at); day && day->ordinal) {
        const auto nth = static_cast<int>(day->value);
        // "third last", "second-to-last"
        const std::size_t from_end =
            nth > 1 ? text.past_word(past_hyphen(text, day->end), {"last", "to last", "to-last"}) : DateText::kNone;
        return from_end == DateText::kNone ? NthWord{nth, day->end} : NthWord{-nth, from_end};
    }
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

std::optional<TimeCount> read_words_below_hundred(const DateText& text, std::size_t at) {
    const auto word = text.date_word(at, "count");
    if (!word || word->value() < 1 || word->value() > 90) return std::nullopt;
    TimeCount out{word->value(), word->end};
    if (out.value >= 20) {
        const auto unit = text.date_word(past_hyphen(text, word->end), "count");
        if (unit && unit->value() < 10) out = {out.value + unit->value(), unit->end};
    }
    return out;
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

bool noun_behind(const DateText& text, std::size_t at) {
    const std::size_t next = text.skip_blanks(at);
    return is_ascii_letter(text.byte(next)) &&
           text.past_word(next, {"and",  "or",   "to",    "through", "until", "till",  "at",   "in",        "on",   "for",
                                 "with", "by",   "after", "before",  "from",  "this",  "last", "next",      "that", "when",
                                 "if",   "as",   "but",   "the",     "a",     "his",   "her",  "their",     "is",   "was",
                                 "are",  "will", "would", "has",     "had",   "falls", "fell", "approaches",
                                 "said", "he",   "she",   "they",    "it",    "we"}) ==
               DateText::kNone;
}

}  // namespace tieout
