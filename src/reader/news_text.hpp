#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reader/block_builder.hpp"

namespace tieout {

/// Gathers the blocks of a news item while its XML is walked. They become text at the end, when it is known which of its
/// headlines is the article's: one in the article, else the item's own, which is told before.
class NewsText {
public:
    /// Spaces and line ends of a text: one space each run of them, or as they stand.
    enum class Space : std::uint8_t { collapse, keep };
    enum class Role : std::uint8_t { body, headline, spare_headline };
    struct Ending {
        BlockKind kind = BlockKind::paragraph;
        Role role = Role::body;
        Space space = Space::collapse;
        Cell cell{};
    };

    explicit NewsText(std::string_view xml) : xml_(xml) {}

    /// A piece of text, and the bytes of the XML that it was written with.
    void text(std::string_view text, Span written);
    /// The line ends and the block goes on.
    void line_break() { pieces_.push_back({{}, " "}); }
    /// What was told since the last end is a block.
    void end(const Ending& ending);
    void clear();

    /// Makes text, blocks and offsets of the document; what a date line said.
    std::optional<Day> finish(const Decoded& decoded, Document& document) const;

private:
    struct Piece {
        Span written;
        std::string meaning;  ///< empty where that is what is written
    };
    struct Gathered {
        Ending ending;
        std::size_t end = 0;  ///< its pieces end before
    };

    std::string_view said(const Piece& piece) const { return piece.meaning.empty() ? piece.written.of(xml_) : piece.meaning; }
    void append(const Piece& piece, Space space, TextBuilder& out) const;

    std::string_view xml_;
    std::vector<Piece> pieces_;
    std::vector<Gathered> blocks_;
    bool has_headline_ = false, has_spare_ = false;
};

}  // namespace tieout
