#include "reader/text_builder.hpp"

#include <array>

#include "base/utf8.hpp"

namespace tieout {

namespace {
enum : std::uint8_t { kPlain, kControl, kLead };

/// Which bytes need a look: control characters, and the first bytes of code points that may have to be folded.
constexpr std::array<std::uint8_t, 256> byte_classes() {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t c = 0; c < 0x20; ++c) classes[c] = kControl;
    classes[0x7F] = kControl;
    classes['\n'] = kPlain;
    for (std::size_t lead : {0xC2, 0xE2, 0xE3, 0xEF}) classes[lead] = kLead;
    return classes;
}
constexpr auto kByteClass = byte_classes();

/// What a code point becomes: an ASCII character, 0 for nothing, or -1 for itself.
int folded(char32_t c) {
    constexpr int kItself = -1;
    if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<int>(c - 0xFF01 + '!');
    if (c == 0xA0 || c == 0x3000 || c == 0x3164 || c == 0x202F || c == 0x205F || (c >= 0x2000 && c <= 0x200A)) return ' ';
    if (c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
    if (c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x2064))
        return 0;
    return kItself;
}
}  // namespace

void TextBuilder::copy_straight(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    document_.offsets.add_through(decoded_.offsets, size(), static_cast<std::uint32_t>(begin),
                                  static_cast<std::uint32_t>(end - begin));
    document_.text.append(input_.substr(begin, end - begin));
}

void TextBuilder::copy(std::size_t begin, std::size_t end) {
    std::size_t straight = begin;
    std::size_t at = begin;
    while (at < end) {
        const std::uint8_t kind = kByteClass[static_cast<std::uint8_t>(input_[at])];
        if (kind == kPlain) {
            ++at;
            continue;
        }
        if (kind == kControl) {
            // As long as what it stands for, so the run need not end: copied, then overwritten.
            const bool line_end = input_[at] == '\r' && (at + 1 >= input_.size() || input_[at + 1] != '\n');
            copy_straight(straight, at + 1);
            document_.text.back() = line_end ? '\n' : ' ';
            straight = ++at;
            continue;
        }
        const CodePoint c = code_point_at(input_, at);
        const int meaning = folded(c.value);
        if (meaning >= 0) {
            copy_straight(straight, at);
            const char letter = static_cast<char>(meaning);
            if (meaning > 0) fold(at, at + c.length, {&letter, 1});
            straight = at + c.length;
        }
        at += c.length;
    }
    copy_straight(straight, end);
}

void TextBuilder::fold(std::size_t begin, std::size_t end, std::string_view meaning) {
    const std::size_t from = document_.text.size();
    for (std::size_t at = 0; at < meaning.size();) {
        const CodePoint c = code_point_at(meaning, at);
        const int letter = c.value < 0x20 || c.value == 0x7F ? ' ' : folded(c.value);
        if (letter > 0) document_.text.push_back(static_cast<char>(letter));
        if (letter < 0) document_.text.append(meaning.substr(at, c.length));
        at += c.length;
    }
    const Span source = decoded_.offsets.to_source(Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    document_.offsets.add_folded(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(document_.text.size() - from),
                                 source.begin, source.size());
}

}  // namespace tieout
