#include "extract/date_korean.hpp"

#include "base/utf8.hpp"
#include "extract/date_numeric.hpp"
#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// A number and its unit, or two of them before one unit: "1~4월", "17·18일".
struct Component {
    KoreanNumber first;
    std::optional<KoreanNumber> last;
    std::size_t end = 0;
};

std::size_t past_unit(const DateText& text, std::size_t at, std::initializer_list<std::string_view> units) {
    const std::size_t next = text.past(at, units);
    return next != kNone ? next : text.past(text.skip_blanks(at), units);
}

std::optional<Component> component(const DateText& text, std::size_t at, std::initializer_list<std::string_view> units) {
    const auto first = read_korean_number(text, at);
    if (!first) return std::nullopt;
    Component out{*first, std::nullopt, 0};
    out.end = first->digits > 0 ? past_unit(text, first->end, units) : text.past(first->end, units);
    if (out.end != kNone) return out;
    if (first->digits == 0) return std::nullopt;
    std::size_t next = text.past_range_sign(first->end, true);
    const std::size_t dot = text.past(first->end, {"·", "ㆍ", "・"});
    if (next == kNone) next = dot;
    if (next == kNone || !text.digit(next)) return std::nullopt;
    const auto last = read_korean_number(text, next);
    if (!last || (dot != kNone && last->value != first->value + 1)) return std::nullopt;
    out.last = last;
    out.end = past_unit(text, last->end, units);
    if (out.end == kNone) return std::nullopt;
    return out;
}

/// Sets one member of the range to what the component says: in both ends where it is a short range.
template <class Value>
void set(DateRange& range, const Component& found, std::optional<Value> DateParts::*member, Value (*value)(const KoreanNumber&)) {
    range.from.end = found.end;
    range.from.*member = value(found.first);
    if (!found.last) return;
    range.to = range.from;
    (*range.to).*member = value(*found.last);
}

unsigned plain(const KoreanNumber& number) { return number.value; }
int as_year(const KoreanNumber& number) { return number.digits == 2 ? full_year(number.value) : static_cast<int>(number.value); }

bool four_digits(const KoreanNumber& n) { return (n.digits == 4 || n.digits == 0) && n.value >= 1000 && n.value <= 9999; }

/// What narrows a year follows, so that two digits before 년 are a year and no length of time: "24년 4월", "24년 1분기".
bool narrows_year(const DateText& text, std::size_t at) {
    const std::size_t next = text.skip_blanks(at);
    if (text.past(next, {"상반기", "하반기"}) != kNone) return true;
    const auto number = read_korean_number(text, next);
    return number && number->digits > 0 && text.past(number->end, {"월", "분기", "사분기", "/4분기"}) != kNone;
}

bool read_year(const DateText& text, std::size_t at, DateRange& range) {
    const std::size_t apostrophe = text.past(at, {"'", "’", "‘"});
    const std::size_t begin = apostrophe == kNone ? at : apostrophe;
    const auto found = component(text, begin, {"년", "학년도", "회계연도"});
    if (!found) return false;
    const KoreanNumber& first = found->first;
    const std::size_t decade = text.past(found->end, {"대"});
    const bool two_digits = first.digits == 2 && (!found->last || found->last->digits == 2);
    const bool both_four = four_digits(first) && (!found->last || four_digits(*found->last) || found->last->digits == 2);
    if (apostrophe != kNone ? !two_digits && !both_four : !both_four && !(two_digits && (decade != kNone || narrows_year(text, found->end)))) return false;
    if (first.value % 100 == 0 && decade == kNone && counts_on(text, found->end)) return false;
    set(range, *found, &DateParts::year, as_year);
    range.from.explicit_year = true;
    if (range.to) {
        range.to->explicit_year = true;
        if (found->last->digits == 2 && first.digits == 4) range.to->year = *range.from.year / 100 * 100 + static_cast<int>(found->last->value);
    }
    if (decade != kNone && first.value % 10 == 0) {
        for (DateParts* parts : {&range.from, range.to ? &*range.to : nullptr}) {
            if (parts) parts->years = 10;
        }
        range.from.end = decade;
    } else if (const std::size_t more = text.past(found->end, {"도"}); more != kNone && text.ends_korean(more)) {
        range.from.end = more;  // 2024년도
    }
    return true;
}

bool read_century(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"세기"});
    if (!found || found->last || found->first.digits == 0 || found->first.value < 1 || found->first.value > 30) return false;
    range.from.year = static_cast<int>(found->first.value) * 100 - 99;
    range.from.years = 100;
    range.from.end = found->end;
    return true;
}

bool read_month(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"월"});
    if (!found || text.past(found->end, {"물", "령"}) != kNone) return false;
    const unsigned highest = found->last ? found->last->value : found->first.value;
    // "13월의 월급" is no date; "2023년 13월" is a wrong one.
    if ((highest > 12 || found->first.value == 0 || highest == 0) && !range.from.explicit_year) return false;
    if (found->first.digits > 2) return false;
    if (found->first.digits == 0 && !range.from.year) {
        // "이월", "사월", "오월" are words of their own too: a day must follow.
        const auto day = read_korean_number(text, text.skip_blanks(found->end));
        if (!day || text.past(day->end, {"일"}) == kNone) return false;
    }
    set(range, *found, &DateParts::month, plain);
    return true;
}

