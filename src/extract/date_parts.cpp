#include "extract/date_parts.hpp"

#include <algorithm>
#include <array>

namespace tieout {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

/// A month or day this far ahead of or behind the date line belongs to the year before or after: "12월 28일" in early January.
constexpr int kFarDays = 270;
/// A fourth quarter this far ahead is the one that has just ended.
constexpr int kFarQuarterDays = 200;
/// "17일" lies so far ahead, else it was last month's where that is nearer.
constexpr int kAheadDays = 5;
/// So far behind it may be the next month's, where the weekday beside it says so.
constexpr int kBehindDays = 20;

bool known_year(int year) {
    return year >= kFirstYear && year <= kLastYear;
}

/// The year of a day that every year has, where none is written; `of` finds it in one.
template <class Of>
int nearest_year(Of of, Day date_line, Direction direction, int far) {
    const int year = year_of(date_line);
    if (direction == Direction::past) return of(year) <= date_line ? year : year - 1;
    if (direction == Direction::future || direction == Direction::coming) return of(year) >= date_line ? year : year + 1;
    if (direction == Direction::here) return year;
    const auto ahead = (of(year) - date_line).count();
    return ahead > far ? year - 1 : ahead < -far ? year + 1 : year;
}

/// The year of a period of some months from `month` on.
int nearest_year(unsigned month, unsigned day, Day date_line, Direction direction, int far) {
    const auto of = [&](int y) { return make_day(y, month, day).value_or(make_day(y, month, 28).value_or(date_line)); };
    return nearest_year(of, date_line, direction, far);
}

std::optional<Period> season_period(int year, unsigned season) {
    const unsigned month = season * 3;
    const auto from = make_day(year, month, 1);
    if (!from) return std::nullopt;
    return span_period(*from, add_months(*from, 3) - date::days{1});
}

/// The nth Monday-to-Sunday week of a stretch: the one that holds its nth Thursday, as ISO 8601 counts the weeks of a year.
Period nth_week(const Period& of, int nth) {
    const auto thursday_on_or_after = [](Day day) { return day + date::days{(4 + 7 - static_cast<int>(weekday_of(day))) % 7}; };
    if (nth > 0) return week_period(thursday_on_or_after(of.from) + date::days{7 * (nth - 1)});
    Day last = thursday_on_or_after(of.to);
    if (last > of.to) last -= date::days{7};
    return week_period(last + date::days{7 * (nth + 1)});
}

std::optional<Period> place_bare_day(DateParts& parts, Day date_line) {
    const Day this_month = month_period(year_of(date_line), month_of(date_line)).from;
    const auto in = [&](int months) {
        const Day first = add_months(this_month, months);
        return make_day(year_of(first), month_of(first), *parts.day);
    };
    const auto this_day = in(0);
    std::optional<Day> day = this_day;
    switch (parts.direction) {
        case Direction::past:
            day = this_day && *this_day <= date_line ? this_day : in(-1);
            break;
        case Direction::future:
        case Direction::coming:
            day = this_day && *this_day >= date_line ? this_day : in(1);
            break;
        case Direction::here:
            break;
        case Direction::none: {
            const auto before = in(-1);
            // Where both months are open, a weekday beside the day tells which.
            const auto told = [&](std::optional<Day> d) { return d && parts.weekday && weekday_of(*d) == *parts.weekday; };
            // The nearer of the two, but for the next days.
            const bool nearer = !parts.happened && this_day && before && !(told(before) && !told(this_day)) &&
                                *this_day - date_line <= date_line - *before;
            const bool ahead = !this_day || (*this_day > date_line + date::days{kAheadDays} && !nearer);
            const bool behind = this_day && date_line - *this_day > date::days{kBehindDays};
            if (ahead && before && !told(this_day)) day = before;
            if (behind && !told(this_day) && told(in(1))) day = in(1);  // "3일(수)" on the 29th
            break;
        }
    }
    if (!day) return std::nullopt;
    return day_period(*day);
}

std::optional<Period> place_weekday(const DateParts& parts, Day date_line) {
    const int today = static_cast<int>(weekday_of(date_line));
    const int wanted = static_cast<int>(*parts.weekday);
    const int back = (today - wanted + 7) % 7;
    const Day monday = week_period(date_line).from;
    switch (parts.direction) {
        case Direction::past:
            return day_period(date_line - date::days{back == 0 ? 7 : back});
        case Direction::future:
            return day_period(monday + date::days{7 + (wanted + 6) % 7});
        case Direction::coming:
            return day_period(date_line + date::days{back == 0 ? 7 : 7 - back});
        case Direction::here:
            return day_period(monday + date::days{(wanted + 6) % 7});
        case Direction::none:
            break;
    }
    return day_period(date_line - date::days{back});
}

/// The stretch that a part, an nth week or a weekday is then taken of.
std::optional<Period> place_whole(DateParts& parts, Day date_line) {
    const Direction direction = parts.direction;
    if (parts.month) {
        if (*parts.month < 1 || *parts.month > 12) return std::nullopt;
        const int year = parts.year.value_or(nearest_year(*parts.month, parts.day.value_or(1), date_line, direction, kFarDays));
        if (!known_year(year)) return std::nullopt;
        if (!parts.day) return month_period(year, *parts.month);
        const auto day = make_day(year, *parts.month, *parts.day);
        if (!day) return std::nullopt;
        return day_period(*day);
    }
    if (parts.holiday) {
        const Holiday& holiday = *parts.holiday;
        const int year =
            parts.year.value_or(nearest_year([&](int y) { return holiday.in(y); }, date_line, direction, kFarDays));
        if (!known_year(year)) return std::nullopt;
        return parts.weekend ? weekend_at(holiday.in(year)) : day_period(holiday.in(year));
    }
    if (parts.day) return place_bare_day(parts, date_line);
    if (parts.quarter) {
        if (*parts.quarter < 1 || *parts.quarter > 4) return std::nullopt;
        const int year = parts.year.value_or(nearest_year(*parts.quarter * 3 - 2, 1, date_line, direction, kFarQuarterDays));
        return quarter_period(year, *parts.quarter);
    }
    if (parts.half) {
        if (*parts.half < 1 || *parts.half > 2) return std::nullopt;
        const int year = parts.year.value_or(nearest_year(*parts.half * 6 - 5, 1, date_line, direction, kFarDays));
        return half_period(year, *parts.half);
    }
    if (parts.season) {
        // In January and February the winter is the one that began in December.
        const bool in_winter =
            *parts.season == 4 && month_of(date_line) <= 2 && (direction == Direction::here || direction == Direction::none);
        const int nearest =
            in_winter ? year_of(date_line) - 1 : nearest_year(*parts.season * 3, 1, date_line, direction, kFarDays);
        const int year = parts.year.value_or(nearest);
        return season_period(year, *parts.season);
    }
    if (parts.year) {
        const int last = *parts.year + parts.years - 1;
        if (!known_year(*parts.year) || !known_year(last)) return std::nullopt;
        if (parts.years == 1) return year_period(*parts.year);
        return span_period(year_period(*parts.year).from, year_period(last).to);
    }
    return parts.fixed;
}

}  // namespace

