#pragma once

#include <string>
#include <string_view>

#include "model/figure.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

// How a figure whose very wording is wrong should be worded. Empty where the words do not say.

/// A range's core text with its two ends exchanged ("20억~10억" for "10억~20억"), units and what they share left in place.
/// Empty where the ends are not alike enough to be exchanged so.
std::string with_ends_swapped(const Figure& range, std::string_view text);

/// The core text of a number in which a scale word stands twice, with the next smaller one in its second place ("15억9906억원":
/// "15억9906만원").
std::string with_scale_lowered(const Figure& figure, std::string_view text, const Lexicon& lexicon);

}  // namespace tieout
