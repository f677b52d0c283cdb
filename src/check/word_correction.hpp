#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check/judge.hpp"

namespace tieout {

/// The contrary of a captured word, in the form it stands in: "증가했다" for "감소했다", "Fell" for "Rose". Nothing where the
/// lexicon knows none.
std::optional<Suggestion> word_correction(const Relation::Binding& binding, const Draft& draft, const std::string& why);

/// Another value for a multiple that is one word, in a word of the same kind: "tenfold" for "fivefold", "quadrupled" for
/// "tripled". Nothing where the text is no such word; empty where no word says the value.
std::optional<std::string> multiple_word(std::string_view written, const Rational& value, const Lexicon& lexicon);

}  // namespace tieout
