#pragma once

#include <string_view>

#include "base/utf8.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// An English text names a word of a class whose sense passes. It is read from one end to the other, so it is for what is asked
/// once a draft at most.
template <class Passes>
bool names_word(std::string_view text, const Lexicon& lexicon, WordClass word_class, Passes passes) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool letter = is_ascii_letter(text[at]);
        if (letter && !inside) {
            const auto match = lexicon.longest(text, at, text.size(), mask(word_class));
            if (match && passes(*match.entry->sense(word_class))) return true;
        }
        inside = letter;
    }
    return false;
}

}  // namespace tieout
