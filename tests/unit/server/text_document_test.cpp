#include "server/text_document.hpp"

#include "catch.hpp"

using namespace tieout::server;

namespace {

std::string at(const TextDocument& text, TextPosition position) {
    return text.text().substr(text.offset(position));
}

}  // namespace

// 😀 is two UTF-16 units and four bytes, 한 one unit and three bytes: RFC 3629 and the protocol's section on position encodings.
TEST_CASE("positions count UTF-16 units or bytes", "[server]") {
    const TextDocument wide("a😀한b\n둘", Encoding::utf16);
    CHECK(at(wide, {0, 0}) == "a😀한b\n둘");
    CHECK(at(wide, {0, 1}) == "😀한b\n둘");
    CHECK(at(wide, {0, 2}) == "😀한b\n둘");  // inside the pair
    CHECK(at(wide, {0, 3}) == "한b\n둘");
    CHECK(at(wide, {0, 4}) == "b\n둘");
    CHECK(at(wide, {1, 1}) == "");
    const TextDocument bytes("a😀한b\n둘", Encoding::utf8);
    CHECK(at(bytes, {0, 1}) == "😀한b\n둘");
    CHECK(at(bytes, {0, 3}) == "😀한b\n둘");  // inside the character
    CHECK(at(bytes, {0, 5}) == "한b\n둘");
    CHECK(at(bytes, {0, 8}) == "b\n둘");
    for (const TextDocument* text : {&wide, &bytes}) {
        for (const std::uint32_t offset : {0u, 1u, 5u, 8u, 9u, 10u, 13u}) CHECK(text->offset(text->position(offset)) == offset);
    }
}

TEST_CASE("positions past an end stand for the end", "[server]") {
    const TextDocument text("가나\r\n다\r라\n", Encoding::utf16);
    CHECK(at(text, {0, 99}) == "\r\n다\r라\n");
    CHECK(at(text, {1, 99}) == "\r라\n");
    CHECK(at(text, {2, 1}) == "\n");
    CHECK(at(text, {3, 0}) == "");
    CHECK(at(text, {99, 0}) == "");
    CHECK(text.position(1000).line == 3);
    CHECK(TextDocument("", Encoding::utf16).offset({5, 5}) == 0);
}

TEST_CASE("incremental changes", "[server]") {
    TextDocument text("첫 줄\n둘째 😀 줄\n", Encoding::utf16);
    text.replace({{1, 3}, {1, 5}}, "🇰🇷");
    CHECK(text.text() == "첫 줄\n둘째 🇰🇷 줄\n");
    text.replace({{0, 3}, {1, 0}}, "");
    CHECK(text.text() == "첫 줄둘째 🇰🇷 줄\n");
    text.replace({{1, 0}, {1, 0}}, "끝\n");
    CHECK(text.text() == "첫 줄둘째 🇰🇷 줄\n끝\n");
    text.replace({{0, 4}, {0, 1}}, "x");  // ends before it begins: an insertion
    CHECK(text.text() == "첫 줄둘x째 🇰🇷 줄\n끝\n");
    text.replace({{0, 0}, {99, 99}}, "새로");
    CHECK(text.text() == "새로");
}
