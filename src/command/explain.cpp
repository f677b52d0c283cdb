#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/files.hpp"
#include "command/command.hpp"
#include "command/setup.hpp"
#include "reader/reader.hpp"
#include "report/explain_report.hpp"
#include "report/reading_words.hpp"
#include "report/rule_page.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

struct ExplainOptions {
    SetupOptions setup;
    std::string what;
    std::string date;
};

ExitStatus fail(const Error& error) {
    complain(error);
    return ExitStatus::failed;
}

/// Every figure of a text, as it is read.
std::string explain_figures(Document document, const Settings& settings) {
    const Report report = claims_of(std::move(document), settings);
    std::string out;
    for (const Claim& claim : report.claims) {
        if (!out.empty()) out += '\n';
        out += explain_figure(claim.figure, claim.figure.span.of(report.document.text),
                              settings.message_language.value_or(report.document.language));
    }
    return out;
}

ExitStatus explain(const ExplainOptions& options) {
    const auto setup = set_up(options.setup);
    if (!setup) return fail(setup.error());
    Settings& settings = (*setup)->settings;
    settings.explain = true;
    settings.all_numbers = true;
    if (const Rule* rule = settings.rules->find(options.what)) {
        return print(rule_page(*rule)) ? ExitStatus::clean : ExitStatus::failed;
    }
    ReadOptions reading;
    reading.today = today();
    if (!options.date.empty()) {
        const auto date = parse_date_option(options.date, "--date");
        if (!date) return fail(date.error());
        reading.date = *date;
    }
    std::error_code failure;
    const bool is_file = std::filesystem::exists(options.what, failure);
    std::string source = options.what;
    if (is_file) {
        auto bytes = read_file(options.what);
        if (!bytes) return fail(bytes.error());
        source = std::move(*bytes);
        reading.name = options.what;
        settings.all_numbers = false;
    } else {
        reading.format = Format::text;
        reading.name = "text";
    }
    auto document = read_document(std::move(source), reading);
    if (!document) return fail(document.error());
    const std::string out = is_file ? explain_report(check_document(std::move(*document), settings), settings.message_language)
                                    : explain_figures(std::move(*document), settings);
    if (out.empty()) {
        return fail(
            {"", 0, 0, "\"" + options.what + "\" is no rule, no file and has no figure", "tieout rules list shows the rules"});
    }
    return print(out) ? ExitStatus::clean : ExitStatus::failed;
}

}  // namespace

void add_explain(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("explain", "Explain a rule, how a figure is read, or every check of a draft");
    const auto options = std::make_shared<ExplainOptions>();
    command.add_option("WHAT", options->what, "A rule's id, a figure such as '약 6조6000억원', or a draft")
        ->required()
        ->type_name("");
    command.add_option("--date", options->date, "Date line for what is relative to it (default: today)")
        ->type_name("YYYY-MM-DD");
    add_setup_options(command, options->setup);
    command.callback([options, &status] { status = explain(*options); });
}

}  // namespace tieout
