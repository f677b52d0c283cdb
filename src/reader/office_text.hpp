#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "reader/block_builder.hpp"

namespace tieout {

/// Gathers the paragraphs of a zipped document while its XML is walked: paragraphs may stand inside others (footnotes, text
/// boxes), then the inner one comes first, and tables inside cells are part of the cell. What is gathered becomes the
/// document's source, a paragraph a line.
class OfficeText {
public:
    void begin_paragraph(BlockKind kind = BlockKind::paragraph) { open_.push_back({kind, {}, false}); }
    /// What the paragraph that is open turns out to be, besides what a table or a list around it says.
    void set_kind(BlockKind kind) {
        if (!open_.empty()) open_.back().kind = kind;
    }
    /// The paragraph goes on in the next one: its end was deleted.
    void join_next() {
        if (!open_.empty()) open_.back().joins = true;
    }
    /// A comment of the word processor's at this place. One that silences findings becomes a comment on the paragraph's line.
    void comment(std::string_view text);
    void text(std::string_view text) {
        if (!open_.empty()) open_.back().text += text;
    }
    char last() const { return open_.empty() || open_.back().text.empty() ? '\n' : open_.back().text.back(); }
    bool in_paragraph() const { return !open_.empty(); }
    void end_paragraph();

    void begin_table();
    void end_table() { --table_depth_; }
    void begin_row();
    void begin_cell();
    /// The columns the cell takes, told inside it or at its end.
    void span_columns(std::string_view count);
    /// Where the cell stands, where the format says so: for all its paragraphs.
    void place_cell(std::string_view row, std::string_view column);
    /// Cells that are covered by others or repeat an empty one.
    void skip_columns(std::string_view count);

    /// Makes text, blocks and offsets of the document; what a date line said.
    std::optional<Day> finish(Document& document);

private:
    struct Paragraph {
        BlockKind kind = BlockKind::paragraph;
        std::string text;
        bool joins = false;
        std::string comments{};
        Cell cell{};
    };

    std::vector<Paragraph> open_, done_;
    Paragraph carried_;  ///< what a paragraph whose end was deleted leaves to the next
    int table_depth_ = 0;
    Cell cell_{-1, -1, -1};
    std::int32_t next_column_ = 0;
    std::size_t cell_begin_ = 0;  ///< in done_
};

/// A number of columns or a place that a document states, within reason.
std::int32_t count_of(std::string_view text, std::int32_t otherwise);

}  // namespace tieout
