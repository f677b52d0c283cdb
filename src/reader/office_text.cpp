#include "reader/office_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "reader/directives.hpp"

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
    const Paragraph before = std::exchange(carried_, {});
    paragraph.text.insert(0, before.text);
    paragraph.comments.insert(0, before.comments);
    if (paragraph.joins) {
        carried_ = std::move(paragraph);
        return;
    }
    if (paragraph.text.find_first_not_of(" \n") == std::string::npos && paragraph.comments.empty()) return;
    if (table_depth_ > 0) {
        paragraph.kind = BlockKind::table_cell;
        paragraph.cell = cell_;
    }
    done_.push_back(std::move(paragraph));
}

void OfficeText::comment(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (open_.empty() || text.substr(0, 7) != "tieout-" || text.find("-->") != std::string_view::npos) return;
    std::string& comments = open_.back().comments;
    comments.append(" <!-- ").append(text.substr(0, text.find_last_not_of(" \t\r\n") + 1)).append(" -->");
    std::replace(comments.begin(), comments.end(), '\n', ' ');
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
    if (!carried_.text.empty() || !carried_.comments.empty()) {
        begin_paragraph();
        end_paragraph();
    }
    std::string& source = document.source;
    source.clear();
    for (const Paragraph& paragraph : done_) source.append(paragraph.text).append(paragraph.comments).push_back('\n');
    std::string blanked;
    const std::string_view input = without_directives(source, blanked);
    Decoded decoded;
    decoded.offsets.add(0, 0, static_cast<std::uint32_t>(source.size()));
    BlockBuilder blocks(input, decoded, document);
    std::size_t at = 0;
    for (const Paragraph& paragraph : done_) {
        blocks.text().copy(at, at + paragraph.text.size());
        at += paragraph.text.size() + paragraph.comments.size() + 1;
        paragraph.kind == BlockKind::table_cell ? blocks.end_cell(paragraph.cell) : blocks.end(paragraph.kind);
    }
    blocks.finish();
    document.notes.push_back(ReadingNote::extracted_text);
    return blocks.date_line();
}

}  // namespace tieout
