#include "report/corrections.hpp"

#include <algorithm>

namespace tieout {

std::vector<Edit> single_corrections(const Report& report) {
    const Document& document = report.document;
    std::vector<Edit> edits;
    for (const Finding& finding : report.findings) {
        if (finding.suggestions.size() != 1) continue;
        const Suggestion& suggestion = finding.suggestions.front();
        const Span bytes = document.offsets.to_source(suggestion.span);
        if (bytes.end > document.source.size() || bytes.of(document.source) != suggestion.span.of(document.text)) continue;
        edits.push_back({bytes, suggestion.replacement});
    }
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.bytes.begin < b.bytes.begin; });
    std::uint32_t end = 0;
    std::erase_if(edits, [&](const Edit& edit) {
        if (edit.bytes.begin < end) return true;
        end = edit.bytes.end;
        return false;
    });
    return edits;
}

std::string_view why_uncorrectable(const Document& document) {
    if (document.enclosure) return "drafts in JSON Lines are not corrected; correct them where they come from";
    const auto& notes = document.notes;
    if (std::find(notes.begin(), notes.end(), ReadingNote::extracted_text) != notes.end())
        return "zipped drafts are not corrected; correct it in a word processor";
    return {};
}

std::string corrected(const std::string& source, const std::vector<Edit>& edits) {
    std::string out;
    std::size_t copied = 0;
    for (const Edit& edit : edits) {
        out.append(source, copied, edit.bytes.begin - copied).append(edit.replacement);
        copied = edit.bytes.end;
    }
    return out.append(source, copied);
}

}  // namespace tieout
