#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.hpp"
#include "reader/encoding.hpp"

namespace tieout {

/// Collects Document::text from pieces of a decoded source and keeps the way back. Full-width ASCII becomes ASCII; tabs, control
/// characters, no-break, ideographic and other wide spaces become a space; zero-width characters, soft hyphens and byte order marks
/// nothing; \r\n, \r and Unicode's line separators \n. Text without any of those is copied straight, as one run.
class TextBuilder {
public:
    TextBuilder(std::string_view input, const Decoded& decoded, Document& document)
        : input_(input), decoded_(decoded), document_(document) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }
    char last() const { return document_.text.empty() ? '\n' : document_.text.back(); }

    /// The bytes [begin, end) of the decoded text.
    void copy(std::size_t begin, std::size_t end);
    /// The bytes [begin, end) stand for `meaning` (an entity), which becomes text as if it stood there itself.
    void fold(std::size_t begin, std::size_t end, std::string_view meaning);
    /// A separator that is not in the source.
    void put(char separator) { document_.text.push_back(separator); }

private:
    void copy_straight(std::size_t begin, std::size_t end);

    std::string_view input_;
    const Decoded& decoded_;
    Document& document_;
};

}  // namespace tieout
