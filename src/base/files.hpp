#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace tieout {

/// The bytes of a file, or of standard input for "-". Fails for directories and for inputs of 4 GiB and more (Span is 32 bits).
Result<std::string> read_file(const std::string& path);

/// Writes a file whole or not at all: into a new file beside it, which then takes its name. A link keeps pointing where it did, the
/// file keeps its permissions; devices and pipes are written to directly. Nothing when it went well.
std::optional<Error> write_file(const std::string& path, std::string_view content);

/// The drafts at a path: the path itself where it is no directory, else every .txt, .md, .markdown, .html, .htm, .xhtml, .docx,
/// .odt, .hwpx and .nitf file below it, sorted by name. Hidden files and directories are left out, links to directories not followed.
Result<std::vector<std::string>> list_drafts(const std::string& path);

/// The extension of a path's last part in lower case, without the dot: "md"; empty where there is none.
std::string extension_of(std::string_view path);

}  // namespace tieout
