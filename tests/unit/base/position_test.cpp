#include "base/position.hpp"

#include <chrono>
#include <random>
#include <string>

#include "base/utf8.hpp"
#include "catch.hpp"

using tieout::Position;
using tieout::PositionIndex;

namespace {
/// The same by walking from the start, one code point after the other.
Position by_walking(std::string_view text, std::size_t offset) {
    Position position;
    for (std::size_t at = 0; at < text.size();) {
        const tieout::CodePoint c = tieout::code_point_at(text, at);
        if (at + c.length > offset) break;
        at += c.length;
        position.utf16 += c.value > 0xFFFF ? 2 : 1;
        ++position.column;
        const bool lone_return = c.value == '\r' && (at == text.size() || text[at] != '\n');
        if (c.value == '\n' || lone_return) {
            ++position.line;
            position.column = 1;
        }
    }
    return position;
}
}  // namespace

TEST_CASE("An offset becomes line, column and UTF-16 offset") {
    const std::string text = "가나\nA😀b\r\n끝";
    const PositionIndex index(text);
    CHECK(index.at(0) == Position{1, 1, 0});
    CHECK(index.at(3) == Position{1, 2, 1});
    CHECK(index.at(4) == Position{1, 2, 1});  // inside 나
    CHECK(index.at(6) == Position{1, 3, 2});  // the line end itself
    CHECK(index.at(7) == Position{2, 1, 3});
    CHECK(index.at(8) == Position{2, 2, 4});   // the emoji
    CHECK(index.at(12) == Position{2, 3, 6});  // behind it: two units, one column
    CHECK(index.at(15) == Position{3, 1, 9});
    CHECK(index.at(18) == Position{3, 2, 10});
    CHECK(index.at(4000000000U) == Position{3, 2, 10});
    CHECK(index.line_count() == 3);
}

TEST_CASE("An empty source has one line") {
    const PositionIndex index("");
    CHECK(index.at(0) == Position{1, 1, 0});
    CHECK(index.line_count() == 1);
}

TEST_CASE("Every offset of any bytes agrees with walking there") {
    std::mt19937 random(7);
    const std::string pieces[] = {"a", "가", "\n", "\r\n", "\r", "😀", "\xFF", "\xEA\xB0", "\x80", "é", std::string(1, '\0'), std::string(150, 'x')};
    for (int round = 0; round < 60; ++round) {
        std::string text;
        while (text.size() < 700) text += pieces[random() % std::size(pieces)];
        const PositionIndex index(text);
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (!(index.at(static_cast<std::uint32_t>(at)) == by_walking(text, at))) {
                CAPTURE(round, at);
                REQUIRE(index.at(static_cast<std::uint32_t>(at)) == by_walking(text, at));
            }
        }
    }
    SUCCEED();
}

TEST_CASE("Look-ups on one line of 64 MB take no longer") {
    const std::string text(std::size_t{64} << 20, '7');
    const PositionIndex index(text);
    const auto start = std::chrono::steady_clock::now();
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < 10000; ++i) sum += index.at(i * 6700).column;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(sum == 10000ULL * 9999 / 2 * 6700 + 10000);
    CHECK(seconds.count() < 1.0);
}

TEST_CASE("both ends of a range are where each is alone") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += i % 7 == 0 ? "가😀\r\n" : i % 5 == 0 ? "\xFF나a\n" : i % 3 == 0 ? "é원\r" : "달러 ab";
    const PositionIndex index(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    bool same = true;
    for (std::uint32_t begin = 0; begin <= size + 2; ++begin) {
        for (std::uint32_t end = begin; end <= size + 2; ++end) {
            const auto ends = index.ends_of({begin, end});
            same = same && ends.first == index.at(begin) && ends.second == index.at(end);
        }
    }
    CHECK(same);
}
