#pragma once

#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// Reads a document once, left to right, into words, lexicon entries, figures and signs. Dates are asked for before figures.
/// Linear in the text; work beyond a lexicon look-up happens only where a digit, a sign or a lexicon word begins.
TokenStream tokenize(const Document& document, const Lexicon& lexicon, bool all_numbers);

}  // namespace tieout
