#include "server/draft.hpp"

#include "base/files.hpp"
#include "reader/reader.hpp"
#include "server/protocol.hpp"

namespace tieout::server {

std::string Draft::path() const {
    return path_of_uri(uri_);
}

bool Draft::plain_text() const {
    const std::string extension = extension_of(path());
    if (extension.empty()) return language_id_ != "markdown" && language_id_ != "html";
    for (const char* marked : {"md", "markdown", "html", "htm", "xhtml", "nitf", "xml"}) {
        if (extension == marked) return false;
    }
    return true;
}

void Draft::check(const Workspace& workspace, Day today) {
    checked_ = true;
    report_.reset();
    error_.clear();
    if (is_ignored(workspace.config, path())) return;
    ReadOptions reading;
    reading.name = path();
    reading.today = today;
    if (extension_of(reading.name).empty() && language_id_ == "markdown") reading.format = Format::markdown;
    if (workspace.config.date.set()) reading.date = parse_day(workspace.config.date.value);
    auto document = read_document(text_.text(), reading);
    if (!document) {
        error_ = document.error().to_string();
        return;
    }
    report_ = check_document(std::move(*document), workspace.settings);
    apply_policy(*report_, workspace.settings, workspace.policy);
}

}  // namespace tieout::server
