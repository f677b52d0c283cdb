#include "reader/office_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tieout {

std::int32_t count_of(std::string_view text, std::int32_t otherwise) {
    constexpr std::int32_t kMost = 20000;  // columns of the widest spreadsheets
    std::int32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 0, kMost);
}

void OfficeText::end_paragraph() {
    if (open_.empty()) return;
    Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    paragraph.text.insert(0, std::exchange(carried_, {}));
    if (paragraph.joins) {
        carried_ = std::move(paragraph.text);
        return;
    }
    if (paragraph.text.find_first_not_of(" \n") == std::string::npos) return;
    if (table_depth_ > 0) {
        paragraph.kind = BlockKind::table_cell;
        paragraph.cell = cell_;
    }
    done_.push_back(std::move(paragraph));
}

void OfficeText::begin_table() {
    if (table_depth_++ > 0) return;
    ++cell_.table;
    cell_.row = -1;
}

void OfficeText::begin_row() {
    if (table_depth_ != 1) return;
    ++cell_.row;
    next_column_ = 0;
}

void OfficeText::begin_cell() {
    if (table_depth_ != 1) return;
    cell_.column = next_column_++;
    cell_begin_ = done_.size();
}

void OfficeText::span_columns(std::string_view count) {
    if (table_depth_ == 1) next_column_ = cell_.column + std::max(count_of(count, 1), 1);
}

void OfficeText::skip_columns(std::string_view count) {
    if (table_depth_ == 1) next_column_ += count_of(count, 1);
}

void OfficeText::place_cell(std::string_view row, std::string_view column) {
    if (table_depth_ != 1) return;
    cell_.row = count_of(row, cell_.row);
    cell_.column = count_of(column, cell_.column);
    for (std::size_t i = cell_begin_; i < done_.size(); ++i) {
        if (done_[i].kind == BlockKind::table_cell && done_[i].cell.table == cell_.table) done_[i].cell = cell_;
    }
}

std::optional<Day> OfficeText::finish(Document& document) {
    if (!carried_.empty()) {
        begin_paragraph();
        end_paragraph();
    }
    std::string& source = document.source;
    source.clear();
    for (const Paragraph& paragraph : done_) source.append(paragraph.text).push_back('\n');
    Decoded decoded;
    decoded.offsets.add(0, 0, static_cast<std::uint32_t>(source.size()));
    BlockBuilder blocks(source, decoded, document);
    std::size_t at = 0;
    for (const Paragraph& paragraph : done_) {
        blocks.text().copy(at, at + paragraph.text.size());
        at += paragraph.text.size() + 1;
        paragraph.kind == BlockKind::table_cell ? blocks.end_cell(paragraph.cell) : blocks.end(paragraph.kind);
    }
    blocks.finish();
    document.notes.push_back(ReadingNote::extracted_text);
    return blocks.date_line();
}

}  // namespace tieout
