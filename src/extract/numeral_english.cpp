#include "extract/numeral_english.hpp"

namespace tieout {
namespace {

using namespace english;

/// Puts the parts together: digits or words, scale words, and what may follow a number and belongs to it.
class EnglishNumber {
public:
    EnglishNumber(const Words& words, Numeral& out) : words_(words), out_(out) {}

    bool read(std::size_t at) {
        const char first = words_.text[at];
        if (is_ascii_digit(first) || first == '.') return read_digits_first(at);
        if (const std::size_t behind = words_.skip_article(at); behind > at) return read_article(at, behind);
        out_.words = true;
        if (const auto scale = words_.find(at, WordClass::scale)) return read_plural(words_, scale, out_);
        const auto word = words_.numeral(at);
        if (!word) return words_.context.all_numbers && words_.is(at, "point") && read_point(words_, at, {}, out_);
        const std::string& id = word.sense->id;
        if (id == "multiple" || id == "part") return take_share(word.sense->value, word.end, out_);
        if (id == "several") return read_several(words_, word.end, out_);
        if (id == "ordinal") return ordinal(word.sense->value, word.end);
        if (id == "half" || id == "parts") {
            const auto fraction = read_fraction(words_, at);
            return fraction && read_share(*fraction) && (id == "half" || !out_.multiple);
        }
        if (!id.empty()) return false;
        const CardinalMatch match = read_cardinal(words_, at);
        return !match.number.empty() && finish(match);
    }

private:
    bool ordinal(const Rational& value, std::size_t end) {
        out_.value = value;
        out_.ordinal = true;
        out_.end = end;
        return true;
    }

    /// st, nd, rd, th directly behind digits.
    std::size_t ordinal_end(std::size_t at) const {
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (words_.is(at, ending)) return at + 2;
        }
        return at;
    }

    bool read_digits_first(std::size_t at) {
        auto digits = read_digits(words_.text, at, words_.end);
        if (!digits) return false;
        out_.valid = digits->valid;
        out_.code_like = digits->leading_zero || (digits->count > 15 && !digits->grouped);
        if (auto groups = read_spaced_groups(words_, *digits)) digits = groups;
        CardinalMatch match;
        match.number.put(*digits);
        match.end = digits->end;
        if (const std::size_t end = ordinal_end(match.end); end > match.end && digits->exponent == 0)
            return ordinal(Rational(digits->mantissa, 1), end);
        if (read_exponent(words_, *digits, out_) || read_slash(words_, *digits, out_)) return true;
        bool letter = false;
        if (const Words::Found scale = read_letter_scale(words_, match.end); scale && match.number.multiply(*scale.sense)) {
            match.end = scale.end;
            letter = true;
        }
        if (!letter) match = read_cardinal(words_, match.end, std::move(match.number));
        match.behind = {};
        return finish(match);
    }

    /// "a million", "a dozen", "a third of", "a few hundred"; nothing for an article before anything else.
    bool read_article(std::size_t at, std::size_t behind) {
        out_.words = true;
        if (const auto scale = words_.scale(behind)) {
            Cardinal one;
            one.put(1);
            const bool abbreviated = scale.end - behind < 3;
            if (abbreviated || words_.text[scale.end - 1] == 's' || !one.multiply(*scale.sense)) return false;
            CardinalMatch match = read_cardinal(words_, scale.end, std::move(one));
            match.plain = false;
            return finish(match);
        }
        const auto word = words_.numeral(behind);
        if (!word) return false;
        if (word.sense->id == "several") return read_several(words_, word.end, out_);
        if (word.sense->id == "couple") {
            out_.value = 2;
            out_.end = word.end;
            return words_.context.all_numbers;
        }
        const auto fraction = read_fraction(words_, at);
        if (!fraction || !read_share(*fraction)) return false;
        if (!out_.multiple || fraction->below == Rational(2) || words_.context.all_numbers) return true;
        return words_.is(words_.skip_blanks(fraction->end), "of");
    }

    /// A share by itself, or of a scale word: "half a million", "a quarter million", "two thirds of a million", "half a dozen".
    bool read_share(const Fraction& fraction) {
        take_share(fraction.value, fraction.end, out_);
        const std::size_t next = words_.skip_gap(fraction.end);
        const std::size_t of = words_.skip(next, "of");
        const bool hyphens = words_.text.substr(of, 2) == "a-";  // half-a-million
        const std::size_t article = hyphens ? of + 2 : words_.skip_article(of);
        if (of > next && article == of) return true;
        const auto scale = words_.scale(article);
        if (scale && words_.text[scale.end - 1] != 's' &&
            (article > of || fraction.below == Rational(2) || fraction.below == Rational(4)))
            take_scale(scale, out_);
        return true;
    }