/// What behind "N일" leaves it a date: nothing, a particle, 자.
bool ends_day(const DateText& text, std::size_t at) {
    return text.ends_korean(at) || text.past(at, {"자", "생", "밤", "낮", "새벽", "아침", "저녁", "오전", "오후"}) != kNone;
}

bool read_day(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"일"});
    if (!found || found->first.digits > 2 || counts_on(text, found->end)) return false;
    const bool after_month = range.from.month.has_value();
    const unsigned highest = found->last ? found->last->value : found->first.value;
    if (found->first.value == 0 || highest == 0 || (highest > 31 && !after_month) || highest > 99) return false;
    if (!ends_day(text, found->end)) return false;
    if (!after_month) {
        if (found->first.digits == 0) return false;
        if (found->first.value == 1 && !found->last && text.date_word(text.skip_blanks(found->end), "per-day-after")) return false;
        // "3~4일 걸린다" is a length of time.
        if (found->last && range.from.direction == Direction::none && (highest < 10 || text.date_word(text.skip_blanks(found->end), "length-after")))
            return false;
    }
    set(range, *found, &DateParts::day, plain);
    return true;
}

bool read_quarter(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"분기", "사분기", "4분기", "/4분기", "／4분기", "4/4분기"});
    if (found && (found->first.digits == 1 || found->first.digits == 0)) {
        const unsigned highest = found->last ? found->last->value : found->first.value;
        // "3분기 연속" counts quarters; "3분기 동안" happens in one.
        const bool counts = counts_on(text, found->end) && text.past(text.skip_blanks(found->end), {"동안"}) == kNone;
        if (counts || highest == 0 || highest > 9) return false;
        set(range, *found, &DateParts::quarter, plain);
        return true;
    }
    const auto half = text.date_word(at, "half");
    if (!half) return false;
    range.from.half = static_cast<unsigned>(half->value());
    range.from.end = half->end;
    return true;
}

bool read_season(const DateText& text, std::size_t at, DateRange& range) {
    const auto season = text.date_word(at, "season");
    if (!season) return false;
    range.from.season = static_cast<unsigned>(season->value());
    range.from.end = season->end;
    return true;
}

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
    if (id != "that-period" && id != "that-period-short" && id != "that-month" && id != "that-quarter" && id != "that-half") return false;
    same_period_of_year(parts.year, context, parts);
    parts.end = word->end;
    return true;
}

}  // namespace

void narrow_korean(const DateText& text, DateRange& range, const DateContext& context) {
    DateParts& parts = range.from;
    // Each step reads one word and never comes back to it: a date has at most year, month, day, weekday and part.
    std::size_t at = text.skip_blanks(parts.end);
    const bool of = text.has(at, "의 ");
    if (of) at = text.skip_blanks(at + std::string_view("의").size());
    const bool whole_year = parts.year && parts.years == 1 && !parts.month && !parts.quarter && !parts.half && !parts.season && !range.to;
    if (whole_year && (read_quarter(text, at, range) || read_month(text, at, range) || read_season(text, at, range))) {
        if (range.to) return;
        at = text.skip_blanks(parts.end);
    } else if (whole_year && read_same_period(text, at, parts, context)) {
        return;
    }
    if (parts.month && !parts.day && !range.to && parts.nth == 0) {
        std::size_t of_month = text.has(at, "의 ") ? text.skip_blanks(at + std::string_view("의").size()) : at;
        if (!read_day(text, of_month, range) && !read_nth(text, of_month, parts)) read_part(text, parts);
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
    if (auto found = read_korean_offset(text, at)) {
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
            const bool recent = id == "recent" || id == "ahead";
            if (id == "past" || id == "next" || id == "coming" || id == "this" || recent) {
                parts.direction = id == "past" || id == "recent" ? Direction::past : id == "this" ? Direction::here : id == "coming" ? Direction::coming : Direction::future;
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
                } else if (!read_year(text, next, range) && !read_quarter(text, next, range) && !read_month(text, next, range) &&
                           !read_day(text, next, range) && !read_season(text, next, range)) {
                    return std::nullopt;
                }
                range.from.begin = begin;
            } else if (id == "this-year-short") {
                // 올 is a year only before what it narrows: 올 상반기, 올 4월, 올여름, 올 초.
                parts.year = year_of(text.date_line());
                const bool narrowed = read_quarter(text, next, range) || read_month(text, next, range) || read_season(text, next, range);
                if (!narrowed) {
                    parts.end = next;
                    read_part(text, parts);
                    if (parts.part == Part::none) return std::nullopt;
                }
            } else if (id == "part-of-year" || id == "part-of-month") {
                parts.year = year_of(text.date_line());
                if (id == "part-of-month") parts.month = month_of(text.date_line());
                parts.part = static_cast<Part>(word->value());
                return range;
            } else if (id == "that-period-short" || !read_relative(*word, text.date_line(), context, parts)) {
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
    if (!read_year(text, at, range) && !read_quarter(text, at, range) && !read_month(text, at, range) && !read_day(text, at, range) &&
        !read_century(text, at, range)) {
        return std::nullopt;
    }
    if (!range.to) narrow_korean(text, range, context);
    return range;
}

}  // namespace tieout
