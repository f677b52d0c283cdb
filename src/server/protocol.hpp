#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/inbox.hpp"
#include "server/text_document.hpp"

namespace tieout::server {

// The parts of JSON-RPC 2.0 and of the Language Server Protocol 3.17 that are spoken here.

namespace error_code {
inline constexpr int kParse = -32700;
inline constexpr int kInvalidRequest = -32600;
inline constexpr int kMethodNotFound = -32601;
inline constexpr int kInvalidParams = -32602;
inline constexpr int kNotInitialized = -32002;
inline constexpr int kCancelled = -32800;
}  // namespace error_code

/// A message that has not the form it must have: the client's mistake, answered and not fatal.
struct BadParams {
    std::string what;
};

// What a message must have; each throws BadParams, which the dispatcher answers.
const Json& member(const Json& object, const char* key);
std::string string_member(const Json& object, const char* key);
TextPosition read_position(const Json& value);
TextRange read_range(const Json& value);

/// The member, or null where it is absent or `object` is none.
const Json* optional_member(const Json& object, const char* key);

Json to_json(TextPosition position);
Json to_json(TextRange range);

std::string response(const Json& id, Json result);
std::string error_response(const Json& id, int code, std::string_view message);
std::string notification(std::string_view method, Json params);
std::string request(int id, std::string_view method, Json params);

/// The path of a "file:" URI; the URI itself for any other ("untitled:Untitled-1").
std::string path_of_uri(std::string_view uri);

}  // namespace tieout::server
