#pragma once

#include <vector>

#include "base/position.hpp"
#include "model/document.hpp"

namespace tieout {

/// Where a range of a draft's text stands in the source as it was given: what every output that names places needs.
struct Place {
    Span bytes;
    Position begin;
    Position end;  ///< just behind the range
};

/// Turns ranges of one draft's text into places. Made once a report.
class Places {
public:
    explicit Places(const Document& document) : document_(document), index_(document.source_text()) {}

    Place of(Span text) const {
        const Span bytes = document_.offsets.to_source(text);
        return {bytes, index_.at(document_.in_source_text(bytes.begin)), index_.at(document_.in_source_text(bytes.end))};
    }

private:
    const Document& document_;
    PositionIndex index_;
};

/// Where the lines of a source begin, for outputs whose columns are bytes. Lines are those of PositionIndex.
class LineStarts {
public:
    explicit LineStarts(std::string_view source) {
        for (std::size_t at = 0; at < source.size(); ++at) {
            const bool ends = source[at] == '\n' || (source[at] == '\r' && (at + 1 == source.size() || source[at + 1] != '\n'));
            if (ends) starts_.push_back(static_cast<std::uint32_t>(at + 1));
        }
    }

    /// The column, from 1, of a byte that stands in `line`.
    std::uint32_t column(std::uint32_t line, std::uint32_t offset) const { return offset - starts_[line - 1] + 1; }

private:
    std::vector<std::uint32_t> starts_ = {0};
};

}  // namespace tieout
