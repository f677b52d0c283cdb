#include <CLI/CLI.hpp>
#include <charconv>
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

/// "draft.md:3" and "draft.md:3:15": a draft and a spot in it; the whole where that is a file's name.
struct DraftSpot {
    std::string path;
    std::optional<Spot> spot;
};

DraftSpot split_spot(const std::string& what) {
    std::error_code failure;
    const auto exists = [&](const std::string& path) { return std::filesystem::exists(path, failure); };
    std::string path = what;
    std::vector<std::uint32_t> numbers;
    while (!exists(path) && numbers.size() < 2) {
        const std::size_t colon = path.rfind(':');
        std::uint32_t number = 0;
        if (colon == std::string::npos) break;
        const char* end = path.data() + path.size();
        const auto read = std::from_chars(path.data() + colon + 1, end, number);
        if (read.ec != std::errc() || read.ptr != end || number == 0) break;
        numbers.insert(numbers.begin(), number);
        path.resize(colon);
    }
    if (numbers.empty() || !exists(path)) return {what, std::nullopt};
    return {path, Spot{numbers.front(), numbers.size() > 1 ? std::optional(numbers.back()) : std::nullopt}};
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
    const DraftSpot draft = split_spot(options.what);
    const bool is_file = std::filesystem::exists(draft.path, failure);
    std::string source = draft.path;
    if (is_file) {
        auto bytes = read_file(draft.path);
        if (!bytes) return fail(bytes.error());
        source = std::move(*bytes);
        reading.name = draft.path;
        settings.all_numbers = false;
    } else {
        reading.format = Format::text;
        reading.name = "text";
    }
    auto document = read_document(std::move(source), reading);
    if (!document) return fail(document.error());
    if (draft.spot) {
        const auto out = explain_spot(check_document(std::move(*document), settings), *draft.spot, settings.message_language);
        if (!out)
            return fail(
                {draft.path, static_cast<int>(draft.spot->line), 0, "no figure stands there", "tieout claims shows them all"});
        return print(*out) ? ExitStatus::clean : ExitStatus::failed;
    }
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
    CLI::App& command = *program.add_subcommand("explain", "Explain a rule, how a figure is read, or the checks of a draft");
    const auto options = std::make_shared<ExplainOptions>();
    command
        .add_option(
            "WHAT", options->what,
            "A rule's id, a figure such as '약 6조6000억원', a draft, or a line or place in one (draft.md:3, draft.md:3:15)")
        ->required()
        ->type_name("");
    command.add_option("--date", options->date, "Date line for what is relative to it (default: today)")
        ->type_name("YYYY-MM-DD");
    add_setup_options(command, options->setup);
    command.callback([options, &status] { status = explain(*options); });
}

}  // namespace tieout
