#include "server/text_document.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout::server {
namespace {

std::uint32_t units(CodePoint c, Encoding encoding) {
    if (encoding == Encoding::utf8) return c.length;
    return c.value >= 0x10000 ? 2 : 1;
}

}  // namespace

TextDocument::TextDocument(std::string text, Encoding encoding) : text_(std::move(text)), encoding_(encoding) {
    find_lines();
}

void TextDocument::find_lines() {
    starts_ = {0};
    for (std::size_t at = 0; at < text_.size(); ++at) {
        const bool ends = text_[at] == '\n' || (text_[at] == '\r' && (at + 1 == text_.size() || text_[at + 1] != '\n'));
        if (ends) starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

std::uint32_t TextDocument::line_end(std::uint32_t line) const {
    if (line + 1 >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
    std::uint32_t end = starts_[line + 1] - 1;
    if (end > starts_[line] && text_[end] == '\n' && text_[end - 1] == '\r') --end;
    return end;
}

std::uint32_t TextDocument::offset(TextPosition position) const {
    if (position.line >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
    std::uint32_t at = starts_[position.line];
    const std::uint32_t end = line_end(position.line);
    std::uint32_t left = position.character;
    while (at < end) {
        const CodePoint c = code_point_at(text_, at);
        const std::uint32_t width = units(c, encoding_);
        if (left < width) break;
        left -= width;
        at += c.length;
    }
    return at;
}

TextPosition TextDocument::position(std::uint32_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    TextPosition out;
    out.line = static_cast<std::uint32_t>(after - starts_.begin()) - 1;
    const auto end = std::min<std::size_t>(offset, text_.size());
    for (std::size_t at = starts_[out.line]; at < end;) {
        const CodePoint c = code_point_at(text_, at);
        if (at + c.length > end) break;
        out.character += units(c, encoding_);
        at += c.length;
    }
    return out;
}

void TextDocument::replace(TextRange range, std::string_view with) {
    const std::uint32_t begin = offset(range.start);
    const std::uint32_t end = std::max(begin, offset(range.end));
    text_.replace(begin, end - begin, with);
    find_lines();
}

}  // namespace tieout::server
