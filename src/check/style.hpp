#pragma once

#include <string>
#include <string_view>

#include "base/span.hpp"
#include "model/figure.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

// An amount in words and digits as the article's writer would put it, for suggestions and for the arithmetic lines of a finding.
// Everything is exact decimal text of rationals. A value with no end after the point is rounded to five significant digits.

/// How the value is written so that it can stand in place of `written` (a figure's numeral text: "1조3000억", "1조 2,345억", "6.6조",
/// "5천640억", "3.25", "2.5bn"). Scale words, separators, blanks and the family of abbreviations stay the writer's; the scale itself
/// follows the value ("9.6 billion" for a tenth is "960 million"). Without the value's sign, which stands outside a numeral.
/// `precision`: the value is rounded to this place first; zero: exact.
std::string write_numeral(std::string_view written, const Rational& value, Language language, const Rational& precision);

/// Replacement for a figure's whole core text (sign, currency sign, numeral, unit; blanks stay); `numeral` is the numeral's span
/// inside it. A leading minus follows the sign of `value`; △, ▲ and ▼ stay as they are. `value` is in the figure's unit, so that
/// cents and basis points are written a hundredfold ("50 cents" for 0.6 is "60 cents").
std::string write_like(std::string_view core_text, Span numeral, const Rational& value, Language language, const Rational& precision);

/// An amount where no written form exists: "13조1150억원", "13.115 trillion won", "$13.1 billion", "5%포인트", "17,500 people".
/// `noun` counts where there is no unit. Exact where that is short (five significant digits, or a whole number of at most eight),
/// else rounded to five significant digits.
std::string write_amount(const Rational& value, const Unit* unit, Kind kind, std::string_view noun, Language language);

}  // namespace tieout
