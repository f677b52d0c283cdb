#pragma once

#include <string>
#include <string_view>

#include "number/rational.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout::style {

// The two ways of writing a numeral, for style.cpp alone. `value` is not negative and has an end after the point.

/// A Korean or Chinese scale sign (천, 만, 億, …) stands in it.
bool has_korean_scale(std::string_view written);
std::string write_korean(std::string_view written, const Rational& value);

/// Plain digits, English scale words and abbreviations, small numbers in words ("3", "1,048", "2.5bn", "three", "두").
std::string write_plain(std::string_view written, const Rational& value, Language language);

/// Commas between the thousands of decimal digits.
std::string group_thousands(std::string digits);
/// Digits after the point, 0 where there is none.
std::size_t decimals_of(std::string_view digits);

}  // namespace tieout::style
