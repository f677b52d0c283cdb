#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tieout {

/// A value of a JSON file that knows where it stands, so that whoever finds something wrong with it can point there.
struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::uint32_t offset = 0;           ///< its first byte in the file
    std::string text;                   ///< a string's content, or a number as written
    std::vector<JsonValue> items;       ///< of an array, or an object's values
    std::vector<std::string> keys;      ///< of an object, beside `items`
    std::vector<std::uint32_t> places;  ///< of an object: where each key stands

    /// The value under a key; null where there is none.
    const JsonValue* find(std::string_view key) const;
};

std::string_view to_string(JsonValue::Kind kind);  ///< "a string", "an object", …

/// How deep arrays and objects may nest.
inline constexpr int kJsonDepth = 64;

/// Reads strict JSON (RFC 8259) with // and /* */ comments. A key that stands twice in one object is an error.
Result<JsonValue> read_json(std::string_view text, const std::string& file);

/// The error at a byte of a file, with its line and its column in code points.
Error error_at(std::string_view text, const std::string& file, std::size_t offset, std::string what, std::string hint = {});

}  // namespace tieout
