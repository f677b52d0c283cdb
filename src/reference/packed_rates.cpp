#include "reference/packed_rates.hpp"

#include <bitset>
#include <optional>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr std::size_t kDaysPerMonth = 31;
constexpr int kStepDigits = kRateWholeDigits + kRatePlaces;
using DaySet = std::bitset<kDaysPerMonth + 1>;

/// Takes digits from the front of a text; nothing where there are none or more than `most`.
std::optional<std::int64_t> take_number(std::string_view& text, int most) {
    std::int64_t value = 0;
    int digits = 0;
    for (; !text.empty() && is_ascii_digit(text.front()); text.remove_prefix(1), ++digits) {
        if (digits == most) return std::nullopt;
        value = value * 10 + (text.front() - '0');
    }
    return digits > 0 ? std::optional(value) : std::nullopt;
}

/// Cuts the next field off a line.
std::string_view take_field(std::string_view& line) {
    const std::size_t space = line.find(' ');
    const std::string_view field = line.substr(0, space);
    line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
    return field;
}

struct Month {
    std::int32_t first_day = 0;  ///< its first, since 1970-01-01
    unsigned length = 0;
};

std::optional<Month> read_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    std::string_view year_text = text.substr(0, 4);
    std::string_view month_text = text.substr(5);
    const auto year = take_number(year_text, 4);
    const auto month = take_number(month_text, 2);
    if (!year || !month || !year_text.empty() || !month_text.empty() || *month < 1 || *month > 12) return std::nullopt;
    const date::year_month named{date::year{static_cast<int>(*year)}, date::month{static_cast<unsigned>(*month)}};
    const Day first = date::sys_days{named / 1};
    const auto last = date::year_month_day_last{named / date::last}.day();
    return Month{static_cast<std::int32_t>(first.time_since_epoch().count()), static_cast<unsigned>(last)};
}

DaySet weekdays(const Month& month) {
    DaySet days;
    const int before_first = date::weekday{Day{date::days{month.first_day - 1}}}.c_encoding();
    for (unsigned day = 1; day <= month.length; ++day) {
        const unsigned weekday = (before_first + day) % 7;  // 0 is Sunday
        days.set(day, weekday != 0 && weekday != 6);
    }
    return days;
}

/// "*" all weekdays, "-7+15" all but the 7th and also the 15th, "=2,15" only these.
std::optional<DaySet> read_days(std::string_view text, const Month& month) {
    if (text.empty()) return std::nullopt;
    const bool only_these = text.front() == '=';
    DaySet days = only_these ? DaySet{} : weekdays(month);
    if (text == "*") return days;
    while (!text.empty()) {
        const char sign = text.front();
        text.remove_prefix(1);
        const auto day = take_number(text, 2);
        const bool known_sign = only_these ? sign == '=' || sign == ',' : sign == '+' || sign == '-';
        if (!known_sign || !day || *day < 1 || *day > month.length) return std::nullopt;
        days.set(static_cast<std::size_t>(*day), sign != '-');
    }
    return days;
}

/// A rate as written, "1315.02".
struct Written {
    std::int64_t units = 0;
    int places = 0;
};

std::optional<Written> read_rate(std::string_view text) {
    Written rate;
    const auto whole = take_number(text, kRateWholeDigits);
    if (!whole) return std::nullopt;
    rate.units = *whole;
    if (text.empty()) return rate;
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
    rate.places = static_cast<int>(text.size());
    const auto fraction = take_number(text, kRatePlaces);
    if (!fraction || !text.empty()) return std::nullopt;
    rate.units = rate.units * ten_to(rate.places) + *fraction;
    return rate;
}

/// Takes "+12", "-3" or "=" (no change) from the front.
std::optional<std::int64_t> take_step(std::string_view& text) {
    const char sign = text.front();
    text.remove_prefix(1);
    if (sign == '=') return 0;
    if (sign != '+' && sign != '-') return std::nullopt;
    const auto size = take_number(text, kStepDigits);
    return size && sign == '-' ? std::optional(-*size) : size;
}

/// Appends the rates of one line; what is wrong with it, or nothing.
const char* unpack_line(std::string_view line, RateRows& rows) {
    const auto month = read_month(take_field(line));
    if (!month) return "no month such as 2023-04";
    if (!rows.days.empty() && month->first_day <= rows.days.back()) return "months do not ascend";
    const auto days = read_days(take_field(line), *month);
    if (!days || days->none()) return "no days such as * or -7-10 or =2,15";
    auto rate = read_rate(take_field(line));
    if (!rate) return "no first rate such as 1315.02";
    const std::int64_t bound = ten_to(kRateWholeDigits + rate->places);
    bool first = true;
    for (unsigned day = 1; day <= month->length; ++day) {
        if (!days->test(day)) continue;
        if (!first) {
            const auto step = line.empty() ? std::nullopt : take_step(line);
            if (!step) return "fewer steps than days";
            rate->units += *step;
        }
        first = false;
        if (rate->units <= 0 || rate->units >= bound) return "a rate out of bounds";
        rows.append(month->first_day + static_cast<std::int32_t>(day) - 1, rate->units, rate->places);
    }
    return line.empty() ? nullptr : "more steps than days";
}

}  // namespace

Result<RateRows> unpack_rates(std::string_view text, const std::string& file) {
    RateRows rows;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        const char* wrong = nullptr;
        if (rows.ended) {
            wrong = "a line after the end";
        } else if (line == "ended") {
            rows.ended = true;
        } else {
            wrong = unpack_line(line, rows);
        }
        if (wrong) return Error{file, number, 0, wrong, "write the file anew with rules/reference/pack_rates.py"};
    }
    return rows;
}

}  // namespace tieout
