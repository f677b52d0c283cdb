#include "extract/date_numeric.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

bool is_year(const DateDigits& d) {
    return d.count == 4 && d.value >= 1000 && d.value <= 2999;
}

/// Two numbers parted by a slash.
bool slashed(const DateText& text, std::size_t at) {
    const auto first = text.digits(at);
    return first && text.byte(first->end) == '/' && text.digit(first->end + 1);
}

/// Nothing goes on that would make the digits part of a longer number or code. Another date may: "5/1-5/7".
bool ends_here(const DateText& text, std::size_t at) {
    const char c = text.byte(at);
    if (c == '-' && slashed(text, at + 1)) return true;
    if (is_ascii_letter(c) || is_ascii_digit(c) || c == '/' || c == '%' || c == '_') return false;
    return !((c == '-' || c == '.' || c == ',' || c == ':') && text.digit(at + 1));
}

/// The separator that stands at both places; blanks may follow a full stop ("2023. 4. 17.").
std::optional<DateDigits> after_separator(const DateText& text, std::size_t at, char separator) {
    if (text.byte(at) != separator) return std::nullopt;
    std::size_t next = at + 1;
    if (separator == '.') next = text.skip_blanks(next);
    return text.digits(next);
}

void set_day(DateParts& parts, unsigned month, unsigned day) {
    parts.month = month;
    parts.day = day;
}

/// Month before day, unless only the other way round is a date.
void set_month_and_day(DateParts& parts, unsigned a, unsigned b) {
    if (a > 12 && b <= 12) return set_day(parts, b, a);
    set_day(parts, a, b);
}

bool day_and_month(unsigned a, unsigned b) {
    return a >= 1 && b >= 1 && ((a <= 12 && b <= 31) || (b <= 12 && a <= 31));
}

/// "2024", "24", "'24", "FY24" behind a code, with what may part them from it; kNone where no year follows.
/// `attached`: it may follow at once ("4Q24"; "H100" is a name).
std::size_t year_behind(const DateText& text, std::size_t at, bool attached, DateParts& parts) {
    std::size_t next = text.past(at, {"-", "/", "."});
    if (next == kNone) next = text.skip_blanks(at);
    const bool apart = next > at;
    const std::size_t fiscal = text.past(next, {"FY", "fy", "CY"});
    if (fiscal != kNone) next = fiscal;
    const std::size_t apostrophe = text.past(next, {"'", "’", "‘"});
    if (apostrophe != kNone) next = apostrophe;
    const auto year = text.digits(next);
    if (!year || !ends_here(text, year->end)) return kNone;
    const bool parted = apart || fiscal != kNone || apostrophe != kNone;
    if (year->count == 4 && is_year(*year) && (attached || parted)) {
        parts.year = static_cast<int>(year->value);
    } else if (year->count == 2 && ((attached && !apart) || fiscal != kNone || apostrophe != kNone)) {
        parts.year = full_year(year->value, text.date_line());
    } else {
        return kNone;
    }
    parts.explicit_year = true;
    return year->end;
}

bool is_letter(char c, char upper) {
    return c == upper || c == static_cast<char>(upper - 'A' + 'a');
}

/// Q or H with a digit, in either order; past it. That there is such a quarter or half is asked when it is placed.
std::size_t quarter_or_half(const DateText& text, std::size_t at, DateParts& parts) {
    const char a = text.byte(at);
    const char b = text.byte(at + 1);
    const char letter = is_ascii_digit(a) ? b : a;
    const char digit = is_ascii_digit(a) ? a : b;
    // A small letter only behind or before a year, since "2h" is two hours.
    if (!is_ascii_digit(digit) || digit == '0') return kNone;
    if (is_letter(letter, 'Q')) {
        parts.quarter = static_cast<unsigned>(digit - '0');
        return at + 2;
    }
    if (is_letter(letter, 'H')) {
        parts.half = static_cast<unsigned>(digit - '0');
        return at + 2;
    }
    return kNone;
}

