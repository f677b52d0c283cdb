#include <CLI/CLI.hpp>
#include <chrono>
#include <map>

#include "base/files.hpp"
#include "command/command.hpp"
#include "command/drafts.hpp"
#include "command/setup.hpp"
#include "command/terminal.hpp"
#include "report/json_writer.hpp"
#include "report/renderer.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

struct CheckOptions {
    DraftOptions drafts;
    SetupOptions setup;
    std::vector<std::string> formats;
    std::string output;
    std::string fail_on = "error";
    std::string color = "auto";
    bool quiet = false;
    bool show_verified = false;
    bool statistics = false;
    bool show_config = false;
};

/// One format that was asked for, and where it goes: a file, or standard output where `file` is empty.
struct Output {
    std::string format;
    std::string file;
    std::unique_ptr<Renderer> renderer;
    std::string pending;
};

std::string known_formats() {
    std::string out;
    for (const std::string_view name : format_names()) out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

Result<std::vector<Output>> make_outputs(const CheckOptions& options, RenderOptions rendering) {
    std::vector<Output> outputs;
    for (const std::string& asked : options.formats.empty() ? std::vector<std::string>{"text"} : options.formats) {
        Output output;
        const std::size_t equals = asked.find('=');
        output.format = asked.substr(0, equals);
        output.file = equals == std::string::npos ? options.output : asked.substr(equals + 1);
        if (equals != std::string::npos && output.file.empty()) {
            return Error{"", 0, 0, "--format " + asked + " names no file", "write it as " + output.format + "=FILE"};
        }
        rendering.color = output.file.empty() && use_color(options.color);
        output.renderer = make_renderer(output.format, rendering);
        if (!output.renderer)
            return Error{"", 0, 0, "--format: \"" + output.format + "\" is no format", "there are " + known_formats()};
        for (const Output& other : outputs) {
            if (!output.file.empty() && other.file == output.file) {
                return Error{output.file, 0, 0, "is to hold two formats", "give each format its own file"};
            }
        }
        outputs.push_back(std::move(output));
    }
    return outputs;
}

/// Whether findings of a run count as failure. Nothing for a name --fail-on does not know.
std::optional<bool> is_failure(const std::string& fail_on, const Totals& totals) {
    if (fail_on == "error") return totals.errors > 0;
    if (fail_on == "warning") return totals.errors + totals.warnings > 0;
    if (fail_on == "note") return totals.findings() > 0;
    if (fail_on == "never") return false;
    return std::nullopt;
}

/// How often each rule was judged and how it came out, and how long that took; on standard error, beside any report.
class Statistics {
public:
    void add(const Report& report) {
        bytes_ += report.document.source.size();
        for (const Check& check : report.checks) ++rules_[check.rule][static_cast<std::size_t>(check.outcome)];
    }
    void print(const Totals& totals) const {
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start_;
        std::fprintf(stderr, "%-24s %8s %8s %8s\n", "rule", "holds", "fails", "open");
        for (const auto& [rule, counts] : rules_)
            std::fprintf(stderr, "%-24s %8zu %8zu %8zu\n", rule.c_str(), counts[0], counts[1], counts[2]);
        std::fprintf(stderr, "%zu drafts, %zu bytes, %zu figures in %.1f ms\n", totals.documents, bytes_, totals.claims,
                     took.count());
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::size_t bytes_ = 0;
    std::map<std::string, std::array<std::size_t, 3>> rules_;
};

/// What is in force, as JSON: for "why is this rule not run?".
std::string config_json(const CheckOptions& options, const std::vector<Output>& outputs, const Settings& settings) {
    std::string out;
    JsonWriter json(out);
    json.open_object().key("date").string_or_null(options.drafts.date).key("encoding").string_or_null(options.drafts.encoding);
    json.key("formats").open_array();
    for (const Output& output : outputs) {
        json.open_object().key("format").string(output.format).key("file").string_or_null(output.file).close_object();
    }
    json.close_array()
        .key("fail_on")
        .string(options.fail_on)
        .key("message_language")
        .string_or_null(options.setup.message_language);
    json.key("rates").string_or_null(options.setup.rates).key("rule_dirs").open_array();
    for (const std::string& dir : options.setup.rule_dirs) json.string(dir);
    json.close_array().key("rules").open_array();
    for (const Rule& rule : settings.rules->rules()) {
        if (!std::binary_search(settings.skipped.begin(), settings.skipped.end(), rule.id)) json.string(rule.id);
    }
    json.close_array().key("skipped_rules").open_array();
    for (const std::string& id : settings.skipped) json.string(id);
    json.close_array().close_object();
    return out + "\n";
}

/// Hands on what an output has ready. Files are kept back until they are whole.
bool flush(Output& output) {
    if (!output.file.empty()) return true;
    const bool written = print(output.pending);
    output.pending.clear();
    return written;
}

ExitStatus fail(const Error& error) {
    complain(error);
    return ExitStatus::failed;
}

ExitStatus check(const CheckOptions& options) {
    if (!is_failure(options.fail_on, {})) {
        return fail({"", 0, 0, "--fail-on: \"" + options.fail_on + "\" is no severity", "error, warning, note or never"});
    }
    if (!is_color_choice(options.color))
        return fail({"", 0, 0, "--color: \"" + options.color + "\" is not auto, always or never", ""});
    const auto setup = set_up(options.setup);
    if (!setup) return fail(setup.error());
    const Settings& settings = (*setup)->settings;
    RenderOptions rendering;
    rendering.language = settings.message_language;
    rendering.width = terminal_width();
    rendering.show_verified = options.show_verified;
    rendering.quiet = options.quiet;
    rendering.rules = settings.rules.get();
    auto outputs = make_outputs(options, rendering);
    if (!outputs) return fail(outputs.error());
    if (options.show_config) return print(config_json(options, *outputs, settings)) ? ExitStatus::clean : ExitStatus::failed;

    Totals totals;
    Statistics statistics;
    bool written = true;
    ExitStatus status = for_each_draft(options.drafts, [&](Document document) {
        const Report report = check_document(std::move(document), settings);
        totals.add(report);
        statistics.add(report);
        for (Output& output : *outputs) {
            output.renderer->add(report, output.pending);
            written = written && flush(output);
        }
    });
    if (status == ExitStatus::failed && totals.documents == 0) return status;
    for (Output& output : *outputs) {
        output.renderer->finish(totals, output.pending);
        written = written && flush(output);
        if (output.file.empty()) continue;
        if (const auto error = write_file(output.file, output.pending)) {
            complain(*error);
            written = false;
        }
    }
    if (options.statistics) statistics.print(totals);
    if (!written || status == ExitStatus::failed) return ExitStatus::failed;
    return *is_failure(options.fail_on, totals) ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

void add_check(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("check", "Check drafts: what agrees, and what cannot be true");
    const auto options = std::make_shared<CheckOptions>();
    add_draft_options(command, options->drafts);
    command
        .add_option("--format", options->formats, "Output: " + known_formats() + "; may be repeated, each with its own file")
        ->type_name("FORMAT[=FILE]")
        ->allow_extra_args(false);
    command.add_option("--output", options->output, "Write the report to a file, whole or not at all")->type_name("FILE");
    add_choice_of_rules(command, options->setup);
    command
        .add_option("--fail-on", options->fail_on, "Exit with 1 from this severity on: error (default), warning, note, never")
        ->type_name("SEVERITY");
    add_setup_options(command, options->setup);
    command.add_option("--color", options->color, "auto (default), always or never")->type_name("WHEN");
    command.add_flag("--quiet", options->quiet, "Findings only");
    command.add_flag("--show-verified", options->show_verified, "Show in full what was verified");
    command.add_flag("--statistics", options->statistics, "Count what each rule did, on standard error");
    command.add_flag("--show-config", options->show_config, "Print the settings in force and stop");
    command.footer("Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the work could not be done.");
    command.callback([options, &status] { status = check(*options); });
}

}  // namespace tieout
