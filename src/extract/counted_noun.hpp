#pragma once

#include "extract/units.hpp"

namespace tieout {

/// The English noun that the number before the blank at `at` counts, where the lexicon does not know it as a unit: a plural in
/// small letters ("12 plants"), or one with words before it that describe it ("12 new cement plants").
UnitMatch read_counted_noun(const Scan& scan, const Numeral& numeral, std::size_t at);

}  // namespace tieout
