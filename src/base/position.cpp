#include "base/position.hpp"

#include <algorithm>
#include <cstring>

#include "base/utf8.hpp"

namespace tieout {

namespace {
constexpr std::size_t kStep = 64;

bool is_continuation(char c) { return (static_cast<std::uint8_t>(c) & 0xC0) == 0x80; }
}  // namespace

PositionIndex::PositionIndex(std::string_view source) : source_(source) {
    checkpoints_.reserve(source.size() / kStep + 1);
    const std::size_t valid = valid_utf8_prefix(source);
    Count count;
    std::size_t at = 0;
    for (std::size_t begin = 0; begin + kStep <= source.size(); begin += kStep) {
        checkpoints_.push_back(count);
        if (begin + kStep <= valid && count_step(count, begin)) {
            at = begin + kStep;
            while (at < valid && is_continuation(source[at])) ++at;
        } else {
            at = walk(count, at, begin + kStep);
        }
    }
    checkpoints_.push_back(count);
    walk(count, at, source.size());
    line_count_ = count.line;
}

/// Counts the code points that start in [from, to) and tells where the next one starts.
std::size_t PositionIndex::walk(Count& count, std::size_t from, std::size_t to) const {
    Count now = count;
    std::size_t at = from;
    while (at < to) {
        const auto byte = static_cast<std::uint8_t>(source_[at]);
        ++now.code_points;
        if (byte >= 0x80) {
            const std::size_t length = code_point_at(source_, at).length;
            now.utf16 += length == 4 ? 2 : 1;
            at += length;
            continue;
        }
        ++now.utf16;
        ++at;
        if (byte == '\n' || (byte == '\r' && (at == source_.size() || source_[at] != '\n'))) {
            ++now.line;
            now.line_start = now.code_points;
        }
    }
    count = now;
    return at;
}

/// Counts the code points that start in a step of valid UTF-8 at once, unless it has carriage returns. The loops are so simple that the
/// compiler vectorizes them.
bool PositionIndex::count_step(Count& count, std::size_t from) const {
    const char* bytes = source_.data() + from;
    std::uint8_t starts = 0, pairs = 0, returns = 0, line_ends = 0;
    for (std::size_t i = 0; i < kStep; ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        starts = static_cast<std::uint8_t>(starts + ((byte & 0xC0) != 0x80));
        pairs = static_cast<std::uint8_t>(pairs + (byte >= 0xF0));
        returns = static_cast<std::uint8_t>(returns | (byte == '\r'));
        line_ends = static_cast<std::uint8_t>(line_ends + (byte == '\n'));
    }
    if (returns) return false;
    if (line_ends > 0) {
        std::size_t last = kStep;
        while (bytes[last - 1] != '\n') --last;
        std::uint32_t behind = 0;
        for (std::size_t i = last; i < kStep; ++i) behind += !is_continuation(bytes[i]);
        count.line += line_ends;
        count.line_start = count.code_points + starts - behind;
    }
    count.code_points += starts;
    count.utf16 += starts + pairs;
    return true;
}

/// The byte at `at` is inside a code point that starts up to three bytes earlier, or starts one itself. The first byte of a valid
/// sequence is never inside another one, so looking back needs no context.
std::size_t PositionIndex::start_of_code_point(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        if (code_point_at(source_, at - back).length > back) return at - back;
    }
    return at;
}

PositionIndex::Reached PositionIndex::reach(std::uint32_t offset) const {
    std::size_t place = std::min<std::size_t>(offset, source_.size());
    if (place < source_.size()) place = start_of_code_point(place);
    const std::size_t step = place / kStep;
    Count count = checkpoints_[step];
    std::size_t from = step * kStep;
    // A code point across the checkpoint has been counted before it.
    if (from < place) {
        const std::size_t start = start_of_code_point(from);
        if (start < from) from = start + code_point_at(source_, start).length;
        walk(count, from, place);
    }
    return {count, place};
}

Position PositionIndex::at(std::uint32_t offset) const {
    return position(reach(offset).count);
}

std::pair<Position, Position> PositionIndex::ends_of(Span span) const {
    const Reached begin = reach(span.begin);
    // What is short is walked on from its beginning.
    if (span.end < begin.place || span.end - begin.place > kStep || span.end >= source_.size())
        return {position(begin.count), at(span.end)};
    Count count = begin.count;
    walk(count, begin.place, start_of_code_point(span.end));
    return {position(begin.count), position(count)};
}

}  // namespace tieout
