#include <algorithm>

#include "extract/date_english.hpp"
#include "extract/date_numeric.hpp"
#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// "the five past years", "3 upcoming months".
std::optional<DateParts> read_counted_way(const DateText& text, std::size_t at, const TimeCount& count, const DateWord& way) {
    const bool past = way.id() == "past";
    if (!past && way.id() != "next" && way.id() != "coming") return std::nullopt;
    const auto unit = read_time_word(text, text.skip_blanks(way.end));
    if (!unit) return std::nullopt;
    DateParts parts;
    parts.begin = at;
    parts.end = unit->end;
    parts.fixed = stretch(text.date_line(), (past ? -1 : 1) * count.value * unit->times, unit->unit);
    return parts.fixed ? std::optional(parts) : std::nullopt;
}

/// "five years ago", "two weeks later", "three days from now".
std::optional<DateParts> read_offset(const DateText& text, std::size_t at, const DateContext& context) {
    const auto count = read_time_count(text, at);
    if (!count) return std::nullopt;
    std::size_t next = past_hyphen(text, count->end);
    DateParts parts;
    parts.begin = at;
    if (const auto way = text.period(next)) {
        if (auto found = read_counted_way(text, at, *count, *way)) return found;
    }
    const auto unit = read_time_word(text, next);
    if (!unit) return std::nullopt;
    next = text.skip_blanks(unit->end);
    const std::size_t ago = text.past_word(next, {"ago", "before today", "before now"});
    const bool in = same_letters(text.word_before(at), "in");
    const std::size_t in_time = in ? text.past(unit->end, {"' time", "’ time", "'s time", "’s time"}) : kNone;
    const std::size_t hence = in_time != kNone ? in_time : text.past_word(next, {"from now", "hence", "from today"});
    const std::size_t tomorrow = text.past_word(next, {"from tomorrow"});
    const std::size_t earlier = text.past_word(next, {"earlier", "before", "previously", "prior"});
    const long long value = count->value * unit->times;
    if (ago != kNone || hence != kNone || tomorrow != kNone) {
        parts.end = ago != kNone ? ago : hence != kNone ? hence : tomorrow;
        // "up from a year ago": from the same period of that year.
        const bool compared = is_one_of(text.word_before(at), {"from", "than", "with", "versus", "vs", "to"});
        if (ago != kNone && unit->unit == TimeUnit::year && value == 1 && compared && context.last) {
            same_period_of_year(year_of(context.last->from) - 1, context, parts);
            return parts;
        }
        const Day base = tomorrow != kNone ? text.date_line() + date::days{1} : text.date_line();
        parts.fixed = offset(base, ago != kNone ? -value : value, unit->unit);
        parts.counted = true;
        return parts.fixed ? std::optional(parts) : std::nullopt;
    }
    if (earlier == kNone || unit->unit != TimeUnit::year) return std::nullopt;
    const bool complete = text.past_word(next, {"earlier", "previously"}) != kNone;
    if (!context.last && !complete) return std::nullopt;
    if (!complete && !text.ends_latin(text.skip_blanks(earlier))) return std::nullopt;  // "a year before the vote"
    // "two years earlier": than the date just spoken of.
    parts.end = earlier;
    const int years = static_cast<int>(std::min(value, 1000LL));
    same_period_of_year(context.last ? std::optional(year_of(context.last->from) - years) : std::nullopt, context, parts);
    return parts;
}

/// "last year's third quarter"
void read_possessive(const DateText& text, DateParts& parts) {
    const std::size_t mark = text.past(parts.end, {"'s", "’s"});
    if (mark == kNone) return;
    DateParts narrowed = parts;
    narrowed.end = mark;
    if (read_quarter_behind(text, narrowed)) parts = narrowed;
}

/// "and 2 weeks", ", 3 days" behind "the last 3 months": the stretch goes on.
void read_more_lengths(const DateText& text, bool past, DateParts& parts) {
    constexpr int kMore = 2;
    for (int i = 0; i < kMore && parts.fixed; ++i) {
        std::size_t next = text.skip_blanks(parts.end);
        if (text.byte(next) == ',') next = text.skip_blanks(next + 1);
        if (const std::size_t joint = text.past_word(next, {"and"}); joint != kNone) next = text.skip_blanks(joint);
        const auto count = next == parts.end ? std::nullopt : read_time_count(text, next);
        const auto unit = count ? read_time_word(text, past_hyphen(text, count->end)) : std::nullopt;
        if (!unit || count->value == 0) return;
        const std::size_t behind = text.skip_blanks(unit->end);
        if (text.past_word(behind, {"ago", "earlier", "later"}) != kNone || text.date_word(behind, "span-joint")) return;
        const long long value = count->value * unit->times;
        const auto more = stretch(past ? parts.fixed->from : parts.fixed->to, past ? -value : value, unit->unit);
        if (!more) return;
        parts.fixed = past ? span_period(more->from, parts.fixed->to) : span_period(parts.fixed->from, more->to);
        parts.end = unit->end;
    }
}

