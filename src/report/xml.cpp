#include "report/xml.hpp"

#include "base/utf8.hpp"

namespace tieout {
namespace {

/// Char of https://www.w3.org/TR/xml/#charsets, without U+FFFE and U+FFFF.
bool is_xml(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xFFFD) || c >= 0x10000;
}

}  // namespace

void append_xml(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        switch (c.value) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\r':
                out += "&#13;";
                break;
            case '\t':
                out += "&#9;";
                break;
            default:
                is_xml(c.value) ? append_utf8(out, c.value) : void(out += "\xEF\xBF\xBD");
        }
        at += c.length;
    }
}

std::string xml(std::string_view text) {
    std::string out;
    append_xml(out, text);
    return out;
}

}  // namespace tieout
