#include "report/paths.hpp"

#include "base/utf8.hpp"

namespace tieout {

std::string_view plain_path(std::string_view path) {
    while (path.size() > 2 && path[0] == '.' && path[1] == '/') {
        path.remove_prefix(2);
        while (path.size() > 1 && path[0] == '/') path.remove_prefix(1);
    }
    return path;
}

std::string path_uri(std::string_view path) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    static constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
    path = plain_path(path);
    std::string out = path.substr(0, 1) == "/" ? "file://" : "";
    for (const char c : path) {
        if (is_ascii_letter(c) || is_ascii_digit(c) || kPlain.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

}  // namespace tieout