Period part_of(const Period& period, Part part) {
    if (part == Part::none) return period;
    const Day from = period.from;
    const Day to = period.to;
    const auto days = date::days{1};
    switch (period.grain) {
        case Grain::day:
            return period;
        case Grain::year: {
            const int year = year_of(from);
            if (part == Part::end) return month_period(year, 12);
            const unsigned first = part == Part::early ? 1 : part == Part::middle ? 5 : 9;
            return span_period(month_period(year, first).from, month_period(year, part == Part::early ? 3 : first + 3).to);
        }
        case Grain::month:
            if (part == Part::early) return span_period(from, from + 9 * days);
            if (part == Part::middle) return span_period(from + 10 * days, from + 19 * days);
            return span_period(from + 20 * days, to);
        case Grain::week:
            if (part == Part::early) return span_period(from, from + 2 * days);
            if (part == Part::middle) return span_period(from + days, from + 3 * days);
            return span_period(from + 4 * days, to);
        case Grain::quarter:
        case Grain::half:
        case Grain::span:
            break;
    }
    const int years = year_of(to) - year_of(from) + 1;
    if (years >= 10) {  // of a decade years 0 to 3, 3 to 6, 6 to 9
        const int step = years * 3 / 10;
        const int first = year_of(from) + (part == Part::early ? 0 : part == Part::middle ? step : 2 * step);
        return span_period(year_period(first).from, year_period(std::min(first + step, year_of(to))).to);
    }
    const auto third = ((to - from) + days) / 3;
    const auto length = std::max(date::days{1}, date::days{third.count()});
    if (part == Part::early) return span_period(from, from + length - days);
    if (part == Part::middle) return span_period(from + length, to - length);
    return span_period(to - length + days, to);
}

