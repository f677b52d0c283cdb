#include "report/text_layout.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr std::uint32_t kContext = 300;  // bytes shown on either side of a mark

bool is_unsafe(CodePoint point) {
    const char32_t c = point.value;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c == 0xFFFD && point.length == 1);
}

/// Moves an offset to the start of the code point it lies in.
std::uint32_t code_point_start(std::string_view text, std::uint32_t at) {
    for (int i = 0; i < 3 && at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; ++i) --at;
    return at;
}

/// What is shown of `within`: the context of every mark, neighbours joined.
std::vector<Span> excerpt(std::string_view text, Span within, const std::vector<Span>& marks) {
    std::vector<Span> shown;
    for (const Span mark : marks) {
        const std::uint32_t begin =
            mark.begin - within.begin > kContext ? code_point_start(text, mark.begin - kContext) : within.begin;
        // Of a mark that is itself very long, its start is enough.
        const std::uint32_t mark_end = std::min(mark.end, mark.begin + 4 * kContext);
        const std::uint32_t end = within.end - mark_end > kContext ? code_point_start(text, mark_end + kContext) : within.end;
        if (!shown.empty() && begin <= shown.back().end) {
            shown.back().end = std::max(shown.back().end, end);
        } else {
            shown.push_back({begin, end});
        }
    }
    return shown;
}

/// One line to show: the excerpt made safe, and for each of its bytes whether it lies below a mark.
struct Line {
    std::string text;
    std::vector<bool> marked;

    void add(std::string_view piece, bool mark) {
        append_safe(text, piece);
        marked.resize(text.size(), mark);
    }
};

Line compose(std::string_view text, Span within, const std::vector<Span>& marks) {
    Line line;
    std::size_t next = 0;
    std::uint32_t reached = within.begin;
    for (const Span part : excerpt(text, within, marks)) {
        if (part.begin > reached) line.add(line.text.empty() ? "… " : " … ", false);
        reached = part.begin;
        for (; next < marks.size() && marks[next].begin < part.end; ++next) {
            const std::uint32_t begin = std::max(marks[next].begin, reached);
            const std::uint32_t end = std::max(begin, std::min(marks[next].end, part.end));
            line.add(text.substr(reached, begin - reached), false);
            line.add(text.substr(begin, end - begin), true);
            reached = end;
        }
        line.add(text.substr(reached, part.end - reached), false);
        reached = part.end;
    }
    if (reached < within.end) line.add(" …", false);
    return line;
}

/// The carets below one wrapped line; empty where it has no mark.
std::string carets(const Line& line, Span slice) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = slice.begin; at < slice.end;) {
        const CodePoint point = code_point_at(line.text, at);
        out.append(static_cast<std::size_t>(display_width(point.value)), line.marked[at] ? '^' : ' ');
        if (line.marked[at]) used = out.size();
        at += point.length;
    }
    out.resize(used);
    return out;
}

}  // namespace

const Palette& Palette::plain() {
    static const Palette palette{};
    return palette;
}

const Palette& Palette::colored() {
    static const Palette palette{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[32m", "\x1b[2m", "\x1b[1m", "\x1b[0m"};
    return palette;
}

std::vector<Span> wrap(std::string_view text, int width) {
    std::vector<Span> lines;
    std::uint32_t begin = 0;  // of the line
    std::uint32_t space = 0;  // the last space of the line a word begins after; `begin` where there is none
    int used = 0;             // columns from `begin` on
    int used_to_space = 0;    // columns up to and with that space
    for (std::uint32_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const int columns = display_width(point.value);
        if (used + columns > width && at > begin && point.value != ' ') {
            if (space > begin) {
                lines.push_back({begin, space});
                begin = space + 1;
                used -= used_to_space;
            }
            if (used + columns > width && at > begin) {
                lines.push_back({begin, at});
                begin = at;
                used = 0;
            }
            space = begin;
        }
        used += columns;
        if (point.value == ' ') {
            space = at;
            used_to_space = used;
        }
        at += point.length;
    }
    std::uint32_t end = static_cast<std::uint32_t>(text.size());
    lines.push_back({begin, end});
    for (Span& line : lines) {
        while (line.end > line.begin && text[line.end - 1] == ' ') --line.end;
    }
    return lines;
}

void append_wrapped(std::string& out, std::string_view head, std::string_view text, int width) {
    const std::string clean = safe(text);
    const int indent = display_width(head);
    bool first = true;
    for (const Span line : wrap(clean, std::max(width - indent, 20))) {
        first ? out.append(head) : out.append(static_cast<std::size_t>(indent), ' ');
        first = false;
        out.append(line.of(clean));
        out += '\n';
    }
}

void append_safe(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (point.value == '\n' || point.value == '\r' || point.value == '\t') {
            out += ' ';
        } else if (is_unsafe(point)) {
            out += "\xEF\xBF\xBD";
        } else {
            out.append(text, at, point.length);
        }
        at += point.length;
    }
}

std::string safe(std::string_view text) {
    std::string out;
    append_safe(out, text);
    return out;
}

void append_marked(std::string& out, std::string_view text, Span within, const std::vector<Span>& marks, std::string_view label,
                   int width, std::string_view color, const Palette& palette) {
    const Line line = compose(text, within, marks);
    const std::string blank(label.size(), ' ');
    bool first = true;
    for (const Span slice : wrap(line.text, std::max(width - static_cast<int>(label.size()) - 5, 20))) {
        const auto gutter = [&](std::string_view number) {
            out.append(palette.dim).append("  ").append(number).append(" |").append(palette.reset);
        };
        gutter(first ? label : std::string_view(blank));
        first = false;
        out.append(" ").append(slice.of(line.text)).append("\n");
        const std::string below = carets(line, slice);
        if (below.empty()) continue;
        gutter(blank);
        out.append(" ").append(color).append(below).append(palette.reset).append("\n");
    }
}

}  // namespace tieout
