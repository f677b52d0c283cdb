#include "reader/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include "base/utf8.hpp"

namespace tieout {

namespace {
constexpr const char* kHint = "name its encoding with --encoding, such as --encoding CP949 or UTF-16LE";

class Converter {
public:
    explicit Converter(const std::string& from) : handle_(iconv_open("UTF-8", from.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (known()) iconv_close(handle_);
    }

    bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Converts the character at `at`. Tells how many bytes it takes, 0 where none is there; `out` receives its UTF-8. iconv
    /// does not say where characters end, so it is given a byte more until it takes them.
    std::size_t character(std::string_view source, std::size_t at, std::string& out) {
        constexpr std::size_t kLongest = 8;
        std::array<char, 32> buffer;
        for (std::size_t length = 1; length <= kLongest && at + length <= source.size(); ++length) {
            char* in = const_cast<char*>(source.data() + at);
            char* to = buffer.data();
            std::size_t in_left = length, out_left = buffer.size();
            const bool failed = iconv(handle_, &in, &in_left, &to, &out_left) == static_cast<std::size_t>(-1);
            const std::size_t taken = length - in_left;
            out.assign(buffer.data(), buffer.size() - out_left);
            if (taken > 0) return taken;
            if (failed && errno != EINVAL) return 0;
        }
        return 0;
    }

private:
    iconv_t handle_;
};

/// Bytes that are no UTF-8 outnumber its longer sequences: so it is in Korean text of another encoding, and not in UTF-8 with a
/// slip.
bool mostly_invalid(std::string_view text) {
    std::size_t invalid = 0, valid = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (c.length > 1) {
            ++valid;
        } else if (static_cast<std::uint8_t>(text[at]) >= 0x80) {
            ++invalid;
        }
        at += c.length;
    }
    return invalid > valid;
}

/// UTF-16 without its mark: a byte of every ASCII character, of which any text has some, is NUL, on the same side of all of
/// them; few others have one on the other side. Such bytes are no UTF-8 unless nearly all characters are ASCII, and then half
/// of them are NULs.
const char* unmarked_utf16(std::string_view source) {
    constexpr std::size_t kEnough = 4096;
    const std::string_view head = source.substr(0, kEnough);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < head.size(); ++at) nuls[at % 2] += head[at] == '\0';
    if (source.size() % 2 != 0 || nuls[0] == nuls[1]) return nullptr;
    if (10 * std::min(nuls[0], nuls[1]) > std::max(nuls[0], nuls[1])) return nullptr;
    const std::size_t percent = (nuls[0] + nuls[1]) * 100 / head.size();
    const bool utf8 = valid_utf8_prefix(source) == source.size();
    if (utf8 ? percent < 40 || head.size() < 8 : percent < 3) return nullptr;
    return nuls[0] < nuls[1] ? "UTF-16LE" : "UTF-16BE";
}

int line_after(std::string_view text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

Result<Decoded> convert(std::string_view source, std::size_t skip, const std::string& name, const std::string& encoding) {
    Converter converter(encoding);
    if (!converter.known()) return Error{name, 0, 0, "unknown encoding '" + encoding + "'", "iconv --list prints the names"};
    Decoded decoded;
    decoded.converted = true;
    std::string& text = decoded.conversion;
    std::string character;
    for (std::size_t at = skip; at < source.size();) {
        const std::size_t taken = converter.character(source, at, character);
        if (taken == 0) {
            return Error{name, line_after(text), 0, "byte " + std::to_string(at) + " is no " + encoding + " text", kHint};
        }
        decoded.offsets.add_folded(static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(character.size()),
                                   static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(taken));
        text += character;
        if (text.size() > 0xFFFFFFFFU) return Error{name, 0, 0, "the text is larger than 4 GiB", "split it into smaller files"};
        at += taken;
    }
    return decoded;
}

/// glibc's EUC-KR lacks most syllables; CP949 is what files called so are written in.
std::string canonical(std::string encoding) {
    for (char& c : encoding) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    for (const char* korean : {"EUC-KR", "EUCKR", "KS_C_5601-1987", "MS949", "UHC"}) {
        if (encoding == korean) return "CP949";
    }
    return encoding;
}
}  // namespace

Result<Decoded> decode(std::string_view source, const std::string& name, const std::optional<std::string>& encoding) {
    const bool utf8_mark = source.substr(0, 3) == "\xEF\xBB\xBF";
    const bool little_mark = source.substr(0, 2) == "\xFF\xFE";
    const bool big_mark = source.substr(0, 2) == "\xFE\xFF";
    std::string wanted = encoding ? canonical(*encoding) : "";
    if (wanted == "UTF8") wanted = "UTF-8";
    if (wanted == "UTF-16" || wanted.empty()) {
        if (little_mark) wanted = "UTF-16LE";
        if (big_mark) wanted = "UTF-16BE";
    }
    if (wanted.empty()) {
        if (const char* unmarked = unmarked_utf16(source)) wanted = unmarked;
    }
    const bool marked = (little_mark && wanted == "UTF-16LE") || (big_mark && wanted == "UTF-16BE");
    if (!wanted.empty() && wanted != "UTF-8") return convert(source, marked ? 2 : 0, name, wanted);

    Decoded decoded;
    decoded.skipped = utf8_mark ? 3 : 0;
    const std::string_view text = source.substr(decoded.skipped);
    const std::size_t invalid = valid_utf8_prefix(text);
    if (invalid == text.size()) {
        decoded.offsets.add(0, static_cast<std::uint32_t>(decoded.skipped), static_cast<std::uint32_t>(text.size()));
        return decoded;
    }
    if (wanted.empty() && mostly_invalid(text)) {
        Result<Decoded> korean = convert(source, decoded.skipped, name, "CP949");
        if (korean) return korean;
    }
    const std::string place = std::to_string(invalid + decoded.skipped);
    return Error{name, line_after(text.substr(0, invalid)), 0, "byte " + place + " is no UTF-8 text", kHint};
}

}  // namespace tieout
