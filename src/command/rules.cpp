#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "command/command.hpp"
#include "command/rule_slips.hpp"
#include "command/rule_test.hpp"
#include "command/setup.hpp"
#include "report/rule_page.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

namespace fs = std::filesystem;

struct RulesOptions {
    SetupOptions setup;
    bool slips = false;
    std::string output = "docs/rules";
    bool check = false;
};

ExitStatus list(const RuleBook& book, Language language) {
    std::size_t widest = 0;
    for (const Rule& rule : book.rules()) widest = std::max(widest, rule.id.size());
    std::string out;
    for (const Rule& rule : book.rules()) {
        out += rule.id + std::string(widest - rule.id.size() + 2, ' ');
        const std::string severity(to_string(rule.severity));
        out += severity + std::string(9 - severity.size(), ' ') + rule.summary[static_cast<std::size_t>(language)] + "\n";
    }
    return print(out) ? ExitStatus::clean : ExitStatus::failed;
}

ExitStatus test(const RuleBook& book, const Settings& settings, bool slips) {
    RuleTestResult result;
    for (const Rule& rule : book.rules()) run_examples(rule, settings, result);
    std::string out;
    for (const std::string& failure : result.failures) out += failure + "\n";
    if (slips) out += slip_table(book.rules(), settings) + "\n";
    out += std::to_string(book.rules().size()) + " rules, " + std::to_string(result.examples) + " examples, " +
           std::to_string(result.failures.size()) + " failed\n";
    if (!print(out)) return ExitStatus::failed;
    return result.failures.empty() ? ExitStatus::clean : ExitStatus::findings;
}

/// Every page and its content.
std::vector<std::pair<std::string, std::string>> pages(const RuleBook& book) {
    std::vector<std::pair<std::string, std::string>> out;
    out.emplace_back("README.md", rule_index(book.rules()));
    for (const Rule& rule : book.rules()) out.emplace_back(rule.id + ".md", rule_page(rule));
    return out;
}

/// Writes the pages, or says which are stale. Pages of rules that are gone are removed, or reported too.
ExitStatus docs(const RuleBook& book, const RulesOptions& options) {
    const auto made = pages(book);
    std::error_code failure;
    if (!options.check) fs::create_directories(options.output, failure);
    std::string stale;
    for (const auto& [name, content] : made) {
        const std::string path = options.output + "/" + name;
        const auto old = read_file(path);
        if (old && *old == content) continue;
        if (options.check) {
            stale += path + " is stale\n";
        } else if (const auto error = write_file(path, content)) {
            complain(*error);
            return ExitStatus::failed;
        }
    }
    for (fs::directory_iterator it(options.output, failure), end; !failure && it != end; it.increment(failure)) {
        const std::string name = it->path().filename().string();
        if (extension_of(name) != "md" ||
            std::any_of(made.begin(), made.end(), [&](const auto& page) { return page.first == name; }))
            continue;
        stale += it->path().string() + " belongs to no rule\n";
    }
    if (stale.empty()) return ExitStatus::clean;
    complain("the rule pages are not those of the rules (./dev docs writes them)");
    return print(stale) ? ExitStatus::findings : ExitStatus::failed;
}

}  // namespace

void add_rules(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("rules", "The rules in force: list them, or run the examples they carry");
    command.require_subcommand(0, 1);
    command.fallthrough();
    const auto options = std::make_shared<RulesOptions>();
    add_setup_options(command, options->setup);
    command.add_subcommand("list", "Their ids, severities and summaries (default)");
    CLI::App& testing = *command.add_subcommand("test", "Run every example of every rule file; exit status 1 where one fails");
    testing.add_flag(
        "--slips", options->slips,
        "Also make a slip in every figure that a holding example verifies, one at a time, and count those that are noticed");
    CLI::App& writing = *command.add_subcommand("docs", "Write the rule pages");
    writing.group("");  // for the project's own use
    writing.add_option("--output", options->output, "Directory of the pages")->type_name("DIR");
    writing.add_flag("--check", options->check, "Only say which pages are stale");
    command.callback([options, &testing, &writing, &status] {
        const auto setup = set_up(options->setup);
        if (!setup) {
            complain(setup.error());
            status = ExitStatus::failed;
            return;
        }
        const Settings& settings = (*setup)->settings;
        const RuleBook& book = *settings.rules;
        if (testing.parsed()) {
            status = test(book, settings, options->slips);
        } else if (writing.parsed()) {
            status = docs(book, *options);
        } else {
            status = list(book, settings.message_language.value_or(Language::en));
        }
    });
}

}  // namespace tieout
