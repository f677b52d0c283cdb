#pragma once

#include <algorithm>
#include <vector>

#include "base/position.hpp"
#include "model/document.hpp"

namespace tieout {

/// Where a range of a draft's text stands in the source as it was given: what every output that names places needs.
struct Place {
    Span bytes;
    Span counted;  ///< the same in Places::text()
    Position begin;
    Position end;  ///< just behind the range
};

/// Turns ranges of one draft's text into places. Made once a report.
class Places {
public:
    explicit Places(const Document& document) : document_(document), index_(text()) {}

    /// What lines and columns are counted in: the source as UTF-8; for one of several drafts in a file its line of the file.
    std::string_view text() const {
        return document_.enclosure ? std::string_view(document_.enclosure->line) : document_.source_text();
    }

    Place of(Span span) const {
        const Span bytes = document_.offsets.to_source(span);
        if (document_.enclosure) return in_file(document_.enclosure->offsets.to_source(bytes), *document_.enclosure);
        const Span counted{document_.in_source_text(bytes.begin), document_.in_source_text(bytes.end)};
        const auto [begin, end] = index_.ends_of(counted);
        return {bytes, counted, begin, end};
    }

private:
    Place in_file(Span counted, const Enclosure& enclosure) const {
        const auto shifted = [&](Position at) {
            return Position{at.line - 1 + enclosure.line_number, at.column, at.utf16 + enclosure.utf16};
        };
        return {{counted.begin + enclosure.byte, counted.end + enclosure.byte},
                counted,
                shifted(index_.at(counted.begin)),
                shifted(index_.at(counted.end))};
    }

    const Document& document_;
    PositionIndex index_;
};

/// Where the lines of a text begin, for outputs whose columns are bytes. Lines are those of PositionIndex.
class LineStarts {
public:
    explicit LineStarts(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool ends = text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
            if (ends) starts_.push_back(static_cast<std::uint32_t>(at + 1));
        }
    }

    /// The column of a byte, from 1.
    std::uint32_t column(std::uint32_t offset) const {
        return offset - *std::prev(std::upper_bound(starts_.begin(), starts_.end(), offset)) + 1;
    }

private:
    std::vector<std::uint32_t> starts_ = {0};
};

}  // namespace tieout
