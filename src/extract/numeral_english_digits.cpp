#include "extract/numeral_english.hpp"

/// What follows digits and makes another number of them, and decimals in words.
namespace tieout::english {
namespace {

constexpr int kMostExponent = 24;
constexpr int kMostPlaces = 12;

/// A unit of the lexicon stands at `at`, or all numbers are asked for: "1/2 mile" is a figure, "1/2" may be anything.
bool unit_or_all(const Words& words, std::size_t at) {
    return words.context.all_numbers || unit_at(words, words.skip_gap(at));
}

}  // namespace

std::optional<Digits> read_spaced_groups(const Words& words, const Digits& digits) {
    constexpr std::size_t kGroup = 3;
    const std::size_t blank = digits.end;
    if (digits.grouped || digits.exponent != 0 || digits.leading_zero || digits.count > 3 || blank + kGroup >= words.end ||
        words.text[blank] != ' ')
        return std::nullopt;
    for (std::size_t i = 1; i <= kGroup; ++i) {
        if (!is_ascii_digit(words.text[blank + i])) return std::nullopt;
    }
    const std::size_t end = blank + kGroup + 1;
    if (end < words.end && (is_ascii_digit(words.text[end]) || words.text[end] == ',' || words.text[end] == '.'))
        return std::nullopt;
    const auto money = words.find(words.skip_blanks(end), WordClass::currency);
    const bool shown = words.context.money || words.context.all_numbers || (money && money.sense->id != "code");
    if (!shown) return std::nullopt;
    Digits whole = digits;
    for (std::size_t i = 1; i <= kGroup; ++i) whole.mantissa = whole.mantissa * 10 + (words.text[blank + i] - '0');
    whole.count += static_cast<int>(kGroup);
    whole.grouped = true;
    whole.end = end;
    return whole;
}

Words::Found read_letter_scale(const Words& words, std::size_t at) {
    const bool money = words.context.money;
    const std::size_t place = money || words.context.all_numbers ? words.skip_blanks(at) : at;
    const auto scale = words.find(place, WordClass::scale);
    if (!scale || scale.sense->id != "letter") return {};
    if (money) return scale;
    const char letter = words.text[place];
    if (letter == 'k' || letter == 'K') return letter == 'k' || words.context.all_numbers ? scale : Words::Found{};
    if (place > at || scale.end - place > 1) return {};
    const bool capital = letter == 'M' || letter == 'B' || letter == 'b';
    if (words.context.all_numbers && capital && words.skip_gap(scale.end) >= words.end) return scale;
    const std::size_t next = words.skip_blanks(scale.end);
    if (next == scale.end || next >= words.end) return {};
    const Lexicon& lexicon = words.lexicon;
    if (lexicon.longest(words.text, next, words.end, masks(WordClass::currency, WordClass::counter))) return scale;
    if (lexicon.longest(words.text, next, words.end, masks(WordClass::unit, WordClass::stop))) return {};
    std::size_t stop = next;
    while (stop < words.end && words.text[stop] >= 'a' && words.text[stop] <= 'z') ++stop;
    return stop > next + 3 && words.text[stop - 1] == 's' && words.text[stop - 2] != 's' ? scale : Words::Found{};
}

bool read_exponent(const Words& words, const Digits& digits, Numeral& out) {
    std::size_t at = digits.end;
    if (at + 1 >= words.end) return false;
    bool power = false;
    if (words.text[at] == 'e' || words.text[at] == 'E') {
        if (!words.context.all_numbers) return false;
        ++at;
    } else {
        const std::size_t sign = words.skip_blanks(at);
        if (sign + 4 > words.end) return false;
        const std::size_t length = words.text[sign] == 'x' || words.text[sign] == '*' ? 1
                                   : words.text.substr(sign, 2) == "×"                ? 2
                                                                                      : 0;
        const std::size_t ten = length > 0 ? words.skip_blanks(sign + length) : sign;
        if (length == 0 || words.text.substr(ten, 2) != "10") return false;
        at = ten + 2;
        power = at < words.end && words.text[at] == '^';
        if (power) ++at;
        if (!power && (at >= words.end || is_ascii_digit(words.text[at]))) return false;
    }
    const bool minus = words.text.substr(at, 3) == "−";
    const bool negative = minus || words.text.substr(at, 1) == "-";
    if (minus) at += 3;
    if (!minus && at < words.end && (words.text[at] == '-' || words.text[at] == '+')) ++at;
    int exponent = 0;
    std::size_t stop = at;
    while (stop < words.end && is_ascii_digit(words.text[stop]) && exponent <= kMostExponent)
        exponent = exponent * 10 + (words.text[stop++] - '0');
    if (stop == at || exponent > kMostExponent || (stop < words.end && is_ascii_letter(words.text[stop]))) return false;
    DecimalSum sum;
    sum.add(digits.mantissa, digits.exponent, 0);
    sum.to(out);
    const Rational times = power_of_ten(negative ? -exponent : exponent);
    scale_by(out, times);
    out.end = stop;
    return true;
}

bool read_slash(const Words& words, const Digits& digits, Numeral& out) {
    const std::size_t at = words.skip_blanks(digits.end);
    if (at >= words.end || digits.exponent != 0) return false;
    Rational part;
    Rational below;
    if (const auto sign = words.numeral(at); sign && sign.sense->id == "part") {
        part = sign.sense->value;
        below = 8;
        out.end = sign.end;
    } else {
        const bool alone = words.text[digits.end] == '/';
        // "6 1/2" and, on the wires, "6-1/2".
        const std::size_t second = words.text[digits.end] == '-' ? digits.end + 1 : at;
        if (!alone && (second == digits.end || second >= words.end || !is_ascii_digit(words.text[second]))) return false;
        const auto upper = alone ? std::optional(digits) : read_digits(words.text, second, words.end);
        if (!upper || upper->exponent != 0 || upper->end >= words.end || words.text[upper->end] != '/') return false;
        const auto lower = read_digits(words.text, upper->end + 1, words.end);
        if (!lower || lower->mantissa == 0 || lower->exponent != 0 || lower->count > 6 || lower->leading_zero) return false;
        if (lower->end < words.end && (words.text[lower->end] == '/' || is_ascii_digit(words.text[lower->end]))) return false;
        // A fraction, not a date or a score: below its whole, and a half, a third or the like.
        const bool common = lower->mantissa <= 10 || lower->mantissa == 16 || lower->mantissa == 32 || lower->mantissa == 64;
        if (!alone && (upper->mantissa >= lower->mantissa || upper->mantissa == 0)) return false;
        if (second > at && !common) return false;
        if (alone && !words.context.all_numbers && (upper->mantissa >= lower->mantissa || upper->mantissa == 0 || !common))
            return false;
        below = Rational(lower->mantissa, 1);
        part = Rational(upper->mantissa, 1) / below;
        out.end = lower->end;
        if (alone) return unit_or_all(words, lower->end) && take_share(part, lower->end, out);
    }
    DecimalSum sum;
    sum.add(digits.mantissa, digits.exponent, 0);
    sum.to(out);
    out.value += part;
    out.step = out.finest = Rational(1) / below;
    out.shape = Shape::exact;
    out.fraction = true;
    if (const auto scale = words.scale(words.skip_gap(out.end)); scale && scale.sense->id.empty()) take_scale(scale, out);
    return true;
}

bool read_point(const Words& words, std::size_t at, const Cardinal& number, Numeral& out) {
    std::size_t place = words.skip_blanks(words.skip(at, "point"));
    if (place >= words.end) return false;
    Int128 mantissa = 0;
    int places = 0;
    std::size_t end = at;
    if (is_ascii_digit(words.text[place])) {
        const auto digits = read_digits(words.text, place, words.end);
        if (!digits || digits->exponent != 0 || digits->grouped) return false;
        mantissa = digits->mantissa;
        places = digits->count;
        end = digits->end;
    } else {
        bool ten = false;
        while (places < kMostPlaces && place < words.end) {
            const auto word = words.numeral(place);
            const std::int64_t value = word && word.sense->id.empty() ? word.sense->value.to_int64().value_or(100) : 100;
            if (value >= 100 || (value >= 10 && places > 0) || (ten && value == 0)) break;
            if (ten) {
                mantissa += value;
            } else {
                mantissa = mantissa * (value >= 10 ? 100 : 10) + value;
                places += value >= 10 ? 2 : 1;
            }
            end = word.end;
            if (ten || (value >= 10 && value < 20)) break;
            ten = value >= 20;
            place = words.skip_gap(end);
            if (place == end) break;
        }
    }
    if (places == 0) return false;
    const Rational whole = number.empty() ? Rational(0) : number.value();
    out.step = out.finest = power_of_ten(-places);
    out.value = whole + Rational(mantissa, 1) * out.finest;
    out.end = end;
    if (const auto scale = words.scale(words.skip_gap(end)); scale && scale.sense->id.empty()) {
        scale_by(out, scale.sense->value);
        out.scale = scale.sense->value.magnitude();
        out.end = scale.end;
    }
    return true;
}

}  // namespace tieout::english
