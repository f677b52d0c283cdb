#pragma once

#include "model/document.hpp"
#include "model/token.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Moves English months, quarters and days without a year to the year that the tense of their clause asks for: "began in
/// December", in March, is last December's, and "will open in January", in August, the next one's. Where the tense says nothing
/// they stay where the date line alone put them.
void settle_tense(const Document& document, const Lexicon& lexicon, TokenStream& stream);

}  // namespace tieout
