#pragma once

#include <string_view>

#include "number/calendar.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// What the readers of figures and dates look at: one sentence of a document's text and what it may be read by.
struct Scan {
    std::string_view text;   ///< the whole Document::text; offsets are into this
    std::size_t begin = 0;   ///< the sentence
    std::size_t end = 0;
    const Lexicon* lexicon = nullptr;
    Day date_line{};
    bool all_numbers = false;  ///< also read bare numbers written in words
};

}  // namespace tieout
