#include "extract/date_english.hpp"
#include "extract/date_numeric.hpp"
#include "extract/date_range.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

bool on_the_calendar(const DateParts& parts) {
    return parts.month || parts.quarter || parts.half || (parts.year && parts.years == 1) || parts.day || parts.holiday;
}

/// Two points of one kind: both have a day, both a month, both a quarter, both only a year.
bool alike(const DateParts& a, const DateParts& b) {
    return a.day.has_value() == b.day.has_value() && a.month.has_value() == b.month.has_value() &&
           a.quarter.has_value() == b.quarter.has_value();
}

/// "Monday through Friday", "Monday-Friday".
bool both_weekdays(const DateParts& a, const DateParts& b) {
    const auto alone = [](const DateParts& parts) { return parts.weekday && !on_the_calendar(parts) && !parts.fixed; };
    return alone(a) && alone(b);
}

/// "the 17th" by itself is a day only behind a word that dates it: "on the 17th".
std::optional<DateRange> read_ordinal_day(const DateText& text, std::size_t at) {
    const auto day = read_day_number(text, at);
    if (!day || !day->ordinal || day->value < 1 || day->value > 31) return std::nullopt;
    const std::size_t article = text.skip_blanks_back(at);
    if (!same_letters(text.word_before(at), "the")) return std::nullopt;
    if (!is_one_of(text.word_before(article - 3), {"on", "by", "until", "from", "since", "before", "after"}))
        return std::nullopt;
    const std::size_t next = text.skip_blanks(day->end);
    const bool noun = next > day->end &&
                      text.past_word(next, {"and", "to", "at", "in", "for", "with", "after", "before", "that", "when", "said",
                                            "of this month", "of the month", "of last month", "of next month"}) == kNone;
    if (noun || (next == day->end && !text.ends_latin(next)) || text.byte(next) == '-') return std::nullopt;
    DateRange range;
    range.from.begin = at;
    range.from.end = day->end;
    range.from.day = day->value;
    return range;
}

/// "20th of next month", "the 15th day of this month".
std::optional<DateRange> read_day_of_month(const DateText& text, std::size_t at, const DateContext& context) {
    const auto day = read_day_number(text, at);
    if (!day || day->value < 1 || day->value > 31) return std::nullopt;
    std::size_t next = text.skip_blanks(day->end);
    if (const std::size_t of = text.past_word(next, {"day of the", "day of", "of the", "of"}); of != kNone) {
        next = text.skip_blanks(of);
    } else if (!day->ordinal) {
        return std::nullopt;  // "the 21st this month", but not "300 last month"
    }
    const auto month = text.period(next);
    const auto id = month ? month->id() : std::string_view();
    if (id.size() < 6 || id.substr(id.size() - 6) != "-month") return std::nullopt;
    auto whole = read_relative_date(text, next, context);
    if (!whole || !whole->from.month) return std::nullopt;
    whole->from.begin = at;
    whole->from.day = day->value;
    return whole;
}

