#include "command/drafts.hpp"

#include <CLI/CLI.hpp>

#include "base/files.hpp"
#include "command/setup.hpp"

namespace tieout {

void add_draft_options(CLI::App& command, DraftOptions& options) {
    command.add_option("PATH", options.paths, "Drafts, directories of drafts, or - for standard input")->type_name("");
    command.add_option("--date", options.date, "The drafts' date line (default: as the draft says, else today)")
        ->type_name("YYYY-MM-DD");
    command.add_option("--encoding", options.encoding, "The drafts' encoding (default: found out)")->type_name("NAME");
    command
        .add_option("--stdin-filename", options.stdin_name,
                    "What standard input is called in the report; its extension names its format")
        ->type_name("NAME");
}

ExitStatus for_each_draft(const DraftOptions& options, const std::function<void(Document)>& use) {
    if (options.paths.empty()) {
        complain("no draft given (name files or directories, or - for standard input)");
        return ExitStatus::failed;
    }
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
        complain(error);
        status = ExitStatus::failed;
    };
    for (const std::string& path : options.paths) {
        const auto drafts = path == "-" ? Result<std::vector<std::string>>(std::vector<std::string>{path}) : list_drafts(path);
        if (!drafts) {
            fail(drafts.error());
            continue;
        }
        for (const std::string& draft : *drafts) {
            auto bytes = read_file(draft);
            if (!bytes) {
                fail(bytes.error());
                continue;
            }
            reading.name = draft == "-" ? options.stdin_name : draft;
            auto document = read_document(std::move(*bytes), reading);
            document ? use(std::move(*document)) : fail(document.error());
        }
    }
    return status;
}

}  // namespace tieout
