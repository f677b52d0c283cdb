#include "check/repair.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace tieout {
namespace {

bool in_number(char c) {
    return is_ascii_digit(c) || c == ',' || c == '.';
}

/// The digits at the start of a span, with their separators.
Span leading_number(Span span, std::string_view text) {
    std::uint32_t end = span.begin;
    while (end < span.end && in_number(text[end])) ++end;
    return {span.begin, end};
}

/// The runs of digits in a span.
std::vector<Span> numbers_in(Span span, std::string_view text) {
    std::vector<Span> out;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
        if (!is_ascii_digit(text[at])) continue;
        const std::uint32_t begin = at;
        while (at < span.end && is_ascii_digit(text[at])) ++at;
        out.push_back({begin, at});
    }
    return out;
}

/// The parts of the text that change places, from left to right; an even number of them, of which each goes to where its
/// counterpart stands. In dates every number of the second, and as many before it: what the second leaves out it shares with
/// the first.
std::vector<Span> parts_to_swap(const Figure& range, std::string_view text) {
    if (range.kind == Kind::date) {
        std::vector<Span> numbers = numbers_in(range.core, text);
        if (numbers.size() % 2 != 0 && !numbers.empty()) numbers.erase(numbers.begin());
        return numbers.size() <= 6 ? numbers : std::vector<Span>();
    }
    Span second = range.upper;
    const bool scale_once = leading_number(range.lower, text).end == range.lower.end;  // "20~10억"
    if (scale_once) second = leading_number(second, text);
    if (range.lower.empty() || second.empty() || range.lower.end > second.begin) return {};
    return {range.lower, second};
}

constexpr int kGroup = 4;  ///< powers of ten from 만 to 억 to 조

/// The word of one syllable for a scale.
std::string_view scale_word(const Rational& value, const Lexicon& lexicon) {
    for (const Entry& entry : lexicon.entries()) {
        const Sense* scale = entry.sense(WordClass::scale);
        if (scale && scale->value == value && is_hangul(code_point_at(entry.form, 0).value) && entry.form.size() == 3)
            return entry.form;
    }
    return {};
}

std::optional<Rational> number_of(Span span, std::string_view text) {
    std::string digits;
    for (const char c : span.of(text)) {
        if (is_ascii_digit(c) || c == '.') digits += c;
    }
    return digits.empty() ? std::nullopt : Rational::parse(digits);
}

}  // namespace

std::string with_ends_swapped(const Figure& range, std::string_view text) {
    const std::vector<Span> parts = parts_to_swap(range, text);
    std::string out;
    std::uint32_t at = range.core.begin;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += text.substr(at, parts[i].begin - at);
        out += parts[(i + parts.size() / 2) % parts.size()].of(text);
        at = parts[i].end;
    }
    if (!parts.empty()) out += text.substr(at, range.core.end - at);
    return out;
}

std::vector<Repair> with_scales_in_order(const Figure& figure, std::string_view text, const Lexicon& lexicon) {
    struct Scale {
        Span span;
        Rational value;
    };
    std::vector<Scale> scales;
    for (std::uint32_t at = figure.numeral.begin; at < figure.numeral.end;) {
        const auto match = lexicon.longest(text, at, figure.numeral.end, mask(WordClass::scale));
        if (match) scales.push_back({{at, at + match.length}, match.entry->sense(WordClass::scale)->value});
        at += match ? match.length : code_point_at(text, at).length;
    }
    if (scales.size() != 2 || scales[0].value != scales[1].value) return {};
    const Rational group = Rational::power_of_ten(kGroup);
    const auto whole = number_of({figure.numeral.begin, scales[0].span.begin}, text);
    const auto part = number_of({scales[0].span.end, scales[1].span.begin}, text);
    if (!whole || !part) return {};
    const auto written = [&](std::size_t place, const Rational& scale) -> std::string {
        const std::string_view word = scale_word(scale, lexicon);
        const Span& old = scales[place].span;
        if (word.empty()) return {};
        return std::string(text.substr(figure.core.begin, old.begin - figure.core.begin))
            .append(word)
            .append(text.substr(old.end, figure.core.end - old.end));
    };
    const Rational scale = scales[0].value;
    const Rational value = *whole * scale + *part * scale / group;
    std::vector<Repair> out{{written(1, scale / group), value}, {written(0, scale * group), value * group}};
    std::erase_if(out, [](const Repair& repair) { return repair.text.empty(); });
    return out;
}

}  // namespace tieout
