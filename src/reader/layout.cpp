#include "reader/layout.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"
#include "reader/date_line.hpp"
#include "reader/sentences.hpp"

namespace tieout {

namespace {
constexpr int kDateLines = 3;             ///< a headline, a byline and the date
constexpr std::size_t kWidestWrap = 130;  ///< columns: nobody wraps by hand beyond
constexpr std::size_t kWidestHeadline = 120;
constexpr std::size_t kWidestCaption = 80;  ///< beyond, the line break between the caption and the text was lost

/// Columns on a terminal, near enough and fast: 2 for what starts with E3 and above (Hangul and other East Asian signs), else 1.
std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        count += static_cast<std::size_t>((byte & 0xC0) != 0x80) + static_cast<std::size_t>(byte >= 0xE3);
    }
    return count;
}

bool starts_with_any(std::string_view text, const auto& signs) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view s) { return text.substr(0, s.size()) == s; });
}

bool ends_with_any(std::string_view text, const auto& signs) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view s) {
        return text.size() >= s.size() && text.substr(text.size() - s.size()) == s;
    });
}

constexpr std::array<std::string_view, 12> kBullets = {"- ", "* ", "• ", "· ", "‣ ", "▲", "△", "▶", "○", "●", "※", "– "};
constexpr std::array<std::string_view, 5> kHeadingSigns = {"◇", "◆", "■", "□", "▣"};
constexpr std::array<std::string_view, 12> kCaptionSigns = {"사진=", "사진 =", "사진:", "자료=", "자료 =", "자료:",
                                                            "그래픽=", "그래픽 =", "출처=", "[사진", "/사진", "Photo:"};
/// Particles and signs a line cannot end with unless it goes on.
constexpr std::array<std::string_view, 6> kGoesOn = {"을", "를", "은", "는", "의", ","};

bool is_numbered(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && at < 3 && is_ascii_digit(line[at])) ++at;
    return at > 0 && at < 3 && (line.substr(at, 2) == ". " || line.substr(at, 2) == ") ");
}

bool is_item(std::string_view line) { return starts_with_any(line, kBullets) || is_numbered(line); }

BlockKind kind_of(std::string_view line, BlockKind kind) {
    if (kind != BlockKind::paragraph) return kind;
    if (is_item(line)) return BlockKind::list_item;
    if (starts_with_any(line, kHeadingSigns) && !ends_sentence(line)) return BlockKind::heading;
    if (starts_with_any(line, kCaptionSigns) && columns(line.substr(0, 4 * kWidestCaption)) <= kWidestCaption) return BlockKind::caption;
    return kind;
}

std::size_t first_word(std::string_view line) { return columns(line.substr(0, std::min(line.find(' '), line.size()))); }
}  // namespace

Layout::Line Layout::line_at(std::size_t at, std::size_t end) const {
    const char* text = document_.text.data();
    const void* found = end > at ? std::memchr(text + at, '\n', end - at) : nullptr;
    Line line;
    line.end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text) : end;
    line.next = found ? line.end + 1 : end;
    line.begin = at;
    while (line.begin < line.end && text[line.begin] == ' ') ++line.begin;
    while (line.end > line.begin && text[line.end - 1] == ' ') --line.end;
    line.indented = line.begin > at;
    return line;
}

void Layout::lay_out(Span region, BlockKind kind, bool more_follows) {
    std::size_t at = region.begin;
    const auto skip_blank = [&] {
        Line line = line_at(at, region.end);
        while (line.blank() && at < region.end) {
            at = line.next;
            line = line_at(at, region.end);
        }
        return line;
    };
    Line first = skip_blank();
    while (!first.blank()) {
        std::size_t end = first.end;
        bool blank_after = false;
        for (at = first.next; at < region.end && !blank_after;) {
            const Line line = line_at(at, region.end);
            blank_after = line.blank();
            if (!blank_after) end = line.end;
            at = line.next;
        }
        const Line next = skip_blank();
        lay_out_paragraph(first, end, kind, blank_after || more_follows, more_follows || !next.blank());
        first = next;
    }
}

void Layout::lay_out_paragraph(Line line, std::size_t end, BlockKind kind, bool blank_after, bool more_follows) {
    std::size_t widest = 0;
    for (Line each = line; line.end < end; each = line_at(each.next, end)) {
        widest = std::max(widest, columns(of(each)));
        if (each.end >= end) break;
    }
    std::size_t begin = line.begin;
    BlockKind block = kind_of(of(line), kind);
    while (true) {
        const bool last = line.end >= end;
        const Line next = last ? Line{} : line_at(line.next, end);
        bool joins = !last && wrapped(line, next, widest);
        if (lines_seen_ < kDateLines || headline_open_) {
            ++lines_seen_;
            const std::optional<DateLine> date = lines_seen_ <= kDateLines && !date_ ? read_date_line(of(line)) : std::nullopt;
            if (date) date_ = date->day;
            if (date && date->alone) {
                joins = false;
            } else if (headline_open_ && block != BlockKind::caption) {
                headline_open_ = false;
                const bool first_line = kind == BlockKind::paragraph && block != BlockKind::list_item;
                const bool by_itself = last && blank_after && columns(of(line)) < kWidestHeadline && !of(line).ends_with("다.");
                const bool more = !last || more_follows;
                if (first_line && more && (by_itself || is_headline(line, last ? nullptr : &next, widest))) {
                    block = BlockKind::headline;
                    joins = false;
                }
            }
        }
        if (joins) {
            document_.text[line.next - 1] = ' ';
        } else {
            add(begin, line.end, block);
            if (last) return;
            begin = next.begin;
            block = kind_of(of(next), kind);
        }
        line = next;
    }
}

/// Whether the line end between two lines of a paragraph only wraps it.
bool Layout::wrapped(const Line& line, const Line& next, std::size_t widest) const {
    const std::string_view before = of(line), after = of(next);
    if (widest > kWidestWrap) return false;
    if (is_item(after) || starts_with_any(after, kHeadingSigns) || starts_with_any(after, kCaptionSigns)) return false;
    if (starts_with_any(before, kHeadingSigns) || starts_with_any(before, kCaptionSigns)) return false;
    const bool small = !after.empty() && after[0] >= 'a' && after[0] <= 'z';
    if (ends_sentence(before) && !small) return false;
    if (next.indented && !line.indented && !is_item(before)) return false;
    if (small || ends_with_any(before, kGoesOn)) return true;
    // The next word would have fitted well: the line was ended on purpose.
    return (columns(before) + 1 + first_word(after)) * 10 >= widest * 7;
}

bool Layout::is_headline(const Line& line, const Line* next, std::size_t widest) const {
    constexpr std::size_t kFullLine = 60, kRagged = 15;
    const std::string_view before = of(line);
    const std::size_t width = columns(before);
    if (ends_sentence(before) || width > kWidestWrap) return false;
    if (!next) return true;
    const std::string_view after = of(*next);
    if (!wrapped(line, *next, widest)) return true;
    if ((after[0] >= 'a' && after[0] <= 'z') || ends_with_any(before, kGoesOn)) return false;
    return width < kFullLine || columns(after) > width + kRagged || ends_sentence(after);
}

void Layout::add(std::size_t begin, std::size_t end, BlockKind kind) {
    if (begin < end) document_.blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
}

}  // namespace tieout
