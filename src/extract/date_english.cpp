#include "extract/date_english.hpp"

#include "extract/date_numeric.hpp"
#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

bool is_capital(const DateText& text, std::size_t at) {
    return is_ascii_capital(text.byte(at));
}

/// For years that the date line alone tells: "October last year".
const DateContext kNoContext;

bool behind_between(const DateText& text, std::size_t at) {
    const std::string_view before = text.word_before(at);
    if (same_letters(before, "the"))
        return same_letters(text.word_before(text.skip_blanks_back(at) - before.size()), "between");
    return same_letters(before, "between");
}

/// The second day of "13-15", "13 to 15", "ninth through the 17th"; no month stands before it.
std::optional<DayNumber> second_day(const DateText& text, std::size_t at, bool between) {
    std::size_t next = text.past_range_sign(at, true);
    if (next == kNone) {
        next = text.past_word(text.skip_blanks(at), {"to", "through", "thru", "until", "till"});
        if (next == kNone && between) next = text.past_word(text.skip_blanks(at), {"and"});
        if (next == kNone) return std::nullopt;
        next = text.skip_blanks(next);
    }
    const std::size_t article = text.past_word(next, {"the"});
    const auto day = read_day_number(text, article == kNone ? next : text.skip_blanks(article));
    if (!day || day->value > 31 || !ends_number(text, day->end)) return std::nullopt;
    return day;
}

void read_weekday_in_brackets(const DateText& text, DateParts& parts) {
    const std::size_t bracket = text.past(text.skip_blanks(parts.end), {"("});
    const auto weekday = bracket == kNone ? std::nullopt : text.word(bracket, WordClass::weekday);
    if (!weekday || text.byte(weekday->end) != ')') return;
    parts.weekday = static_cast<unsigned>(weekday->value());
    parts.weekday_span = {static_cast<std::uint32_t>(bracket), static_cast<std::uint32_t>(weekday->end)};
    parts.end = weekday->end + 1;
}

/// "April", "Apr.": past it and its full stop.
std::optional<DateWord> month_name(const DateText& text, std::size_t at) {
    auto month = text.word(at, WordClass::month);
    const bool in_full = is_one_of(text.scan().text.substr(at, month ? month->end - at : 0), {"may", "june", "july"});
    if (month && text.byte(month->end) == '.' && !in_full && month->end - at <= 4) ++month->end;
    return month;
}

/// A range to another month follows: "May to July", "March-May".
bool months_on(const DateText& text, std::size_t at) {
    std::size_t next = text.past_range_sign(at, true);
    if (next == kNone) {
        next = text.past_word(text.skip_blanks(at), {"to", "through", "until"});
        if (next == kNone) return false;
        next = text.skip_blanks(next);
    }
    return is_capital(text, next) && text.word(next, WordClass::month);
}

/// "May", "march", "Jan" and the like are months only beside what dates them.
bool is_month_alone(const DateText& text, std::size_t at, std::size_t end) {
    const std::string_view name = text.scan().text.substr(at, end - at);
    const bool verb = is_one_of(name, {"may", "march"});
    const char32_t before = text.sign_before(at);
    const bool joined = (before == U'-' || before == U'–' || before == U'—') && is_capital(text, at);  // "March–May"
    const bool surely = joined || is_one_of(text.word_before(at), {"in", "since", "until", "by"});
    if (surely || (is_capital(text, at) && months_on(text, end))) return true;
    const bool marched =
        text.past_word(text.skip_blanks(end), {"madness", "on", "for", "with", "against", "to", "of", "through"}) != kNone;
    if (verb && name.size() == 5 && is_capital(text, at) && !marched) return true;
    if (verb) return is_capital(text, at) && text.dated_before(at);
    const bool short_name = name.size() <= 4 && !is_one_of(name, {"june", "july"});
    const std::size_t next = text.skip_blanks(end);
    const bool first_name = short_name && next > end && is_capital(text, next);  // "Jan Novak"
    return !first_name && (!short_name || is_capital(text, at));
}

