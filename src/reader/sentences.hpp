#pragma once

#include <string_view>

#include "model/document.hpp"

namespace tieout {

/// Splits every block of the document into its sentences. One pass; a sentence is cut at a space before it grows past kLongestSentence.
///
/// A sentence ends with . ! ? 。 or, behind a Korean ending or before a capital, …; the signs that close quotations go with it. It does
/// not end inside a number, behind an abbreviation, before a small letter, or inside a quotation that the sentence goes on after
/// ("“… .”고 말했다"). Text that lost its line breaks ends a sentence at "다." directly before the next one.
void split_sentences(Document& document);

/// Bytes.
constexpr std::size_t kLongestSentence = 4000;

/// Whether a line ends like a sentence.
bool ends_sentence(std::string_view line);

/// Whether the word before the full stop at `stop` is an abbreviation or an initial ("Corp", "J", "U.S"); `next` is what follows the
/// full stop and the space after it.
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t stop, std::string_view next);

}  // namespace tieout
