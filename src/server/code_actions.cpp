#include "policy/silence.hpp"
#include "server/features.hpp"

namespace tieout::server {
namespace {

Json action(const Draft& draft, std::string title, TextRange range, std::string text, bool preferred) {
    Json edit = {{"range", to_json(range)}, {"newText", std::move(text)}};
    Json out = {{"title", std::move(title)},
                {"kind", "quickfix"},
                {"edit", {{"changes", {{draft.uri(), Json::array({std::move(edit)})}}}}}};
    if (preferred) out["isPreferred"] = true;
    return out;
}

/// A comment at the end of the figure's line, or in plain text on a line before it; the writer puts the reason in.
Json silence(const Draft& draft, const Finding& finding, bool korean) {
    const TextDocument& text = draft.text();
    const std::uint32_t line = draft.range(finding.span).start.line;
    const std::string reason = korean ? "이유를 적으세요" : "say why";
    std::string title = korean ? finding.rule + " 숨기기 (이유를 적어서)" : "Silence " + finding.rule + " with a reason";
    const std::uint32_t at = draft.plain_text() ? text.line_begin(line) : text.line_end(line);
    const TextPosition place = text.position(at);
    std::string comment = draft.plain_text() ? "//tieout-disable-next-line " + finding.rule + " -- " + reason + "\n"
                                             : " <!-- tieout-disable-line " + finding.rule + " -- " + reason + " -->";
    return action(draft, std::move(title), {place, place}, std::move(comment), false);
}

}  // namespace

Json code_actions(const Draft& draft, TextRange range, std::optional<Language> asked) {
    Json out = Json::array();
    const Report* report = draft.report();
    if (!report) return out;
    const bool korean = asked.value_or(report->document.language) == Language::ko;
    const std::uint32_t begin = draft.text().offset(range.start), end = draft.text().offset(range.end);
    for (const Finding& finding : report->findings) {
        const Span source = draft.source(finding.span);
        if (source.end < begin || source.begin > end) continue;
        for (const Suggestion& suggestion : finding.suggestions) {
            std::string title(suggestion.span.of(report->document.text));
            title += " → " + suggestion.replacement;
            out.push_back(action(draft, std::move(title), draft.range(suggestion.span), suggestion.replacement,
                                 finding.suggestions.size() == 1));
        }
        if (finding.rule != kUnusedSilence) out.push_back(silence(draft, finding, korean));
    }
    return out;
}

}  // namespace tieout::server
