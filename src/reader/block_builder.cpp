#include "reader/block_builder.hpp"

namespace tieout {

void BlockBuilder::end(BlockKind kind) {
    if (blank()) return part();
    lay_out_last(true);
    last_ = {collected_, text_.size()};
    last_kind_ = kind;
    part();
}

void BlockBuilder::finish() {
    end(BlockKind::paragraph);
    lay_out_last(false);
}

void BlockBuilder::lay_out_last(bool more_follows) {
    if (!last_.empty()) layout_.lay_out(last_, last_kind_, more_follows);
    last_ = {};
}

void BlockBuilder::end_cell(Cell cell) {
    if (blank()) return part();
    lay_out_last(true);
    Span span{collected_, text_.size()};
    const auto is_space = [&](std::uint32_t at) { return document_.text[at] == ' ' || document_.text[at] == '\n'; };
    while (is_space(span.begin)) ++span.begin;
    while (is_space(span.end - 1)) --span.end;
    document_.blocks.push_back({span, BlockKind::table_cell, cell.table, cell.row, cell.column});
    part();
}

bool BlockBuilder::blank() const {
    return document_.text.find_first_not_of(" \n", collected_) == std::string::npos;
}

void BlockBuilder::part() {
    if (text_.size() == collected_) return;
    text_.put('\n');
    collected_ = text_.size();
}

}  // namespace tieout
