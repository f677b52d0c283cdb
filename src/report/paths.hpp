#pragma once

#include <string>
#include <string_view>

namespace tieout {

/// A draft's path as services compare it with those of a repository: without "./" before it.
std::string_view plain_path(std::string_view path);

/// A path as a URI reference (RFC 3986): relative as it is, absolute with the scheme "file".
std::string path_uri(std::string_view path);

}  // namespace tieout