/// "January twenty-five nineteen eighty-six", "March Eight": a day that is no rank, where the year goes on in words too or the
/// day is written as a name is.
void read_days_in_words(const DateText& text, DateParts& parts) {
    const std::size_t at = text.skip_blanks(parts.end);
    const auto day = read_words_below_hundred(text, at);
    if (!day || day->value > 31) return;
    const bool named = is_capital(text, at) && text.past_word(at, {"a", "one"}) == kNone && ends_number(text, day->end) &&
                       text.byte(day->end) != '-' && !noun_behind(text, day->end);
    if (!named && !read_year_words(text, text.skip_blanks(day->end))) return;
    parts.day = static_cast<unsigned>(day->value);
    parts.end = day->end;
}

std::optional<DateRange> month_first(const DateText& text, std::size_t at) {
    const auto month = month_name(text, at);
    if (!month) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    parts.month = static_cast<unsigned>(month->value());
    parts.end = month->end;
    std::size_t next = text.past(month->end, {"-", "/"});
    if (next == kNone || text.past_word(next, {"the"}) != kNone) next = text.skip_blanks(month->end);
    const std::size_t article = text.past_word(next, {"the"});
    const auto day = read_day_number(text, article == kNone ? next : text.skip_blanks(article));
    if (day && day->value >= 1 && day->value <= 31 && ends_number(text, day->end) && (article == kNone || day->ordinal)) {
        parts.day = day->value;
        parts.end = day->end;
        if (const auto last = second_day(text, day->end, behind_between(text, at)); last && last->value > day->value) {
            range.to = parts;
            range.to->begin = last->begin;
            range.to->day = last->value;
            parts.end = last->end;
        }
        read_weekday_in_brackets(text, parts);
    }
    if (!parts.day) read_days_in_words(text, parts);
    if (read_year_behind(text, parts, &kNoContext) && parts.day && parts.weekday_span.empty())
        read_weekday_in_brackets(text, parts);
    if (!parts.day && !parts.year && !is_month_alone(text, at, month->end)) return std::nullopt;
    if (range.to) range.to->year = parts.year;
    return range;
}

/// "18" of "18 and 19 June 2023": the month and year are the next day's.
std::optional<DateRange> day_of_next(const DateText& text, std::size_t at, const DayNumber& day) {
    const std::size_t joint = text.past_word(text.skip_blanks(day.end), {"and", "or"});
    const auto next = joint == kNone ? std::nullopt : read_day_number(text, text.skip_blanks(joint));
    if (!next || next->value <= day.value || next->value > 31) return std::nullopt;
    std::size_t name = text.skip_blanks(next->end);
    if (const std::size_t of = text.past_word(name, {"of"}); of != kNone) name = text.skip_blanks(of);
    const auto month = name == next->end ? std::nullopt : month_name(text, name);
    if (!month || !is_capital(text, name)) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.month = static_cast<unsigned>(month->value());
    parts.end = month->end;
    read_year_behind(text, parts, &kNoContext);
    parts.day = day.value;
    parts.begin = at;
    parts.end = day.end;
    return range;
}

/// "2019-Aug-01", "2020/Sep/23".
std::optional<DateRange> year_first(const DateText& text, std::size_t at) {
    const auto year = text.digits(at);
    const char sign = year ? text.byte(year->end) : '\0';
    if (!year || year->count != 4 || (sign != '-' && sign != '/')) return std::nullopt;
    const auto month = month_name(text, year->end + 1);
    if (!month || text.byte(month->end) != sign) return std::nullopt;
    const auto day = text.digits(month->end + 1);
    if (!day || day->count > 2 || !ends_number(text, day->end)) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    parts.end = day->end;
    parts.year = static_cast<int>(year->value);
    parts.explicit_year = true;
    parts.month = static_cast<unsigned>(month->value());
    parts.day = day->value;
    return range;
}

