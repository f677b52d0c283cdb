#pragma once

#include "extract/numeral_parts.hpp"

/// The parts of the English number reader, one file each: cardinal numbers, what follows digits, fractions and ratios, and
/// rough numbers. numeral_english.cpp puts them together.
namespace tieout::english {

/// The text, and the questions that every part asks of it. Places behind the end answer no.
struct Words {
    const Lexicon& lexicon;
    std::string_view text;
    std::size_t end;
    NumeralContext context;

    struct Found {
        const Sense* sense = nullptr;
        std::size_t end = 0;

        explicit operator bool() const { return sense != nullptr; }
    };

    /// `word`, in small letters, stands at `at` and ends there.
    bool is(std::size_t at, std::string_view word) const;
    /// The place behind `word` and the blank that follows; `at` where it does not stand there.
    std::size_t skip(std::size_t at, std::string_view word) const;
    /// The place behind an article, a or an, and the blank that follows; `at` where none stands there.
    std::size_t skip_article(std::size_t at) const;
    std::size_t skip_blanks(std::size_t at) const;
    /// The place behind what may stand between two words of one number: blanks or a hyphen, or a hyphen between blanks where
    /// all numbers are asked for ("fifty - two"). `at` where none stands there.
    std::size_t skip_gap(std::size_t at) const;

    Found find(std::size_t at, WordClass word_class) const;
    Found numeral(std::size_t at) const { return find(at, WordClass::numeral); }
    /// A scale word; a single letter is none here.
    Found scale(std::size_t at) const;
};

/// A whole number as it grows from left to right: closed groups ("two million") and the open one ("three hundred and four").
class Cardinal {
public:
    bool empty() const { return closed_.empty() && !open_; }
    bool open() const { return open_; }
    /// Ends in a bare ten ("twenty"), so that a digit may follow.
    bool ends_in_ten() const { return open_ && !digits_ && group_ % 10 == 0 && group_ % 100 >= 20; }
    bool ends_in_hundred() const { return open_ && group_ > 0 && group_ % 100 == 0 && (hundred_ || !digits_); }
    /// Nothing but digits yet, or digits behind a scale word: a short scale word may stand right behind ("1.2bn").
    bool digits() const { return open_ && digits_ && !hundred_; }
    int last_scale() const { return last_scale_; }  ///< the power of ten of the last scale word; 0 where none stands
    Rational value() const;

    /// Each says whether the word can stand behind what is there, and takes it if it can.
    bool put(const Digits& digits);
    bool put(int value);
    bool multiply(const Sense& scale);

    /// Takes the ten back that ends it: "one hundred thirty" before "fifths" is a hundred thirty-fifths. Nothing is left of
    /// "thirty".
    std::optional<Cardinal> without_ten() const;

    void to(Numeral& out) const;
    bool fits() const { return sum().fits(); }

private:
    DecimalSum sum() const;

    DecimalSum closed_;
    Int128 group_ = 0;
    int exponent_ = 0;  ///< of the open group; below 0 for decimals
    bool open_ = false;
    bool digits_ = false;   ///< the open group was written in digits
    bool hundred_ = false;  ///< "hundred" is its last word
    int last_scale_ = 0;
    Rational times_ = 1;
};

/// Where a cardinal number ends and what it is.
struct CardinalMatch {
    Cardinal number;
    std::size_t end = 0;
    Words::Found behind;  ///< an ordinal or a denominator in the very next word ("fifths"), which is not part of the number
    bool plain = true;    ///< one word or one run of digits, and nothing else
};

/// Goes on with a number of which `started` stands before `at`, or begins one there.
/// `whole` reads over "and"; a fraction's upper half does not.
CardinalMatch read_cardinal(const Words& words, std::size_t at, Cardinal started = {}, bool whole = true);

/// A proper fraction in words: "a third", "three quarters", "half".
struct Fraction {
    Rational value;
    Rational below;
    std::size_t end = 0;
    bool counted = false;  ///< a number or an article stands before it
};

std::optional<Fraction> read_fraction(const Words& words, std::size_t at);

/// The lower half of a fraction: an ordinal or its plural, with the ten before it ("thirty-seconds").
struct Below {
    Rational value;
    std::size_t end = 0;
    bool plural = false;
    bool ordinal = false;
};

std::optional<Below> read_below(const Words& words, std::size_t at);

/// The lower half of a ratio behind `upper` ("in three", "out of five", "in every 20"): the share; nothing where none follows.
struct Ratio {
    Rational value;
    std::size_t end = 0;
};

std::optional<Ratio> read_ratio(const Words& words, std::size_t at, const Rational& upper, bool plain);

/// "10 000 dollars": one group behind a plain blank belongs to the digits before it only where money or a unit shows that.
std::optional<Digits> read_spaced_groups(const Words& words, const Digits& digits);

/// A single letter behind digits: a scale word behind a currency sign, or before what it counts ("1.2m people", "30k jobs").
Words::Found read_letter_scale(const Words& words, std::size_t at);

/// "1.3x10^6", "2.5×10−5", and where all numbers are asked for "4e14".
bool read_exponent(const Words& words, const Digits& digits, Numeral& out);

/// "2 1/4", "6-1/2", "2½", and "1/3" before a unit; a scale word may follow ("1 1/2 million").
bool read_slash(const Words& words, const Digits& digits, Numeral& out);

/// "point five" behind `number`: decimals in words or digits; a scale word may follow ("two point five million").
bool read_point(const Words& words, std::size_t at, const Cardinal& number, Numeral& out);

/// A plural scale word and what it is of: "hundreds of thousands", "dozens". A scale word alone is no number.
bool read_plural(const Words& words, const Words::Found& scale, Numeral& out);

/// The scale words behind "several" and "a few", which ends at `at`: two to nine of them.
bool read_several(const Words& words, std::size_t at, Numeral& out);

/// Makes `out` a share by itself.
bool take_share(const Rational& value, std::size_t end, Numeral& out);

void scale_by(Numeral& out, const Rational& factor);

/// Takes the scale word behind a fraction or a mixed number, which is exact to a tenth of it.
void take_scale(const Words::Found& scale, Numeral& out);

/// A unit of the lexicon stands at `at`.
bool unit_at(const Words& words, std::size_t at);

}  // namespace tieout::english
