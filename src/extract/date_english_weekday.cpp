#include "extract/date_english.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;
constexpr int kMost = 60;

/// The nth such weekday after the date line, or before it for a negative nth.
Period counted_from(Day date_line, int nth, unsigned weekday) {
    const date::days day{1};
    return day_period(nth > 0 ? nth_weekday(Period{date_line + day, date_line + day}, nth, weekday)
                              : nth_weekday(Period{date_line - day, date_line - day}, nth, weekday));
}

}  // namespace

std::optional<DateRange> read_counted_weekday(const DateText& text, std::size_t at) {
    DateRange range;
    range.from.begin = at;
    if (const auto weekday = text.word(at, WordClass::weekday)) {
        range.from.end = text.past_word(text.skip_blanks(weekday->end), {"after next"});
        if (range.from.end == kNone) return std::nullopt;
        range.from.fixed = counted_from(text.date_line(), 2, static_cast<unsigned>(weekday->value()));
        return range;
    }
    const auto count = read_time_count(text, at);
    if (!count || count->value < 1 || count->value > kMost) return std::nullopt;
    const auto days = text.word(text.skip_blanks(count->end), WordClass::period_unit);
    if (!days || days->id() != "weekdays") return std::nullopt;
    const std::size_t next = text.skip_blanks(days->end);
    const std::size_t back = text.past_word(next, {"ago", "back"});
    range.from.end = back != kNone ? back : text.past_word(next, {"from now", "hence"});
    if (range.from.end == kNone) return std::nullopt;
    const auto nth = static_cast<int>(count->value);
    range.from.fixed = counted_from(text.date_line(), back != kNone ? -nth : nth, static_cast<unsigned>(days->value()));
    return range;
}

}  // namespace tieout
