#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

/// The way from a byte of one text to the byte of the text it was made of. Runs are copied straight; a byte between runs (a
/// separator the reader put in) maps to the end of the run before it. Calls that add must come in ascending order of
/// `text_begin`.
class OffsetMap {
public:
    /// `length` bytes from `text_begin` on were copied from `source_begin` on.
    void add(std::uint32_t text_begin, std::uint32_t source_begin, std::uint32_t length);
    /// A folded character: `text_length` bytes stand for `source_length` bytes of the source.
    void add_folded(std::uint32_t text_begin, std::uint32_t text_length, std::uint32_t source_begin,
                    std::uint32_t source_length);
    /// `length` bytes were copied from a text, at `middle_begin`, that itself was made of the source as `middle` says.
    void add_through(const OffsetMap& middle, std::uint32_t text_begin, std::uint32_t middle_begin, std::uint32_t length);

    std::uint32_t to_source(std::uint32_t text_offset) const;
    /// The source range a text range came from: its first byte's place to its last byte's end.
    Span to_source(Span span) const;
    /// The way back, for a map whose sources ascend too (that of an encoding).
    std::uint32_t to_text(std::uint32_t source_offset) const;
    std::size_t run_count() const { return runs_.size(); }

private:
    /// Characters of `text_unit` bytes, each from `source_unit` bytes: 1 and 1 for a straight copy, 1 and 3 for full-width
    /// digits. Like neighbours share a run, so that a converted text does not need one for every character.
    struct Run {
        std::uint32_t text, source, length, text_unit, source_unit;

        std::uint32_t text_end() const { return text + length; }
        std::uint32_t source_end() const { return source + length / text_unit * source_unit; }
    };
    const Run* run_at(std::uint32_t text_offset) const;
    void append(Run run);

    std::vector<Run> runs_;
};

enum class DateSource : std::uint8_t { option, metadata, date_line, today };

/// What a reader must tell of how it read a draft.
enum class ReadingNote : std::uint8_t {
    extracted_text,   ///< places are paragraphs and columns of the extracted text, not of the file
    markdown_as_text  ///< the Markdown is beyond the reader's bounds: its signs were read as text
};

/// What a note says, in a sentence.
std::string_view words_of(ReadingNote note, Language language);

/// The line of a file of drafts (JSON Lines) that a draft was taken out of, so that places can be named in that file.
struct Enclosure {
    std::string line;   ///< its bytes
    OffsetMap offsets;  ///< from the draft's source to them
    std::string id;     ///< what the line calls the draft, as JSON: a string, a whole number or null
    std::string label;  ///< the same for people; empty for null
    std::uint32_t line_number = 1;
    std::uint32_t byte = 0;   ///< where the line begins in the file
    std::uint32_t utf16 = 0;  ///< the same in UTF-16 code units
};

/// A draft as running text: what every stage after the readers works on.
struct Document {
    std::string name;       ///< path, or the id that batch was given
    std::string source;     ///< the input's bytes as given; of a zipped format the text extracted from it, a paragraph a line
    std::string converted;  ///< the source as UTF-8, where it is in another encoding; else empty
    OffsetMap converted_from;         ///< from `converted` to the source
    std::string text;                 ///< UTF-8, full-width ASCII folded, blocks parted by '\n'
    std::vector<Block> blocks;        ///< in order, not overlapping
    std::vector<Sentence> sentences;  ///< in order
    std::vector<ReadingNote> notes;
    OffsetMap offsets;
    Language language = Language::ko;
    Day date{};
    DateSource date_source = DateSource::today;
    std::optional<Enclosure> enclosure;  ///< absent for a draft that is a file of its own

    /// What a reader calls the draft: its name, and of several in one file the line and the id.
    std::string title() const;

    /// The source as UTF-8: what lines and columns are counted in.
    std::string_view source_text() const { return converted.empty() ? std::string_view(source) : converted; }
    /// Where a byte of the source is in source_text().
    std::uint32_t in_source_text(std::uint32_t source_offset) const {
        return converted.empty() ? source_offset : converted_from.to_text(source_offset);
    }
};

}  // namespace tieout
