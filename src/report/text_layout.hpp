#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace tieout {

/// The terminal's colours; all empty where there are none.
struct Palette {
    std::string_view error, warning, note, good, dim, bold, reset;

    static const Palette& plain();
    static const Palette& colored();
};

/// The lines a text breaks into when no line may be wider than `width` columns (at least 2): at spaces, which are dropped
/// there, or inside a word that is wider by itself. Never empty.
std::vector<Span> wrap(std::string_view text, int width);

/// Appends `text` wrapped, its first line behind `head` and the others indented by as many columns.
void append_wrapped(std::string& out, std::string_view head, std::string_view text, int width);

/// Appends one line of terminal-safe text: line ends and tabs as spaces; other control characters, bidirectional overrides and
/// bytes that are no UTF-8 as U+FFFD.
void append_safe(std::string& out, std::string_view text);
std::string safe(std::string_view text);

/// Appends an excerpt of `text` with carets below the marks, wrapped without losing their alignment:
///     12 | 마이크로소프트는 오픈AI에 100억달러(1조3000억원)를 투자했다.
///        |                           ^^^^^^^^^ ^^^^^^^^^^^^
/// `marks` are in order and lie in `within`. What is more than a few hundred bytes from every mark is left out (…), so that a
/// line of any length stays readable.
void append_marked(std::string& out, std::string_view text, Span within, const std::vector<Span>& marks, std::string_view label,
                   int width, std::string_view color, const Palette& palette);

}  // namespace tieout