/// Behind "last", "next", "this": a count of units, a month, a weekday, a season, or a date in full.
bool read_directed(const DateText& text, std::size_t at, const DateContext& context, DateParts& parts) {
    if (const auto count = read_time_count(text, at); count && parts.direction != Direction::here) {
        std::size_t next = past_hyphen(text, count->end);
        const std::size_t workdays = text.past_word(next, {"business", "trading", "working"});
        const std::size_t full =
            workdays != kNone ? workdays : text.past_word(next, {"fiscal", "calendar", "full", "consecutive"});
        if (full != kNone) next = text.skip_blanks(full);
        const auto unit = read_time_word(text, next);
        if (unit && count->value > 0) {
            const bool past = parts.direction == Direction::past;
            const long long value = (past ? -1 : 1) * count->value * unit->times;
            parts.fixed = workdays != kNone && unit->unit == TimeUnit::day ? workday_stretch(text.date_line(), value)
                                                                           : stretch(text.date_line(), value, unit->unit);
            parts.end = unit->end;
            read_more_lengths(text, past, parts);
            return parts.fixed.has_value();
        }
    }
    // "the past year", "the next fortnight"; "next year" is the calendar's
    if (const auto unit = read_time_word(text, at);
        unit && (parts.direction == Direction::past || (parts.direction != Direction::here && unit->times > 1))) {
        const int way = parts.direction == Direction::past ? -1 : 1;
        parts.fixed = stretch(text.date_line(), way * unit->times, unit->unit);
        parts.end = unit->end;
        return parts.fixed.has_value();
    }
    if (auto dated = read_month_date(text, at); dated && !dated->to) {
        const Direction direction = parts.direction;
        parts = dated->from;
        parts.direction = direction;
        return true;
    }
    if (auto holiday = read_holiday(text, at, context); holiday && !holiday->from.year) {
        const Direction direction = parts.direction;
        parts = holiday->from;
        parts.direction = direction;
        return true;
    }
    const bool capital = text.byte(at) >= 'A' && text.byte(at) <= 'Z';
    if (const auto month = text.word(at, WordClass::month);
        month && (capital || month->end - at >= 5)) {  // "last May", "this March"
        parts.month = static_cast<unsigned>(month->value());
        parts.end = month->end;
        return true;
    }
    if (const auto weekday = text.word(at, WordClass::weekday)) {
        parts.weekday = static_cast<unsigned>(weekday->value());
        parts.end = weekday->end;
        return true;
    }
    if (const auto season = text.date_word(at, "season")) {
        parts.season = static_cast<unsigned>(season->value());
        parts.end = season->end;
        return true;
    }
    return false;
}

/// "Over the last month": the month up to the date line, where "last month" is the calendar's.
bool lasts_up_to_now(const DateText& text, std::size_t at) {
    const std::string_view article = text.word_before(at);
    return same_letters(article, "the") &&
           is_one_of(text.word_before(text.skip_blanks_back(at) - article.size()), {"over", "during", "throughout", "within"});
}

/// "The last week of the campaign" is not last week.
bool last_of_other(const DateText& text, std::size_t begin, std::size_t end) {
    if (text.past_word(begin, {"last"}) == kNone || text.past_word(text.skip_blanks(end), {"of"}) == kNone) return false;
    return text.past_word(begin, {"last day"}) != kNone || same_letters(text.word_before(begin), "the");
}

}  // namespace

