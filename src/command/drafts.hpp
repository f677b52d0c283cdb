#pragma once

#include <functional>
#include <string>
#include <vector>

#include "command/command.hpp"
#include "policy/config.hpp"
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
    bool complains = true;  ///< about what cannot be read; not in the first of two passes over the same drafts
};

void add_draft_options(CLI::App& command, DraftOptions& options);

/// What the options leave open, as the configuration says it.
DraftOptions with_config(DraftOptions options, const Config& config);

/// Reads the drafts one after the other and hands each over; without any path those of the working directory. One that cannot
/// be read is complained about and does not stop the others: the result is then ExitStatus::failed, else clean. Drafts that the
/// configuration ignores are left out, named or not.
ExitStatus for_each_draft(const DraftOptions& options, const Config& config, const std::function<void(Document)>& use);

}  // namespace tieout
