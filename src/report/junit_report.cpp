#include "report/junit_report.hpp"

#include <algorithm>

#include "report/finding_text.hpp"
#include "report/messages.hpp"
#include "report/places.hpp"
#include "report/xml.hpp"

namespace tieout {
namespace {

class SuiteWriter {
public:
    SuiteWriter(std::string& out, const Report& report, Language language)
        : out_(out), report_(report), places_(report.document), language_(language), name_(xml(report.document.title())) {}

    void write() {
        const auto held = std::count_if(report_.checks.begin(), report_.checks.end(),
                                        [](const Check& check) { return check.outcome == Outcome::holds; });
        const auto failures = std::count_if(report_.findings.begin(), report_.findings.end(), fails);
        const std::size_t tests = static_cast<std::size_t>(held) + report_.findings.size();
        out_ += "  <testsuite name=\"" + name_ + "\" tests=\"" + std::to_string(std::max<std::size_t>(tests, 1));
        out_ += "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\">\n";
        for (const Finding& finding : report_.findings) write(finding);
        for (const Check& check : report_.checks) {
            if (check.outcome == Outcome::holds) write(check);
        }
        // A suite of no tests is taken for one that did not run.
        if (tests == 0) open("tieout", phrase(language_, Phrase::no_checks), "/>\n");
        out_ += "  </testsuite>\n";
    }

private:
    static bool fails(const Finding& finding) { return finding.severity != Severity::note; }

    void open(std::string_view rule, std::string_view name, std::string_view end) {
        out_ += "    <testcase classname=\"" + name_ + "\" name=\"[" + xml(rule) + "] " + xml(name) + "\"";
        out_ += end;
    }

    std::string where(Span span) const {
        const Position at = places_.of(span).begin;
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    }

    void write(const Finding& finding) {
        const std::string text = xml(where(finding.span) + ": " + finding_text(finding, report_, language_));
        open(finding.rule, where(finding.span) + " " + std::string(finding.span.of(report_.document.text)), ">\n");
        if (fails(finding)) {
            out_ +=
                "      <failure type=\"" + std::string(to_string(finding.severity)) + "\" message=\"" + xml(finding.message);
            out_ += "\">" + text + "</failure>\n";
        } else {
            out_ += "      <system-out>" + text + "</system-out>\n";
        }
        out_ += "    </testcase>\n";
    }

    void write(const Check& check) {
        std::string name;
        if (!check.claims.empty()) name = where(report_.claims[check.claims.front()].figure.span) + " ";
        name += check.working.empty() ? phrase(language_, Phrase::verified) : std::string_view(check.working.front());
        open(check.rule, name, "/>\n");
    }

    std::string& out_;
    const Report& report_;
    const Places places_;
    const Language language_;
    const std::string name_;
};

}  // namespace

void JunitRenderer::begin(std::string& out) {
    if (!begun_) out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tieout\">\n";
    begun_ = true;
}

void JunitRenderer::add(const Report& report, std::string& out) {
    begin(out);
    SuiteWriter(out, report, options_.language.value_or(report.document.language)).write();
}

void JunitRenderer::finish(const Totals&, std::string& out) {
    begin(out);
    out += "</testsuites>\n";
}

}  // namespace tieout
