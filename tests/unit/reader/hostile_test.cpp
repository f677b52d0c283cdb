// Inputs made to exhaust a reader: each must be read in time that grows with its size only.
#include <ctime>

#include "catch.hpp"
#include "reader/reader.hpp"

using namespace tieout;

namespace {
/// Bounds are for the plain build on a slow machine; the sanitizers' checks cost several times as much.
#ifdef __SANITIZE_ADDRESS__
constexpr double kPatience = 5;
#else
constexpr double kPatience = 1;
#endif

std::string repeat(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
}

/// The processor's own time, whatever else the machine does.
double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

double seconds_to_read(std::string source, const char* name) {
    ReadOptions options;
    options.name = name;
    const std::clock_t start = std::clock();
    const auto document = read_document(std::move(source), options);
    const double seconds = seconds_since(start);
    CHECK(document);
    return seconds;
}
}  // namespace

TEST_CASE("One line of 64 MB") {
    const std::size_t size = std::size_t{64} << 20;
    for (const char* piece : {"7", "가", "매출이 늘었다. ", "“", "\"", "(", ".", " ", "\n", "\xE2\x80\x8B"}) {
        CAPTURE(piece);
        CHECK(seconds_to_read(repeat(piece, size), "a.txt") < 10 * kPatience);
    }
}

TEST_CASE("Deep and broken Markdown") {
    const std::size_t size = std::size_t{1} << 20;
    for (const char* piece : {">", "[", "![", "- ", "*", "**a", "_a", "`", "`` ", "<", "<!--", "[](<", "[a](", "&", "|", "a|", "\\", "> \n",
                              "\n", "#", "1. ", "~", "[a]: b\n"}) {
        CAPTURE(piece);
        CHECK(seconds_to_read(repeat(piece, size), "a.md") < 10 * kPatience);
    }
    CHECK(seconds_to_read(std::string(10000, '>') + " 3조원", "a.md") < 1 * kPatience);
    CHECK(seconds_to_read(std::string(10000, '[') + " 3조원", "a.md") < 1 * kPatience);
    CHECK(seconds_to_read(repeat("- ", 180) + "x\n" + repeat("\n", size), "a.md") < 5 * kPatience);
    CHECK(seconds_to_read(repeat("|a", 20000) + "|\n" + repeat("|-", 20000) + "|\n" + repeat("|\n", 20000), "a.md") < 5 * kPatience);
}

TEST_CASE("Deep and broken HTML is read or refused in bounded time and memory") {
    const std::size_t size = std::size_t{1} << 18;
    int number = 0;
    for (const char* piece : {"<div>", "<b>", "<p>", "<span>", "<table>", "<table><tr><td>", "<svg><td>", "<a ", "<a b", "<!--", "<![CDATA[", "&", "&#",
                              "&amp", "</div>", "<br>", "<ul><li>", "<title>", "<script>", "<template>", "<select>", "<form><div></form>", "<i><p></i>",
                              "<div><b id=#>x</div>", "<p><font size=#>", "<html a#>", "<x a# ", "<td rowspan=9 colspan=9>", "<h1>", "&a#;", "<!-- # -->"}) {
        std::string source = "<table><tr><td colspan=1000>";
        while (source.size() < size) {
            for (const char* c = piece; *c; ++c) *c == '#' ? source += std::to_string(number++) : source += *c;
        }
        CAPTURE(piece);
        ReadOptions options;
        options.name = "a.html";
        const std::clock_t start = std::clock();
        const auto document = read_document(source, options);
        CHECK(seconds_since(start) < 5 * kPatience);
        CHECK((document || document.error().what.find("nested") != std::string::npos));
    }
}
