#include "server/transport.hpp"

#include <charconv>

namespace tieout::server {
namespace {

constexpr std::size_t kLongestHeader = 1024;
constexpr std::size_t kLargest = std::size_t{64} << 20;  // far above any draft, far below what memory has

Error broken(std::string what) {
    return {"", 0, 0, std::move(what), "the client must speak the Language Server Protocol"};
}

bool is_length(std::string_view name) {
    constexpr std::string_view kName = "content-length";
    if (name.size() != kName.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
        if (c != kName[i]) return false;
    }
    return true;
}

}  // namespace

bool Transport::line(std::string& out) {
    out.clear();
    for (int c = std::fgetc(in_); c != EOF; c = std::fgetc(in_)) {
        if (c == '\n') {
            if (!out.empty() && out.back() == '\r') out.pop_back();
            return true;
        }
        if (out.size() > kLongestHeader) return true;  // no header we know, and it says so itself
        out += static_cast<char>(c);
    }
    return false;
}

Result<std::optional<std::string>> Transport::read() {
    std::optional<std::size_t> length;
    std::string header;
    for (bool any = false;; any = true) {
        if (!line(header)) {
            if (any || !header.empty()) return broken("the input ends inside a header");
            return std::optional<std::string>();
        }
        if (header.empty()) break;
        const std::size_t colon = header.find(':');
        if (colon == std::string::npos || header.size() > kLongestHeader)
            return broken("\"" + header.substr(0, 40) + "\" is no header");
        if (!is_length(std::string_view(header).substr(0, colon))) continue;
        const std::size_t digits = header.find_first_not_of(' ', colon + 1);
        std::size_t value = 0;
        const char* end = header.data() + header.size();
        const auto parsed = digits == std::string::npos ? std::from_chars_result{end, std::errc::invalid_argument}
                                                        : std::from_chars(header.data() + digits, end, value);
        if (parsed.ec != std::errc() || parsed.ptr != end) return broken("\"" + header.substr(0, 40) + "\" has no length");
        if (value > kLargest) return broken("a message of " + std::to_string(value) + " bytes is too large");
        length = value;
    }
    if (!length) return broken("a header without Content-Length");
    std::string content(*length, '\0');
    if (std::fread(content.data(), 1, *length, in_) != *length) return broken("the input ends inside a message");
    return std::optional<std::string>(std::move(content));
}

bool Transport::write(std::string_view content) {
    const std::string header = "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n";
    return std::fwrite(header.data(), 1, header.size(), out_) == header.size() &&
           std::fwrite(content.data(), 1, content.size(), out_) == content.size() && std::fflush(out_) == 0;
}

}  // namespace tieout::server
