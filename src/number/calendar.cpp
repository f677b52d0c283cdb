#include "number/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tieout {
namespace {

date::year_month_day civil(Day day) { return date::year_month_day{day}; }

Day first_of(int year, unsigned month) { return date::sys_days{date::year{year} / date::month{month} / 1}; }
Day last_of(int year, unsigned month) { return date::sys_days{date::year{year} / date::month{month} / date::last}; }

void append_padded(std::string& out, unsigned value, std::size_t width) {
    char digits[10];
    const auto size = static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits);
    out.append(width - std::min(width, size), '0').append(digits, size);
}

std::string year_text(Day day) {
    std::string out;
    append_padded(out, static_cast<unsigned>(year_of(day)), 4);
    return out;
}

/// The day, reduced to the grain: "2023-Q2".
std::string reduced(Day day, Grain grain) {
    switch (grain) {
        case Grain::year: return year_text(day);
        case Grain::half: return year_text(day) + "-H" + (month_of(day) <= 6 ? "1" : "2");
        case Grain::quarter: return year_text(day) + "-Q" + std::to_string((month_of(day) + 2) / 3);
        case Grain::month: return to_string(day).substr(0, 7);
        case Grain::day:
        case Grain::week:
        case Grain::span: return to_string(day);
    }
    return {};
}

}  // namespace

Period day_period(Day day) { return {day, day, Grain::day}; }

Period week_period(Day any_day) {
    const int days_since_monday = static_cast<int>(weekday_of(any_day) + 6) % 7;
    const Day monday = any_day - date::days{days_since_monday};
    return {monday, monday + date::days{6}, Grain::week};
}

Period month_period(int year, unsigned month) { return {first_of(year, month), last_of(year, month), Grain::month}; }

Period quarter_period(int year, unsigned quarter) {
    return {first_of(year, quarter * 3 - 2), last_of(year, quarter * 3), Grain::quarter};
}

Period half_period(int year, unsigned half) { return {first_of(year, half * 6 - 5), last_of(year, half * 6), Grain::half}; }

Period year_period(int year) { return {first_of(year, 1), last_of(year, 12), Grain::year}; }

Period span_period(Day from, Day to) { return {std::min(from, to), std::max(from, to), Grain::span}; }

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(civil(day).month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(civil(day).day()); }
unsigned weekday_of(Day day) { return date::weekday{day}.c_encoding(); }

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const date::year_month_day when = date::year{year} / date::month{month} / date::day{day};
    if (!when.ok()) return std::nullopt;
    return Day{when};
}

Day add_months(Day day, int months) {
    // Counted by hand and cut to the years we know: a draft may say "in 99,999 months".
    const std::int64_t first = 12;
    const std::int64_t last = 9999 * 12 + 11;
    const std::int64_t from = static_cast<std::int64_t>(year_of(day)) * 12 + month_of(day) - 1;
    const std::int64_t to = std::clamp(from + months, first, last);
    const int year = static_cast<int>(to / 12);
    const auto month = static_cast<unsigned>(to % 12 + 1);
    const unsigned last_day = day_of_month(last_of(year, month));
    return first_of(year, month) + date::days{std::min(day_of_month(day), last_day) - 1};
}

Day nth_weekday(const Period& of, int nth, unsigned weekday) {
    if (nth > 0) return of.from + date::days{(static_cast<int>(weekday + 7 - weekday_of(of.from))) % 7 + 7 * (nth - 1)};
    return of.to - date::days{(static_cast<int>(weekday_of(of.to) + 7 - weekday)) % 7 + 7 * (-nth - 1)};
}

// The computus of Meeus, Jones and Butcher: https://en.wikipedia.org/wiki/Date_of_Easter
Day easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return first_of(year, static_cast<unsigned>(f / 31)) + date::days{f % 31};
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    std::array<unsigned, 3> parts{};
    std::size_t part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        parts[part] = parts[part] * 10 + static_cast<unsigned>(text[i] - '0');
    }
    return make_day(static_cast<int>(parts[0]), parts[1], parts[2]);
}

std::string to_string(Day day) {
    std::string out = year_text(day);
    out += '-';
    append_padded(out, month_of(day), 2);
    out += '-';
    append_padded(out, day_of_month(day), 2);
    return out;
}

std::string to_string(const Period& period) {
    if (period.open_from && period.open_to) return "../..";
    if (period.open_from) return "../" + reduced(period.to, period.grain);
    if (period.open_to) return reduced(period.from, period.grain) + "/..";
    if (period.grain == Grain::week || period.grain == Grain::span) return to_string(period.from) + "/" + to_string(period.to);
    return reduced(period.from, period.grain);
}

std::optional<Period> parse_period(std::string_view text) {
    constexpr std::size_t kYear = 4;
    if (const auto day = parse_day(text)) return day_period(*day);
    const std::string_view rest = text.substr(std::min(text.size(), kYear));
    // Every part of a year is read as a day of it, which also sees to the digits.
    const auto first_day = [&](const std::string& month) {
        return parse_day(std::string(text.substr(0, kYear)) + month + "-01");
    };
    const auto january = first_day("-01");
    if (!january) return std::nullopt;
    const int year = year_of(*january);
    if (rest.empty()) return year_period(year);
    if (rest.size() != 3 || rest[0] != '-') return std::nullopt;
    const auto number = static_cast<unsigned>(rest[2] - '0');
    if (rest[1] == 'Q' && number >= 1 && number <= 4) return quarter_period(year, number);
    if (rest[1] == 'H' && number >= 1 && number <= 2) return half_period(year, number);
    const auto month = first_day(std::string(rest));
    return month ? std::optional(month_period(year, month_of(*month))) : std::nullopt;
}

}  // namespace tieout
