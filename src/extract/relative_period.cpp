#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr long long kMostYears = 2000;

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}
bool tail(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

std::optional<Day> moved(Day from, long long count, TimeUnit unit) {
    constexpr int kMonths[] = {0, 0, 1, 3, 6, 12};
    const long long per_year[] = {366, 53, 12, 4, 2, 1};
    const auto index = static_cast<std::size_t>(unit);
    if (count > kMostYears * per_year[index] || count < -kMostYears * per_year[index]) return std::nullopt;
    const int steps = static_cast<int>(count);
    const Day to = unit == TimeUnit::day    ? from + date::days{steps}
                   : unit == TimeUnit::week ? from + date::days{7 * steps}
                                            : add_months(from, steps * kMonths[index]);
    if (to < *make_day(1, 1, 2) || to > *make_day(9999, 12, 30)) return std::nullopt;
    return to;
}

}  // namespace

std::optional<TimeUnit> time_unit(std::string_view id) {
    constexpr std::string_view kNames[] = {"day", "week", "month", "quarter", "half", "year"};
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
        if (kNames[i] == id) return static_cast<TimeUnit>(i);
    }
    return std::nullopt;
}

std::optional<Period> offset(Day from, long long count, TimeUnit unit) {
    const auto to = moved(from, count, unit);
    if (!to) return std::nullopt;
    switch (unit) {
        case TimeUnit::year:
            return year_period(year_of(*to));
        case TimeUnit::half:
            return half_period(year_of(*to), (month_of(*to) + 5) / 6);
        case TimeUnit::quarter:
            return quarter_period(year_of(*to), (month_of(*to) + 2) / 3);
        case TimeUnit::month:
        case TimeUnit::week:
        case TimeUnit::day:
            break;
    }
    return day_period(*to);
}

std::optional<Period> stretch(Day from, long long count, TimeUnit unit) {
    // Whole quarters and halves, as "the past two quarters" are.
    if (unit == TimeUnit::quarter || unit == TimeUnit::half) {
        const auto now = offset(from, 0, unit);
        const auto far = offset(from, count, unit);
        if (!now || !far) return std::nullopt;
        return count < 0 ? span_period(far->from, now->from - date::days{1}) : span_period(now->to + date::days{1}, far->to);
    }
    const auto to = moved(from, count, unit);
    if (!to || count == 0) return std::nullopt;
    return count < 0 ? span_period(*to, from - date::days{1}) : span_period(from + date::days{1}, *to);
}

std::optional<Period> workday_stretch(Day from, long long count) {
    constexpr long long kMost = 400;
    if (count == 0 || count > kMost || count < -kMost) return std::nullopt;
    const date::days step{count < 0 ? -1 : 1};
    const auto next = [&](Day day) {
        do day += step;
        while (weekday_of(day) % 6 == 0);  // Sunday and Saturday
        return day;
    };
    const Day first = next(from);
    Day last = first;
    for (long long left = count < 0 ? -count : count; left > 1; --left) last = next(last);
    return span_period(first, last);
}

bool read_relative(const DateWord& word, Day date_line, const DateContext& context, DateParts& parts, std::size_t sentence) {
    const std::string_view id = word.id();
    const int away = word.value();
    if (id == "that-period") {
        same_period_of_year(std::nullopt, context, parts);
        return true;
    }
    const bool day = tail(id, "day") || id == "tomorrow";
    const bool of_last = begins(id, "that-") || begins(id, "following-") || begins(id, "prior-");
    // Placed as if of the date line, so that what follows can still be read ("그해 4월"), but known to nobody.
    parts.unknown = of_last && !context.last && !day && !begins(id, "prior-");
    // A date that is open on one side lends the day it is closed on.
    const bool prior_day = day && begins(id, "prior-");
    const bool near = !prior_day || (context.last_end > sentence && context.last && !context.last->open_to);
    const bool lent = of_last && context.last && near && (!day || context.last->grain == Grain::day);
    const Day base = lent                              ? (context.last->open_from ? context.last->to : context.last->from)
                     : day && of_last && context.story ? context.story->from
                                                       : date_line;
    const auto fixed = [&](TimeUnit unit) { parts.fixed = offset(base, away, unit); };
    if (tail(id, "year")) {
        parts.year = year_of(base) + away;
    } else if (tail(id, "half")) {
        fixed(TimeUnit::half);
    } else if (tail(id, "quarter")) {
        fixed(TimeUnit::quarter);
    } else if (tail(id, "month")) {
        if (const auto to = moved(month_period(year_of(base), month_of(base)).from, away, TimeUnit::month)) {
            parts.year = year_of(*to);
            parts.month = month_of(*to);
        }
    } else if (tail(id, "weekend")) {
        if (const auto to = moved(base, away, TimeUnit::week)) {
            const Period week = week_period(*to);
            parts.fixed = span_period(week.from + date::days{5}, week.to);
        }
    } else if (tail(id, "workweek")) {
        if (const auto to = moved(base, away, TimeUnit::week)) {
            const Day monday = week_period(*to).from;
            parts.fixed = span_period(monday, monday + date::days{4});
        }
    } else if (tail(id, "week")) {
        if (const auto to = moved(base, away, TimeUnit::week)) parts.fixed = week_period(*to);
    } else if (day) {
        fixed(TimeUnit::day);
    } else if (tail(id, "decade") || tail(id, "century")) {
        parts.years = tail(id, "decade") ? 10 : 100;
        parts.year = year_of(base) / parts.years * parts.years + away * parts.years;
    } else {
        return false;
    }
    return true;
}

void same_period_of_year(std::optional<int> year, const DateContext& context, DateParts& parts) {
    parts.year.reset();
    parts.month.reset();
    if (!context.last) {
        parts.unknown = true;
        return;
    }
    Period last = *context.last;
    const int own = year_of(last.open_from ? last.to : last.from);
    const int months = year ? (*year - own) * 12 : 0;
    if (months != 0) {
        // A month that ends on its last day does so in every year.
        const auto shift = [&](Day day) {
            const bool month_end = day == month_period(year_of(day), month_of(day)).to;
            const Day to = add_months(day, months);
            return month_end ? month_period(year_of(to), month_of(to)).to : to;
        };
        last.from = last.grain == Grain::week || last.grain == Grain::day ? add_months(last.from, months) : shift(last.from);
        last.to = last.grain == Grain::week || last.grain == Grain::day ? add_months(last.to, months) : shift(last.to);
        if (last.grain == Grain::week) last = week_period(last.from);
    }
    parts.fixed = last;
}

}  // namespace tieout
