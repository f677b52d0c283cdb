#include "extract/date_english.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// "first nine months of 2023", "last four months of the year", "first two weeks of May"; `nth` is 1 or -1. Months without a
/// year are the date line's.
std::optional<DateRange> read_first_of(const DateText& text, int nth, std::size_t at, const DateContext& context) {
    const auto count = nth == 1 || nth == -1 ? read_time_count(text, at) : std::nullopt;
    if (!count || text.nested() || count->value < 1 || count->value > 60) return std::nullopt;
    std::size_t next = past_hyphen(text, count->end);
    const auto unit = read_time_word(text, next);
    if (!unit || unit->unit == TimeUnit::year) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.end = unit->end;
    const std::size_t of = text.past_word(text.skip_blanks(unit->end), {"of", "in"});
    std::optional<Period> whole;
    if (of != kNone) {
        DateParts year;
        year.end = unit->end;
        if (const std::size_t this_year = text.past_word(text.skip_blanks(of), {"the year"});
            this_year != kNone && !text.digit(text.skip_blanks(this_year))) {
            whole = year_period(year_of(text.date_line()));
            parts.end = this_year;
        } else if (auto found = read_english_point(text.inside(), text.skip_blanks(of), context);
                   found && !found->to && !found->from.day) {
            whole = place(found->from, text.date_line());
            parts.end = found->from.end;
            parts.explicit_year = found->from.explicit_year;
        }
    } else if (DateParts year; year.end = unit->end, read_year_behind(text, year, &context)) {
        whole = place(year, text.date_line());
        parts.end = year.end;
        parts.explicit_year = year.explicit_year;
    } else if (unit->unit == TimeUnit::month && count->value < 12 && nth == 1) {
        whole = year_period(year_of(text.date_line()));
    }
    if (!whole) return std::nullopt;
    const auto inside = nth > 0 ? stretch(whole->from - date::days{1}, count->value, unit->unit)
                                : stretch(whole->to + date::days{1}, -count->value, unit->unit);
    if (!inside || inside->to > whole->to || inside->from < whole->from) return std::nullopt;
    parts.fixed = inside;
    return range;
}

/// "last day of May", "first day of 2024", "third month of 2021"; `at` is behind the ordinal.
std::optional<DateRange> read_nth_unit(const DateText& text, int nth, std::size_t at, const DateContext& context) {
    const std::size_t day = text.past_word(at, {"day"});
    const std::size_t unit = day != kNone ? day : text.past_word(at, {"month"});
    if (unit == kNone || text.nested()) return std::nullopt;
    const std::size_t of = text.past_word(text.skip_blanks(unit), {"of the", "of", "in"});
    if (of == kNone) return std::nullopt;
    auto range = read_english_point(text.inside(), text.skip_blanks(of), context);
    if (!range || range->to || range->from.day || range->from.part != Part::none) return std::nullopt;
    const auto whole = place(range->from, text.date_line());
    if (!whole) return std::nullopt;
    const auto only = day != kNone ? TimeUnit::day : TimeUnit::month;
    const Day outside = nth > 0 ? whole->from - date::days{1} : whole->to + date::days{1};
    const auto up_to = stretch(outside, nth, only);
    if (!up_to || up_to->from < whole->from || up_to->to > whole->to) return std::nullopt;
    const Day inside = nth > 0 ? up_to->to : up_to->from;
    range->from.fixed = day != kNone ? day_period(inside) : month_period(year_of(inside), month_of(inside));
    range->from.year.reset();
    range->from.month.reset();
    range->from.quarter.reset();
    range->from.half.reset();
    return range;
}

