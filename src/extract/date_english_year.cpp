#include "extract/date_english.hpp"
#include "extract/date_numeric.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

constexpr unsigned kMostYears = 15;  // "2021-27" is a budget's years, "2011-44" a number

/// The second year of "2021-27" at `at`; the last two digits of the first are `first`.
std::optional<DateDigits> short_last_year(const DateText& text, std::size_t at, unsigned first) {
    const auto last = text.digits(at);
    if (!last || last->count != 2 || last->value <= first || last->value > first + kMostYears) return std::nullopt;
    return ends_number(text, last->end) && text.byte(last->end) != '-' ? last : std::nullopt;
}

/// A hyphen or stroke and digits behind a year make it another number, unless they are the last year of a range.
bool numbers_on(const DateText& text, const DateDigits& year) {
    const char sign = text.byte(year.end);
    if ((sign != '-' && sign != '/') || !text.digit(year.end + 1)) return false;
    if (short_last_year(text, year.end + 1, year.value % 100)) return false;
    const auto last = text.digits(year.end + 1);
    const bool more = last && text.byte(last->end) == '-' && text.digit(last->end + 1);
    return sign == '/' || !last || last->count != 4 || more;
}

}  // namespace

bool ends_number(const DateText& text, std::size_t at) {
    const char c = text.byte(at);
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '%' || c == ':') return false;
    if ((c == ',' || c == '.') && text.digit(at + 1)) return false;
    const std::size_t next = text.skip_blanks(at);
    return next == at || text.past_word(next, {"percent", "per cent", "million", "billion", "trillion", "people", "points",
                                               "p.m", "a.m"}) == kNone;
}

std::optional<DateDigits> read_bare_year(const DateText& text, std::size_t at, bool dated) {
    const auto year = text.digits(at);
    if (!year || year->count != 4 || year->value < 1800 || year->value > 2100) return std::nullopt;
    const char c = text.byte(year->end);
    if (is_ascii_letter(c) || c == '%' || c == '_' || numbers_on(text, *year)) return std::nullopt;
    if ((c == ',' || c == '.' || c == ':') && text.digit(year->end + 1)) return std::nullopt;
    if (c == '-' && is_ascii_letter(text.byte(year->end + 1))) return std::nullopt;
    const std::string_view before = text.word_before(at);
    const bool compared = same_letters(before, "than") &&
                          is_one_of(text.word_before(text.skip_blanks_back(at) - before.size()), {"later", "earlier"});
    if (!compared && is_one_of(before, {"than", "about", "over", "nearly", "almost", "approximately", "some", "least",
                                        "roughly", "no", "every", "rs", "page", "room"}))
        return std::nullopt;
    // "2000" with nothing that dates it is a number as likely as a year.
    const std::size_t next = text.skip_blanks(year->end);
    const bool goes_on = is_ascii_letter(text.byte(next)) && text.past_word(next, {"to", "through", "until", "and", "or", "was",
                                                                                   "is", "budget", "election"}) == kNone;
    if (!dated && year->value % 100 == 0 && goes_on && !text.dated_before(at)) return std::nullopt;
    const auto counted = text.scan().lexicon->longest(
        text.scan().text, next, text.end(), masks(WordClass::counter, WordClass::unit, WordClass::currency, WordClass::scale));
    // "2023 in", "2023 a": short units are words of their own too.
    if (counted && next > year->end && counted.length >= 3) return std::nullopt;
    return year;
}

std::optional<YearWords> read_year_words(const DateText& text, std::size_t at) {
    if (!is_ascii_letter(text.byte(at))) return std::nullopt;
    const auto first = read_words_below_hundred(text, at);
    if (!first) return std::nullopt;
    std::size_t next = text.skip_blanks(first->end);
    const std::size_t thousand = first->value == 2 ? text.past_word(next, {"thousand"}) : kNone;
    const std::size_t hundred = first->value > 10 && first->value < 20 ? text.past_word(next, {"hundred"}) : kNone;
    YearWords year{static_cast<int>(first->value) * 100, kNone};
    if (thousand != kNone || hundred != kNone) {
        if (thousand != kNone) year.value = 2000;
        year.end = thousand != kNone ? thousand : hundred;
        next = text.skip_blanks(year.end);
        if (const std::size_t joint = text.past_word(next, {"and"}); joint != kNone) next = text.skip_blanks(joint);
    } else if (const std::size_t zero = text.past_word(next, {"oh"}); zero != kNone) {
        next = text.skip_blanks(zero);
    } else if (first->value < 11 || first->value > 20) {
        return std::nullopt;
    }
    const auto rest = read_words_below_hundred(text, next);
    if (rest && (year.end != kNone || rest->value >= 10 || text.ends_with(text.skip_blanks_back(next), "oh")))
        year = {year.value + static_cast<int>(rest->value), rest->end};
    if (year.end == kNone || !ends_number(text, year.end) || noun_behind(text, year.end)) return std::nullopt;
    return year;
}