std::optional<DateRange> day_first(const DateText& text, std::size_t at) {
    const auto day = read_day_number(text, at);
    if (!day || day->value < 1 || day->value > 31) return std::nullopt;
    const auto last = second_day(text, day->end, behind_between(text, at));
    const bool two = last && last->value > day->value;
    if (!two) {
        if (auto shared = day_of_next(text, at, *day)) return shared;
    }
    std::size_t next = two ? last->end : day->end;
    if (const std::size_t sign = text.past(next, {"-", "/"}); sign != kNone) {
        next = sign;
    } else {
        next = text.skip_blanks(next);
        if (const std::size_t of = text.past_word(next, {"of", "day of"}); of != kNone) next = text.skip_blanks(of);
    }
    const auto month = month_name(text, next);
    // "15 may" is somebody's wish.
    if (!month || (text.has(next, "may") && !day->ordinal)) return std::nullopt;
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    parts.end = month->end;
    parts.month = static_cast<unsigned>(month->value());
    parts.day = day->value;
    read_weekday_in_brackets(text, parts);
    if (read_year_behind(text, parts, &kNoContext) && parts.weekday_span.empty()) read_weekday_in_brackets(text, parts);
    if (two) {
        range.to = parts;
        range.to->begin = last->begin;
        range.to->day = last->value;
    }
    return range;
}

}  // namespace

std::optional<DayNumber> read_day_number(const DateText& text, std::size_t at) {
    DayNumber out;
    if (const auto digits = text.digits(at)) {
        if (digits->count > 2) return std::nullopt;
        const std::size_t ordinal = text.past_word(digits->end, {"st", "nd", "rd", "th"});
        out.value = digits->value;
        out.begin = at;
        out.ordinal = ordinal != kNone;
        out.end = out.ordinal ? ordinal : digits->end;
        return out;
    }
    const auto word = text.date_word(at, "nth");
    if (!word || word->value() < 1) return std::nullopt;
    return DayNumber{static_cast<unsigned>(word->value()), true, word->end, at};
}

std::optional<DateRange> read_month_date(const DateText& text, std::size_t at) {
    if (auto range = month_first(text, at)) return range;
    if (auto range = day_first(text, at)) return range;
    return year_first(text, at);
}

std::optional<DateRange> read_weekday_date(const DateText& text, std::size_t at, const DateContext& context) {
    const auto weekday = text.word(at, WordClass::weekday);
    if (!weekday) return std::nullopt;
    const bool full_name = weekday->end - at >= 6;
    std::size_t name_end = weekday->end;
    if (!full_name && text.byte(name_end) == '.') ++name_end;
    std::size_t next = text.skip_blanks(name_end);
    if (text.byte(next) == ',') next = text.skip_blanks(next + 1);
    DateRange range;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(weekday->end)};
    const auto with_weekday = [&](DateRange found) {
        found.from.begin = at;
        found.from.weekday = static_cast<unsigned>(weekday->value());
        found.from.weekday_span = span;
        return found;
    };
    const std::size_t article = text.past_word(next, {"the"});
    const std::size_t number = article == kNone ? next : text.skip_blanks(article);
    if (auto dated = read_month_date(text, number); dated && dated->from.day) return with_weekday(*dated);
    if (auto dated = read_digits_date(text, next, true)) {
        range.from = *dated;
        return with_weekday(range);
    }
    // "On Thursday, First Union offered": a name; "on Thursday, the 14th rise in a row": which of its kind.
    if (const auto day = is_capital(text, number) ? std::nullopt : read_day_number(text, number);
        day && day->ordinal && day->value <= 31 && text.byte(day->end) != '-' && !noun_behind(text, day->end)) {
        range.from.day = day->value;
        range.from.end = day->end;
        return with_weekday(range);
    }
    range.from.begin = at;
    range.from.end = weekday->end;
    range.from.weekday = static_cast<unsigned>(weekday->value());
    if (const std::size_t of = text.past_word(next, {"of the", "of", "on the", "in the"}); of != kNone)
        next = text.skip_blanks(of);
    if (const auto week = text.period(next); week && week->id().find("week") != std::string_view::npos &&
                                             week->id().find("weekend") == std::string_view::npos &&
                                             read_relative(*week, text.date_line(), context, range.from)) {
        range.from.end = week->end;
        return range;
    }
    if (!full_name && !is_capital(text, at)) return std::nullopt;
    if (!full_name && is_one_of(text.scan().text.substr(at, weekday->end - at), {"sun", "sat", "wed", "mon"}))
        return std::nullopt;
    return range;
}

}  // namespace tieout
