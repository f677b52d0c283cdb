#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/report.hpp"

namespace tieout {

/// What was found before and is to be passed over: for a newsroom that begins with drafts that have findings already. Findings
/// are known again by their draft's path (from the baseline's own directory) and their fingerprint, so that edits elsewhere in
/// the draft do not bring them back; one found more often than before is reported.
class Baseline {
public:
    /// `file` is the path of the baseline, whose directory the drafts' paths are relative to.
    explicit Baseline(std::string file) : file_(std::move(file)) {}

    static Result<Baseline> read(std::string_view text, const std::string& file);
    /// As a file of it is written: sorted, a finding a line, so that its changes can be read.
    std::string write() const;

    void add(const Report& report);
    /// Takes out of the report what is known.
    void apply(Report& report) const;

private:
    struct Key {
        std::string path, rule, fingerprint;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    std::string path_of(const Report& report) const;

    std::string file_;
    std::map<Key, std::size_t> known_;  ///< how often each was found
};

}  // namespace tieout