bool capital(const DateText& text, std::size_t at) {
    const char c = text.byte(at);
    const char letter = is_ascii_digit(c) ? text.byte(at + 1) : c;
    return letter >= 'A' && letter <= 'Z';
}

/// "FY2024", "FY 24", "CY2023".
std::optional<DateParts> read_fiscal_year(const DateText& text, std::size_t at) {
    DateParts parts;
    std::size_t next = text.past(at, {"FY", "fy", "CY"});
    if (next == kNone) return std::nullopt;
    next = text.skip_blanks(next);
    const std::size_t apostrophe = text.past(next, {"'", "’"});
    const auto year = text.digits(apostrophe == kNone ? next : apostrophe);
    if (!year || !ends_here(text, year->end) || !(is_year(*year) || year->count == 2)) return std::nullopt;
    parts.year = year->count == 2 ? full_year(year->value, text.date_line()) : static_cast<int>(year->value);
    parts.explicit_year = true;
    parts.begin = at;
    parts.end = year->end;
    return parts;
}

/// "20240315"
std::optional<DateParts> read_compact_date(const DateText& text, std::size_t at, const DateDigits& digits) {
    const unsigned year = digits.value / 10000;
    const unsigned month = digits.value / 100 % 100;
    const unsigned day = digits.value % 100;
    const bool real = year >= 1900 && year <= 2100 && make_day(static_cast<int>(year), month, day);
    if (!real || !ends_here(text, digits.end) || text.sign(digits.end) >= 0x80) return std::nullopt;
    DateParts parts;
    parts.begin = at;
    parts.end = digits.end;
    parts.year = static_cast<int>(year);
    parts.explicit_year = true;
    set_day(parts, month, day);
    return parts;
}

/// "03/2024"
std::optional<DateParts> read_month_and_year(const DateText& text, std::size_t at, const DateDigits& month, const DateDigits& year) {
    const bool real = month.count <= 2 && month.value >= 1 && month.value <= 12 && year.count == 4 && year.value >= 1900 &&
                      year.value <= 2100;
    if (!real || !ends_here(text, year.end)) return std::nullopt;
    DateParts parts;
    parts.begin = at;
    parts.end = year.end;
    parts.month = month.value;
    parts.year = static_cast<int>(year.value);
    parts.explicit_year = true;
    return parts;
}

}  // namespace

int full_year(unsigned two_digits, Day date_line, int most_ahead) {
    const int last = year_of(date_line) + most_ahead;
    const int year = last / 100 * 100 + static_cast<int>(two_digits);
    return year > last ? year - 100 : year;
}

int full_decade(unsigned two_digits) {
    return static_cast<int>(two_digits) + (two_digits < 30 ? 2000 : 1900);
}

