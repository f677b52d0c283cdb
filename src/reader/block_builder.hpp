#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/document.hpp"
#include "reader/layout.hpp"
#include "reader/text_builder.hpp"

namespace tieout {

/// Where a cell stands in the document's tables, each counted from 0.
struct Cell {
    std::int32_t table = 0, row = 0, column = 0;
};

/// Collects the text of one block after the other: what a reader of a format with markup calls while it walks the markup. Text
/// goes to text(); end() and end_cell() make blocks of what was collected since the last of them, and do nothing where that is
/// nothing. Whether a block is the headline hangs on whether another follows, so its lines are laid out when the next one ends.
class BlockBuilder {
public:
    BlockBuilder(std::string_view input, const Decoded& decoded, Document& document)
        : document_(document), text_(input, decoded, document), layout_(document) {}

    TextBuilder& text() { return text_; }

    void end(BlockKind kind);
    void end_cell(Cell cell);
    /// The draft is at its end. What was collected and not ended is a paragraph.
    void finish();

    /// What a date line among the first lines says.
    std::optional<Day> date_line() const { return layout_.date(); }

private:
    bool blank() const;
    void lay_out_last(bool more_follows);
    void part();

    Document& document_;
    TextBuilder text_;
    Layout layout_;
    std::uint32_t collected_ = 0;  ///< where the text begins that was not ended yet
    Span last_;                    ///< ended and still to be laid out; empty where there is none
    BlockKind last_kind_ = BlockKind::paragraph;
};

}  // namespace tieout
