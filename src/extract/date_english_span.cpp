#include "extract/date_english.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;
/// Years, months, days: "2 years, 1 month and 21 days before May 5".
constexpr int kLengths = 3;

struct Length {
    long long count = 0;
    TimeUnit unit = TimeUnit::day;
    std::size_t end = 0;
};

std::optional<Length> read_length(const DateText& text, std::size_t at) {
    const auto count = read_time_count(text, at);
    if (!count) return std::nullopt;
    const auto unit = read_time_word(text, past_hyphen(text, count->end));
    if (!unit) return std::nullopt;
    return Length{count->value * unit->times, unit->unit, unit->end};
}

/// "£2,500 | a year from Saturday": behind an amount "a year" is what it is paid for, no stretch from that day.
bool is_rate(const DateText& text, std::size_t at) {
    if (text.past_word(at, {"a", "an"}) == kNone) return false;
    const std::size_t before = text.skip_blanks_back(at);
    if (before == at || before == text.scan().begin) return false;
    if (text.byte(before - 1) == '%' || text.digit(before - 1)) return true;
    const std::string_view word = text.word_before(at);
    const std::size_t begin = before - word.size();
    constexpr ClassMask kAmounts = masks(WordClass::currency, WordClass::unit, WordClass::scale);
    return !word.empty() && text.scan().lexicon->longest(text.scan().text, begin, before, kAmounts).length == word.size();
}

/// A date that stands at `at`, an article before it, and its days.
struct Anchor {
    Period period;
    std::size_t end = 0;
    bool explicit_year = false;
};

std::optional<Anchor> read_anchor(const DateText& text, std::size_t at, const DateContext& context,
                                  Direction direction = Direction::none) {
    if (const std::size_t article = text.past_word(at, {"the"}); article != kNone) at = text.skip_blanks(article);
    auto found = read_english_point(text.inside(), at, context);
    if (!found || found->to || found->from.names_nothing()) return std::nullopt;
    if (found->from.direction == Direction::none) found->from.direction = direction;
    const auto period = place(found->from, text.date_line());
    if (!period) return std::nullopt;
    return Anchor{*period, found->from.end, found->from.explicit_year};
}

DateRange placed(std::size_t begin, const Anchor& anchor, const std::optional<Period>& period) {
    DateRange range;
    range.from.begin = begin;
    range.from.end = anchor.end;
    range.from.fixed = period;
    range.from.explicit_year = anchor.explicit_year;
    return range;
}

/// The stretch that ends with the last day of `end`, or begins with the first day of it.
std::optional<Period> up_to(const Period& end, const Length& length) {
    return stretch(end.to + date::days{1}, -length.count, length.unit);
}
std::optional<Period> on_from(const Period& begin, const Length& length) {
    return stretch(begin.from - date::days{1}, length.count, length.unit);
}

/// "week of April 10", "week beginning Monday", "weekend of March 4": ids of class date_word.
std::optional<DateRange> read_week(const DateText& text, std::size_t at, const DateContext& context) {
    const auto word = text.word(at, WordClass::date_word);
    if (!word || (word->id() != "week-of" && word->id() != "week-from" && word->id() != "weekend-of")) return std::nullopt;
    const auto anchor = read_anchor(text, text.skip_blanks(word->end), context);
    if (!anchor || anchor->period.grain != Grain::day) return std::nullopt;
    const Day day = anchor->period.from;
    return placed(at, *anchor,
                  word->id() == "week-of"      ? week_period(day)
                  : word->id() == "weekend-of" ? weekend_at(day)
                                               : span_period(day, day + date::days{6}));
}

/// "week 30 of 2019", as ISO 8601 counts them. Without a year it is as often a match day.
std::optional<DateRange> read_numbered_week(const DateText& text, std::size_t at, const DateContext& context) {
    const std::size_t week = text.past_word(at, {"week"});
    const auto number = week == kNone ? std::nullopt : text.digits(text.skip_blanks(week));
    if (!number || number->value < 1 || number->value > 53) return std::nullopt;
    DateRange range;
    range.from.begin = at;
    range.from.end = number->end;
    if (!read_year_behind(text, range.from, &context)) return std::nullopt;
    range.from.nth = static_cast<int>(number->value);
    return range;
}

}  // namespace

