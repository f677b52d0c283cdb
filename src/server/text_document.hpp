#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace tieout::server {

/// How client and server count the characters of a line.
enum class Encoding : std::uint8_t { utf16, utf8 };

/// A place as the protocol names it: both from 0, the character in units of the encoding.
struct TextPosition {
    std::uint32_t line = 0;
    std::uint32_t character = 0;
};

struct TextRange {
    TextPosition start;
    TextPosition end;
};

/// The text of a document that is open in the editor, with the way between its bytes and the protocol's positions. Lines end
/// with \n, \r\n or \r. A position past the end of its line stands for that end, one past the last line for the end of the
/// text, and one inside a character for its start.
class TextDocument {
public:
    TextDocument(std::string text, Encoding encoding);

    const std::string& text() const { return text_; }
    std::uint32_t offset(TextPosition position) const;
    TextPosition position(std::uint32_t offset) const;
    TextRange range(Span bytes) const { return {position(bytes.begin), position(bytes.end)}; }

    std::uint32_t line_begin(std::uint32_t line) const { return starts_[line]; }
    std::uint32_t line_end(std::uint32_t line) const;  ///< before the line's end signs

    void replace(TextRange range, std::string_view with);

private:
    void find_lines();

    std::string text_;
    Encoding encoding_;
    std::vector<std::uint32_t> starts_;
};

}  // namespace tieout::server
