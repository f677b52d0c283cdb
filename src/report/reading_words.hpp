#pragma once

#include <string>

#include "model/figure.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Exact digits with commas between the thousands: "6,600,000,000,000.5".
std::string grouped_decimal(const Rational& value);

/// An interval of a figure's values in words, exact to the digit: "6,550,000,000,000 KRW 이상, 6,700,000,000,000 KRW 미만",
/// "at least 95 and less than 110 USD". `unit` may be empty.
std::string interval_in_words(const Interval& interval, std::string_view unit, Language language);

/// How a figure is read: kind, value, unit, hedge and the three readings, a line each.
std::string explain_figure(const Figure& figure, std::string_view text, Language language);

}  // namespace tieout
