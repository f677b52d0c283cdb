#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "number/magnitude.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// A number as it stands in the text, without sign, unit and hedge.
struct Numeral {
    std::size_t end = 0;
    Rational value;
    Rational high;      ///< for Shape::several and Shape::range (서너): the other end
    Rational step = 1;  ///< see Magnitude
    Rational finest = 1;
    Shape shape = Shape::point;  ///< point, exact (fractions), beyond (여), several (수십), range (서너)
    int scale = 0;        ///< power of ten of the scale words behind the last digits: 8 in "10억", 7 in "3천만", 0 in "10"
    bool valid = true;    ///< false: grouped wrongly ("12,8000")
    bool words = false;   ///< no digit in it
    bool native = false;  ///< Korean native numerals, which count things
    bool bare_scale = false;  ///< words: one scale word and nothing else ("만")
    bool single = false;      ///< words: one Sino-Korean digit and nothing else ("이")
    bool ordinal = false;     ///< "3rd", "first"
    bool multiple = false;    ///< a share or a multiple all by itself: 절반, "3분의 1", "two thirds", "doubled"
    bool fraction = false;    ///< written with a fraction: "two thirds", "1 1/2", "two and a half"
    bool code_like = false;   ///< a leading zero, too many digits without grouping for a number, or digits in words one by one
};

/// What may help to read a number: a currency sign before it makes "m" a million.
struct NumeralContext {
    bool money = false;
    bool all_numbers = false;
};

/// Reads the number that starts at `at` (digits or a word), in the lexicon's language. Nothing where none stands here. Linear.
std::optional<Numeral> read_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end,
                                    NumeralContext context);

}  // namespace tieout
