#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "number/calendar.hpp"

namespace tieout {

/// A day that has a name and that a rule of the calendar finds in any year. The lexicon states the rule: the id says which, the
/// value completes it.
///   holiday-date          the month and day: 1225
///   holiday-weekday       month, which of them (0 the last), weekday (0 is Sunday): 911 is the first Monday of September
///   holiday-easter        days from Easter Sunday: -2
///   holiday-thanksgiving  days from the fourth Thursday of November: 1
class Holiday {
public:
    static std::optional<Holiday> of(std::string_view id, int value);

    Day in(int year) const;

private:
    enum class Rule : std::uint8_t { date, weekday, easter, thanksgiving };
    Holiday(Rule rule, int value) : rule_(rule), value_(value) {}

    Rule rule_;
    int value_;
};

/// The weekend that a day makes longer or that lies nearest: of a Thursday Thursday to Sunday, of a Monday Saturday to Monday.
Period weekend_at(Day day);

}  // namespace tieout