bool read_year_behind(const DateText& text, DateParts& parts, const DateContext* context) {
    std::size_t next = text.past(parts.end, {"/", "-"});
    if (next != kNone) {
        const auto year = text.digits(next);
        if (year && (year->count == 4 || (year->count == 2 && parts.day)) && ends_number(text, year->end)) {
            parts.year = year->count == 4 ? static_cast<int>(year->value) : full_year(year->value, text.date_line());
            parts.explicit_year = true;
            parts.end = year->end;
            return true;
        }
        return false;
    }
    next = text.skip_blanks(parts.end);
    if (text.byte(next) == ',') next = text.skip_blanks(next + 1);
    if (const std::size_t of = text.past_word(next, {"of", "in"}); of != kNone) next = text.skip_blanks(of);
    if (const std::size_t word = text.past_word(
            next, {"the year", "the fiscal year", "fiscal year", "fiscal", "calendar year", "calendar", "cy", "fy"});
        word != kNone) {
        const std::size_t behind = text.skip_blanks(word);
        if (text.digit(behind)) next = behind;
    }
    if (const std::size_t apostrophe = text.past(next, {"'", "’", "‘"}); apostrophe != kNone) {  // "June '24"
        const auto year = text.digits(apostrophe);
        if (!year || year->count != 2 || !ends_number(text, year->end)) return false;
        parts.year = full_year(year->value, text.date_line());
        parts.explicit_year = true;
        parts.end = year->end;
        return true;
    }
    if (const auto year = read_bare_year(text, next, true)) {
        parts.year = static_cast<int>(year->value);
        parts.explicit_year = true;
        parts.end = year->end;
        return true;
    }
    if (const auto year = parts.month ? read_year_words(text, next) : std::nullopt) {
        parts.year = year->value;
        parts.explicit_year = true;
        parts.end = year->end;
        return true;
    }
    if (!context || text.byte(text.skip_blanks(parts.end)) == ',') return false;
    if (const std::size_t article = text.past_word(next, {"the"}); article != kNone) next = text.skip_blanks(article);
    const auto word = text.period(next);
    if (!word || word->id().find("year") == std::string_view::npos || word->id() == "year-earlier") return false;
    DateParts year;
    if (!read_relative(*word, text.date_line(), *context, year) || !year.year || year.unknown) return false;
    parts.year = year.year;
    parts.end = word->end;
    return true;
}

bool read_quarter_behind(const DateText& text, DateParts& parts) {
    const std::size_t next = text.skip_blanks(parts.end);
    const auto nth = next == parts.end ? std::nullopt : read_nth_word(text, next);
    if (!nth || nth->value < 1) return false;
    const std::size_t unit = past_hyphen(text, nth->end);
    const std::size_t quarter = text.past_word(unit, {"quarter", "qtr"});
    const std::size_t half = quarter == kNone ? text.past_word(unit, {"half"}) : kNone;
    if (quarter != kNone && nth->value <= 4) {
        parts.quarter = static_cast<unsigned>(nth->value);
        parts.end = quarter;
    } else if (half != kNone && nth->value <= 2) {
        parts.half = static_cast<unsigned>(nth->value);
        parts.end = half;
    } else {
        return false;
    }
    return true;
}

std::optional<DateRange> read_year_date(const DateText& text, std::size_t at) {
    DateRange range;
    DateParts& parts = range.from;
    parts.begin = at;
    parts.explicit_year = true;
    const std::size_t apostrophe = text.past(at, {"'", "’", "‘"});
    const auto digits = text.digits(apostrophe == kNone ? at : apostrophe);
    if (!digits) return std::nullopt;
    std::size_t decade = text.past_word(digits->end, {"s"});
    if (decade == kNone) decade = text.past_word(digits->end, {"'s"});
    if (is_one_of(text.word_before(at), {"his", "her", "their", "my", "our", "your"})) return std::nullopt;  // how old they are
    const bool named = apostrophe != kNone || is_one_of(text.word_before(at), {"the", "early", "late", "mid"});
    if (decade != kNone && digits->value % 10 == 0 && (digits->count == 4 || (digits->count == 2 && named))) {
        parts.year = digits->count == 4 ? static_cast<int>(digits->value) : full_decade(digits->value);
        parts.years = 10;
        parts.end = decade;
        return range;
    }
    if (apostrophe != kNone) return std::nullopt;
    const auto year = read_bare_year(text, at);
    if (!year) return std::nullopt;
    parts.year = static_cast<int>(year->value);
    parts.end = year->end;
    if (read_quarter_behind(text, parts)) return range;
    // "2012-13", "2012/13"
    const std::size_t next = text.past(year->end, {"-", "–", "—", "/"});
    if (const auto last = next == kNone ? std::nullopt : short_last_year(text, next, year->value % 100)) {
        range.to = parts;
        range.to->begin = next;
        range.to->year = static_cast<int>(year->value / 100 * 100 + last->value);
        range.to->end = parts.end = last->end;
    }
    return range;
}

}  // namespace tieout
