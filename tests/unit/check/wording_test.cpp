#include "check/wording.hpp"

#include "catch.hpp"

using namespace tieout;

namespace {

/// "a=100억원;b=" gives {a} and an empty {b}; any other name is unknown.
std::string filled(std::string_view message, Language language) {
    return fill_message(message, language, [](std::string_view name) -> std::optional<std::string> {
        if (name == "won") return "100억원";
        if (name == "percent") return "25%";
        if (name == "seoul") return "서울";
        if (name == "three") return "3";
        if (name == "none") return "";
        return std::nullopt;
    });
}

}  // namespace

TEST_CASE("particles take the form that the word before them asks for") {
    // Final consonants: 원 ㄴ, 서울 ㄹ, % is read 퍼센트 (none), 3 is read 삼 (ㅁ).
    struct Row {
        std::string message, expected;
    };
    const Row rows[] = {
        {"{won}은(는)", "100억원은"},         {"{percent}은(는)", "25%는"},      {"{won}(으)로", "100억원으로"},
        {"{seoul}(으)로", "서울로"},          {"{percent}(으)로", "25%로"},      {"{three}을(를)", "3을"},
        {"{percent}(이)라고", "25%라고"},     {"{won}(이)라고", "100억원이라고"}, {"‘{won}’(이)라던", "‘100억원’이라던"},
        {"({percent})와(과) {won}와(과)", "(25%)와 100억원과"},
    };
    for (const Row& row : rows) {
        INFO(row.message);
        CHECK(filled(row.message, Language::ko) == row.expected);
    }
}

TEST_CASE("a bracketed part is left out where a name in it has nothing to give") {
    CHECK(filled("a [{won} b][{none} c] d", Language::en) == "a 100억원 b d");
    CHECK(filled("[{none}]", Language::en).empty());
    CHECK(filled("[no name] ]", Language::en) == "no name ]");
    CHECK(filled("{unknown} {", Language::en) == "{unknown} {");
    CHECK(filled("[{none} {won}]x", Language::en) == "x");
}