std::optional<Period> place(DateParts& parts, Day date_line) {
    if (parts.unknown || !parts.valid) return std::nullopt;
    const bool only_weekday = parts.weekday && !parts.month && !parts.day && !parts.year && !parts.fixed && parts.nth == 0;
    if (only_weekday) return place_weekday(parts, date_line);
    if (parts.nth != 0 && !parts.month && !parts.year && !parts.fixed)
        parts.fixed = month_period(year_of(date_line), month_of(date_line));
    std::optional<Period> whole = place_whole(parts, date_line);
    if (!whole) {
        parts.valid = false;
        return whole;
    }
    if (parts.nth != 0) {
        const Period stretch = *whole;
        if (!parts.weekday) {
            whole = nth_week(stretch, parts.nth);
        } else {
            whole = day_period(nth_weekday(stretch, parts.nth, *parts.weekday));
            parts.valid = whole->from >= stretch.from && whole->to <= stretch.to;
            if (!parts.valid) return std::nullopt;
        }
    } else if (parts.weekday && whole->grain == Grain::week) {
        whole = day_period(whole->from + date::days{(*parts.weekday + 6) % 7});
    }
    return part_of(*whole, parts.part);
}

std::optional<Period> place(DateRange& range, Day date_line) {
    if (!range.to) return place(range.from, date_line);
    DateParts& from = range.from;
    DateParts& to = *range.to;
    // What one end leaves out is the other's; a year that the first leaves out is the second's, or the one before ("Nov-Feb
    // 2017").
    bool year_taken = false;
    if (!from.fixed && !to.fixed) {
        if (!to.year && from.year && from.years == 1 && (to.month || to.quarter || to.half || to.day || to.holiday)) {
            to.year = from.year;
            year_taken = true;
        } else if (!from.year && from.direction == Direction::none && to.year &&
                   (from.month || from.quarter || from.half || from.day || from.holiday)) {
            from.year = to.year;
            if (from.month && to.month && *from.month > *to.month) from.year = *to.year - 1;
        }
        if (to.day && !to.month && from.month) to.month = from.month;
        if (from.day && !from.month && to.month) {
            from.month = to.month;
            // "the 27th to the 3rd of May" begins in April
            if (to.day && *from.day > *to.day && *to.month > 1) from.month = *to.month - 1;
        }
        if (!from.year && !to.year && from.month && to.month) year_taken = true;
    }
    if (from.fixed && to.bare_day()) {  // "지난달 28일부터 30일", and the first is a day by then
        const Day later = *to.day >= day_of_month(from.fixed->from) ? from.fixed->from : add_months(from.fixed->from, 1);
        to.year = year_of(later);
        to.month = month_of(later);
    }
    const std::optional<Period> first = place(from, date_line);
    // "14일부터 20일": the first such day that is not before the first.
    if (first && first->grain == Grain::day && from.bare_day() && to.bare_day()) {
        const Day month = month_period(year_of(first->from), month_of(first->from)).from;
        const Day later = *to.day >= *from.day ? month : add_months(month, 1);
        to.year = year_of(later);
        to.month = month_of(later);
    }
    std::optional<Period> last = place(to, date_line);
    const bool bare_weekday = to.weekday && !to.day && !to.month && !to.year && !to.fixed;
    if (first && last && bare_weekday && from.weekday) {  // "next Monday to Friday"
        const int ahead = (static_cast<int>(weekday_of(last->from)) - static_cast<int>(weekday_of(first->from)) + 7) % 7;
        last = day_period(first->from + date::days{ahead});
    }
    if (!first || !last) return std::nullopt;
    if (year_taken && last->to < first->from) {
        // "11월부터 2월까지": the second lies in the next year; a month's day ("28일부터 3일까지") in the next month.
        const bool far = from.month && to.month && *from.month != *to.month;
        if (far || (from.quarter && to.quarter)) {
            to.year = year_of(first->from) + 1;
            last = place(to, date_line);
            if (!last) return std::nullopt;
        }
    }
    Period out{first->from, last->to, Grain::span};
    if (out.from == out.to) out.grain = Grain::day;
    return out;
}

}  // namespace tieout
