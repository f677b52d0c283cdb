#pragma once

#include <string>
#include <string_view>

#include "reader/reader.hpp"

namespace tieout {

/// The format of a draft by its name's extension; where that tells of none that has markup, by how the text begins.
Format format_of(const std::string& name, std::string_view text);

}  // namespace tieout
