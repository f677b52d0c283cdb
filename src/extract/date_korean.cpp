#include "extract/date_korean.hpp"

#include "base/utf8.hpp"
#include "extract/date_numeric.hpp"
#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// "둘째 주", "첫 번째 금요일", "마지막 주 수요일", "마지막 날".
bool read_nth(const DateText& text, std::size_t at, DateParts& parts) {
    const auto nth = text.date_word(at, "nth");
    if (!nth) return false;
    std::size_t next = text.skip_blanks(nth->end);
    const std::size_t week = text.past(next, {"주"});
    const bool of_week = week != kNone && text.ends_korean(week);
    if (const auto weekday = text.word(of_week ? text.skip_blanks(week) : next, WordClass::weekday)) {
        parts.weekday = static_cast<unsigned>(weekday->value());
        next = weekday->end;
    } else if (of_week) {
        next = week;
    } else {
        next = text.past(next, {"날"});
        if (next == kNone || nth->value() >= 0 || !parts.month || !parts.year) return false;
        parts.day = day_of_month(month_period(*parts.year, *parts.month).to);
        parts.end = next;
        return true;
    }
    parts.nth = nth->value();
    parts.end = next;
    return true;
}

/// "(월)", "(월요일)", " 월요일" behind a date; within a week also what picks its day.
void read_weekday_beside(const DateText& text, DateParts& parts) {
    const std::size_t at = text.skip_blanks(parts.end);
    const std::size_t bracket = text.past(at, {"("});
    const std::size_t begin = bracket == kNone ? at : bracket;
    auto weekday = text.word(begin, WordClass::weekday);
    if (!weekday && bracket != kNone) weekday = text.date_word(begin, "weekday-letter");
    if (!weekday) return;
    std::size_t end = weekday->end;
    if (bracket != kNone && text.byte(end++) != ')') return;
    parts.weekday = static_cast<unsigned>(weekday->value());
    parts.weekday_span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(weekday->end)};
    parts.end = end;
}

void read_part(const DateText& text, DateParts& parts) {
    const auto word = text.date_word(text.skip_blanks(parts.end), "part");
    if (!word || !text.ends_korean(word->end)) return;
    parts.part = static_cast<Part>(word->value());
    parts.end = word->end;
}

/// "같은 기간", "동기", "같은 달" behind a year.
bool read_same_period(const DateText& text, std::size_t at, DateParts& parts, const DateContext& context) {
    const auto word = text.period(at);
    if (!word) return false;
    const std::string_view id = word->id();
    if (id != "that-period" && id != "that-period-short" && id != "that-month" && id != "that-quarter" && id != "that-half")
        return false;
    same_period_of_year(parts.year, context, parts);
    parts.end = word->end;
    return true;
}

/// "연말·연초" is one turn of the year: the one just past in the first half of a year, else the one to come. How many years the
/// word that ends at `end` lies from the date line's.
int turn_of_year(const DateText& text, std::size_t at, std::size_t end, bool first_half) {
    const auto past_sign = [&](std::size_t place) {
        const std::size_t next = text.past(place, {"·", "ㆍ", "~", "∼", "-", "/"});
        return next == kNone ? text.skip_blanks(place) : next;
    };
    const bool year_end = text.has(at, "연말");
    if (year_end && text.has(past_sign(end), "연초")) return first_half ? -1 : 0;
    std::size_t before = text.skip_blanks_back(at);
    for (const std::string_view sign : {"·", "ㆍ", "~", "∼", "-", "/"}) {
        if (text.ends_with(before, sign)) before -= sign.size();
    }
    return !year_end && text.ends_with(before, "연말") && !first_half ? 1 : 0;
}

/// "오후 5시부터 익일 7시": the morning after any day.
bool behind_clock(const DateText& text, std::size_t at) {
    const std::size_t before = text.skip_blanks_back(at);
    for (const std::string_view clock : {"시부터", "분부터", "시~", "분~", "시∼", "시-"}) {
        if (text.ends_with(before, clock)) return true;
    }
    return false;
}

}  // namespace

void narrow_korean(const DateText& text, DateRange& range, const DateContext& context) {
    DateParts& parts = range.from;
    // Each step reads one word and never comes back to it: a date has at most year, month, day, weekday and part.
    std::size_t at = text.skip_blanks(parts.end);
    const bool of = text.has(at, "의 ");
    if (of) at = text.skip_blanks(at + std::string_view("의").size());
    const bool whole_year =
        parts.year && parts.years == 1 && !parts.month && !parts.quarter && !parts.half && !parts.season && !range.to;
    if (whole_year &&
        (read_korean_quarter(text, at, range) || read_korean_month(text, at, range) || read_korean_season(text, at, range))) {
        if (range.to) return;
        at = text.skip_blanks(parts.end);
    } else if (whole_year && read_same_period(text, at, parts, context)) {
        return;
    }
    if (parts.month && !parts.day && !range.to && parts.nth == 0) {
        std::size_t of_month = text.has(at, "의 ") ? text.skip_blanks(at + std::string_view("의").size()) : at;
        if (!read_korean_day(text, of_month, range) && !read_nth(text, of_month, parts)) read_part(text, parts);
    } else if (parts.year && !parts.month && !range.to) {
        if (!read_nth(text, at, parts)) read_part(text, parts);
    } else if (!parts.day && !range.to) {
        read_part(text, parts);
    }
    if (range.to) return;
    const bool one_day = parts.day || (parts.fixed && (parts.fixed->grain == Grain::day || parts.fixed->grain == Grain::week));
    if (one_day && parts.nth == 0 && parts.part == Part::none) read_weekday_beside(text, parts);
}