/// "first Tuesday after Nov. 1", "third Friday before Easter".
std::optional<DateRange> read_nth_after(const DateText& text, int nth, const DateWord& weekday, const DateContext& context) {
    const std::size_t next = text.skip_blanks(weekday.end);
    const std::size_t after = text.past_word(next, {"after", "following"});
    const std::size_t joint = after != kNone ? after : text.past_word(next, {"before"});
    if (joint == kNone) return std::nullopt;
    std::size_t anchor = text.skip_blanks(joint);
    if (const std::size_t article = text.past_word(anchor, {"the"}); article != kNone) anchor = text.skip_blanks(article);
    auto range = read_english_point(text.inside(), anchor, context);
    if (!range || range->to || range->from.names_nothing()) return std::nullopt;
    const auto from = place(range->from, text.date_line());
    if (!from || from->grain != Grain::day) return std::nullopt;
    const Day next_to = after != kNone ? from->to + date::days{1} : from->from - date::days{1};
    DateParts& parts = range->from;
    parts.fixed =
        day_period(nth_weekday(Period{next_to, next_to}, after != kNone ? nth : -nth, static_cast<unsigned>(weekday.value())));
    parts.year.reset();
    parts.month.reset();
    parts.day.reset();
    parts.holiday.reset();
    parts.weekday.reset();
    return range;
}

}  // namespace

std::optional<DateRange> read_nth_date(const DateText& text, std::size_t at, const DateContext& context) {
    const auto nth = read_nth_word(text, at);
    if (!nth) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    std::size_t next = past_hyphen(text, nth->end);
    if (const std::size_t word = text.past_word(next, {"fiscal", "calendar", "financial"}); word != kNone)
        next = text.skip_blanks(word);
    const std::size_t quarter = text.past_word(next, {"quarter", "qtr"});
    const std::size_t half = text.past_word(next, {"half"});
    if (quarter != kNone || half != kNone) {
        // "The last quarter of 2010" is that year's; "last quarter" alone is the one before this.
        const int most = quarter != kNone ? 4 : 2;
        const bool last = nth->value == -1;
        if (!last && (nth->value < 1 || nth->value > most)) return std::nullopt;
        (quarter != kNone ? parts.quarter : parts.half) = static_cast<unsigned>(last ? most : nth->value);
        parts.end = quarter != kNone ? quarter : half;
        const bool year = read_year_behind(text, parts, &context);
        if (last && !year) return std::nullopt;
        // The first half of a match, of a century, of a list.
        const bool of_other = text.past_word(text.skip_blanks(parts.end), {"of"}) != kNone;
        if (!year && half != kNone && (of_other || text.byte(half) == '-')) return std::nullopt;
        return range;
    }
    if (const std::size_t century = text.past_word(next, {"century"});
        century != kNone && nth->value >= 1 && nth->value <= 30) {
        parts.year = nth->value * 100 - 99;
        parts.years = 100;
        parts.end = century;
        return range;
    }
    if (auto found = read_first_of(text, nth->value, next, context)) {
        found->from.begin = at;
        return found;
    }
    if (auto found = read_nth_unit(text, nth->value, next, context)) {
        found->from.begin = at;
        return found;
    }
    const std::size_t week = text.past_word(next, {"week"});
    const auto weekday = text.word(next, WordClass::weekday);
    if ((week == kNone && !weekday) || text.nested()) return std::nullopt;
    std::size_t of = text.skip_blanks(week != kNone ? week : weekday->end);
    if (weekday && nth->value > 0) {
        if (auto found = read_nth_after(text, nth->value, *weekday, context)) {
            found->from.begin = at;
            return found;
        }
    }
    of = text.past_word(of, {"of the", "of", "in the", "in"});
    if (of == kNone) return std::nullopt;
    of = text.skip_blanks(of);
    if (const std::size_t month = text.past_word(of, {"month"}); month != kNone) {
        parts.end = month;
    } else {
        auto whole = read_english_point(text.inside(), of, context);
        if (!whole || whole->to || whole->from.day || whole->from.quarter || whole->from.part != Part::none)
            return std::nullopt;
        range = *whole;
        range.from.begin = at;
    }
    range.from.nth = nth->value;
    if (weekday) range.from.weekday = static_cast<unsigned>(weekday->value());
    return range;
}

}  // namespace tieout
