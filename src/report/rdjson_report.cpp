#include "report/rdjson_report.hpp"

#include "report/finding_text.hpp"
#include "report/json_writer.hpp"
#include "report/paths.hpp"
#include "report/places.hpp"

namespace tieout {
namespace {

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "ERROR";
        case Severity::warning:
            return "WARNING";
        case Severity::note:
            return "INFO";
    }
    return "";
}

class DiagnosticWriter {
public:
    DiagnosticWriter(std::string& out, const Report& report, Language language)
        : json_(out), report_(report), places_(report.document), lines_(places_.text()), language_(language) {}

    void write(const Finding& finding) {
        json_.open_object().key("message").string(finding_text(finding, report_, language_));
        json_.key("location").open_object().key("path").string(plain_path(report_.document.name));
        range(finding.span);
        json_.close_object().key("severity").string(severity_name(finding.severity));
        json_.key("code").open_object().key("value").string(finding.rule).close_object();
        if (!finding.suggestions.empty()) {
            json_.key("suggestions").open_array();
            for (const Suggestion& suggestion : finding.suggestions) {
                json_.open_object();
                range(suggestion.span);
                json_.key("text").string(suggestion.replacement).close_object();
            }
            json_.close_array();
        }
        json_.close_object();
    }

private:
    void range(Span span) {
        const Place place = places_.of(span);
        json_.key("range").open_object().key("start").open_object().key("line").number(place.begin.line);
        json_.key("column").number(lines_.column(place.counted.begin)).close_object();
        json_.key("end").open_object().key("line").number(place.end.line);
        json_.key("column").number(lines_.column(place.counted.end)).close_object().close_object();
    }

    JsonWriter json_;
    const Report& report_;
    const Places places_;
    const LineStarts lines_;
    const Language language_;
};

}  // namespace

void RdjsonRenderer::begin(std::string& out) {
    if (!begun_) out += R"({"source":{"name":"tieout"},"diagnostics":[)";
    begun_ = true;
}

void RdjsonRenderer::add(const Report& report, std::string& out) {
    begin(out);
    if (report.findings.empty()) return;
    if (any_) out += ',';
    any_ = true;
    DiagnosticWriter writer(out, report, options_.language.value_or(report.document.language));
    for (const Finding& finding : report.findings) writer.write(finding);
}

void RdjsonRenderer::finish(const Totals&, std::string& out) {
    begin(out);
    out += "]}\n";
}

}  // namespace tieout