std::optional<DateParts> read_digits_date(const DateText& text, std::size_t at, bool dated) {
    const auto first = text.digits(at);
    if (!first) return std::nullopt;
    const char separator = text.byte(first->end);
    if (first->count == 8) return read_compact_date(text, at, *first);
    if (separator != '-' && separator != '.' && separator != '/') return std::nullopt;
    const auto second = after_separator(text, first->end, separator);
    if (second && separator == '/') {
        if (const auto month = read_month_and_year(text, at, *first, *second)) return month;
    }
    if (!second || second->count > 2 || second->value == 0) return std::nullopt;
    DateParts parts;
    parts.begin = at;
    parts.explicit_year = true;
    const auto third = after_separator(text, second->end, separator);
    if (!third) {
        const bool slash = separator == '/' && first->count <= 2 && ends_here(text, second->end);
        const bool around_the_clock = first->value == 24 && second->value == 7;
        // "5/16" is sixteenths of a point as often as a day.
        const bool fraction = first->value <= 12 && (second->value <= 12 || second->value == 16);
        if (!slash || around_the_clock || !day_and_month(first->value, second->value)) return std::nullopt;
        const std::size_t bracket = text.past(second->end, {"("});
        const std::size_t sign = text.past_range_sign(second->end, true);
        dated = dated || (sign != kNone && slashed(text, sign)) || (text.byte(at - 1) == '-' && text.digit(at - 2));
        if (fraction && !dated && !(bracket != kNone && text.word(bracket, WordClass::weekday))) return std::nullopt;
        set_month_and_day(parts, first->value, second->value);
        parts.explicit_year = false;
        parts.end = second->end;
        return parts;
    }
    parts.end = third->end;
    const bool full_stop = separator == '.' && text.byte(third->end) == '.';
    if (!full_stop && !ends_here(text, third->end)) return std::nullopt;
    if (is_year(*first) && third->count <= 2) {
        if (separator == '.' && text.korean() && full_stop) ++parts.end;
        parts.year = static_cast<int>(first->value);
        set_day(parts, second->value, third->value);
    } else if (is_year(*third) && first->count <= 2 && day_and_month(first->value, second->value)) {
        parts.year = static_cast<int>(third->value);
        set_month_and_day(parts, first->value, second->value);
    } else if (separator == '/' && first->count <= 2 && third->count == 2) {
        const bool year_first = text.korean() || first->value > 31;
        constexpr int kDayAhead = 10;  // plans name a year far ahead, but no day
        parts.year = full_year(year_first ? first->value : third->value, text.date_line(), kDayAhead);
        if (year_first)
            set_day(parts, second->value, third->value);
        else
            set_month_and_day(parts, first->value, second->value);
        if (*parts.month > 12 || *parts.day > 31) return std::nullopt;
    } else {
        return std::nullopt;
    }
    return parts;
}

std::optional<DateParts> read_period_code(const DateText& text, std::size_t at) {
    const char c = text.byte(at);
    if (!is_ascii_digit(c) && !is_letter(c, 'Q') && !is_letter(c, 'H') && !is_letter(c, 'F') && c != 'C') return std::nullopt;
    if (is_letter(c, 'F') || c == 'C') return read_fiscal_year(text, at);
    DateParts parts;
    parts.begin = at;
    if (const auto year = text.digits(at); year && year->count != 1) {
        // "2017-Q1", "2017 H1", "18Q4"
        std::size_t next = text.past(year->end, {"-"});
        if (next == kNone) next = text.skip_blanks(year->end);
        const bool short_year = year->count == 2 && next == year->end;
        if (!(short_year || is_year(*year))) return std::nullopt;
        parts.end = quarter_or_half(text, next, parts);
        if (parts.end == kNone || !text.ends_latin(parts.end)) return std::nullopt;
        parts.year = short_year ? full_year(year->value, text.date_line()) : static_cast<int>(year->value);
        parts.explicit_year = true;
        return parts;
    }
    parts.end = quarter_or_half(text, at, parts);
    if (parts.end == kNone) return std::nullopt;
    const std::size_t with_year = year_behind(text, parts.end, is_ascii_digit(c), parts);
    if (with_year != kNone) {
        parts.end = with_year;
        return parts;
    }
    const bool goes_on =
        text.byte(parts.end) == '-' && (is_ascii_letter(text.byte(parts.end + 1)) || text.digit(parts.end + 1));
    // With no year beside it "Q5" is a name, and "H2" is hydrogen unless a word before dates it.
    const bool exists = parts.quarter.value_or(1) <= 4 && parts.half.value_or(1) <= 2;
    if (!capital(text, at) || !exists || !text.ends_latin(parts.end) || goes_on) return std::nullopt;
    // Questions are numbered so ("Q1. Why now?"), and Korean news says 1분기.
    const bool numbered = at == text.scan().begin && (text.byte(parts.end) == '.' || text.byte(parts.end) == ':');
    if (!is_ascii_digit(c) && (text.korean() || numbered)) return std::nullopt;
    if (parts.half == 2u && !is_ascii_digit(c) && !text.dated_before(at)) return std::nullopt;
    return parts;
}

}  // namespace tieout
