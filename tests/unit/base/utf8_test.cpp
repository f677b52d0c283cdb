#include "base/utf8.hpp"

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
