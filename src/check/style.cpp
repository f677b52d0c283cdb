#include "check/style.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "check/numeral_style.hpp"

namespace tieout {
namespace {

constexpr int kDigits = 5;        ///< significant digits where a value has no end
constexpr int kMostDecimals = 12; ///< a longer tail is no end either

Rational to_digits(const Rational& value) {
    return value.is_zero() ? value : value.round_to(Rational::power_of_ten(value.magnitude() - kDigits + 1));
}

/// The size of the value at the precision asked for, with an end after the point.
Rational prepared(const Rational& value, const Rational& precision) {
    const Rational size = value.abs();
    if (precision.sign() > 0) {
        const Rational rounded = size.round_to(precision);
        // Rounding to nothing would say that there is nothing.
        if (!rounded.is_zero() || size.is_zero()) return rounded;
    }
    return size.round_to(Rational::power_of_ten(-kMostDecimals)) == size ? size : to_digits(size);
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// How many of the unit written make one of the figure's unit: 100 for cents, pence and basis points.
int parts_of_unit(std::string_view behind) {
    struct Part {
        std::string_view form;
        int parts;
    };
    constexpr std::array<Part, 12> kParts{{{"bp", 100},
                                           {"basis point", 100},
                                           {"basis-point", 100},
                                           {"베이시스", 100},
                                           {"cent", 100},
                                           {"¢", 100},
                                           {"센트", 100},
                                           {"pence", 100},
                                           {"penny", 100},
                                           {"펜스", 100},
                                           {"페니", 100},
                                           {"‰", 10}}};
    const std::size_t first = behind.find_first_not_of(' ');
    if (first == std::string_view::npos) return 1;
    behind.remove_prefix(first);
    for (const Part& part : kParts) {
        if (starts_with(behind, part.form)) return part.parts;
    }
    return 1;
}

/// English units follow their number: "1 percentage point", "5 percentage points".
std::string agreeing(std::string_view behind, bool one) {
    struct Noun {
        std::string_view singular, plural;
    };
    constexpr std::array<Noun, 20> kNouns{{{"person", "people"}, {"dollar", "dollars"}, {"euro", "euros"},   {"pound", "pounds"},
                                           {"point", "points"},  {"cent", "cents"},     {"time", "times"},   {"share", "shares"},
                                           {"year", "years"},    {"month", "months"},   {"week", "weeks"},   {"day", "days"},
                                           {"hour", "hours"},    {"minute", "minutes"}, {"second", "seconds"}, {"ton", "tons"},
                                           {"mile", "miles"},    {"unit", "units"},     {"company", "companies"}, {"tonne", "tonnes"}}};
    const std::size_t blank = behind.find_last_of(' ');
    const std::size_t start = blank == std::string_view::npos ? 0 : blank + 1;
    const std::string_view word = behind.substr(start);
    for (const Noun& noun : kNouns) {
        if (word != noun.singular && word != noun.plural) continue;
        return std::string(behind.substr(0, start)).append(one ? noun.singular : noun.plural);
    }
    return std::string(behind);
}

/// The sign before an amount: what to write there for a value of this sign.
std::string signed_front(std::string_view front, bool negative) {
    for (const std::string_view loss : {"△", "▽", "▲", "▼"}) {
        if (front.find(loss) != std::string_view::npos) return std::string(front);
    }
    for (const std::string_view minus : {"-", "−", "–", "﹣", "마이너스 ", "마이너스", "minus ", "Minus ", "negative "}) {
        const std::size_t at = front.find(minus);
        if (at == std::string_view::npos) continue;
        std::string out(front);
        if (!negative) out.erase(at, minus.size());
        return out;
    }
    if (!negative) return std::string(front);
    if (starts_with(front, "+")) front.remove_prefix(1);
    return "-" + std::string(front);
}

}  // namespace

std::string write_numeral(std::string_view written, const Rational& value, Language language, const Rational& precision) {
    const Rational size = prepared(value, precision);
    return style::has_korean_scale(written) ? style::write_korean(written, size) : style::write_plain(written, size, language);
}

std::string write_like(std::string_view core_text, Span numeral, const Rational& value, Language language, const Rational& precision) {
    const std::size_t end = std::min<std::size_t>(numeral.end, core_text.size());
    const std::size_t begin = std::min<std::size_t>(numeral.begin, end);
    const std::string_view written = core_text.substr(begin, end - begin);
    const std::string_view behind = core_text.substr(end);

    const Rational parts = parts_of_unit(behind);
    const Rational count = value * parts;
    std::string out = signed_front(core_text.substr(0, begin), value.sign() < 0);
    const std::string number = write_numeral(written, count, language, precision * parts);
    out += number;
    return out + (language == Language::en ? agreeing(behind, number == "1" || number == "one") : std::string(behind));
}

}  // namespace tieout
