#include "extract/date_english.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

std::size_t past_article(const DateText& text, std::size_t at) {
    const std::size_t article = text.past_word(at, {"the", "a"});
    return article == kNone ? at : text.skip_blanks(article);
}

}  // namespace

std::optional<DateRange> read_part_date(const DateText& text, std::size_t at, const DateContext& context) {
    const auto word = text.date_word(at, "part");
    if (!word || text.nested()) return std::nullopt;
    std::size_t next = text.past(word->end, {"-", "‐", "‑"});
    if (next == kNone) next = text.skip_blanks(word->end);
    if (next == word->end) return std::nullopt;
    next = past_article(text, next);
    DateRange range;
    const std::size_t unit_end = text.past_word(next, {"year", "month", "week", "quarter"});
    const std::string_view unit = unit_end == kNone ? std::string_view() : text.scan().text.substr(next, unit_end - next);
    const bool end_of = text.byte(word->end - 1) == 'f' || text.byte(word->end - 1) == 'F';
    if (!unit.empty() && !end_of) return std::nullopt;
    if (!unit.empty()) {
        // "the end of the year": the date line's.
        DateParts& parts = range.from;
        parts.end = unit_end;
        const Day day = text.date_line();
        if (same_letters(unit, "year"))
            parts.year = year_of(day);
        else
            parts.fixed = same_letters(unit, "month")  ? month_period(year_of(day), month_of(day))
                          : same_letters(unit, "week") ? week_period(day)
                                                       : offset(day, 0, TimeUnit::quarter);
    } else {
        auto found = read_english_point(text.inside(), next, context);
        if (!found || found->to || found->from.day || found->from.weekday || found->from.part != Part::none)
            return std::nullopt;
        range = *found;
    }
    range.from.begin = at;
    range.from.part = static_cast<Part>(word->value());
    return range;
}

std::optional<DateRange> read_rest(const DateText& text, std::size_t at, const DateContext& context) {
    const auto word = text.nested() ? std::nullopt : text.date_word(at, "rest");
    if (!word) return std::nullopt;
    const std::size_t next = past_article(text, text.skip_blanks(word->end));
    const Day today = text.date_line();
    DateRange range;
    std::optional<Period> whole;
    if (const auto unit = read_time_word(text, next); unit && unit->unit != TimeUnit::day && unit->times == 1) {
        whole = unit->unit == TimeUnit::week ? week_period(today) : offset(today, 0, unit->unit);
        if (unit->unit == TimeUnit::month) whole = month_period(year_of(today), month_of(today));
        range.from.end = unit->end;
    } else if (auto found = read_english_point(text.inside(), next, context); found && !found->to && !found->from.day) {
        whole = place(found->from, today);
        range.from.end = found->from.end;
        range.from.explicit_year = found->from.explicit_year;
    }
    if (!whole || whole->to < today) return std::nullopt;
    range.from.begin = at;
    range.from.fixed = whole->from < today ? span_period(today, whole->to) : *whole;
    return range;
}

std::optional<DateRange> read_to_date(const DateText& text, std::size_t at) {
    const auto word = text.date_word(at, "to-date");
    const auto unit = word ? read_time_word(text, at) : std::nullopt;
    if (!unit) return std::nullopt;
    const Day today = text.date_line();
    const auto whole = unit->unit == TimeUnit::week    ? std::optional(week_period(today))
                       : unit->unit == TimeUnit::month ? std::optional(month_period(year_of(today), month_of(today)))
                                                       : offset(today, 0, unit->unit);
    if (!whole) return std::nullopt;
    DateRange range;
    range.from.begin = at;
    range.from.end = word->end;
    range.from.fixed = span_period(whole->from, today);
    return range;
}

std::optional<DateRange> read_half_gone(const DateText& text, std::size_t at, const DateContext& context) {
    const auto word = text.date_word(at, "side");
    if (!word) return std::nullopt;
    std::size_t next = text.skip_blanks(word->end);
    if (const std::size_t in = text.past_word(next, {"in the", "in"}); in != kNone) next = text.skip_blanks(in);
    DateRange range;
    DateParts& parts = range.from;
    const bool in_the = next > text.skip_blanks(word->end);
    const std::size_t unit_end = in_the ? text.past_word(next, {"year", "month", "week"}) : kNone;
    if (unit_end != kNone) {
        const char unit = text.byte(next) == 'y' || text.byte(next) == 'Y'   ? 'y'
                          : text.byte(next) == 'm' || text.byte(next) == 'M' ? 'm'
                                                                             : 'w';
        const Day today = text.date_line();
        parts.begin = at;
        parts.end = unit_end;
        parts.fixed = unit == 'y'   ? year_period(year_of(today))
                      : unit == 'm' ? month_period(year_of(today), month_of(today))
                                    : week_period(today);
        parts.part = word->value() < 0 ? Part::early : Part::late;
        return range;
    }
    const auto period = text.period(next);
    if (!period || period->id().substr(0, 5) != "this-" || !read_relative(*period, text.date_line(), context, parts))
        return std::nullopt;
    const auto whole = place(parts, text.date_line());
    const Day today = text.date_line();
    if (!whole || today <= whole->from || today >= whole->to) {
        parts.begin = at;
        parts.end = period->end;
        return range;
    }
    parts = DateParts{};
    parts.begin = at;
    parts.end = period->end;
    parts.fixed = word->value() < 0 ? span_period(whole->from, today - date::days{1}) : span_period(today, whole->to);
    return range;
}

}  // namespace tieout
