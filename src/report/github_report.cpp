#include "report/github_report.hpp"

#include "report/finding_text.hpp"
#include "report/paths.hpp"
#include "report/places.hpp"

namespace tieout {
namespace {

/// As the runner's own library writes them (actions/toolkit, packages/core/src/command.ts): in a property ':' and ',' are signs
/// too.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

std::string_view command(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "notice";
    }
    return "";
}

}  // namespace

void GithubRenderer::add(const Report& report, std::string& out) {
    const Places places(report.document);
    const std::string file = escaped(plain_path(report.document.name), true);
    for (const Finding& finding : report.findings) {
        const Place place = places.of(finding.span);
        out.append("::").append(command(finding.severity)).append(" file=").append(file);
        out += ",line=" + std::to_string(place.begin.line) + ",endLine=" + std::to_string(place.end.line);
        if (place.begin.line == place.end.line) {
            out += ",col=" + std::to_string(place.begin.column) + ",endColumn=" + std::to_string(place.end.column);
        }
        out += ",title=" + escaped("tieout: " + finding.rule, true) + "::";
        out += escaped(finding_text(finding, report, options_.language.value_or(report.document.language)), false) + "\n";
    }
}

}  // namespace tieout