std::optional<DateRange> read_span_date(const DateText& text, std::size_t at, const DateContext& context) {
    if (text.nested() || is_rate(text, at)) return std::nullopt;
    if (auto found = read_week(text, at, context)) return found;
    if (auto found = read_numbered_week(text, at, context)) return found;
    Length lengths[kLengths];
    int read = 0;
    std::size_t next = at;
    while (read < kLengths) {
        auto length = read_length(text, next);
        // "year ended March 31": one of them, but not "$5 a month to March"
        if (!length && read == 0 && !is_one_of(text.word_before(at), {"a", "per", "every", "each"})) {
            if (const auto unit = read_time_word(text, at)) length = Length{unit->times, unit->unit, unit->end};
        }
        if (!length) break;
        lengths[read++] = *length;
        next = text.skip_blanks(length->end);
        if (text.byte(next) == ',') next = text.skip_blanks(next + 1);
        if (const std::size_t joint = text.past_word(next, {"and"}); joint != kNone) next = text.skip_blanks(joint);
    }
    if (read == 0) return std::nullopt;
    const Length& last = lengths[read - 1];
    const auto joint = text.date_word(text.skip_blanks(last.end), "span-joint");
    if (!joint) {
        // "2 weeks and 2 days ago"
        const std::size_t ago = read < 2 ? kNone : text.past_word(text.skip_blanks(last.end), {"ago"});
        if (ago == kNone) return std::nullopt;
        Day day = text.date_line();
        for (int i = 0; i < read; ++i) {
            const auto moved = stretch(day, -lengths[i].count, lengths[i].unit);
            if (!moved) return std::nullopt;
            day = moved->from;
        }
        return placed(at, Anchor{day_period(day), ago}, day_period(day));
    }
    constexpr int kEnded = 2;   // "six months ended June 30", "the year to March"
    constexpr int kBegins = 3;  // "two weeks starting May 20"
    constexpr int kEnding = 4;  // "the year ending in March"
    // "for a year from May 5" lasts that year, "two weeks from May 5" is a day.
    const bool lasts = same_letters(text.word_before(at), "for") && text.past_word(text.skip_blanks(last.end), {"from"}) != kNone;
    const int joins = lasts ? kBegins : joint->value();
    const Direction direction = joins == kEnded ? Direction::past : Direction::none;
    const auto anchor = read_anchor(text, text.skip_blanks(joint->end), context, direction);
    if (!anchor) return std::nullopt;
    const Grain grain = anchor->period.grain;
    if (joins >= kEnded) {
        // "two days to May 5" counts down, "$5 a month to March" is a rate
        const bool no_stretch = joins != kBegins && (last.unit == TimeUnit::day || text.past_word(at, {"a", "an"}) != kNone);
        if (read != 1 || no_stretch || (grain != Grain::day && grain != Grain::month)) return std::nullopt;
        const bool up = joins == kEnded || joins == kEnding;
        const auto period = up ? up_to(anchor->period, last) : on_from(anchor->period, last);
        return period ? std::optional(placed(at, *anchor, period)) : std::nullopt;
    }
    // "two days after Jan. 15": -1 before, 1 after
    if (grain != Grain::day || !read_time_count(text, at)) return std::nullopt;
    Day day = anchor->period.from;
    for (int i = 0; i < read; ++i) {
        const auto moved = stretch(day, joins * lengths[i].count, lengths[i].unit);
        if (!moved) return std::nullopt;
        day = joins < 0 ? moved->from : moved->to;
    }
    DateRange range = placed(at, *anchor, day_period(day));
    range.from.counted = true;
    return range;
}

}  // namespace tieout
