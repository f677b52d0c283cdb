#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr int kMostDigits = 30;

Int128 integer_power(int exponent) {
    Int128 power = 1;
    for (; exponent > 0; --exponent) power *= 10;
    return power;
}

int trailing_zeros(Int128 value) {
    int zeros = 0;
    for (; value != 0 && value % 10 == 0; value /= 10) ++zeros;
    return zeros;
}

std::size_t digit_run(std::string_view text, std::size_t at, std::size_t end) {
    while (at < end && is_ascii_digit(text[at])) ++at;
    return at;
}

/// Groups of digits behind `at`, each after one `separator`. Western groups have three digits; Indian ones two, the last three.
struct Groups {
    std::size_t end = 0;
    int count = 0;
    bool thousands = true;
    bool indian = true;
    bool long_ones = false;  ///< a group of three digits or more, or of two that begin with 0: a grouping was meant
};

Groups read_groups(std::string_view text, std::size_t at, std::size_t end, std::string_view separator) {
    Groups groups{at};
    std::size_t last = 0;
    while (text.substr(at, separator.size()) == separator && at + separator.size() < end) {
        const std::size_t from = at + separator.size();
        const std::size_t to = digit_run(text, from, end);
        if (to == from) break;
        groups.indian = groups.indian && (groups.count == 0 || last == 2);
        last = to - from;
        groups.thousands = groups.thousands && last == 3;
        groups.long_ones = groups.long_ones || last >= 3 || (last == 2 && text[from] == '0');
        ++groups.count;
        at = groups.end = to;
    }
    groups.indian = groups.indian && groups.count >= 2 && last == 3;
    return groups;
}

/// "1.5e9", as spreadsheets print it.
void read_exponent(std::string_view text, std::size_t end, Digits& digits) {
    std::size_t at = digits.end;
    if (at >= end || (text[at] != 'e' && text[at] != 'E')) return;
    const bool sign = at + 1 < end && (text[at + 1] == '-' || text[at + 1] == '+');
    const bool down = sign && text[at + 1] == '-';
    at += sign ? 2 : 1;
    const std::size_t to = digit_run(text, at, end);
    if (to == at || to - at > 2 || (to < end && (is_ascii_letter(text[to]) || text[to] == '.'))) return;
    int exponent = 0;
    for (; at < to; ++at) exponent = exponent * 10 + (text[at] - '0');
    exponent = digits.exponent + (down ? -exponent : exponent);
    if (digits.count - digits.exponent + exponent > kMostDigits || exponent < -kMostDigits) return;
    if (exponent > 0) digits.mantissa *= integer_power(exponent);
    digits.exponent = std::min(exponent, 0);
    digits.end = to;
}

}  // namespace

Rational power_of_ten(int exponent) {
    return exponent >= 0 ? Rational(integer_power(exponent), 1) : Rational(1, integer_power(-exponent));
}

std::size_t blank_at(std::string_view text, std::size_t at, std::size_t end) {
    if (at >= end) return 0;
    if (text[at] == ' ' || text[at] == '\t') return 1;
    if (text.substr(at, 2) == "\u00A0") return 2;
    const std::string_view three = text.substr(at, 3);
    return three == "\u202F" || three == "\u2009" || three == "\u3000" ? 3 : 0;
}

