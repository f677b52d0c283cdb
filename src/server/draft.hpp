#pragma once

#include <memory>
#include <optional>
#include <string>

#include "model/report.hpp"
#include "policy/policy.hpp"
#include "server/text_document.hpp"

namespace tieout::server {

/// What a draft is checked by.
struct Workspace {
    Config config;
    Settings settings;
    Policy policy;
    std::shared_ptr<const void> keeps;  ///< what the settings point to
};

/// A draft that is open in the editor and what was found in it.
class Draft {
public:
    Draft(std::string uri, std::string language_id, TextDocument text)
        : uri_(std::move(uri)), language_id_(std::move(language_id)), text_(std::move(text)) {}

    const std::string& uri() const { return uri_; }
    std::string path() const;
    /// Whether it is written in plain text, where a comment is a line of its own.
    bool plain_text() const;
    const TextDocument& text() const { return text_; }
    TextDocument& edit() {
        checked_ = false;
        return text_;
    }
    void forget() { checked_ = false; }
    bool checked() const { return checked_; }

    void check(const Workspace& workspace, Day today);
    /// Of the last check; null where the text could not be read, which `error` then says.
    const Report* report() const { return report_ ? &*report_ : nullptr; }
    const std::string& error() const { return error_; }

    /// Where a range of the report's text stands in the editor's.
    Span source(Span span) const { return report_->document.offsets.to_source(span); }
    TextRange range(Span span) const { return text_.range(source(span)); }

    std::optional<std::int64_t> version;

private:
    std::string uri_;
    std::string language_id_;
    TextDocument text_;
    bool checked_ = false;
    std::optional<Report> report_;
    std::string error_;
};

}  // namespace tieout::server
