#include "catch.hpp"
#include "model/document.hpp"

using tieout::OffsetMap;
using tieout::Span;

TEST_CASE("Offsets lead back through copies, folded characters and separators") {
    // Source "##３조원" and a full stop from elsewhere: text "3조원\n."
    OffsetMap map;
    map.add_folded(0, 1, 2, 3);
    map.add(1, 5, 6);
    map.add(8, 40, 1);
    CHECK(map.to_source(0) == 2);
    CHECK(map.to_source(1) == 5);
    CHECK(map.to_source(7) == 11);  // the separator: the end of what is before it
    CHECK(map.to_source(8) == 40);
    CHECK(map.to_source(Span{0, 1}) == Span{2, 5});
    CHECK(map.to_source(Span{0, 7}) == Span{2, 11});
    CHECK(map.to_source(Span{0, 9}) == Span{2, 41});
    CHECK(map.to_source(Span{1, 1}) == Span{5, 5});
}

TEST_CASE("Neighbours of the same kind share a run") {
    OffsetMap map;
    for (std::uint32_t i = 0; i < 1000; ++i) map.add_folded(i * 3, 3, i * 2, 2);
    for (std::uint32_t i = 0; i < 1000; ++i) map.add(3000 + i, 2000 + i, 1);
    CHECK(map.run_count() == 2);
    CHECK(map.to_source(Span{300, 306}) == Span{200, 204});
    OffsetMap whole;
    whole.add_through(map, 0, 2997, 5);
    CHECK(whole.to_source(Span{0, 5}) == Span{1998, 2002});
}

TEST_CASE("The way back through an encoding") {
    // "1조2" in CP949 behind two bytes of a mark: bytes 2, 3-4, 5.
    OffsetMap map;
    map.add(0, 2, 1);
    map.add_folded(1, 3, 3, 2);
    map.add(4, 5, 1);
    CHECK(map.to_text(0) == 0);
    CHECK(map.to_text(2) == 0);
    CHECK(map.to_text(3) == 1);
    CHECK(map.to_text(4) == 1);
    CHECK(map.to_text(5) == 4);
    CHECK(map.to_text(6) == 5);
    CHECK(map.to_text(99) == 5);
}
