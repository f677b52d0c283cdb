#pragma once

#include <optional>
#include <string_view>

#include "model/document.hpp"

namespace tieout {

/// A string in a JSON text.
struct JsonMember {
    std::string text;   ///< without its escapes
    OffsetMap offsets;  ///< from the text to the bytes that it was written with
};

/// The last member of that name of the outermost object whose value is a string. Of what is no JSON, the like of it. For places in a draft
/// that stands in a file of JSON Lines: parsers say what a string is, but not where.
std::optional<JsonMember> json_member(std::string_view json, std::string_view name);

}  // namespace tieout
