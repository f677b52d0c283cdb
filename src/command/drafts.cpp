#include "command/drafts.hpp"

#include <CLI/CLI.hpp>

#include "base/files.hpp"
#include "command/draft_lines.hpp"
#include "command/setup.hpp"

namespace tieout {

void add_draft_options(CLI::App& command, DraftOptions& options) {
    command
        .add_option("PATH", options.paths,
                    "Drafts, directories of drafts, JSON Lines of drafts (.jsonl), or - for standard input (default: the "
                    "working directory)")
        ->type_name("");
    command.add_option("--date", options.date, "The drafts' date line (default: as the draft says, else today)")
        ->type_name("YYYY-MM-DD");
    command.add_option("--encoding", options.encoding, "The drafts' encoding (default: found out)")->type_name("NAME");
    command
        .add_option("--stdin-filename", options.stdin_name,
                    "What standard input is called in the report; its extension names its format")
        ->type_name("NAME");
}

DraftOptions with_config(DraftOptions options, const Config& config) {
    if (options.date.empty()) options.date = config.date.value;
    if (options.encoding.empty()) options.encoding = config.encoding.value;
    return options;
}

namespace {

/// The drafts at a path; those below the working directory without "./" before them.
Result<std::vector<std::string>> drafts_at(const std::string& path) {
    if (path == "-") return std::vector<std::string>{path};
    auto drafts = list_drafts(path);
    if (!drafts || path != ".") return drafts;
    for (std::string& draft : *drafts) {
        if (draft.rfind("./", 0) == 0) draft.erase(0, 2);
    }
    return drafts;
}

}  // namespace

std::vector<std::string> list_drafts(const DraftOptions& options, const Config& config,
                                     const std::function<void(const Error&)>& fail) {
    std::vector<std::string> out;
    std::size_t found = 0;
    for (const std::string& path : options.paths.empty() ? std::vector<std::string>{"."} : options.paths) {
        const auto drafts = drafts_at(path);
        if (!drafts) {
            fail(drafts.error());
            continue;
        }
        found += drafts->size();
        for (const std::string& draft : *drafts) {
            if (!is_ignored(config, draft == "-" ? options.stdin_name : draft)) out.push_back(draft);
        }
    }
    if (found == 0 && options.paths.empty())
        fail({"", 0, 0, "there is no draft in the working directory", "name files or directories, or - for standard input"});
    return out;
}

ExitStatus for_each_draft(const DraftOptions& options, const Config& config, const std::function<void(Document)>& use,
                          const std::function<bool(const DraftsDone&)>& go_on) {
    ReadOptions reading;
    reading.today = today();
    if (!options.encoding.empty()) reading.encoding = options.encoding;
    if (!options.date.empty()) {
        const auto date = parse_date_option(options.date, "--date");
        if (!date) {
            complain(date.error());
            return ExitStatus::failed;
        }
        reading.date = *date;
    }
    ExitStatus status = ExitStatus::clean;
    const auto fail = [&](const Error& error) {
        if (options.complains) complain(error);
        status = ExitStatus::failed;
    };
    const std::vector<std::string> drafts = list_drafts(options, config, fail);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        reading.name = drafts[i] == "-" ? options.stdin_name : drafts[i];
        const auto goes_on = [&](double part) {
            return !go_on || go_on({static_cast<double>(i) + part, drafts.size(), reading.name});
        };
        if (!goes_on(0)) break;
        auto bytes = read_file(drafts[i]);
        if (!bytes) {
            fail(bytes.error());
        } else if (holds_draft_lines(reading.name)) {
            for_each_draft_line(*bytes, reading, use, fail, goes_on);
        } else {
            auto document = read_document(std::move(*bytes), reading);
            document ? use(std::move(*document)) : fail(document.error());
        }
    }
    return status;
}

}  // namespace tieout
