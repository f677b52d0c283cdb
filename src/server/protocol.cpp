#include "server/protocol.hpp"

#include <algorithm>

namespace tieout::server {
namespace {

std::string dump(const Json& message) {
    return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::uint32_t read_count(const Json& object, const char* key) {
    const Json& value = member(object, key);
    if (!value.is_number_unsigned()) throw BadParams{std::string(key) + " must be a whole number from 0 on"};
    // Clients say "to the end of the line" with the largest number there is.
    constexpr std::uint64_t kMost = 0x7FFFFFFF;
    return static_cast<std::uint32_t>(std::min(value.get<std::uint64_t>(), kMost));
}

}  // namespace

const Json* optional_member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

const Json& member(const Json& object, const char* key) {
    const Json* found = optional_member(object, key);
    if (!found) throw BadParams{std::string("\"") + key + "\" is missing"};
    return *found;
}

std::string string_member(const Json& object, const char* key) {
    const Json& value = member(object, key);
    if (!value.is_string()) throw BadParams{std::string("\"") + key + "\" must be a string"};
    return value.get<std::string>();
}

TextPosition read_position(const Json& value) {
    return {read_count(value, "line"), read_count(value, "character")};
}

TextRange read_range(const Json& value) {
    return {read_position(member(value, "start")), read_position(member(value, "end"))};
}

Json to_json(TextPosition position) {
    return {{"line", position.line}, {"character", position.character}};
}

Json to_json(TextRange range) {
    return {{"start", to_json(range.start)}, {"end", to_json(range.end)}};
}

std::string response(const Json& id, Json result) {
    return dump({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

std::string error_response(const Json& id, int code, std::string_view message) {
    return dump({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}});
}

std::string notification(std::string_view method, Json params) {
    return dump({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

std::string request(int id, std::string_view method, Json params) {
    return dump({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

std::string path_of_uri(std::string_view uri) {
    constexpr std::string_view kScheme = "file://";
    if (uri.substr(0, kScheme.size()) != kScheme) return std::string(uri);
    const std::string_view rest = uri.substr(std::min(uri.find('/', kScheme.size()), uri.size()));
    std::string out;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const int high = rest[i] == '%' && i + 2 < rest.size() ? hex(rest[i + 1]) : -1;
        const int low = high >= 0 ? hex(rest[i + 2]) : -1;
        if (low < 0) {
            out += rest[i];
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

}  // namespace tieout::server
