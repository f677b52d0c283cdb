#include "report/gitlab_report.hpp"

#include "base/fnv.hpp"
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

void write_point(JsonWriter& json, Position position) {
    json.open_object().key("line").number(position.line).key("column").number(position.column).close_object();
}

}  // namespace

std::string GitlabRenderer::fingerprint(std::string_view path, std::string_view own) {
    std::string print = Fnv().take(path).take(own).hex();
    for (std::size_t again = 2; !taken_.insert(print).second; ++again)
        print = Fnv().take(path).take(own).take(std::to_string(again)).hex();
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
