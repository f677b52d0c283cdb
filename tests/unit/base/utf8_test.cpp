#include "base/utf8.hpp"

#include <random>

#include "catch.hpp"

using tieout::append_utf8;
using tieout::code_point_at;
using tieout::display_width;

TEST_CASE("Every scalar value survives being written and read") {
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        if (code_point_at(text, 0).value != c || code_point_at(text, 0).length != text.size()) {
            CAPTURE(static_cast<std::uint32_t>(c));
            FAIL();
        }
    }
    std::string surrogate;
    append_utf8(surrogate, 0xD800);
    CHECK(surrogate == "\xEF\xBF\xBD");
}

TEST_CASE("The valid start of a text ends where walking meets the first broken byte") {
    std::mt19937 random(3);
    const std::string pieces[] = {"a", "가", "é", "😀", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", std::string(70, 'x')};
    const std::string broken[] = {"\xFF", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xEA\xB0", "\xC3"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t count = random() % 40; count > 0; --count) text += pieces[random() % std::size(pieces)];
        const std::size_t valid = text.size();
        if (tieout::valid_utf8_prefix(text) != valid) FAIL("valid text of " << valid << " bytes");
        const std::string& piece = broken[random() % std::size(broken)];
        text += piece;
        for (std::size_t count = random() % 40; count > 0; --count) text += "나";
        if (tieout::valid_utf8_prefix(text) != valid) FAIL("broken byte at " << valid);
    }
    SUCCEED();
}

TEST_CASE("Columns on a terminal") {
    CHECK(display_width("3조 won") == 7);
    CHECK(display_width("１２") == 4);
    CHECK(display_width("“약”") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("億円") == 4);
    CHECK(display_width("€1") == 2);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("\xFF") == 1);
}

TEST_CASE("A text is cut to the columns of a terminal") {
    CHECK(tieout::fitting("3조 won", 7) == "3조 won");
    CHECK(tieout::fitting("3조 won", 3) == "3조");
    CHECK(tieout::fitting("3조 won", 2) == "3");  // a wide letter is not halved
    CHECK(tieout::fitting("3조 won", 0).empty());
    CHECK(tieout::fitting("won", -4).empty());
}
