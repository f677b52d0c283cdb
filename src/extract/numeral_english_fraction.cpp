#include "extract/numeral_english.hpp"

namespace tieout::english {
namespace {

const Rational kHundred(100);

/// What stands behind "1 in 5" makes it no share: a stretch of time ("3 in 10 minutes").
bool time_behind(const Words& words, std::size_t at) {
    const auto unit = words.find(words.skip_gap(at), WordClass::unit);
    if (unit && unit.sense->unit && unit.sense->unit->dimension == Dimension::duration) return true;
    return static_cast<bool>(words.find(words.skip_blanks(at), WordClass::period_unit));
}

/// The number below in a ratio: digits, or words.
std::optional<Ratio> read_lower(const Words& words, std::size_t at) {
    if (at >= words.end) return std::nullopt;
    if (!is_ascii_digit(words.text[at])) {
        const std::size_t article = words.skip_article(at);
        if (const auto scale = article > at ? words.scale(article) : Words::Found{})
            return Ratio{scale.sense->value, scale.end};
        const CardinalMatch match = read_cardinal(words, at);
        if (match.number.empty() || !match.number.fits()) return std::nullopt;
        return Ratio{match.number.value(), match.end};
    }
    const auto digits = read_digits(words.text, at, words.end);
    if (!digits || digits->exponent != 0 || digits->leading_zero) return std::nullopt;
    const bool goes_on =
        digits->end < words.end && (is_ascii_letter(words.text[digits->end]) || words.text[digits->end] == '%');
    if (goes_on) return std::nullopt;
    Cardinal number;
    number.put(*digits);
    const CardinalMatch match = read_cardinal(words, digits->end, std::move(number));
    if (!match.number.fits()) return std::nullopt;
    return Ratio{match.number.value(), match.end};
}

}  // namespace

std::optional<Below> read_below(const Words& words, std::size_t at) {
    auto word = words.numeral(at);
    if (!word) return std::nullopt;
    Below below{word.sense->value};
    if (word.sense->id.empty() && below.value >= Rational(20) && below.value < kHundred) {
        word = words.numeral(words.skip_gap(word.end));
        if (!word || word.sense->value >= Rational(10)) return std::nullopt;
        below.value += word.sense->value;
    }
    below.ordinal = word.sense->id == "ordinal";
    if (!below.ordinal && word.sense->id != "parts") return std::nullopt;
    if (below.value < Rational(2) || (below.ordinal && below.value == Rational(2))) return std::nullopt;
    below.end = word.end;
    below.plural = words.text[word.end - 1] == 's' || words.text[word.end - 1] == 'S';
    return below;
}

std::optional<Fraction> read_fraction(const Words& words, std::size_t at) {
    Fraction fraction;
    std::size_t place = words.skip_article(at);
    fraction.counted = place > at;
    const auto first = words.numeral(place);
    if (!first) return std::nullopt;
    if (first.sense->id == "half") {
        fraction.value = Rational(1, 2);
        fraction.below = 2;
        fraction.end = first.end;
        return fraction;
    }
    Rational upper = 1;
    if (!fraction.counted && first.sense->id.empty()) {
        const CardinalMatch match = read_cardinal(words, place, {}, false);
        upper = match.number.value();
        if (upper.is_zero() || upper >= kHundred) return std::nullopt;
        fraction.counted = true;
        place = words.skip_gap(match.end);
        if (place == match.end) return std::nullopt;
    }
    const auto below = read_below(words, place);
    const bool quarter = below && !below->ordinal && !below->plural;
    if (!below || below->value <= upper) return std::nullopt;
    if (!quarter && (upper == Rational(1)) == below->plural) return std::nullopt;
    if (!fraction.counted && !quarter) return std::nullopt;
    fraction.value = upper / below->value;
    fraction.below = below->value;
    fraction.end = below->end;
    return fraction;
}

std::optional<Ratio> read_ratio(const Words& words, std::size_t at, const Rational& upper, bool plain) {
    const std::size_t place = words.skip_blanks(at);
    if (place == at || place >= words.end) return std::nullopt;
    const char first = words.text[place];
    if (first != 'i' && first != 'o') return std::nullopt;
    std::size_t lower = words.skip(place, "in");
    const bool in = lower > place;
    if (in && (!plain || upper >= Rational(10))) return std::nullopt;
    if (!in && (lower = words.skip(place, "out")) > place) {
        const std::size_t of = words.skip(lower, "of");
        if (of == lower) return std::nullopt;
        lower = of;
    } else if (!in && words.context.all_numbers) {
        lower = words.skip(place, "over");
    }
    if (lower == place) return std::nullopt;
    const bool over = words.is(place, "over");
    if (over && words.context.money) return std::nullopt;
    const std::size_t every = words.skip(lower, "every");
    auto ratio = read_lower(words, every);
    if (!ratio || ratio->value.is_zero() || (!over && ratio->value <= upper)) return std::nullopt;
    if (over && time_behind(words, ratio->end)) return std::nullopt;
    if (in) {
        const bool year = ratio->value >= Rational(1000) && ratio->value < Rational(2100) && is_ascii_digit(words.text[every]);
        if (year || time_behind(words, ratio->end)) return std::nullopt;
    }
    ratio->value = upper / ratio->value;
    return ratio;
}

bool take_share(const Rational& value, std::size_t end, Numeral& out) {
    out.value = out.step = out.finest = value;
    out.shape = Shape::exact;
    out.multiple = out.fraction = true;
    out.end = end;
    return true;
}

void scale_by(Numeral& out, const Rational& factor) {
    out.value *= factor;
    out.step *= factor;
    out.finest *= factor;
}

void take_scale(const Words::Found& scale, Numeral& out) {
    const Rational size = scale.sense->value;
    out.value *= size;
    out.step = out.finest = scale.sense->id == "dozen" ? out.value : size / Rational(10);
    out.scale = size.magnitude();
    out.shape = Shape::point;
    out.multiple = out.fraction = false;
    out.end = scale.end;
}

bool unit_at(const Words& words, std::size_t at) {
    return words.find(at, WordClass::unit) && words.find(at, WordClass::unit).sense->unit;
}

}  // namespace tieout::english
