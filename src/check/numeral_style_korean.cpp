#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "check/numeral_style.hpp"

namespace tieout::style {
namespace {

struct ScaleSign {
    std::string_view form;
    int exponent;
};

constexpr std::array<ScaleSign, 12> kScales{{{"백", 2},
                                             {"천", 3},
                                             {"만", 4},
                                             {"억", 8},
                                             {"조", 12},
                                             {"경", 16},
                                             {"해", 20},
                                             {"万", 4},
                                             {"萬", 4},
                                             {"亿", 8},
                                             {"億", 8},
                                             {"兆", 12}}};
constexpr int kLargest = 20;

const ScaleSign* scale_at(std::string_view text, std::size_t at) {
    for (const ScaleSign& scale : kScales) {
        if (text.substr(at, scale.form.size()) == scale.form) return &scale;
    }
    return nullptr;
}

bool is_number(char c) { return is_ascii_digit(c) || c == ',' || c == '.'; }

/// What the writer's habits are.
struct Habits {
    std::array<std::string_view, kLargest / 4 + 1> signs{"", "만", "억", "조", "경", "해"};  ///< by groups of four digits
    std::string_view gap;        ///< between two groups: "1조 2,345억"
    std::string_view sign_gap;   ///< between digits and their scale sign
    bool thousands = false;      ///< 천 is written: "5천640억"
    bool hundreds = false;       ///< 백 is written
    bool commas = false;
    int decimal_scale = -1;      ///< exponent of the scale sign behind digits with a point: 12 in "6.6조"
    std::size_t decimals = 0;
};

Habits habits_of(std::string_view written) {
    Habits out;
    std::size_t run = 0;  // where the digits before the next scale sign start
    std::size_t end = 0;  // where whatever was read last ends
    bool after_large = false, after_digits = false;
    for (std::size_t at = 0; at < written.size();) {
        if (is_number(written[at])) {
            if (after_large && at > end) out.gap = written.substr(end, at - end);
            run = at;
            while (at < written.size() && is_number(written[at])) ++at;
            const std::string_view digits = written.substr(run, at - run);
            out.commas = out.commas || digits.find(',') != std::string_view::npos;
            out.decimals = std::max(out.decimals, decimals_of(digits));
            after_digits = true;
            after_large = false;
            end = at;
            continue;
        }
        if (const ScaleSign* scale = scale_at(written, at)) {
            if (after_digits && at > end) out.sign_gap = written.substr(end, at - end);
            if (after_digits && out.decimals > 0 && out.decimal_scale < 0) out.decimal_scale = scale->exponent;
            if (scale->exponent == 2) out.hundreds = true;
            if (scale->exponent == 3) out.thousands = true;
            after_large = scale->exponent >= 4;
            if (after_large) out.signs[static_cast<std::size_t>(scale->exponent / 4)] = scale->form;
            after_digits = false;
            at += scale->form.size();
            end = at;
            continue;
        }
        at += code_point_at(written, at).length;
    }
    return out;
}

/// Up to four digits (more only before the largest sign) without leading zeros.
std::string write_group(const std::string& digits, const Habits& habits) {
    const bool even_hundreds = digits.size() >= 3 && digits.compare(digits.size() - 2, 2, "00") == 0;
    if (habits.thousands && digits.size() == 4) {
        const std::string rest = digits.substr(std::min(digits.find_first_not_of('0', 1), digits.size()));
        return digits.substr(0, 1) + "천" + (rest.empty() ? rest : write_group(rest, habits));
    }
    if (habits.hundreds && even_hundreds && digits.size() == 3) return digits.substr(0, 1) + "백";
    return habits.commas ? group_thousands(digits) : digits;
}

std::string write_groups(const Rational& value, const Habits& habits) {
    const std::string text = value.to_decimal();
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string out;
    for (int group = kLargest / 4; group >= 0; --group) {
        const std::size_t low = static_cast<std::size_t>(group) * 4;
        if (point <= low) continue;
        const std::size_t begin = group == kLargest / 4 || point < low + 4 ? 0 : point - low - 4;
        std::string digits = text.substr(begin, point - low - begin);
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        const bool fraction = group == 0 && point < text.size();
        if (digits.empty() && !fraction) continue;
        if (!out.empty()) out += habits.gap;
        out += digits.empty() ? "0" : write_group(digits, habits);
        if (fraction) out += text.substr(point);
        if (group > 0) (out += habits.sign_gap) += habits.signs[static_cast<std::size_t>(group)];
    }
    return out.empty() ? "0" : out;
}

}  // namespace

bool has_korean_scale(std::string_view written) {
    for (std::size_t at = 0; at < written.size(); at += code_point_at(written, at).length) {
        if (scale_at(written, at)) return true;
    }
    return false;
}

std::string write_korean(std::string_view written, const Rational& value) {
    const Habits habits = habits_of(written);
    int scale = habits.decimal_scale;
    if (scale < 4 || value.is_zero()) return write_groups(value, habits);
    const Rational step = 10'000;
    Rational mantissa = value / Rational::power_of_ten(scale);
    for (; mantissa >= step && scale < kLargest; scale += 4) mantissa /= step;
    for (; mantissa < 1 && scale > 0; scale -= 4) mantissa *= step;
    // A long tail of decimals is what the smaller scale words are for: "1조2345억", not "1.2345조".
    std::string text = mantissa.to_decimal();
    if (scale == 0 || decimals_of(text) > std::max<std::size_t>(habits.decimals, 2)) return write_groups(value, habits);
    if (habits.commas) text = group_thousands(std::move(text));
    (text += habits.sign_gap) += habits.signs[static_cast<std::size_t>(scale / 4)];
    return text;
}

}  // namespace tieout::style
