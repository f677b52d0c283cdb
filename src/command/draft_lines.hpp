#pragma once

#include <functional>
#include <string>

#include "reader/reader.hpp"

namespace tieout {

/// Whether a file holds a draft a line, as `tieout batch` reads them: by its name, *.jsonl or *.ndjson.
bool holds_draft_lines(const std::string& name);

/// Reads the drafts of such a file one after the other. A line that is none goes to `fail`, with its number, and the others are
/// read. What the options leave open a line may say: date and language. `reading.name` is the file's. Before each draft `go_on`
/// is told what part of the file was read, and says whether to.
void for_each_draft_line(const std::string& bytes, const ReadOptions& reading, const std::function<void(Document)>& use,
                         const std::function<void(const Error&)>& fail, const std::function<bool(double)>& go_on);

}  // namespace tieout
