#include "policy/baseline.hpp"

#include <algorithm>
#include <filesystem>

#include "report/json_writer.hpp"
#include "rulebook/file_check.hpp"

namespace tieout {

namespace fs = std::filesystem;

Result<Baseline> Baseline::read(std::string_view text, const std::string& file) {
    constexpr const char* kFormat = "tieout-baseline/1";
    constexpr int kMost = 999'999;
    FileCheck check(text, file);
    Baseline out(file);
    const JsonValue* root = check.root();
    if (root && check.object(*root, {"format", "findings"})) {
        if (check.string(*root, "format", true) != kFormat)
            check.fail(*root, "this is no baseline", "tieout check --write-baseline writes one");
        for (const JsonValue* each : check.array(*root, "findings", false)) {
            if (!check.object(*each, {"path", "rule", "fingerprint", "count"})) break;
            Key key{check.string(*each, "path", true), check.string(*each, "rule", true),
                    check.string(*each, "fingerprint", true)};
            out.known_[std::move(key)] += static_cast<std::size_t>(check.integer(*each, "count", 1, 1, kMost));
        }
    }
    if (check.failed()) return check.error();
    return out;
}

std::string Baseline::write() const {
    std::string out = R"({"format":"tieout-baseline/1","findings":[)";
    bool first = true;
    for (const auto& [key, count] : known_) {
        out += first ? "\n" : ",\n";
        first = false;
        JsonWriter json(out);
        json.open_object().key("path").string(key.path).key("rule").string(key.rule);
        json.key("fingerprint").string(key.fingerprint);
        if (count > 1) json.key("count").number(count);
        json.close_object();
    }
    return out + "\n]}\n";
}

std::string Baseline::path_of(const Report& report) const {
    std::error_code failure;
    const fs::path base = fs::absolute(file_, failure).parent_path().lexically_normal();
    std::string path =
        fs::absolute(report.document.name, failure).lexically_normal().lexically_relative(base).generic_string();
    // Of several drafts in a file each has its own findings; one without an id is known by its line alone.
    if (const auto& enclosure = report.document.enclosure)
        path += ":" + (enclosure->label.empty() ? std::to_string(enclosure->line_number) : enclosure->label);
    return path;
}

void Baseline::add(const Report& report) {
    for (const Finding& finding : report.findings) ++known_[{path_of(report), finding.rule, finding.fingerprint}];
}

void Baseline::apply(Report& report) const {
    if (known_.empty() || report.findings.empty()) return;
    const std::string path = path_of(report);
    std::map<Key, std::size_t> left;
    const auto kept = std::remove_if(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        Key key{path, finding.rule, finding.fingerprint};
        const auto known = known_.find(key);
        if (known == known_.end()) return false;
        std::size_t& seen = left[std::move(key)];
        return ++seen <= known->second;
    });
    report.silenced += static_cast<std::uint32_t>(report.findings.end() - kept);
    report.findings.erase(kept, report.findings.end());
}

}  // namespace tieout
