// Everything between a draft that was read and its report.
#include <algorithm>

#include "check/findings.hpp"
#include "invariants.hpp"
#include "policy/policy.hpp"
#include "registry.hpp"
#include "report/json_report.hpp"

namespace tieout::fuzz {
namespace {

/// A draft of plain text whose first byte chooses the language.
std::optional<Document> draft_of(std::string_view input) {
    if (input.empty()) return std::nullopt;
    ReadOptions options = read_options("draft.txt");
    options.format = Format::text;
    options.encoding = "UTF-8";
    options.language = input.front() == 'e' ? Language::en : Language::ko;
    auto document = read_document(std::string(input.substr(1)), options);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

std::string json_of(const Report& report) {
    std::string json;
    append_document(json, report);
    return json;
}

const Registered kExtract("extract", [](std::string_view input) {
    const auto document = draft_of(input);
    if (!document) return;
    Settings all = settings();
    all.all_numbers = true;
    const Report report = claims_of(*document, all);
    require_sound(report);
    require(json_of(report) == json_of(claims_of(*document, all)), "the same draft has the same claims");
});

/// The draft with a paragraph behind it that has nothing to do with it.
Document followed(Document document) {
    const std::string_view paragraph =
        document.language == Language::ko ? "하늘은 맑고 바람은 잔잔했다." : "Birds sang softly near the old mill.";
    const auto begin = static_cast<std::uint32_t>(document.text.size()) + 1;
    const Span span{begin, begin + static_cast<std::uint32_t>(paragraph.size())};
    document.text += '\n';
    document.text += paragraph;
    document.blocks.push_back({span});
    document.sentences.push_back({span, static_cast<std::uint32_t>(document.blocks.size() - 1)});
    return document;
}

std::string findings_of(const Report& report) {
    std::string out;
    for (const Finding& finding : report.findings)
        out += finding.rule + " " + std::to_string(finding.span.begin) + " " + finding.message + "\n";
    return out;
}

const Registered kCheck("check", [](std::string_view input) {
    const auto document = draft_of(input);
    if (!document) return;
    Report report = check_document(*document, settings());
    require(findings_of(report) == findings_of(check_document(followed(*document), settings())),
            "a paragraph about something else changes no finding");
    apply_policy(report, settings(), {});
    require_sound(report);
    Report again = check_document(*document, settings());
    apply_policy(again, settings(), {});
    require(json_of(report) == json_of(again), "the same draft has the same report");
});

}  // namespace
}  // namespace tieout::fuzz
