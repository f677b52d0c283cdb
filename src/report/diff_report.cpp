#include "report/diff_report.hpp"

#include <algorithm>

#include "report/corrections.hpp"
#include "report/paths.hpp"

namespace tieout {
namespace {

constexpr std::size_t kContext = 3;

/// The lines of a text, each with its end.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

/// Lines of the old text that become others.
struct Change {
    std::size_t first = 0, last = 0;  ///< from 0, end exclusive
    std::string text;                 ///< what they become
};

std::vector<Change> changes_of(const std::string& source, const std::vector<std::string_view>& lines,
                               const std::vector<Edit>& edits) {
    const auto line_of = [&](std::uint32_t offset) {
        const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [&](std::uint32_t at, std::string_view line) {
            return at < static_cast<std::size_t>(line.data() - source.data());
        });
        return static_cast<std::size_t>(after - lines.begin()) - 1;
    };
    std::vector<Change> changes;
    for (std::size_t i = 0; i < edits.size();) {
        const std::size_t first = line_of(edits[i].bytes.begin);
        std::size_t last = first + 1;
        std::vector<Edit> here;
        const auto base = static_cast<std::uint32_t>(lines[first].data() - source.data());
        for (; i < edits.size() && line_of(edits[i].bytes.begin) < last; ++i) {
            last = std::max(last, line_of(edits[i].bytes.end) + 1);
            here.push_back({{edits[i].bytes.begin - base, edits[i].bytes.end - base}, edits[i].replacement});
        }
        const auto end = static_cast<std::size_t>(lines[last - 1].data() - source.data()) + lines[last - 1].size();
        changes.push_back({first, last, corrected(source.substr(base, end - base), here)});
    }
    return changes;
}

void append_lines(std::string& out, char sign, const std::vector<std::string_view>& lines) {
    for (const std::string_view line : lines) {
        (out += sign) += line;
        if (line.back() != '\n') out += "\n\\ No newline at end of file\n";
    }
}

std::string range(std::size_t first, std::size_t count) {
    return std::to_string(first + 1) + "," + std::to_string(count);
}

}  // namespace

void DiffRenderer::add(const Report& report, std::string& out) {
    const std::vector<Edit> edits = single_corrections(report);
    if (edits.empty() || !why_uncorrectable(report.document).empty()) return;
    const std::string& source = report.document.source;
    const std::vector<std::string_view> lines = lines_of(source);
    const std::vector<Change> changes = changes_of(source, lines, edits);
    const std::string_view path = plain_path(report.document.name);
    const bool relative = path.substr(0, 1) != "/";
    out.append("--- ")
        .append(relative ? "a/" : "")
        .append(path)
        .append("\n+++ ")
        .append(relative ? "b/" : "")
        .append(path)
        .append("\n");
    std::ptrdiff_t shift = 0;  // by how many lines the new text is longer so far
    for (std::size_t i = 0; i < changes.size();) {
        const std::size_t begin = changes[i].first - std::min(changes[i].first, kContext);
        std::string hunk;
        std::size_t at = begin, added = 0, removed = 0;
        for (; i < changes.size() && (at == begin || changes[i].first <= at + 2 * kContext); ++i) {
            append_lines(hunk, ' ', {lines.begin() + at, lines.begin() + changes[i].first});
            append_lines(hunk, '-', {lines.begin() + changes[i].first, lines.begin() + changes[i].last});
            const auto now = lines_of(changes[i].text);
            append_lines(hunk, '+', now);
            added += now.size();
            removed += changes[i].last - changes[i].first;
            at = changes[i].last;
        }
        const std::size_t end = std::min(at + kContext, lines.size());
        append_lines(hunk, ' ', {lines.begin() + at, lines.begin() + end});
        const std::size_t count = end - begin;
        out += "@@ -" + range(begin, count) + " +" +
               range(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(begin) + shift), count - removed + added) + " @@\n" +
               hunk;
        shift += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(removed);
    }
}

}  // namespace tieout
