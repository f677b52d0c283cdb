#pragma once

#include "model/document.hpp"
#include "model/token.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Settles which of two meanings an English unit has that has two: pounds beside a weight are weights ("2,000 pounds (907 kg)"),
/// "14 times" says how often where nothing is compared, and pints and gallons are imperial in a British text.
void settle_measures(const Document& document, const Lexicon& lexicon, TokenStream& stream);

}  // namespace tieout
