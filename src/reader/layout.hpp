#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/document.hpp"

namespace tieout {

/// Parts lines of Document::text into blocks. Blank lines part paragraphs. A single line end inside one parts blocks too, unless the
/// lines look wrapped by hand (as agency copy is): then it becomes a space. The first line of a draft is its headline if it does not
/// end like a sentence, or is short with an empty line behind it, and more follows.
class Layout {
public:
    explicit Layout(Document& document) : document_(document) {}

    /// Lays out the lines of `region`, blank lines among them. `kind` is what its paragraphs are; only `paragraph` may turn into something
    /// else. `more_follows`: the draft goes on behind the region.
    void lay_out(Span region, BlockKind kind, bool more_follows);

    /// What a date line among the first lines says.
    std::optional<Day> date() const { return date_; }

private:
    struct Line {
        std::size_t begin = 0, end = 0;  ///< without spaces around
        std::size_t next = 0;            ///< where the next line begins
        bool indented = false;

        bool blank() const { return begin == end; }
    };

    Line line_at(std::size_t at, std::size_t end) const;
    std::string_view of(const Line& line) const { return std::string_view(document_.text).substr(line.begin, line.end - line.begin); }
    void lay_out_paragraph(Line first, std::size_t end, BlockKind kind, bool blank_after, bool more_follows);
    bool wrapped(const Line& line, const Line& next, std::size_t widest) const;
    bool is_headline(const Line& line, const Line* next, std::size_t widest) const;
    void add(std::size_t begin, std::size_t end, BlockKind kind);

    Document& document_;
    std::optional<Day> date_;
    int lines_seen_ = 0;          ///< up to the number among which a date line is looked for
    bool headline_open_ = true;   ///< the draft's first line is still to come
};

}  // namespace tieout
