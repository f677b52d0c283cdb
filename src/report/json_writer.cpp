#include "report/json_writer.hpp"

#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace tieout {
namespace {

enum class ByteClass : std::uint8_t { plain, escaped, wide };

constexpr std::array<ByteClass, 256> kClasses = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t i = 0; i < 256; ++i) {
        classes[i] = i >= 0x80 ? ByteClass::wide : i < 0x20 || i == '"' || i == '\\' ? ByteClass::escaped : ByteClass::plain;
    }
    return classes;
}();

void append_escape(std::string& out, char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[c & 0x0F];
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t copied = 0;  // everything before it is in `out`
    std::size_t at = 0;
    while (at < text.size()) {
        switch (kClasses[static_cast<unsigned char>(text[at])]) {
            case ByteClass::plain:
                ++at;
                continue;
            case ByteClass::wide: {
                const CodePoint point = code_point_at(text, at);
                if (point.length > 1) {
                    at += point.length;
                    continue;
                }
                out.append(text, copied, at - copied);
                out += "\xEF\xBF\xBD";
                break;
            }
            case ByteClass::escaped:
                out.append(text, copied, at - copied);
                append_escape(out, text[at]);
                break;
        }
        copied = ++at;
    }
    out.append(text, copied, text.size() - copied);
    out += '"';
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
    separate();
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, static_cast<std::size_t>(end - digits));
    return *this;
}

}  // namespace tieout
