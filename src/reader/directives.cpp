#include "reader/directives.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr std::string_view kPrefix = "tieout-";
constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";

struct Word {
    std::string_view text;
    Directive::Scope scope;
};
constexpr std::array<Word, 5> kWords = {{
    {"tieout-disable", Directive::Scope::rest},
    {"tieout-disable-line", Directive::Scope::line},
    {"tieout-disable-next-line", Directive::Scope::next_line},
    {"tieout-disable-file", Directive::Scope::file},
    {"tieout-enable", Directive::Scope::enable},
}};

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_name(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
}

Directive::Scope scope_of(std::string_view word) {
    for (const Word& known : kWords) {
        if (known.text == word) return known.scope;
    }
    return Directive::Scope::unknown;
}

/// Where the comment begins whose first word stands at `at`; nothing where that is in no comment.
std::optional<std::uint32_t> comment_begin(std::string_view text, std::size_t at, bool& whole_line) {
    std::size_t before = at;
    while (before > 0 && (is_blank(text[before - 1]) || text[before - 1] == '\n' || text[before - 1] == '\r')) --before;
    if (before >= kOpen.size() && text.substr(before - kOpen.size(), kOpen.size()) == kOpen) {
        whole_line = false;
        return static_cast<std::uint32_t>(before - kOpen.size());
    }
    before = at;
    while (before > 0 && is_blank(text[before - 1])) --before;
    if (before < 2 || text.substr(before - 2, 2) != "//") return std::nullopt;
    const std::size_t begin = before - 2;
    before = begin;
    while (before > 0 && is_blank(text[before - 1])) --before;
    whole_line = before == 0 || text[before - 1] == '\n' || text[before - 1] == '\r' ||
                 (before == 3 && text.substr(0, 3) == "\xEF\xBB\xBF");
    return whole_line ? std::optional(static_cast<std::uint32_t>(begin)) : std::nullopt;
}

/// The rules named between the word and the reason ("--") or the comment's end.
std::vector<Directive::Name> names(std::string_view text, std::size_t at, std::size_t end) {
    std::vector<Directive::Name> out;
    while (at < end) {
        if (!is_name(text[at])) {
            ++at;
            continue;
        }
        std::size_t stop = at;
        while (stop < end && is_name(text[stop])) ++stop;
        const std::string_view word = text.substr(at, stop - at);
        if (word.substr(0, 2) == "--") break;
        out.push_back({std::string(word), {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)}});
        at = stop;
    }
    return out;
}

}  // namespace

std::vector<Directive> find_directives(std::string_view text) {
    std::vector<Directive> out;
    for (std::size_t at = text.find(kPrefix); at != std::string_view::npos; at = text.find(kPrefix, at)) {
        Directive directive;
        const auto begin = comment_begin(text, at, directive.whole_line);
        std::size_t stop = at;
        while (stop < text.size() && is_name(text[stop])) ++stop;
        if (!directive.whole_line && begin) {
            // "<!--tieout-disable-->": the signs belong to the comment, not to the word.
            const std::size_t close = text.find(kClose, at);
            if (close == std::string_view::npos) return out;
            stop = std::min(stop, close);
        }
        if (!begin) {
            at = stop;
            continue;
        }
        const std::size_t end = directive.whole_line ? std::min(text.find_first_of("\r\n", at), text.size())
                                                     : text.find(kClose, at) + kClose.size();
        const std::size_t content_end = directive.whole_line ? end : end - kClose.size();
        directive.word = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)};
        directive.comment = {*begin, static_cast<std::uint32_t>(end)};
        directive.scope = scope_of(directive.word.of(text));
        directive.rules = names(text, stop, content_end);
        out.push_back(std::move(directive));
        at = end;
    }
    return out;
}

std::string_view without_directives(std::string_view text, std::string& buffer) {
    const std::vector<Directive> directives = find_directives(text);
    if (directives.empty()) return text;
    buffer = text;
    for (const Directive& directive : directives) {
        for (std::uint32_t at = directive.comment.begin; at < directive.comment.end; ++at) {
            if (buffer[at] != '\n' && buffer[at] != '\r') buffer[at] = ' ';
        }
        // A line of plain text goes without a trace: as a blank one it would part the paragraph.
        if (!directive.whole_line) continue;
        std::size_t line = directive.comment.begin;
        while (line > 0 && is_blank(buffer[line - 1])) --line;
        if (line == 0) continue;
        const bool two = buffer[line - 1] == '\n' && line > 1 && buffer[line - 2] == '\r';
        buffer[--line] = ' ';
        if (two) buffer[--line] = ' ';
    }
    return buffer;
}

}  // namespace tieout
