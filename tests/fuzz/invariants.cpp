#include "invariants.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "report/json_report.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout::fuzz {
namespace {

void require_span(Span span, std::string_view text, const char* what) {
    require(span.begin <= span.end && span.end <= text.size(), what);
    const auto on_border = [&](std::uint32_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    require(on_border(span.begin) && on_border(span.end), what);
}

void require_figure(const Figure& figure, std::string_view text) {
    require_span(figure.span, text, "a figure's span");
    require(figure.span.contains(figure.core), "a figure's core is inside it");
    require(figure.numeral.empty() || figure.span.contains(figure.numeral), "a figure's numeral is inside it");
    for (const Span part : {figure.core, figure.numeral, figure.lower, figure.upper, figure.weekday_span})
        require_span(part, text, "a part of a figure");
}

}  // namespace

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void require_sound(const Error& error, std::string_view text) {
    require(!error.what.empty(), "an error says something");
    require(error.line >= 0 && error.column >= 0, "an error's place counts from 1");
    require(error.line <= 1 + std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }),
            "an error's line is in the text");
}

void require_sound(const Document& document) {
    const std::string_view text = document.text;
    require(valid_utf8_prefix(text) == text.size(), "the text is UTF-8");
    std::uint32_t behind = 0;
    for (const Block& block : document.blocks) {
        require_span(block.span, text, "a block's span");
        require(block.span.begin >= behind, "blocks are in order");
        behind = block.span.end;
    }
    behind = 0;
    for (const Sentence& sentence : document.sentences) {
        require_span(sentence.span, text, "a sentence's span");
        require(sentence.span.begin >= behind, "sentences are in order");
        behind = sentence.span.end;
        require(sentence.block < document.blocks.size() && document.blocks[sentence.block].span.contains(sentence.span),
                "a sentence is in its block");
        const Span source = document.offsets.to_source(sentence.span);
        require(source.begin <= source.end && source.end <= document.source.size(), "a sentence's place in the source");
        require(document.in_source_text(source.end) <= document.source_text().size(), "its place in the decoded source");
    }
}

void require_sound(const Report& report) {
    require_sound(report.document);
    const std::string_view text = report.document.text;
    for (const Claim& claim : report.claims) {
        require_figure(claim.figure, text);
        const Span source = report.document.offsets.to_source(claim.figure.span);
        require(source.begin <= source.end && source.end <= report.document.source.size(), "a figure's place in the source");
    }
    const auto require_claims = [&](const std::vector<std::uint32_t>& claims) {
        for (const std::uint32_t claim : claims) require(claim < report.claims.size(), "a claim's number");
    };
    for (const Check& check : report.checks) require_claims(check.claims);
    for (const Finding& finding : report.findings) {
        require_span(finding.span, text, "a finding's span");
        require_claims(finding.claims);
        require(!finding.message.empty(), "a finding says something");
        for (const Suggestion& suggestion : finding.suggestions) require_span(suggestion.span, text, "a suggestion's span");
    }
    std::string json;
    append_document(json, report);
    require(nlohmann::json::accept(json), "the report is JSON");
}

const Settings& settings() {
    static const Settings kSettings = [] {
        Settings settings;
        const auto& rules = built_in_rules();
        require(rules.ok(), "the rules that ship can be loaded");
        settings.rules = *rules;
        return settings;
    }();
    return kSettings;
}

ReadOptions read_options(std::string name) {
    ReadOptions options;
    options.name = std::move(name);
    options.today = *parse_day("2024-05-17");
    return options;
}

std::optional<Document> read_soundly(std::string_view input, const ReadOptions& options) {
    auto document = read_document(std::string(input), options);
    const auto again = read_document(std::string(input), options);
    require(document.ok() == again.ok(), "the same input is read or refused the same way");
    if (!document) {
        require(!document.error().what.empty(), "a refusal says something");
        return std::nullopt;
    }
    require(document->text == again->text && document->blocks.size() == again->blocks.size() &&
                document->sentences.size() == again->sentences.size(),
            "the same input is read the same way");
    require_sound(*document);
    return std::move(*document);
}

}  // namespace tieout::fuzz
