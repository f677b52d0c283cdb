#include <random>

#include "catch.hpp"
#include "extract/numeral.hpp"
#include "unit/extract/figure_text.hpp"

using namespace tieout;

// Numbers are written out here in every style of the two languages and must read back as the same value.

namespace {

std::vector<std::int64_t> values() {
    std::vector<std::int64_t> all = {0, 1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 999, 1000, 1001, 9999, 10000, 10001, 100000000, 1000000000000};
    std::mt19937_64 random(20230417);
    for (int digits = 1; digits <= 16; ++digits) {
        std::int64_t limit = 1;
        for (int i = 0; i < digits; ++i) limit *= 10;
        for (int i = 0; i < 60; ++i) {
            const auto value = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
            all.push_back(value);
            std::int64_t round = 1;
            while (round * 100 < value) round *= 10;
            all.push_back(value / round * round);
        }
    }
    return all;
}

std::string with_commas(std::int64_t value) {
    std::string text = std::to_string(value);
    for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, ",");
    return text;
}

constexpr const char* kLarge[] = {"", "만", "억", "조", "경"};
constexpr const char* kHanja[] = {"", "萬", "億", "兆", "경"};
constexpr const char* kSmall[] = {"", "십", "백", "천"};
constexpr const char* kDigit[] = {"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};

std::vector<int> groups_of_four(std::int64_t value) {
    std::vector<int> groups;
    for (; value > 0; value /= 10000) groups.push_back(static_cast<int>(value % 10000));
    return groups;
}

/// "2345" in words (이천삼백사십오) or mixed (2천3백4십5); 일 before 십, 백, 천 only where asked for.
std::string small_group(int group, bool mixed, bool ones) {
    std::string text;
    for (int place = 3, unit = 1000; place >= 0; --place, unit /= 10) {
        const int digit = group / unit % 10;
        if (digit == 0) continue;
        if (digit > 1 || place == 0 || ones || mixed) text += mixed ? std::to_string(digit) : kDigit[digit];
        text += kSmall[place];
    }
    return text;
}

/// Words with a blank behind each large scale word, and digits mixed with small scale words (3천5백만), as headlines have them.
enum class KoreanStyle { digits, commas, spaced, mixed, words, words_with_ones, spaced_words, hanja };

std::string korean(std::int64_t value, KoreanStyle style) {
    if (value == 0) return style < KoreanStyle::words ? "0" : "영";
    const std::vector<int> groups = groups_of_four(value);
    std::string text;
    for (std::size_t i = groups.size(); i-- > 0;) {
        if (groups[i] == 0) continue;
        const bool spaced = style == KoreanStyle::spaced && (i > 0 || groups[i] >= 100);
        if ((spaced || style == KoreanStyle::spaced_words) && !text.empty()) text += " ";
        if (style >= KoreanStyle::words && style != KoreanStyle::hanja) {
            text += small_group(groups[i], false, style == KoreanStyle::words_with_ones);
        } else if (style == KoreanStyle::mixed) {
            text += small_group(groups[i], true, true);
        } else {
            text += style == KoreanStyle::commas ? with_commas(groups[i]) : std::to_string(groups[i]);
        }
        text += style == KoreanStyle::hanja ? kHanja[i] : kLarge[i];
    }
    return text;
}

/// The same as a figure: with a unit, in a sentence, asked for as a draft's figures are.
void check_sentence(const Lexicon& lexicon, const std::string& number, std::int64_t value) {
    const std::string text = "모두 " + number + "원을 썼다";
    INFO(text);
    const auto figures = figures_of_sentence(lexicon, text);
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].span.of(text) == number + "원");
    CHECK(figures[0].kind == Kind::money);
    CHECK(figures[0].magnitude.value == Rational(value));
}

