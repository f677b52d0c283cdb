#include "reader/news_text.hpp"

#include <algorithm>
#include <utility>

namespace tieout {

namespace {
constexpr std::string_view kSpaces = " \t\r\n";

bool is_blank(std::string_view text) {
    return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

void put_space(Span written, TextBuilder& out) {
    if (out.last() == ' ' || out.last() == '\n') return;
    written.empty() ? out.put(' ') : out.fold(written.begin, written.end, " ");
}

/// The bytes of a piece with one space for every run of them.
void copy_collapsed(std::string_view text, std::uint32_t begin, TextBuilder& out) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find_first_of(kSpaces, at), text.size());
        out.copy(begin + at, begin + space);
        at = std::min(text.find_first_not_of(kSpaces, space), text.size());
        if (at > space) put_space({begin + static_cast<std::uint32_t>(space), begin + static_cast<std::uint32_t>(at)}, out);
    }
}
}  // namespace

void NewsText::text(std::string_view text, Span written) {
    pieces_.push_back({written, written.of(xml_) == text ? std::string() : std::string(text)});
}

void NewsText::end(const Ending& ending) {
    const std::size_t begin = blocks_.empty() ? 0 : blocks_.back().end;
    const bool blank = std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(begin), pieces_.end(),
                                   [&](const Piece& piece) { return is_blank(said(piece)); });
    const bool another_spare = ending.role == Role::spare_headline && std::exchange(has_spare_, has_spare_ || !blank);
    if (blank || another_spare) return pieces_.resize(begin);
    has_headline_ = has_headline_ || ending.role == Role::headline;
    blocks_.push_back({ending, pieces_.size()});
}

void NewsText::clear() {
    *this = NewsText(xml_);
}

void NewsText::append(const Piece& piece, Space space, TextBuilder& out) const {
    const auto& [written, meaning] = piece;
    if (is_blank(said(piece))) {
        space == Space::keep && !written.empty() ? out.copy(written.begin, written.end) : put_space(written, out);
    } else if (!meaning.empty()) {
        out.fold(written.begin, written.end, meaning);
    } else if (space == Space::keep) {
        out.copy(written.begin, written.end);
    } else {
        copy_collapsed(written.of(xml_), written.begin, out);
    }
}

std::optional<Day> NewsText::finish(const Decoded& decoded, Document& document) const {
    BlockBuilder out(xml_, decoded, document);
    std::size_t at = 0;
    for (const auto& [ending, end] : blocks_) {
        const std::size_t begin = std::exchange(at, end);
        if (ending.role == Role::spare_headline && has_headline_) continue;
        for (std::size_t i = begin; i < end; ++i) append(pieces_[i], ending.space, out.text());
        ending.kind == BlockKind::table_cell ? out.end_cell(ending.cell) : out.end(ending.kind);
    }
    out.finish();
    return out.date_line();
}

}  // namespace tieout
