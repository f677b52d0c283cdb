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

/// How far for_each_draft is.
struct DraftsDone {
    double files = 0;  ///< that were read; of a file of drafts a part
    std::size_t all = 0;
    std::string_view name;  ///< of the one that comes next
};

void add_draft_options(CLI::App& command, DraftOptions& options);

/// What the options leave open, as the configuration says it.
DraftOptions with_config(DraftOptions options, const Config& config);

/// The drafts that the options name, without those that the configuration ignores. A path that cannot be listed goes to `fail`.
std::vector<std::string> list_drafts(const DraftOptions& options, const Config& config,
                                     const std::function<void(const Error&)>& fail);

/// Reads the drafts one after the other and hands each over; without any path those of the working directory. One that cannot
/// be read is complained about and does not stop the others: the result is then ExitStatus::failed, else clean. Drafts that the
/// configuration ignores are left out, named or not. Before each `go_on` says whether to.
ExitStatus for_each_draft(const DraftOptions& options, const Config& config, const std::function<void(Document)>& use,
                          const std::function<bool(const DraftsDone&)>& go_on = {});

}  // namespace tieout
