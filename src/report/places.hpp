#pragma once

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
    explicit Places(const Document& document) : document_(document), index_(document.source) {}

    Place of(Span text) const {
        const Span bytes = document_.offsets.to_source(text);
        return {bytes, index_.at(bytes.begin), index_.at(bytes.end)};
    }

private:
    const Document& document_;
    PositionIndex index_;
};

}  // namespace tieout
