#pragma once

#include <climits>

#include "base/int128.hpp"
#include "base/utf8.hpp"
#include "extract/numeral.hpp"

namespace tieout {

/// Digits as written: `mantissa` × 10^`exponent`, with exponent at most 0.
struct Digits {
    std::size_t end = 0;
    Int128 mantissa = 0;
    int exponent = 0;
    int count = 0;         ///< digits before the point
    bool grouped = false;  ///< with commas or narrow spaces
    bool valid = true;
    bool indian = false;  ///< in groups of two, the last of three
    bool leading_zero = false;
};

/// Reads "1,234.50", "1.5e9", "12,50,000" (Indian groups), ".5" and in English "1 414 021 100". Nothing for versions (3.0.1)
/// and for more digits than any number in a text has.
std::optional<Digits> read_digits(std::string_view text, std::size_t at, std::size_t end);

/// A sum of digits times powers of ten, built from the largest to the smallest, that remembers the place of its last
/// significant digit and of the finest place written. Exponents are bounded by the digits that are read.
class DecimalSum {
public:
    bool empty() const { return !any_; }
    bool fits() const { return fits_; }
    void add(Int128 mantissa, int exponent, int scale);
    void add(const DecimalSum& part);
    void shift(int scale);
    /// The step is this power of ten, whatever the digits say (여).
    void set_step(int exponent) { step_ = exponent; }
    int step() const { return step_; }
    void to(Numeral& numeral) const;

private:
    void add_value(Int128 mantissa, int exponent);

    Int128 mantissa_ = 0;
    int exponent_ = 0;
    int step_ = 0;
    int finest_ = 0;
    bool any_ = false;
    bool fits_ = true;
};

Rational power_of_ten(int exponent);  ///< -36 to 36

/// Blank that may stand inside a figure: a space, a tab or one of Unicode's narrow ones. 0 where none is, else its bytes.
std::size_t blank_at(std::string_view text, std::size_t at, std::size_t end);

/// A Korean number without what makes a share of it (분의).
bool read_korean_number(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context,
                        Numeral& out);
bool read_korean_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context,
                         Numeral& out);
bool read_english_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end,
                          NumeralContext context, Numeral& out);

}  // namespace tieout
