#include "command/check.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "base/files.hpp"
#include "command/progress.hpp"
#include "command/statistics.hpp"
#include "command/terminal.hpp"
#include "command/watch.hpp"
#include "report/corrections.hpp"

namespace tieout {
namespace {

/// Whether findings of a run count as failure. Nothing for a name --fail-on does not know.
std::optional<bool> is_failure(const std::string& fail_on, const Totals& totals) {
    if (fail_on == "error") return totals.errors > 0;
    if (fail_on == "warning") return totals.errors + totals.warnings > 0;
    if (fail_on == "note") return totals.findings() > 0;
    if (fail_on == "never") return false;
    return std::nullopt;
}

ExitStatus fail(const Error& error) {
    complain(error);
    return ExitStatus::failed;
}

/// The first option that contradicts itself or another.
std::optional<Error> wrong(const CheckOptions& options) {
    if (!options.fail_on.empty() && !is_failure(options.fail_on, {}))
        return Error{"", 0, 0, "--fail-on: \"" + options.fail_on + "\" is no severity", "error, warning, note or never"};
    if (!is_color_choice(options.color))
        return Error{"", 0, 0, "--color: \"" + options.color + "\" is not auto, always or never", ""};
    if (options.fix && options.diff) return Error{"", 0, 0, "--fix and --diff exclude each other", "--diff changes nothing"};
    if (options.diff && !options.formats.empty())
        return Error{"", 0, 0, "--diff and --format exclude each other", "write --format diff=FILE beside the others"};
    if (options.watch) {
        if (options.fix || !options.write_baseline.empty() || options.show_config)
            return Error{"", 0, 0, "--watch only checks: it takes no --fix, --write-baseline or --show-config", ""};
        if (std::find(options.drafts.paths.begin(), options.drafts.paths.end(), "-") != options.drafts.paths.end())
            return Error{"", 0, 0, "--watch cannot watch standard input", "name files or directories"};
    }
    return std::nullopt;
}

RenderOptions rendering_of(const CheckOptions& options, const Settings& settings) {
    RenderOptions rendering;
    rendering.language = settings.message_language;
    rendering.width = terminal_width(STDOUT_FILENO);
    rendering.show_verified = options.show_verified;
    rendering.quiet = options.quiet;
    rendering.rules = settings.rules.get();
    return rendering;
}

/// Complains, once a file, about drafts whose corrections a diff cannot show.
class DiffRefusals {
public:
    explicit DiffRefusals(const std::vector<Output>& outputs)
        : wanted_(std::any_of(outputs.begin(), outputs.end(), [](const Output& output) { return output.format == "diff"; })) {}

