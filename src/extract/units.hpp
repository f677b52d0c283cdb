#pragma once

#include <string>

#include "extract/numeral.hpp"
#include "extract/scan.hpp"
#include "model/figure.hpp"

namespace tieout {

/// What stands behind a number and says what it counts or measures.
struct UnitMatch {
    enum class State { none, found, not_a_figure };

    State state = State::none;
    std::size_t end = 0;
    Kind kind = Kind::number;
    const Unit* unit = nullptr;
    Rational factor = 1;    ///< units of `unit` in one of what is written: 0.01 for cents and basis points
    bool fraction = false;  ///< `factor` is not 1
    std::size_t noun = 0;   ///< where a noun that the lexicon does not know begins; it ends at `end`
    bool scale_behind = false;
};

/// Reads the unit behind the number that ends at `at`: directly, after a blank or, in English, after a hyphen ("a six-mile
/// run").
UnitMatch read_unit(const Scan& scan, const Numeral& numeral, std::size_t at);

/// The lexicon's sense of a word as a unit, money first where it may be money.
UnitMatch unit_of(const Entry& entry, const Numeral& numeral, bool money);

/// "passengers" → "passenger", "companies" → "company". For regular plurals in small letters.
std::string singular(std::string_view plural);

/// Whether a Hangul run may end at `at`: no Hangul follows, or only particles, hedges and endings of figures (짜리, 씩).
bool closes_figure(const Scan& scan, std::size_t at);

}  // namespace tieout
