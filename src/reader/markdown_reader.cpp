#include <md4c.h>

#include <algorithm>
#include <cstring>

#include "reader/block_builder.hpp"
#include "reader/date_line.hpp"
#include "reader/entities.hpp"
#include "reader/formats.hpp"

namespace tieout {

namespace {
constexpr std::size_t kLargest = std::size_t{8}
                                 << 20;  ///< bytes; md4c needs some 20 bytes of memory for a byte of hostile input
constexpr std::size_t kDeepest = 100;    ///< levels of lists and quotes; md4c's time grows with them on every line
constexpr std::size_t kFrontMatter = std::size_t{1} << 14;

/// Lists and quotes that a line opens, or could continue by its indentation.
std::size_t depth_of(std::string_view line) {
    std::size_t depth = 0, spaces = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (c == ' ' || c == '\t') {
            spaces += c == '\t' ? 4 : 1;
            continue;
        }
        const bool marker = c == '>' || c == '-' || c == '*' || c == '+' || (c >= '0' && c <= '9') || c == '.' || c == ')';
        if (!marker) return depth + spaces / 2;
        if (c == '>' || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t') ++depth;
    }
    return depth;
}

/// Whether md4c reads the input in time that is linear in its size.
bool within_bounds(std::string_view input) {
    if (input.size() > kLargest) return false;
    for (std::size_t at = 0; at < input.size();) {
        const std::size_t end = std::min(input.find('\n', at), input.size());
        if (depth_of(input.substr(at, end - at)) > kDeepest) return false;
        at = end + 1;
    }
    return true;
}

struct FrontMatter {
    std::size_t end = 0;  ///< where the draft begins
    std::optional<Day> date;
};

FrontMatter read_front_matter(std::string_view input) {
    const auto is_fence = [](std::string_view line) { return line == "---" || line == "---\r"; };
    FrontMatter front;
    std::size_t at = 0;
    for (int number = 0; at < input.size() && at < kFrontMatter; ++number) {
        const std::size_t end = std::min(input.find('\n', at), input.size());
        const std::string_view line = input.substr(at, end - at);
        at = std::min(end + 1, input.size());
        if (number == 0) {
            if (!is_fence(line)) return {};
        } else if (is_fence(line) || line == "..." || line == "...\r") {
            front.end = at;
            return front;
        } else if (line.substr(0, 5) == "date:") {
            front.date = read_leading_day(line.substr(5));
        }
    }
    return {};
}

class MarkdownReader {
public:
    MarkdownReader(std::string_view input, std::size_t begin, const Decoded& decoded, Document& document)
        : input_(input), begin_(begin), blocks_(input, decoded, document) {}

    /// Fails where md4c gives up or would make far more of the input than there is (a table of empty cells).
    bool read() {
        MD_PARSER parser{};
        // Indented text is a paragraph's first line in drafts, not code; ~ is a sign of ranges.
        parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return at(self).enter(type, detail); };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return at(self).leave(type); };
        parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return at(self).span(type, true); };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return at(self).span(type, false); };
        parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* self) {
            return at(self).text(type, text, size);
        };
        budget_ = 1000 + 4 * input_.size();
        // md4c would hand over a replacement for every NUL that does not point into the input.
        std::string without_nul;
        parsed_ = input_.substr(begin_);
        if (parsed_.find('\0') != std::string_view::npos) {
            without_nul = parsed_;
            for (char& c : without_nul) c = c == '\0' ? ' ' : c;
            parsed_ = without_nul;
        }
        if (md_parse(parsed_.data(), static_cast<MD_SIZE>(parsed_.size()), &parser, this) != 0) return false;
        blocks_.finish();
        return true;
    }

    std::optional<Day> date_line() const { return blocks_.date_line(); }

