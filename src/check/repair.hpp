#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/figure.hpp"
#include "number/rational.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

// How a figure whose very wording is wrong should be worded. Empty where the words do not say.

/// A range's core text with its two ends exchanged ("20억~10억" for "10억~20억"), units and what they share left in place.
/// Empty where the ends are not alike enough to be exchanged so.
std::string with_ends_swapped(const Figure& range, std::string_view text);

struct Repair {
    std::string text;  ///< of the whole core
    Rational value;
};

/// What a number in which a scale word stands twice may have been meant as: the second word one lower, or the first one higher
/// ("15억9906억원": "15억9906만원", "15조9906억원").
std::vector<Repair> with_scales_in_order(const Figure& figure, std::string_view text, const Lexicon& lexicon);

}  // namespace tieout
