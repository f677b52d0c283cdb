#include "report/sarif_report.hpp"

#include <algorithm>

#include "report/finding_text.hpp"
#include "report/json_writer.hpp"
#include "report/paths.hpp"
#include "report/places.hpp"
#include "report/rule_page.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

/// Writes the results of one draft.
class ResultWriter {
public:
    ResultWriter(std::string& out, const Report& report, Language language)
        : json_(out), report_(report), places_(report.document), uri_(path_uri(report.document.name)), language_(language) {}

    void write(const Finding& finding, std::size_t rule_index) {
        json_.open_object().key("ruleId").string(finding.rule).key("ruleIndex").number(rule_index);
        json_.key("level").string(to_string(finding.severity));
        message(finding_text(finding, report_, language_));
        json_.key("locations").open_array().open_object();
        physical_location(finding.span);
        if (const auto& enclosure = report_.document.enclosure; enclosure && !enclosure->label.empty())
            json_.key("logicalLocations")
                .open_array()
                .open_object()
                .key("name")
                .string(enclosure->label)
                .close_object()
                .close_array();
        json_.close_object().close_array();
        related(finding);
        json_.key("partialFingerprints").open_object().key("tieout/v1").string(finding.fingerprint).close_object();
        fixes(finding);
        json_.close_object();
    }

private:
    void message(std::string_view text) { json_.key("message").open_object().key("text").string(text).close_object(); }

    void region(Span span) {
        const Place place = places_.of(span);
        json_.open_object().key("startLine").number(place.begin.line).key("startColumn").number(place.begin.column);
        json_.key("endLine").number(place.end.line).key("endColumn").number(place.end.column).close_object();
    }

    void artifact() { json_.key("artifactLocation").open_object().key("uri").string(uri_).close_object(); }

    void physical_location(Span span) {
        json_.key("physicalLocation").open_object();
        artifact();
        json_.key("region");
        region(span);
        json_.close_object();
    }

    /// The other figures that cannot all be true with this one.
    void related(const Finding& finding) {
        bool open = false;
        for (const std::uint32_t index : finding.claims) {
            const Span span = report_.claims[index].figure.span;
            if (span.overlaps(finding.span)) continue;
            if (!open) json_.key("relatedLocations").open_array();
            open = true;
            json_.open_object();
            physical_location(span);
            message(span.of(report_.document.text));
            json_.close_object();
        }
        if (open) json_.close_array();
    }

    void fixes(const Finding& finding) {
        if (finding.suggestions.empty()) return;
        json_.key("fixes").open_array();
        for (const Suggestion& suggestion : finding.suggestions) {
            json_.open_object().key("description").open_object().key("text");
            json_.string(std::string(suggestion.span.of(report_.document.text)) + " → " + suggestion.replacement);
            json_.close_object().key("artifactChanges").open_array().open_object();
            artifact();
            json_.key("replacements").open_array().open_object().key("deletedRegion");
            region(suggestion.span);
            json_.key("insertedContent").open_object().key("text").string(suggestion.replacement).close_object();
            json_.close_object().close_array().close_object().close_array().close_object();
        }
        json_.close_array();
    }

    JsonWriter json_;
    const Report& report_;
    const Places places_;
    const std::string uri_;
    const Language language_;
};

void write_rule(JsonWriter& json, const std::string& id, const RuleBook* book, Language language) {
    json.open_object().key("id").string(id);
    const Rule* rule = book ? book->find(id) : nullptr;
    if (rule) {
        const std::string& summary = rule->summary[static_cast<std::size_t>(language)];
        json.key("shortDescription").open_object().key("text").string(summary).close_object();
        json.key("help").open_object().key("text").string(summary + "\n\ntieout explain " + id);
        json.key("markdown").string(rule_page(*rule)).close_object();
        json.key("defaultConfiguration").open_object().key("level").string(to_string(rule->severity)).close_object();
    }
    json.close_object();
}

}  // namespace

void SarifRenderer::begin(std::string& out) {
    if (begun_) return;
    begun_ = true;
    out += R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",)"
           R"("runs":[{"columnKind":"unicodeCodePoints","results":[)";
}

std::size_t SarifRenderer::rule_index(const std::string& id) {
    const auto found = std::find(rules_.begin(), rules_.end(), id);
    if (found != rules_.end()) return static_cast<std::size_t>(found - rules_.begin());
    rules_.push_back(id);
    return rules_.size() - 1;
}

void SarifRenderer::add(const Report& report, std::string& out) {
    begin(out);
    if (!draft_language_) draft_language_ = report.document.language;
    if (report.findings.empty()) return;
    if (any_) out += ',';
    any_ = true;
    ResultWriter writer(out, report, options_.language.value_or(report.document.language));
    for (const Finding& finding : report.findings) writer.write(finding, rule_index(finding.rule));
}

void SarifRenderer::finish(const Totals&, std::string& out) {
    begin(out);
    out += R"(],"tool":)";
    JsonWriter json(out);
    json.open_object().key("driver").open_object().key("name").string("tieout");
    json.key("version").string(TIEOUT_VERSION).key("semanticVersion").string(TIEOUT_VERSION).key("rules").open_array();
    const Language language = options_.language.value_or(draft_language_.value_or(Language::en));
    for (const std::string& id : rules_) write_rule(json, id, options_.rules, language);
    json.close_array().close_object().close_object();
    out += "}]}\n";
}

}  // namespace tieout
