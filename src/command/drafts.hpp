#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command/command.hpp"
#include "reader/reader.hpp"

namespace CLI {
class App;
}

namespace tieout {

/// Which drafts a command is to read, as given.
struct DraftOptions {
    std::vector<std::string> paths;
    std::string date;
    std::string encoding;
    std::string stdin_name = "-";
};

void add_draft_options(CLI::App& command, DraftOptions& options);

/// Reads the drafts one after the other and hands each over. One that cannot be read is complained about and does not stop the
/// others: the result is then ExitStatus::failed, else clean.
ExitStatus for_each_draft(const DraftOptions& options, const std::function<void(Document)>& use);

}  // namespace tieout
