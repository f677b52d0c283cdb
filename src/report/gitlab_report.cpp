#include "report/gitlab_report.hpp"

#include <cstdint>

#include "report/json_writer.hpp"
#include "report/paths.hpp"
#include "report/places.hpp"

namespace tieout {
namespace {

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "critical";
        case Severity::warning:
            return "minor";
        case Severity::note:
            return "info";
    }
    return "";
}

/// FNV-1a, 64 bits, in hex.
std::string hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037u;
    for (const char c : text) value = (value ^ static_cast<std::uint8_t>(c)) * 1099511628211u;
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
    return out;
}

void write_point(JsonWriter& json, Position position) {
    json.open_object().key("line").number(position.line).key("column").number(position.column).close_object();
}

}  // namespace

std::string GitlabRenderer::fingerprint(std::string_view path, std::string_view own) {
    std::string text = std::string(path) + '\n' + std::string(own);
    std::string print = hash(text);
    for (std::size_t again = 2; !taken_.insert(print).second; ++again) print = hash(text + '\n' + std::to_string(again));
    return print;
}

void GitlabRenderer::add(const Report& report, std::string& out) {
    const Places places(report.document);
    const std::string_view path = plain_path(report.document.name);
    for (const Finding& finding : report.findings) {
        const Place place = places.of(finding.span);
        out += any_ ? ",\n" : "[";
        any_ = true;
        JsonWriter json(out);
        json.open_object().key("description").string(finding.message).key("check_name").string(finding.rule);
        json.key("fingerprint").string(fingerprint(path, finding.fingerprint));
        json.key("severity").string(severity_name(finding.severity));
        json.key("location").open_object().key("path").string(path).key("positions").open_object().key("begin");
        write_point(json, place.begin);
        json.key("end");
        write_point(json, place.end);
        json.close_object().close_object().close_object();
    }
}

void GitlabRenderer::finish(const Totals&, std::string& out) {
    out += any_ ? "]\n" : "[]\n";
}

}  // namespace tieout