private:
    static MarkdownReader& at(void* self) { return *static_cast<MarkdownReader*>(self); }
    int spend() { return budget_-- == 0 ? 1 : 0; }

    int enter(MD_BLOCKTYPE type, void* detail) {
        flush();
        switch (type) {
            case MD_BLOCK_QUOTE:
                ++quotes_;
                break;
            case MD_BLOCK_LI:
                ++items_;
                break;
            case MD_BLOCK_H:
                kind_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 ? BlockKind::headline : BlockKind::heading;
                break;
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                ++skipped_;
                break;
            case MD_BLOCK_TABLE:
                ++table_;
                row_ = -1;
                break;
            case MD_BLOCK_TR:
                ++row_;
                column_ = -1;
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                ++column_;
                in_cell_ = true;
                break;
            default:
                break;
        }
        return spend();
    }

    int leave(MD_BLOCKTYPE type) {
        flush();
        switch (type) {
            case MD_BLOCK_QUOTE:
                --quotes_;
                break;
            case MD_BLOCK_LI:
                --items_;
                break;
            case MD_BLOCK_H:
                kind_ = BlockKind::paragraph;
                break;
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                --skipped_;
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                in_cell_ = false;
                break;
            default:
                break;
        }
        return spend();
    }

    int span(MD_SPANTYPE type, bool enters) {
        if (type == MD_SPAN_IMG) {
            flush();
            images_ += enters ? 1 : -1;
        }
        return spend();
    }

    int text(MD_TEXTTYPE type, const char* text, MD_SIZE size) {
        if (skipped_ > 0) return spend();
        const std::size_t from = static_cast<std::size_t>(text - parsed_.data()) + begin_;
        switch (type) {
            case MD_TEXT_NORMAL:
                blocks_.text().copy(from, from + size);
                break;
            case MD_TEXT_ENTITY:
                blocks_.text().fold(from, from + size, entity_meaning({text, size}));
                break;
            case MD_TEXT_SOFTBR:
                blocks_.text().put('\n');
                break;
            case MD_TEXT_BR:
                flush();
                break;
            case MD_TEXT_CODE:
                // Left out, but what stands around it must not grow together.
                if (blocks_.text().last() != ' ') blocks_.text().put(' ');
                break;
            case MD_TEXT_HTML:
                if (is_break({text, size})) flush();
                break;
            default:
                break;
        }
        return spend();
    }

    static bool is_break(std::string_view tag) {
        return tag.size() >= 4 && tag[0] == '<' && (tag[1] | 0x20) == 'b' && (tag[2] | 0x20) == 'r' &&
               std::strchr(" />", tag[3]) != nullptr;
    }

    BlockKind kind_here() const {
        if (images_ > 0) return BlockKind::caption;
        if (kind_ != BlockKind::paragraph) return kind_;
        if (items_ > 0) return BlockKind::list_item;
        return quotes_ > 0 ? BlockKind::quote : BlockKind::paragraph;
    }

    void flush() { in_cell_ ? blocks_.end_cell({table_, row_, column_}) : blocks_.end(kind_here()); }

    std::string_view input_;
    std::size_t begin_;
    BlockBuilder blocks_;
    std::string_view parsed_;
    std::uint64_t budget_ = 0;  ///< calls md4c may still make
    BlockKind kind_ = BlockKind::paragraph;
    int quotes_ = 0, items_ = 0, skipped_ = 0, images_ = 0;
    std::int32_t table_ = -1, row_ = -1, column_ = -1;
    bool in_cell_ = false;
};

/// The signs of Markdown become text, which is said; nothing is left out.
Result<Found> read_as_text(std::string_view input, const Decoded& decoded, Document& document) {
    document.notes.push_back(ReadingNote::markdown_as_text);
    return read_text(input, decoded, document);
}
}  // namespace

Result<Found> read_markdown(std::string_view input, const Decoded& decoded, Document& document) {
    if (!within_bounds(input)) return read_as_text(input, decoded, document);
    const FrontMatter front = read_front_matter(input);
    document.text.reserve(input.size() - front.end);
    MarkdownReader reader(input, front.end, decoded, document);
    if (!reader.read()) {
        document.text.clear();
        document.blocks.clear();
        document.offsets = {};
        return read_as_text(input, decoded, document);
    }
    return Found{front.date, reader.date_line()};
}

}  // namespace tieout