constexpr const char* kOnes[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                                 "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr const char* kTens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr const char* kThousands[] = {"", " thousand", " million", " billion", " trillion", " quadrillion"};

std::string english_group(int group, bool with_and) {
    std::string text;
    if (group >= 100) text = std::string(kOnes[group / 100]) + " hundred";
    const int rest = group % 100;
    if (rest == 0) return text;
    if (!text.empty()) text += with_and ? " and " : " ";
    if (rest < 20) return text + kOnes[rest];
    text += kTens[rest / 10];
    return rest % 10 ? text + "-" + kOnes[rest % 10] : text;
}

std::string english(std::int64_t value, bool with_and) {
    if (value == 0) return "zero";
    std::vector<int> groups;
    for (std::int64_t left = value; left > 0; left /= 1000) groups.push_back(static_cast<int>(left % 1000));
    std::string text;
    for (std::size_t i = groups.size(); i-- > 0;) {
        if (groups[i] == 0) continue;
        if (!text.empty()) text += i == 0 && groups[i] < 100 && with_and ? " and " : " ";
        text += english_group(groups[i], with_and) + kThousands[i];
    }
    return text;
}

void check(const Lexicon& lexicon, const std::string& text, std::int64_t value) {
    INFO(text);
    const auto numeral = read_numeral(lexicon, text, 0, text.size(), {false, true});
    REQUIRE(numeral);
    CHECK(numeral->end == text.size());
    CHECK(numeral->value == Rational(value));
    CHECK(numeral->step >= numeral->finest);
    CHECK((numeral->value / numeral->finest).is_integer());
}

}  // namespace

TEST_CASE("Korean numbers read back in every style") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    for (const std::int64_t value : values()) {
        check(**lexicon, with_commas(value), value);
        for (const KoreanStyle style :
             {KoreanStyle::digits, KoreanStyle::commas, KoreanStyle::spaced, KoreanStyle::mixed, KoreanStyle::words,
              KoreanStyle::words_with_ones, KoreanStyle::spaced_words, KoreanStyle::hanja})
            check(**lexicon, korean(value, style), value);
        if (value > 0 && value < 10000) check(**lexicon, small_group(static_cast<int>(value), true, true), value);
    }
}

TEST_CASE("Korean amounts read back from a sentence in every style") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    for (const std::int64_t value : values()) {
        if (value < 100) continue;  // 이원, 만원 and the like are also names
        for (const KoreanStyle style : {KoreanStyle::digits, KoreanStyle::commas, KoreanStyle::spaced, KoreanStyle::mixed,
                                        KoreanStyle::words_with_ones, KoreanStyle::spaced_words, KoreanStyle::hanja}) {
            check_sentence(**lexicon, korean(value, style), value);
        }
    }
}

TEST_CASE("Korean native numerals read back before a counter") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    constexpr const char* kNativeTens[] = {"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};
    constexpr const char* kNativeOnes[] = {"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"};
    for (int value = 1; value < 100; ++value) {
        const std::string number = std::string(value == 20 ? "스무" : kNativeTens[value / 10]) + kNativeOnes[value % 10];
        const std::string text = "모두 " + number + " 명이 왔다";
        INFO(text);
        const auto figures = figures_of_sentence(**lexicon, text);
        REQUIRE(figures.size() == 1);
        CHECK(figures[0].span.of(text) == number + " 명");
        CHECK(figures[0].magnitude.value == Rational(value));
    }
}

TEST_CASE("English numbers read back in every style") {
    const auto& lexicon = built_in_lexicon(Language::en);
    REQUIRE(lexicon.ok());
    for (const std::int64_t value : values()) {
        check(**lexicon, with_commas(value), value);
        check(**lexicon, english(value, true), value);
        check(**lexicon, english(value, false), value);
    }
}

TEST_CASE("The step is the last significant digit and the finest place is the last one written") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    struct Row {
        const char* text;
        const char* step;
        const char* finest;
    };
    for (const Row& row : {Row{"100억", "1e10", "1e8"}, Row{"6조6000억", "1e11", "1e8"}, Row{"6조6012억", "1e8", "1e8"},
                           Row{"15,000", "1000", "1"}, Row{"6.60조", "1e10", "1e10"}, Row{"3천만", "1e7", "1e7"}, Row{"2만5000", "1000", "1"}}) {
        INFO(row.text);
        const std::string_view text = row.text;
        const auto numeral = read_numeral(**lexicon, text, 0, text.size(), {});
        REQUIRE(numeral);
        CHECK(numeral->step == *Rational::parse(row.step));
        CHECK(numeral->finest == *Rational::parse(row.finest));
    }
}