/// What stands before the date.
OpenEnds ends_before(const DateText& text, const DateParts& date) {
    std::size_t place = date.begin;
    std::string_view word = text.word_before(place);
    for (int articles = 0; articles < 2 && is_one_of(word, {"the", "year", "on", "about", "around"}); ++articles) {
        place = text.skip_blanks_back(place) - word.size();
        word = text.word_before(place);
    }
    OpenEnds open;
    // "two days after Jan. 15" is neither that day nor all that follow.
    const std::string_view before_it = text.word_before(text.skip_blanks_back(place) - word.size());
    if (is_one_of(before_it, {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours"})) return open;
    if (is_one_of(word, {"since", "starting", "beginning"})) open.to = true;
    if (is_one_of(word, {"by", "until", "till", "through", "thru"})) open.from = true;
    // "on or after April 1", but not "before 2010 or after 2018"
    const bool on_or =
        same_letters(before_it, "or") &&
        is_one_of(text.word_before(text.skip_blanks_back(text.skip_blanks_back(place) - word.size()) - before_it.size()),
                  {"on", "in"});
    if (is_one_of(word, {"before"})) open = {true, false, !on_or};
    if (is_one_of(word, {"after"})) open = {false, true, !on_or};
    if (is_one_of(word, {"than", "to"})) {
        const std::string_view more = text.word_before(text.skip_blanks_back(place) - word.size());
        // "more than two weeks ago": before that day, or at the latest in that year.
        if (date.counted && date.fixed && same_letters(word, "than") && same_letters(more, "more")) {
            const bool past = date.fixed->from <= text.date_line();
            return {past, !past, date.fixed->grain == Grain::day};
        }
        if (is_one_of(more, {"later"})) open.from = true;
        if (is_one_of(more, {"prior", "earlier"})) open.from = open.beyond = true;
        // "no later than" ends with the date, "later than" begins after it.
        const std::size_t later = text.skip_blanks_back(text.skip_blanks_back(place) - word.size());
        if (open.from && !open.beyond && !is_one_of(text.word_before(later - more.size()), {"no", "not"}))
            open = {false, true, true};
    }
    return open;
}

bool goes_on_open(const DateText& text, std::size_t at) {
    std::size_t next = text.skip_blanks(at);
    return text.past_word(next, {"onward", "onwards", "or later", "and later", "on", "and beyond"}) != kNone &&
           text.past_word(next, {"on"}) == kNone;
}

}  // namespace

std::optional<DateRange> read_english_point(const DateText& text, std::size_t at, const DateContext& context) {
    const char c = text.byte(at);
    if (is_ascii_digit(c) || c == '\'') {
        const bool dated = is_one_of(text.word_before(at), {"on", "from", "since", "until", "due"});
        if (auto found = read_digits_date(text, at, dated)) {
            if (!found->year && text.byte(found->end) == ',') read_year_behind(text, *found, nullptr);  // "5/1-5/7, 2020"
            return DateRange{*found, std::nullopt};
        }
    }
    if (auto found = read_period_code(text, at)) {
        DateRange range{*found, std::nullopt};
        if ((range.from.quarter || range.from.half) && !range.from.year) read_year_behind(text, range.from, &context);
        return range;
    }
    if (is_ascii_digit(c)) {
        const auto digits = text.digits(at);
        const bool grouped = digits && text.byte(digits->end) == ',' && text.digit(digits->end + 1);
        if (!digits || digits->count > 4 || grouped) return std::nullopt;
        if (auto found = read_month_date(text, at)) return found;
        if (auto found = read_nth_date(text, at, context)) return found;
        if (auto found = read_day_of_month(text, at, context)) return found;
        if (auto found = read_span_date(text, at, context)) return found;
        if (auto found = read_relative_date(text, at, context)) return found;
        if (auto found = read_counted_weekday(text, at)) return found;
        if (auto found = read_year_date(text, at)) return found;
        return read_ordinal_day(text, at);
    }
    if (c == '\'' || !is_ascii_letter(c)) return read_year_date(text, at);
    constexpr ClassMask kWords =
        masks(WordClass::month, WordClass::weekday, WordClass::period, WordClass::period_unit, WordClass::date_word);
    if (!text.any_word(at, kWords)) return std::nullopt;
    const auto word = text.word(at, WordClass::date_word);
    if (word && word->id() == "fiscal") {
        auto year = read_year_date(text, text.skip_blanks(word->end));
        if (year) year->from.begin = at;
        return year;
    }
    // Most words are "a": only before a unit of time or a word for one does it begin a date.
    constexpr ClassMask kCounted = masks(WordClass::period_unit, WordClass::period);
    if (word && word->id() == "count" && !text.any_word(past_hyphen(text, word->end), kCounted)) return std::nullopt;
    if (word && word->id().starts_with("holiday-")) return read_holiday(text, at, context);
    if (auto found = read_month_date(text, at)) return found;
    if (auto found = read_span_date(text, at, context)) return found;
    if (auto found = read_nth_date(text, at, context)) return found;
    if (auto found = read_counted_weekday(text, at)) return found;
    if (auto found = read_weekday_date(text, at, context)) return found;
    if (auto found = read_relative_date(text, at, context)) return found;
    if (auto found = read_day_of_month(text, at, context)) return found;
    return read_ordinal_day(text, at);
}

std::optional<DateRange> read_english_range(const DateText& text, std::size_t at, const DateContext& context, OpenEnds& open) {
    auto range = read_english_point(text, at, context);
    if (!range || is_one_of(text.word_before(at), {"every", "each"})) return std::nullopt;
    open = ends_before(text, range->from);
    if (range->to) {
        open = {};
        return range;
    }
    DateParts& first = range->from;
    std::string_view before = text.word_before(at);
    if (same_letters(before, "the")) before = text.word_before(text.skip_blanks_back(at) - before.size());
    const bool from = same_letters(before, "from");
    const bool between = same_letters(before, "between");
    const std::size_t signed_next = text.past_range_sign(first.end, true);
    std::size_t next = signed_next;
    // "October/December"
    if (next == kNone && first.month && !first.day && !first.year && text.byte(first.end) == '/') next = first.end + 1;
    bool through = false;
    if (next == kNone) {
        next = text.skip_blanks(first.end);
        next = between ? text.past_word(next, {"and", "to", "through"})
                       : text.past_word(next, {"to", "through", "thru", "until", "till"});
        through = next != kNone && !between && text.past_word(text.skip_blanks(first.end), {"to"}) == kNone;
        if (next != kNone) next = text.skip_blanks(next);
    }
    if (next != kNone) {
        if (const std::size_t article = text.past_word(next, {"the"}); article != kNone) next = text.skip_blanks(article);
        auto second = read_english_point(text, next, context);
        if (const std::size_t now = from || between ? text.past_word(next, {"now"}) : kNone; now != kNone) {
            DateParts today;
            today.end = now;
            today.fixed = day_period(text.date_line());
            second = DateRange{today, std::nullopt};
        }
        const bool dated = second && !second->to && !second->from.unknown && !first.unknown;
        const bool weekdays = dated && both_weekdays(first, second->from);
        const bool sure = from || between || (through && dated && on_the_calendar(first) && on_the_calendar(second->from)) ||
                          (dated && on_the_calendar(first) && on_the_calendar(second->from) && alike(first, second->from)) ||
                          (weekdays && (through || signed_next != kNone));
        const bool placed = dated && (signed_next == kNone || weekdays ||
                                      (on_the_calendar(first) && on_the_calendar(second->from)));
        if (sure && placed) {
            range->to = second->from;
            first.end = second->from.end;
            open = {};
            return range;
        }
    }
    // "from 2014" alone may say where something comes from ("figures from 2014"), so it opens nothing.
    if (goes_on_open(text, first.end)) open = {false, true, false};
    return range;
}

}  // namespace tieout