    void add(const Report& report) {
        const std::string_view why = wanted_ ? why_uncorrectable(report.document) : std::string_view();
        if (why.empty() || single_corrections(report).empty()) return;
        any_ = true;
        if (std::exchange(last_, report.document.name) != last_)
            complain(Error{last_, 0, 0, "no diff: " + std::string(why), ""});
    }
    bool any() const { return any_; }

private:
    bool wanted_;
    bool any_ = false;
    std::string last_;
};

ExitStatus run(const CheckOptions& options, const Setup& setup, std::vector<Output>& outputs) {
    const DraftOptions drafts = with_config(options.drafts, setup.config);
    const bool fixed = !options.fix || fix_drafts(drafts, setup) == ExitStatus::clean;
    Totals totals;
    Statistics statistics;
    Baseline found(options.write_baseline);
    bool written = true;
    DiffRefusals refusals(outputs);
    std::optional<Progress> progress(std::in_place, !options.quiet);
    const auto go_on = [&](const DraftsDone& done) {
        progress->update(done.files, static_cast<double>(done.all), done.name);
        return !options.watch || !Watch::stopped();
    };
    const auto use = [&](Document document) {
        Report report = check_document(std::move(document), setup.settings);
        apply_policy(report, setup.settings, setup.policy);
        if (!options.write_baseline.empty()) found.add(report);
        totals.add(report);
        statistics.add(report);
        refusals.add(report);
        written = add(outputs, report) && written;
    };
    const ExitStatus status = for_each_draft(drafts, setup.config, use, go_on);
    progress.reset();
    if (options.watch && Watch::stopped()) return ExitStatus::failed;  // no report of some of the drafts
    if (status == ExitStatus::failed && totals.documents == 0) return status;
    written = finish(outputs, totals) && written;
    if (options.statistics) statistics.print(totals);
    if (!fixed || !written || refusals.any() || status == ExitStatus::failed) return ExitStatus::failed;
    if (!options.write_baseline.empty()) {
        if (const auto error = write_file(options.write_baseline, found.write())) return fail(*error);
        return ExitStatus::clean;
    }
    const std::string& configured = setup.config.fail_on.value;
    const std::string& fail_on = !options.fail_on.empty() ? options.fail_on : configured;
    return *is_failure(fail_on.empty() ? "error" : fail_on, totals) ? ExitStatus::findings : ExitStatus::clean;
}

ExitStatus check_once(const CheckOptions& options) {
    const auto setup = set_up(options.setup);
    if (!setup) return fail(setup.error());
    // A baseline that is written anew holds all there is, also what an older one knew.
    if (!options.write_baseline.empty()) (*setup)->policy.baseline.reset();
    auto outputs = make_outputs(options.formats, options.output, options.color, rendering_of(options, (*setup)->settings));
    if (!outputs) return fail(outputs.error());
    if (options.show_config) return print(show_config(options, *outputs, **setup)) ? ExitStatus::clean : ExitStatus::failed;
    return run(options, **setup, *outputs);
}

/// Whatever a check depends on: the drafts, and what set_up() reads.
std::vector<std::string> watched(const CheckOptions& options) {
    const auto pass_over = [](const Error&) {};  // the check itself complains
    std::vector<std::string> out = setup_files(options.setup);
    const auto config = load_config(options.setup);
    const std::vector<std::string> drafts = list_drafts(options.drafts, config ? *config : Config{}, pass_over);
    out.insert(out.end(), drafts.begin(), drafts.end());
    return out;
}

/// Checks again and again until it is interrupted, and ends as the last check did.
ExitStatus watch(const CheckOptions& options) {
    Watch watch([&] { return watched(options); });
    while (true) {
        watch.remember();
        if (isatty(STDOUT_FILENO)) print("\x1b[H\x1b[2J\x1b[3J");
        const ExitStatus status = check_once(options);
        complain("watching for changes; Ctrl-C ends");
        if (!watch.wait()) return status;
    }
}

ExitStatus check(CheckOptions options) {
    if (const auto error = wrong(options)) return fail(*error);
    if (options.diff) options.formats = {"diff"};
    return options.watch ? watch(options) : check_once(options);
}

}  // namespace

void add_check(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("check", "Check drafts: what agrees, and what cannot be true");
    const auto options = std::make_shared<CheckOptions>();
    add_draft_options(command, options->drafts);
    command.add_option("--format", options->formats, "Output, text by default; may be repeated, each with its own file")
        ->type_name("FORMAT[=FILE]")
        ->allow_extra_args(false);
    command.add_option("--output", options->output, "Write the report to a file, whole or not at all")->type_name("FILE");
    add_choice_of_rules(command, options->setup);
    command
        .add_option("--fail-on", options->fail_on, "Exit with 1 from this severity on: error (default), warning, note, never")
        ->type_name("SEVERITY");
    add_setup_options(command, options->setup);
    command.add_option("--baseline", options->setup.baseline, "Pass over the findings of a baseline")->type_name("FILE");
    command.add_option("--write-baseline", options->write_baseline, "Write all findings to a baseline and exit with 0")
        ->type_name("FILE");
    command.add_flag("--fix", options->fix, "Correct in the drafts what has one suggestion, then check them");
    command.add_flag("--diff", options->diff, "Show those corrections as a diff and change nothing");
    command.add_flag("--watch", options->watch, "Check again whenever a draft or the configuration changes, until Ctrl-C");
    command.add_option("--color", options->color, "auto (default), always or never")->type_name("WHEN");
    command.add_flag("--quiet", options->quiet, "Findings only");
    command.add_flag("--show-verified", options->show_verified, "Show in full what was verified");
    command.add_flag("--statistics", options->statistics, "Count what each rule did, on standard error");
    command.add_flag("--show-config", options->show_config, "Print the settings in force, and from where, and stop");
    command.footer("Formats: " + known_formats() +
                   "\nExit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.");
    command.callback([options, &status] { status = check(*options); });
}

}  // namespace tieout
