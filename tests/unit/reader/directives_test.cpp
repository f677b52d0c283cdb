#include "reader/directives.hpp"

#include "catch.hpp"

using namespace tieout;

namespace {

std::string shown(const Directive& directive, std::string_view text) {
    std::string out(directive.word.of(text));
    for (const Directive::Name& name : directive.rules) out += " " + name.id;
    return out;
}

}  // namespace

TEST_CASE("a directive is the first word of a comment", "[directives]") {
    struct Row {
        std::string text;
        std::vector<std::string> expected;
    };
    const Row rows[] = {
        {"<!-- tieout-disable-line a-b, c -- why, d -->", {"tieout-disable-line a-b c"}},
        {"<!--tieout-disable-file-->", {"tieout-disable-file"}},
        {"<!--\n tieout-disable a -->", {"tieout-disable a"}},
        {"  //tieout-disable-next-line a -- b\nc", {"tieout-disable-next-line a"}},
        {"\xEF\xBB\xBF//tieout-disable a", {"tieout-disable a"}},
        {"x //tieout-disable a", {}},
        {"tieout-disable a", {}},
        {"<!-- see tieout-disable a -->", {}},
        {"<!-- tieout-disable a", {}},
        {"<!-- tieout-disable a --> <!-- tieout-enable a -->", {"tieout-disable a", "tieout-enable a"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::vector<std::string> found;
        for (const Directive& directive : find_directives(row.text)) found.push_back(shown(directive, row.text));
        CHECK(found == row.expected);
    }
}

TEST_CASE("comments become blanks and every other byte keeps its place", "[directives]") {
    std::string buffer;
    CHECK(without_directives("가 <!-- tieout-disable x --> 나", buffer) == "가 " + std::string(25, ' ') + " 나");
    CHECK(without_directives("가\n//tieout-disable x\n나", buffer) == "가 " + std::string(18, ' ') + "\n나");
    CHECK(without_directives("가\r\n//tieout-disable x\r\n나", buffer) == "가  " + std::string(18, ' ') + "\r\n나");
    const std::string plain = "<!-- no directive -->";
    CHECK(without_directives(plain, buffer).data() == plain.data());
}
