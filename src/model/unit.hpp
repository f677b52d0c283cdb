#pragma once

#include <string>

#include "number/rational.hpp"

namespace tieout {

/// What a figure counts or measures. Two figures convert into each other only within one dimension.
enum class Dimension {
    none,      ///< a bare number
    money,
    percent,   ///< a share or a rate of change
    point,     ///< percentage points: a difference of two percentages, another type than a percentage
    multiple,  ///< 배, -fold, times
    count,     ///< things: 명, 대, 건, shares; the unit's code is the counter noun
    length,
    area,
    volume,
    mass,
    temperature,
    energy,
    power,
    data,
    speed,
    pressure,
    voltage,
    current,
    frequency,
    duration,
};

/// A unit of the lexicon. Units are owned by the lexicon, live as long as it does and are compared by address.
struct Unit {
    std::string code;  ///< ISO 4217 for money, UCUM for physical units, the counter noun for counts, "%", "pp", "x"
    Dimension dimension = Dimension::none;
    Rational factor = 1;     ///< one of this in the dimension's base unit (SI where there is one); 1 for money and counts
    Rational offset = 0;     ///< added after the factor; only temperatures have one (base: kelvin)
    bool ambiguous = false;  ///< 달러, peso, krone with no country known: `code` is the usual one, never converted silently
};

}  // namespace tieout
