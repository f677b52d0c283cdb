#include <utility>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "command/check.hpp"
#include "report/corrections.hpp"

namespace tieout {
namespace {

/// Why a draft cannot be written back; empty where it can. Only a file whose bytes are the text itself can.
std::string obstacle(const Document& document) {
    if (const std::string_view why = why_uncorrectable(document); !why.empty()) return std::string(why);
    const auto bytes = read_file(document.name);
    if (!bytes) return bytes.error().what;
    if (*bytes != document.source) return "the file is not the text that was checked";
    if (valid_utf8_prefix(document.source) != document.source.size()) return "only drafts in UTF-8 can be corrected";
    return {};
}

}  // namespace

ExitStatus fix_drafts(const DraftOptions& options, const Setup& setup) {
    for (const std::string& path : options.paths) {
        if (path != "-") continue;
        complain("--fix cannot correct standard input (--diff shows the corrections)");
        return ExitStatus::failed;
    }
    std::size_t corrections = 0, drafts = 0;
    bool failed = false;
    std::string left;  // the file last complained about: many of its drafts may be wrong
    DraftOptions quietly = options;
    quietly.complains = false;  // the check that follows does
    for_each_draft(quietly, setup.config, [&](Document document) {
        Report report = check_document(std::move(document), setup.settings);
        apply_policy(report, setup.settings, setup.policy);
        const std::vector<Edit> edits = single_corrections(report);
        if (edits.empty()) return;
        if (const std::string why = obstacle(report.document); !why.empty()) {
            if (std::exchange(left, report.document.name) != report.document.name)
                complain(Error{report.document.name, 0, 0, "was left as it is: " + why, ""});
            failed = true;
            return;
        }
        if (const auto error = write_file(report.document.name, corrected(report.document.source, edits))) {
            complain(*error);
            failed = true;
            return;
        }
        corrections += edits.size();
        ++drafts;
    });
    complain("corrected " + std::to_string(corrections) + (corrections == 1 ? " figure in " : " figures in ") +
             std::to_string(drafts) + (drafts == 1 ? " draft" : " drafts"));
    return failed ? ExitStatus::failed : ExitStatus::clean;
}

}  // namespace tieout