    /// What may follow a number and belongs to it: a denominator ("two thirds"), a decimal point in words ("three point five"),
    /// a fraction ("two and a half million"), a ratio ("one in three").
    bool finish(const CardinalMatch& match) {
        const Cardinal& number = match.number;
        number.to(out_);
        out_.end = match.end;
        if (!number.fits()) return false;
        if (match.behind && read_behind(match)) return true;
        const std::size_t next = words_.skip_blanks(match.end);
        if (next == match.end || next >= words_.end) return true;
        switch (words_.text[next]) {
            case 'a':
                if (const std::size_t fraction = words_.skip(next, "and"); fraction > next) add_fraction(number, fraction);
                return true;
            case 'p':
                return number.last_scale() > 0 || !out_.value.is_integer() || !words_.is(next, "point") ||
                       read_point(words_, next, number, out_) || true;
            case 'i':
            case 'o':
                if (const auto ratio = read_ratio(words_, match.end, out_.value, match.plain)) {
                    const bool words = out_.words;
                    take_share(ratio->value, ratio->end, out_);
                    out_.words = words;
                }
                return true;
            default:
                return true;
        }
    }

    /// An ordinal or a denominator in the next word makes the number another one: "twenty-fifth", "two hundredth", "three
    /// fifths".
    bool read_behind(const CardinalMatch& match) {
        const Rational value = out_.value;
        const Rational part = match.behind.sense->value;
        const std::size_t end = match.behind.end;
        const char between = words_.text[match.end];
        const bool hyphen = between == '-' || static_cast<std::uint8_t>(between) >= 0x80;
        const bool all = words_.context.all_numbers;
        if (match.behind.sense->id == "half") return value == Rational(1) && read_share({part, 2, end, true});
        if (match.behind.sense->id == "ordinal") {
            if (match.number.ends_in_ten() && part < Rational(10)) return ordinal(value + part, end);
            if (value == Rational(1) && part > Rational(2)) {
                const bool of = words_.is(words_.skip_blanks(end), "of");
                return (of || hyphen || (all && part < Rational(100))) && read_share({Rational(1) / part, 3, end, true});
            }
            if (part >= Rational(100)) return ordinal(value * part, end);
            return match.number.ends_in_hundred() && part < Rational(100) && ordinal(value + part, end);
        }
        // "fifths" behind a ten may be thirty-fifths.
        Rational upper = value;
        Rational below = part;
        if (const auto rest = match.number.without_ten(); rest && part < Rational(10)) {
            upper = rest->value();
            below = value - upper + part;
        }
        if (below < Rational(2)) return false;
        const bool quarter = part == Rational(4);
        const bool plural = words_.text[end - 1] == 's';
        const bool of = words_.is(words_.skip_blanks(end), "of");
        if (!plural && upper != Rational(1) && !all) return false;
        if (quarter && !of && !hyphen && !all) return false;  // three quarters of growth
        if (upper >= below && !all) return false;
        return read_share({upper / below, quarter ? 4 : 3, end, true});
    }

    /// "two and a half million", "one million and a half", "five and a quarter", "one billion and three quarters million".
    void add_fraction(const Cardinal& number, std::size_t at) {
        if (!out_.value.is_integer()) return;
        const auto fraction = read_fraction(words_, at);
        if (!fraction) return;
        const std::size_t next = words_.skip_blanks(fraction->end);
        const std::size_t of = words_.skip(next, "of");
        const bool unit = unit_at(words_, words_.skip_article(of));
        if ((of > next || !fraction->counted) && !unit) return;
        out_.end = fraction->end;
        out_.fraction = true;
        const auto scale = words_.scale(words_.skip_gap(fraction->end));
        const Rational below = Rational(1) / fraction->below;
        if (number.last_scale() > 0 && !number.open()) {
            const bool own = scale && scale.sense->value < power_of_ten(number.last_scale());
            const Rational size = own ? scale.sense->value : power_of_ten(number.last_scale());
            out_.value += fraction->value * size;
            out_.step = out_.finest = size / Rational(10);
            out_.fraction = false;
            if (own) out_.end = scale.end;
            return;
        }
        out_.value += fraction->value;
        out_.step = out_.finest = below;
        if (scale && scale.sense->id.empty()) take_scale(scale, out_);
    }

    const Words& words_;
    Numeral& out_;
};

}  // namespace

bool read_english_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end,
                          NumeralContext context, Numeral& out) {
    const Words words{lexicon, text, end, context};
    return EnglishNumber(words, out).read(at);
}

}  // namespace tieout
