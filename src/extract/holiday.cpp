#include "extract/holiday.hpp"

#include <algorithm>
#include <iterator>

namespace tieout {
namespace {

constexpr std::string_view kPrefix = "holiday-";
constexpr std::string_view kRules[] = {"date", "weekday", "easter", "thanksgiving"};

Day first_of(int year, unsigned month) {
    return month_period(year, month).from;
}

}  // namespace

std::optional<Holiday> Holiday::of(std::string_view id, int value) {
    if (!id.starts_with(kPrefix)) return std::nullopt;
    id.remove_prefix(kPrefix.size());
    for (std::size_t i = 0; i < std::size(kRules); ++i) {
        if (kRules[i] == id) return Holiday(static_cast<Rule>(i), value);
    }
    return std::nullopt;
}

Day Holiday::in(int year) const {
    switch (rule_) {
        case Rule::date:
            return first_of(year, static_cast<unsigned>(value_ / 100)) + date::days{value_ % 100 - 1};
        case Rule::weekday: {
            const auto month = static_cast<unsigned>(value_ / 100);
            const int nth = value_ / 10 % 10;
            return nth_weekday(month_period(year, month), nth == 0 ? -1 : nth, static_cast<unsigned>(value_ % 10));
        }
        case Rule::easter:
            return easter(year) + date::days{value_};
        case Rule::thanksgiving:
            break;
    }
    constexpr unsigned kThursday = 4;
    return nth_weekday(month_period(year, 11), 4, kThursday) + date::days{value_};
}

Period weekend_at(Day day) {
    const Day saturday = week_period(day).from + date::days{5};
    constexpr unsigned kTuesday = 2;
    const unsigned weekday = weekday_of(day);
    if (weekday == 1 || weekday == kTuesday) return span_period(saturday - date::days{7}, day);
    return span_period(std::min(day, saturday), saturday + date::days{1});
}

}  // namespace tieout