std::optional<DateRange> read_korean_point(const DateText& text, std::size_t at, const DateContext& context) {
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = parts.end = at;
    if (auto found = read_digits_date(text, at)) {
        range.from = *found;
        read_weekday_beside(text, range.from);
        return range;
    }
    if (auto found = read_korean_offset(text, at, context)) {
        range.from = *found;
        if (parts.fixed && parts.fixed->grain == Grain::year) {
            parts.year = year_of(parts.fixed->from);
            if (!read_same_period(text, text.skip_blanks(parts.end), parts, context)) parts.year.reset();
        }
        return range;
    }
    const char32_t first = text.sign(at);
    if (first < 0x80 || first == U'’' || first == U'‘') {
        if (auto found = read_period_code(text, at)) {
            range.from = *found;
            if (parts.year && !parts.quarter && !parts.half) narrow_korean(text, range, context);
            return range;
        }
    }
    if (is_hangul(first)) {
        if (const auto word = text.period(at)) {
            parts.end = word->end;
            const std::string_view id = word->id();
            const std::size_t next = text.skip_blanks(word->end);
            if (id == "tomorrow" && behind_clock(text, at)) return std::nullopt;
            const bool recent = id == "recent" || id == "ahead";
            if (id == "past" || id == "next" || id == "coming" || id == "this" || recent) {
                parts.direction = id == "past" || id == "recent" ? Direction::past
                                  : id == "this"                 ? Direction::here
                                  : id == "coming"               ? Direction::coming
                                                                 : Direction::future;
                if (auto found = read_korean_stretch(text, next, parts.direction)) {
                    found->begin = at;
                    range.from = *found;
                    return range;
                }
                const std::size_t begin = parts.begin;
                if (recent) return std::nullopt;
                if (const auto weekday = text.word(next, WordClass::weekday)) {
                    parts.weekday = static_cast<unsigned>(weekday->value());
                    parts.end = weekday->end;
                } else if (!read_korean_year(text, next, range) && !read_korean_quarter(text, next, range) &&
                           !read_korean_month(text, next, range) && !read_korean_day(text, next, range) &&
                           !read_korean_season(text, next, range)) {
                    return std::nullopt;
                }
                range.from.begin = begin;
            } else if (id == "this-year-short") {
                // 올 is a year only before what it narrows: 올 상반기, 올 4월, 올여름, 올 초.
                parts.year = year_of(text.date_line());
                const bool narrowed = read_korean_quarter(text, next, range) || read_korean_month(text, next, range) ||
                                      read_korean_season(text, next, range);
                if (!narrowed) {
                    parts.end = next;
                    read_part(text, parts);
                    if (parts.part == Part::none) return std::nullopt;
                }
            } else if (id == "part-of-year" || id == "part-of-month" || id == "part-of-week") {
                const Day day = text.date_line();
                if (id == "part-of-week") {
                    parts.fixed = week_period(day);
                } else if (id == "part-of-month") {
                    const bool said = context.last && context.last_end > text.scan().begin &&
                                      (context.last->grain == Grain::day || context.last->grain == Grain::month);
                    const Day month = said ? (context.last->open_from ? context.last->to : context.last->from) : day;
                    parts.year = year_of(month);
                    parts.month = month_of(month);
                } else {
                    parts.year = year_of(day) + turn_of_year(text, at, word->end, month_of(day) <= 6);
                }
                parts.part = static_cast<Part>(word->value());
                return range;
            } else if (id == "part-of-last-year" || id == "part-of-next-year") {  // 지난 연말, 내년 연초
                parts.year = year_of(text.date_line()) + (id == "part-of-last-year" ? -1 : 1);
                parts.part = static_cast<Part>(word->value());
                return range;
            } else if (id == "that-period-short" ||
                       !read_relative(*word, text.date_line(), context, parts, text.scan().begin)) {
                return std::nullopt;
            }
            if (!range.to && id != "that-period") narrow_korean(text, range, context);
            return range;
        }
        if (const auto weekday = text.word(at, WordClass::weekday)) {
            parts.weekday = static_cast<unsigned>(weekday->value());
            parts.end = weekday->end;
            return range;
        }
    }
    // Only a quarter or half may begin with a word: 상반기.
    const bool counted = !is_hangul(first) || may_begin_number(first);
    const bool found = (counted && read_korean_year(text, at, range)) || read_korean_quarter(text, at, range) ||
                       (counted && (read_korean_month(text, at, range) || read_korean_day(text, at, range) ||
                                    read_korean_century(text, at, range)));
    if (!found) return std::nullopt;
    if (!range.to) narrow_korean(text, range, context);
    return range;
}

}  // namespace tieout
