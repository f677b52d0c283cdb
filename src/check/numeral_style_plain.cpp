#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "check/numeral_style.hpp"

namespace tieout::style {
namespace {

/// Scale words that one writer uses together, by exponent; an empty word: this writer writes such numbers out.
struct Rung {
    std::string_view word;
    int exponent;
};
using Ladder = std::array<Rung, 5>;

constexpr std::array<Ladder, 12> kLadders{{
    {{{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}, {"quadrillion", 15}}},
    {{{"k", 3}, {"m", 6}, {"bn", 9}, {"tn", 12}, {"", 15}}},
    {{{"k", 3}, {"m", 6}, {"bn", 9}, {"trn", 12}, {"", 15}}},
    {{{"k", 3}, {"mn", 6}, {"bn", 9}, {"tn", 12}, {"", 15}}},
    {{{"k", 3}, {"m", 6}, {"b", 9}, {"t", 12}, {"", 15}}},
    {{{"k", 3}, {"mln", 6}, {"bln", 9}, {"trln", 12}, {"", 15}}},
    {{{"k", 3}, {"mln", 6}, {"bln", 9}, {"tln", 12}, {"", 15}}},
    {{{"k", 3}, {"mil", 6}, {"bil", 9}, {"tril", 12}, {"", 15}}},
    {{{"k", 3}, {"mm", 6}, {"b", 9}, {"t", 12}, {"", 15}}},
    {{{"k", 3}, {"mio", 6}, {"bn", 9}, {"tn", 12}, {"", 15}}},
    {{{"", 3}, {"lakh", 5}, {"crore", 7}, {"lakh crore", 12}, {"", 15}}},
    {{{"", 3}, {"lac", 5}, {"cr", 7}, {"lakh cr", 12}, {"", 15}}},
}};
constexpr std::size_t kLetters = 4, kIndian = 10;

constexpr std::array<std::string_view, 13> kWords{"zero", "one", "two", "three", "four", "five", "six",
                                                  "seven", "eight", "nine", "ten", "eleven", "twelve"};
constexpr std::array<std::string_view, 11> kNative{"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// `word` with the capitals that `model` has: "M" and "BN" all of them, "Billion" the first.
std::string with_case(std::string_view word, std::string_view model) {
    std::string out(word);
    if (model.empty() || !is_upper(model.front()) || out.empty()) return out;
    const bool all = std::all_of(model.begin(), model.end(), [](char c) { return !is_ascii_letter(c) || is_upper(c); });
    const std::size_t count = all ? out.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        if (out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
    }
    return out;
}

/// A numeral taken apart: "9.6", " ", "billion".
struct Parts {
    std::string_view digits, gap, word;
};

Parts take_apart(std::string_view written) {
    std::size_t at = 0;
    while (at < written.size() && (is_ascii_digit(written[at]) || written[at] == '.' || written[at] == ',')) ++at;
    const std::size_t digits = at;
    while (at < written.size() && !is_ascii_letter(written[at])) ++at;
    return {written.substr(0, digits), written.substr(digits, at - digits), written.substr(at)};
}

struct Step {
    std::size_t ladder = 0, rung = 0;
};

bool find_step(std::string_view word, Step& out) {
    std::string name = lowered(word);
    if (!name.empty() && name.back() == '.') name.pop_back();
    const bool plural = name.size() > 3 && name.back() == 's';
    const bool capital = !word.empty() && is_upper(word.front());
    for (std::size_t i = 0; i < kLadders.size(); ++i) {
        // Capital letters go with capital letters ("960M", "9.6B"), small ones with "bn".
        const std::size_t ladder = capital && word.size() == 1 ? (i + kLetters) % kLadders.size() : i;
        for (std::size_t rung = 0; rung < kLadders[ladder].size(); ++rung) {
            const std::string_view entry = kLadders[ladder][rung].word;
            if (entry.empty() || (name != entry && !(plural && std::string_view(name).substr(0, name.size() - 1) == entry))) continue;
            out = {ladder, rung};
            return true;
        }
    }
    return false;
}

/// English groups thousands unless the writer was seen not to; Korean does not unless the writer was seen to.
std::string plain_digits(const Parts& parts, const Rational& value, Language language, bool keep_decimals) {
    std::string text = value.to_decimal();
    const std::size_t places = keep_decimals ? decimals_of(parts.digits) : 0;
    if (decimals_of(text) < places) text = value.to_decimal(static_cast<int>(places));
    const std::size_t whole = parts.digits.find('.') == std::string_view::npos ? parts.digits.size() : parts.digits.find('.');
    const bool commas = parts.digits.find(',') != std::string_view::npos;
    if (commas || (language == Language::en && whole < 4)) return group_thousands(std::move(text));
    return text;
}

std::string write_scaled(const Parts& parts, Step step, const Rational& value, Language language) {
    const Ladder& ladder = kLadders[step.ladder];
    const std::size_t whole = std::min(parts.digits.find('.'), parts.digits.size());
    const bool indian = step.ladder >= kIndian;
    const bool thousands = indian || step.rung == 0 || (parts.word.size() <= 2 && is_upper(parts.word.front()));
    // A writer of "1,200 million" or "0.5 million" goes on so where the scale fits the value.
    const Rational most = whole > 3 ? 1'000'000 : 1'000;
    const Rational least = parts.digits.substr(0, whole) == "0" ? Rational(1, 10) : Rational(1);

    std::size_t rung = step.rung;
    Rational mantissa = value / Rational::power_of_ten(ladder[rung].exponent);
    if (mantissa < least || mantissa >= most) {
        std::size_t best = ladder.size();
        for (std::size_t i = 0; i < ladder.size(); ++i) {
            const bool usable = !ladder[i].word.empty() && (ladder[i].exponent > 3 || thousands);
            if (usable && value >= Rational::power_of_ten(ladder[i].exponent)) best = i;
        }
        if (best == ladder.size()) return plain_digits({}, value, language, false);
        rung = best;
        mantissa = value / Rational::power_of_ten(ladder[rung].exponent);
    }
    const auto count = mantissa.to_int64();
    std::string text = parts.digits.empty() && count && *count >= 1 && *count <= 10 ? std::string(kWords[static_cast<std::size_t>(*count)])
                                                                                   : group_thousands(mantissa.to_decimal());
    text += parts.gap;
    return text + with_case(ladder[rung].word, parts.word);
}

std::string_view ordinal_ending(std::int64_t value) {
    if (value % 100 >= 11 && value % 100 <= 13) return "th";
    switch (value % 10) {
        case 1: return "st";
        case 2: return "nd";
        case 3: return "rd";
        default: return "th";
    }
}

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Shares and multiples that are one word with their unit ("절반", "doubled") need the unit written behind digits.
bool is_whole_multiple(std::string_view name) {
    constexpr std::array<std::string_view, 17> kMultiples{"절반", "갑절", "곱절", "반", "half", "double", "doubled", "doubles", "doubling",
                                                          "triple", "tripled", "triples", "tripling", "twice", "quadruple", "quadrupled", "thrice"};
    return is_among(kMultiples, name);
}

}  // namespace

std::size_t decimals_of(std::string_view digits) {
    const std::size_t point = digits.find('.');
    return point == std::string_view::npos ? 0 : digits.size() - point - 1;
}

std::string group_thousands(std::string digits) {
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string out;
    out.reserve(digits.size() + whole / 3);
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out.append(digits, whole, std::string::npos);
}

std::string write_plain(std::string_view written, const Rational& value, Language language) {
    Parts parts = take_apart(written);
    const auto count = value.to_int64();
    if (is_whole_multiple(lowered(written))) return plain_digits({}, value, language, false) + (language == Language::ko ? "배" : " times");
    if (parts.digits.empty() && is_among(kNative, written) && !written.empty()) {
        return count && *count >= 1 && *count <= 10 ? std::string(kNative[static_cast<std::size_t>(*count)]) : value.to_decimal();
    }
    if (parts.digits.empty() && is_among(kWords, lowered(written)) && count && *count < static_cast<std::int64_t>(kWords.size())) {
        return with_case(kWords[static_cast<std::size_t>(*count)], written);
    }
    if (parts.digits.empty()) {  // "a million", "twenty-five billion": the scale word is the last
        const std::size_t blank = written.find_last_of(" -");
        if (blank != std::string_view::npos) parts = {{}, written.substr(blank, 1), written.substr(blank + 1)};
    }
    Step step;
    if (find_step(parts.word, step)) return write_scaled(parts, step, value, language);
    if (parts.gap.empty() && parts.word.size() == 2 && count && !parts.digits.empty()) {
        const std::string ending = lowered(parts.word);
        if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
            return plain_digits(parts, value, language, true).append(ordinal_ending(*count));
        }
    }
    return plain_digits(parts, value, language, true);
}

}  // namespace tieout::style
