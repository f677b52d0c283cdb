#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"

namespace tieout {

/// A place in a source as editors name it.
struct Position {
    std::uint32_t line = 1;    ///< from 1
    std::uint32_t column = 1;  ///< from 1, in code points
    std::uint32_t utf16 = 0;   ///< UTF-16 code units from the start of the source

    friend bool operator==(const Position&, const Position&) = default;
};

/// The way from a byte offset of a UTF-8 source to its Position. Lines end with \n, \r\n or a lone \r. A byte that belongs to no valid
/// sequence counts as one code point and one UTF-16 unit. Built in one pass (16 bytes for every 64 of the source); a look-up walks at
/// most 64 bytes, however long the line. The source must outlive the index and be shorter than 4 GiB.
class PositionIndex {
public:
    explicit PositionIndex(std::string_view source);

    /// Offsets inside a code point stand for its start, offsets past the end for the end.
    Position at(std::uint32_t offset) const;
    /// Where a range begins and just behind its end.
    std::pair<Position, Position> ends_of(Span span) const;
    std::uint32_t line_count() const { return line_count_; }  ///< a line end at the very end of the source starts one more line

private:
    /// What lies before a place.
    struct Count {
        std::uint32_t line = 1;
        std::uint32_t code_points = 0;
        std::uint32_t utf16 = 0;
        std::uint32_t line_start = 0;  ///< code points before the line
    };

    struct Reached {
        Count count;
        std::size_t place = 0;  ///< the code point's first byte
    };

    Reached reach(std::uint32_t offset) const;
    static Position position(const Count& count) {
        return {count.line, count.code_points - count.line_start + 1, count.utf16};
    }
    std::size_t walk(Count& count, std::size_t from, std::size_t to) const;
    bool count_step(Count& count, std::size_t from) const;
    std::size_t start_of_code_point(std::size_t at) const;

    std::string_view source_;
    std::vector<Count> checkpoints_;  ///< one every kStep bytes, counting the code points that start before it
    std::uint32_t line_count_ = 1;
};

}  // namespace tieout
