#pragma once

#include "model/document.hpp"
#include "model/token.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Settles what the words around an English figure say of its unit. A number compared with an amount is told in its unit ("76
/// mln dlrs, against 64 mln"), one "of them" counts what was counted before, and ounces in a draft on precious metal are troy
/// ounces.
void settle_units(const Document& document, const Lexicon& lexicon, TokenStream& stream);

}  // namespace tieout
