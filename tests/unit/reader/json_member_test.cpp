#include "reader/json_member.hpp"

#include "catch.hpp"

using namespace tieout;

TEST_CASE("the last member of a name in the outermost object is found, and every byte of it leads back") {
    const std::string json = R"({"more": {"text": "inner"}, "text": "first", "list": ["text", "x"], "te\u0078t": "a\n\u00e9\ud83d\ude00/\"b"})";
    const auto member = json_member(json, "text");
    REQUIRE(member);
    CHECK(member->text == "a\n\u00e9\U0001F600/\"b");
    const auto written = [&](std::string_view piece) {
        const auto at = static_cast<std::uint32_t>(member->text.find(piece));
        return std::string(member->offsets.to_source({at, at + static_cast<std::uint32_t>(piece.size())}).of(json));
    };
    CHECK(written("a") == "a");
    CHECK(written("\n") == R"(\n)");
    CHECK(written("\u00e9") == R"(\u00e9)");
    CHECK(written("\U0001F600/") == R"(\ud83d\ude00/)");
    CHECK(written("\"b") == R"(\"b)");
}

TEST_CASE("values that are no strings and other names are passed over") {
    CHECK_FALSE(json_member(R"({"text": 5, "other": "text"})", "text"));
    CHECK_FALSE(json_member(R"(["text", "x"])", "text"));
    CHECK_FALSE(json_member("", "text"));
    CHECK(json_member(R"({"text": null, "text": ""})", "text")->text.empty());
}
