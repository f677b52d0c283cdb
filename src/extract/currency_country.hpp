#pragma once

#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// Whose money a name means that several countries share (peso, rupee, dollar): the country's that the sentence names, else the
/// paragraph's, else the headline's. Where that country's money is not the one the name usually means (a dollar in a story from
/// Australia), the unit becomes the ambiguous one, which is never converted. Names of more than one such country leave it open.
void settle_currencies(const Document& document, const Lexicon& lexicon, TokenStream& stream);

}  // namespace tieout
