#include <CLI/CLI.hpp>
#include <array>

#include "base/utf8.hpp"
#include "command/command.hpp"
#include "command/drafts.hpp"
#include "command/setup.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"
#include "report/text_layout.hpp"

namespace tieout {
namespace {

struct ClaimsOptions {
    DraftOptions drafts;
    SetupOptions setup;
    std::string format = "text";
    bool all_numbers = false;
};

using Row = std::array<std::string, 8>;

constexpr std::array<std::string_view, 8> kHeads = {"place", "figure", "kind", "stated", "unit", "metric", "subject", "period"};
constexpr int kWidest = 32;  // columns of one cell; what is longer is cut

std::string cell(std::string_view text) {
    const std::string_view shown = fitting(text, kWidest);
    return std::string(shown) + (shown.size() < text.size() ? "…" : "");
}

std::string values(const Figure& figure) {
    if (figure.kind == Kind::date) return figure.period ? to_string(*figure.period) : "-";
    if (!figure.valid) return "-";
    const Interval said = stated(figure.magnitude);
    if (said.is_point()) return said.low().value->to_decimal();
    const auto end = [](const Bound& bound, const char* open) {
        return bound.infinite() ? std::string(open) : bound.value->to_decimal();
    };
    return (said.low().closed ? "[" : "(") + end(said.low(), "-∞") + ", " + end(said.high(), "∞") +
           (said.high().closed ? "]" : ")");
}

Row row_of(const Claim& claim, const Document& document, const Places& places) {
    const Position at = places.of(claim.figure.span).begin;
    Row row = {std::to_string(at.line) + ":" + std::to_string(at.column),
               safe(claim.figure.span.of(document.text)),
               std::string(to_string(claim.figure.kind)),
               values(claim.figure),
               std::string(unit_code(claim.figure)),
               claim.metric,
               safe(claim.subject),
               claim.period ? to_string(*claim.period) : ""};
    if (claim.figure.per != Per::none) {
        row[4] += "/" + (claim.figure.per == Per::item ? claim.figure.per_noun : std::string(to_string(claim.figure.per)));
    }
    for (std::string& text : row) text = cell(text);
    return row;
}

/// The claims of one draft as a table whose columns line up under Hangul.
std::string table(const Report& report) {
    const Places places(report.document);
    std::vector<Row> rows(1);
    std::copy(kHeads.begin(), kHeads.end(), rows[0].begin());
    for (const Claim& claim : report.claims) rows.push_back(row_of(claim, report.document, places));
    std::array<int, kHeads.size()> widths{};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string out = safe(report.document.title()) + "\n";
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += " " + row[i] + std::string(static_cast<std::size_t>(widths[i] - display_width(row[i]) + 1), ' ');
        }
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out + "\n";
}

ExitStatus claims(const ClaimsOptions& options) {
    const bool as_table = options.format == "text";
    const auto renderer = options.format == "json" || options.format == "jsonl" ? make_renderer(options.format, {}) : nullptr;
    if (!as_table && !renderer) {
        complain("--format: \"" + options.format + "\" is no format of claims (there are text, json, jsonl)");
        return ExitStatus::failed;
    }
    const auto setup = set_up(options.setup);
    if (!setup) {
        complain(setup.error());
        return ExitStatus::failed;
    }
    Settings& settings = (*setup)->settings;
    settings.all_numbers = options.all_numbers;
    Totals totals;
    bool written = true;
    const ExitStatus status =
        for_each_draft(with_config(options.drafts, (*setup)->config), (*setup)->config, [&](Document document) {
            const Report report = claims_of(std::move(document), settings);
            totals.add(report);
            std::string out;
            if (as_table) {
                out = table(report);
            } else {
                renderer->add(report, out);
            }
            written = written && print(out);
        });
    if (renderer && totals.documents > 0) {
        std::string out;
        renderer->finish(totals, out);
        written = written && print(out);
    }
    return written ? status : ExitStatus::failed;
}

}  // namespace

void add_claims(CLI::App& program, ExitStatus& status) {
    CLI::App& command =
        *program.add_subcommand("claims", "Show the figures of drafts and what is said of each; no rule is run");
    const auto options = std::make_shared<ClaimsOptions>();
    add_draft_options(command, options->drafts);
    command.add_option("--format", options->format, "text (default), json or jsonl")->type_name("FORMAT");
    command.add_flag("--all-numbers", options->all_numbers, "Also read bare numbers written in words");
    add_setup_options(command, options->setup);
    command.callback([options, &status] { status = claims(*options); });
}

}  // namespace tieout
