#include "report/finding_text.hpp"

#include "report/messages.hpp"

namespace tieout {

std::string finding_text(const Finding& finding, const Report& report, Language language) {
    std::string out = finding.message;
    for (const std::string& line : finding.working) out += "\n" + line;
    for (const Suggestion& suggestion : finding.suggestions) {
        out.append("\n").append(phrase(language, Phrase::suggestion)).append(": ");
        out.append(suggestion.span.of(report.document.text)).append(" → ").append(suggestion.replacement);
    }
    return out;
}

}  // namespace tieout
