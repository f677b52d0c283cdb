#include "policy/policy.hpp"

#include <algorithm>

#include "policy/silence.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

void apply_severities(Report& report, const RuleBook& rules, const std::map<std::string, Severity>& severities) {
    if (severities.empty()) return;
    for (Finding& finding : report.findings) {
        const auto chosen = severities.find(finding.rule);
        if (chosen == severities.end()) continue;
        const Rule* rule = rules.find(finding.rule);
        const bool at_most = !rule || finding.severity >= rule->severity;
        finding.severity = at_most ? chosen->second : std::min(finding.severity, chosen->second);
    }
}

}  // namespace

void apply_policy(Report& report, const Settings& settings, const Policy& policy) {
    const Language language = settings.message_language.value_or(report.document.language);
    apply_directives(report, *settings.rules, settings.skipped, language);
    apply_severities(report, *settings.rules, policy.severities);
    if (std::binary_search(settings.skipped.begin(), settings.skipped.end(), std::string(kUnusedSilence))) {
        std::erase_if(report.findings, [](const Finding& finding) { return finding.rule == kUnusedSilence; });
    }
    if (policy.baseline) policy.baseline->apply(report);
}

}  // namespace tieout