std::optional<DateRange> read_relative_date(const DateText& text, std::size_t at, const DateContext& context) {
    DateRange range;
    DateParts& parts = range.from;
    if (auto found = read_offset(text, at, context)) {
        range.from = *found;
        return range;
    }
    if (auto found = read_part_date(text, at, context)) return found;
    if (auto found = read_half_gone(text, at, context)) return found;
    if (auto found = read_rest(text, at, context)) return found;
    if (auto found = read_to_date(text, at)) return found;
    if (const auto season = text.date_word(at, "season")) {
        parts.begin = at;
        parts.end = season->end;
        parts.season = static_cast<unsigned>(season->value());
        return read_year_behind(text, parts, &context) ? std::optional(range) : std::nullopt;
    }
    auto word = text.period(at);
    if (!word) {
        // "a year earlier", "a month before"
        const std::size_t article = text.past_word(at, {"a"});
        if (article != kNone) word = text.period(text.skip_blanks(article));
        if (!word || !(word->id() == "year-earlier" || word->id().substr(0, 6) == "prior-")) return std::nullopt;
    }
    const std::string_view id = word->id();
    const std::size_t next = text.skip_blanks(word->end);
    parts.begin = at;
    parts.end = word->end;
    if (id == "past" || id == "next" || id == "coming" || id == "this") {
        parts.direction = id == "past"     ? Direction::past
                          : id == "next"   ? Direction::future
                          : id == "coming" ? Direction::coming
                                           : Direction::here;
        if (!read_directed(text, next, context, parts) || last_of_other(text, at, parts.end)) return std::nullopt;
        parts.begin = at;
        return range;
    }
    if (id == "part-of-year" || id == "part-of-month") {
        const bool year = read_year_behind(text, parts, &context);
        if (!year) parts.year = year_of(text.date_line());
        if (id == "part-of-month") parts.month = month_of(text.date_line());
        parts.part = static_cast<Part>(word->value());
        return range;
    }
    if (id == "year-earlier") {
        same_period_of_year(context.last ? std::optional(year_of(context.last->from) - 1) : std::nullopt, context, parts);
        return range;
    }
    // "the year before" and "the day after" point back at a date only where no other follows: "the day before the vote".
    const bool hanging = is_one_of(text.scan().text.substr(word->end - std::min<std::size_t>(word->end, 5), 5), {"after"}) ||
                         is_one_of(text.scan().text.substr(word->end - std::min<std::size_t>(word->end, 6), 6), {"before"});
    if (hanging && (id == "prior-year" || id == "following-year")) {  // "the year before 2015"
        if (const auto year = read_bare_year(text, next, true)) {
            parts.year = static_cast<int>(year->value) + (id == "prior-year" ? -1 : 1);
            parts.explicit_year = true;
            parts.end = year->end;
            return range;
        }
    }
    if (hanging && next > word->end && !text.ends_latin(next)) return std::nullopt;
    if (id == "last-month" || id == "last-week" || id == "last-year") {
        const std::size_t last = text.past_word(at, {"last", "past"});
        const auto unit = last == kNone ? std::nullopt : read_time_word(text, text.skip_blanks(last));
        if (unit && lasts_up_to_now(text, at) && !last_of_other(text, at, unit->end)) {
            parts.fixed = stretch(text.date_line(), -unit->times, unit->unit);
            parts.end = unit->end;
            return parts.fixed ? std::optional(range) : std::nullopt;
        }
    }
    if (!read_relative(*word, text.date_line(), context, parts) || last_of_other(text, at, parts.end)) return std::nullopt;
    if (contains(id, "week") && !contains(id, "weekend")) {
        // "next week on Tuesday", "this week Monday"
        const std::size_t on = text.past_word(next, {"on"});
        const std::size_t day = on == kNone ? next : text.skip_blanks(on);
        if (const auto weekday = text.word(day, WordClass::weekday); weekday && next > word->end) {
            parts.weekday = static_cast<unsigned>(weekday->value());
            parts.end = weekday->end;
        }
        return range;
    }
    if (contains(id, "that-") && id != "that-day") {
        // "the same period of 2023", "the same quarter last year", "the same month a year earlier"
        DateParts year = parts;
        std::size_t ago = text.past_word(next, {"of the", "of", "in the", "in", "a"});
        ago = ago == kNone ? next : text.skip_blanks(ago);
        const auto earlier = text.period(ago);
        const bool year_ago = earlier && earlier->id() == "last-year" && text.past_word(ago, {"year ago"}) != kNone;
        if (earlier && (year_ago || earlier->id() == "year-earlier" || earlier->id() == "prior-year") && context.last) {
            same_period_of_year(year_of(context.last->from) - 1, context, parts);
            parts.end = earlier->end;
        } else if (read_year_behind(text, year, &context)) {
            const auto of = year.year;
            parts.explicit_year = year.explicit_year;
            same_period_of_year(of, context, parts);
            parts.end = year.end;
        } else if (text.past_word(at, {"same time"}) != kNone) {
            return std::nullopt;  // "at the same time", but "the same time last year"
        }
        return range;
    }
    if (parts.year && !parts.month) read_possessive(text, parts);
    return range;
}

}  // namespace tieout
