#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "number/calendar.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

enum class BlockKind : std::uint8_t { headline, heading, paragraph, list_item, table_cell, quote, caption };

/// A piece of running text that sentences never cross.
struct Block {
    Span span;  ///< in Document::text
    BlockKind kind = BlockKind::paragraph;
    std::int32_t table = -1;   ///< for cells: which table of the document, from 0
    std::int32_t row = -1;     ///< from 0; row 0 is the head
    std::int32_t column = -1;  ///< from 0
};

struct Sentence {
    Span span;  ///< in Document::text, without surrounding space
    std::uint32_t block = 0;
};

/// The way from a byte of Document::text back to the byte of the source it came from. Runs are copied straight; a byte between
/// runs (a separator the reader put in) maps to the end of the run before it.
class OffsetMap {
public:
    /// Text from `text_begin` on was copied from `source_begin` on. Calls must come in ascending order of `text_begin`.
    /// `scale`: source bytes per text byte, above 1 where the reader folded a character (full-width digits).
    void add(std::uint32_t text_begin, std::uint32_t source_begin, std::uint32_t length);
    /// A folded character: `text_length` bytes stand for `source_length` bytes of the source.
    void add_folded(std::uint32_t text_begin, std::uint32_t text_length, std::uint32_t source_begin, std::uint32_t source_length);

    std::uint32_t to_source(std::uint32_t text_offset) const;
    /// The source range a text range came from: its first byte's place to its last byte's end.
    Span to_source(Span span) const;

private:
    struct Run {
        std::uint32_t text, source, text_length, source_length;
    };
    std::vector<Run> runs_;
};

enum class DateSource : std::uint8_t { option, metadata, date_line, today };

/// A draft as running text: what every stage after the readers works on.
struct Document {
    std::string name;    ///< path, or the id that batch was given
    std::string source;  ///< the input's bytes as given
    std::string text;    ///< UTF-8, full-width ASCII folded, blocks parted by '\n'
    std::vector<Block> blocks;         ///< in order, not overlapping
    std::vector<Sentence> sentences;   ///< in order
    OffsetMap offsets;
    Language language = Language::ko;
    Day date{};
    DateSource date_source = DateSource::today;
};

}  // namespace tieout