std::optional<Digits> read_digits(std::string_view text, std::size_t at, std::size_t end) {
    Digits digits;
    const std::size_t first = digit_run(text, at, end);
    std::size_t stop = first;
    if (first > at && first - at <= 3) {
        const Groups commas = read_groups(text, first, end, ",");
        if (commas.count > 0 && (commas.thousands || (commas.indian && first - at <= 2) || commas.long_ones)) {
            digits.grouped = true;
            digits.valid = (commas.thousands || commas.indian) && text[at] != '0';
            digits.indian = !commas.thousands && commas.indian;
            stop = commas.end;
        } else if (commas.count == 0) {
            for (const std::string_view space : {"\u202F", "\u2009", "\u00A0", " "}) {
                const Groups groups = read_groups(text, first, end, space);
                // One group behind a plain blank may be another number, unless it begins with a zero: "40 000".
                const bool apart = space == " " && groups.count < 2 && !(groups.count == 1 && text[first + 1] == '0');
                if (groups.count == 0 || apart || !groups.thousands) continue;
                digits.grouped = true;
                stop = groups.end;
                break;
            }
        }
    } else if (first - at > 3 && first < end && text[first] == ',' && digit_run(text, first + 1, end) - first == 4 &&
               first - at < 9) {
        // "1234,567": a group too long before the comma, unless a list of years follows.
        digits.grouped = true;
        digits.valid = false;
        stop = first + 4;
    }
    int length = 0;
    for (std::size_t i = at; i < stop; ++i) {
        if (!is_ascii_digit(text[i])) continue;
        if (++length > kMostDigits) return std::nullopt;
        digits.mantissa = digits.mantissa * 10 + (text[i] - '0');
    }
    digits.count = length;
    digits.leading_zero = length > 1 && text[at] == '0';
    digits.end = stop;
    std::size_t point = stop;
    if (stop > at && blank_at(text, stop, end) == 1 && stop + 2 < end && text[stop + 1] == '.' &&
        is_ascii_digit(text[stop + 2]))
        ++point;
    if (point + 1 < end && text[point] == '.' && is_ascii_digit(text[point + 1])) {
        const std::size_t to = digit_run(text, point + 1, end);
        if (to + 1 < end && text[to] == '.' && is_ascii_digit(text[to + 1])) return std::nullopt;
        for (std::size_t i = point + 1; i < to; ++i) {
            if (++length > kMostDigits) return std::nullopt;
            digits.mantissa = digits.mantissa * 10 + (text[i] - '0');
            --digits.exponent;
        }
        digits.end = to;
    }
    if (digits.end == at) return std::nullopt;
    read_exponent(text, end, digits);
    return digits;
}

void DecimalSum::add_value(Int128 mantissa, int exponent) {
    if (!any_) {
        mantissa_ = mantissa;
        exponent_ = exponent;
        return;
    }
    const int low = exponent < exponent_ ? exponent : exponent_;
    const int widest = (exponent > exponent_ ? exponent : exponent_) - low;
    if (widest > kMostDigits) {
        fits_ = false;
        return;
    }
    const auto lifted = [&](Int128 value, int by) {
        const Int128 power = integer_power(by);
        if (value != 0 && value > integer_power(37) / power) fits_ = false;
        return fits_ ? value * power : 0;
    };
    mantissa_ = lifted(mantissa_, exponent_ - low) + lifted(mantissa, exponent - low);
    exponent_ = low;
}

void DecimalSum::add(Int128 mantissa, int exponent, int scale) {
    add_value(mantissa, exponent + scale);
    finest_ = exponent + scale;
    // Zeros before the point may only fill up; behind it they were meant.
    if (mantissa != 0 || !any_) step_ = finest_ + (exponent == 0 ? trailing_zeros(mantissa) : 0);
    any_ = true;
}

void DecimalSum::add(const DecimalSum& part) {
    if (!part.any_) return;
    add_value(part.mantissa_, part.exponent_);
    finest_ = part.finest_;
    if (part.mantissa_ != 0 || !any_) step_ = part.step_;
    any_ = true;
    fits_ = fits_ && part.fits_;
}

void DecimalSum::shift(int scale) {
    exponent_ += scale;
    step_ += scale;
    finest_ += scale;
    if (exponent_ > 24) fits_ = false;
}

void DecimalSum::to(Numeral& numeral) const {
    if (exponent_ >= 0) {
        numeral.value = Rational(mantissa_ * (mantissa_ > integer_power(36 - exponent_) ? 0 : integer_power(exponent_)), 1);
    } else {
        numeral.value = Rational(mantissa_, integer_power(-exponent_));
    }
    numeral.step = power_of_ten(step_);
    numeral.finest = power_of_ten(finest_);
}

std::optional<Numeral> read_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end,
                                    NumeralContext context) {
    Numeral numeral;
    const bool read = lexicon.language() == Language::ko ? read_korean_numeral(lexicon, text, at, end, context, numeral)
                                                         : read_english_numeral(lexicon, text, at, end, context, numeral);
    if (!read) return std::nullopt;
    return numeral;
}

}  // namespace tieout
