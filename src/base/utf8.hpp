#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tieout {

/// One code point read from UTF-8 text. `length` is 1 to 4; a byte that starts no valid sequence
/// is read as U+FFFD with length 1, so that any input can be walked.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 1;
};

/// Reads the code point that starts at `at`, which must lie inside `text`.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const auto follows = [&](std::size_t i) { return at + i < text.size() && (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return {first, 1};
    // Hangul and most of CJK first: no sequence that begins so can be overlong or a surrogate.
    if (first > 0xE0 && first < 0xED && follows(1) && follows(2))
        return {static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
    if (first >= 0xC2 && first < 0xE0 && follows(1)) return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
    if (first >= 0xE0 && first < 0xF0 && follows(1) && follows(2)) {
        const char32_t value = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
    }
    if (first >= 0xF0 && first < 0xF5 && follows(1) && follows(2) && follows(3)) {
        const char32_t value = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
        if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
    }
    return {0xFFFD, 1};
}

/// Where the code point before `at` starts; `at` must be above 0.
inline std::size_t previous_code_point(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (static_cast<std::uint8_t>(text[start]) & 0xC0) == 0x80) --start;
    return start + code_point_at(text, start).length == at ? start : at - 1;
}

void append_utf8(std::string& out, char32_t value);

/// How many bytes at the start of the text are valid UTF-8; its size where all are. A sequence that the end cuts off is not.
std::size_t valid_utf8_prefix(std::string_view text);

inline bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_letter(char c) { return is_ascii_capital(c) || is_ascii_small(c); }

inline char ascii_lower(char c) {
    return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
/// The text with its ASCII letters in lower case.
std::string ascii_lower(std::string_view text);

/// How many bytes two texts share at their ends.
std::size_t common_ending(std::string_view a, std::string_view b);

/// Columns a terminal gives a code point: 2 for Hangul, CJK and full-width forms, 0 for combining marks, else 1
/// (East Asian Width W and F of Unicode Standard Annex 11).
int display_width(char32_t c);

/// Columns a terminal gives a text.
int display_width(std::string_view text);

/// The longest start of a text that takes at most so many columns.
std::string_view fitting(std::string_view text, int columns);

}  // namespace tieout
