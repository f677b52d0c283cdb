#include "report/finding_text.hpp"
#include "server/features.hpp"

namespace tieout::server {
namespace {

int severity(Severity severity) {
    switch (severity) {
        case Severity::error:
            return 1;
        case Severity::warning:
            return 2;
        case Severity::note:
            return 3;
    }
    return 3;
}

/// The other figures that cannot all be true with it.
Json related(const Draft& draft, const Finding& finding) {
    const Report& report = *draft.report();
    Json out = Json::array();
    for (const std::uint32_t index : finding.claims) {
        const Span span = report.claims[index].figure.span;
        if (span.overlaps(finding.span)) continue;
        out.push_back({{"location", {{"uri", draft.uri()}, {"range", to_json(draft.range(span))}}},
                       {"message", std::string(span.of(report.document.text))}});
    }
    return out;
}

}  // namespace

Json diagnostics(const Draft& draft, std::optional<Language> language) {
    Json out = Json::array();
    if (!draft.error().empty()) {
        out.push_back({{"range", to_json(TextRange{})}, {"severity", 1}, {"source", "tieout"}, {"message", draft.error()}});
    }
    const Report* report = draft.report();
    if (!report) return out;
    for (const Finding& finding : report->findings) {
        Json one = {{"range", to_json(draft.range(finding.span))},
                    {"severity", severity(finding.severity)},
                    {"code", finding.rule},
                    {"source", "tieout"},
                    {"message", finding_text(finding, *report, language.value_or(report->document.language))}};
        if (Json others = related(draft, finding); !others.empty()) one["relatedInformation"] = std::move(others);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace tieout::server
