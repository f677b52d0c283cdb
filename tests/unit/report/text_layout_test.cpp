#include "report/text_layout.hpp"

#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "catch.hpp"

using namespace tieout;

namespace {

std::vector<std::string> lines(std::string_view text, int width) {
    std::vector<std::string> out;
    for (const Span line : wrap(text, width)) out.emplace_back(line.of(text));
    return out;
}

Span find(std::string_view text, std::string_view part) {
    const auto at = static_cast<std::uint32_t>(text.find(part));
    return {at, at + static_cast<std::uint32_t>(part.size())};
}

std::string marked(std::string_view text, const std::vector<Span>& marks, int width) {
    std::string out;
    append_marked(out, text, {0, static_cast<std::uint32_t>(text.size())}, marks, "7", width, "", Palette::plain());
    return out;
}

}  // namespace

TEST_CASE("text wraps at spaces, counting two columns for Hangul") {
    using Lines = std::vector<std::string>;
    CHECK(lines("", 10) == Lines{""});
    CHECK(lines("one two three", 7) == Lines{"one two", "three"});
    CHECK(lines("one two three", 8) == Lines{"one two", "three"});
    CHECK(lines("매출이 크게 늘었다", 11) == Lines{"매출이 크게", "늘었다"});
    CHECK(lines("매출이 크게 늘었다", 10) == Lines{"매출이", "크게", "늘었다"});
    CHECK(lines("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(lines("매출이익률", 5) == Lines{"매출", "이익", "률"});
    CHECK(lines("ab cdefghij k", 4) == Lines{"ab", "cdef", "ghij", "k"});
}

TEST_CASE("no line is wider than asked, whatever the text") {
    const std::string text =
        "매출 100억원, sales of $7.5 million; 영업이익은(연결기준) 12억3000만원이다 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    for (int width = 2; width < 60; ++width) {
        for (const Span line : wrap(text, width)) CHECK(display_width(line.of(text)) <= width);
    }
}

TEST_CASE("carets line up under Hangul, which is two columns wide") {
    const std::string text = "올해 매출은 120억원으로 지난해 90억원보다 늘었다.";
    CHECK(marked(text, {find(text, "120억원"), find(text, "90억원")}, 80) ==
          "  7 | 올해 매출은 120억원으로 지난해 90억원보다 늘었다.\n"
          "    |             ^^^^^^^            ^^^^^^\n");
}

TEST_CASE("wrapping keeps carets under their figures, also where a figure is broken in two") {
    const std::string text = "aaaa bbbb cccc 12 345 dddd eeee ffff";
    CHECK(marked(text, {find(text, "12 345")}, 26) ==
          "  7 | aaaa bbbb cccc 12\n"
          "    |                ^^\n"
          "    | 345 dddd eeee ffff\n"
          "    | ^^^\n");
}

TEST_CASE("what is far from every mark is left out") {
    const std::string text = std::string(2000, 'x') + " 12억 " + std::string(2000, 'y') + " 34억 " + std::string(100, 'z');
    const std::string out = marked(text, {find(text, "12억"), find(text, "34억")}, 10000);
    CHECK(out.find("| … xxx") != std::string::npos);
    CHECK(out.find("yyy … yyy") != std::string::npos);
    CHECK(out.find("zzz\n") != std::string::npos);
    CHECK(out.size() < 4000);
}

TEST_CASE("nothing in a draft reaches the terminal as a control character") {
    CHECK(safe("a\x1b[31mb\r\nc\td") == "a\xEF\xBF\xBD[31mb  c d");
    CHECK(safe("\xE2\x80\xAE"
               "12") ==
          "\xEF\xBF\xBD"
          "12");  // right-to-left override
    CHECK(safe("\xFF") == "\xEF\xBF\xBD");
    CHECK(safe("\x7F\xC2\x9B") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}
