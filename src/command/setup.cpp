#include "command/setup.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <deque>
#include <filesystem>

#include "base/files.hpp"
#include "policy/facts_file.hpp"
#include "policy/silence.hpp"
#include "rulebook/file_check.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

namespace fs = std::filesystem;

/// Every .json file below a directory, in the order of their names.
Result<std::vector<std::string>> rule_files(const std::string& dir) {
    std::error_code failure;
    std::vector<std::string> paths;
    for (fs::recursive_directory_iterator it(dir, failure), end; !failure && it != end; it.increment(failure)) {
        if (it->path().extension() == ".json" && it->is_regular_file(failure)) paths.push_back(it->path().string());
    }
    if (failure)
        return Error{dir, 0, 0, "cannot be read as a directory of rules: " + failure.message(), "--rules takes a directory"};
    if (paths.empty()) return Error{dir, 0, 0, "holds no rule files", "rules are files named <id>.json"};
    std::sort(paths.begin(), paths.end());
    return paths;
}

Result<std::shared_ptr<const RuleBook>> load_rule_book(const std::vector<std::string>& dirs) {
    auto book = built_in_rules();
    for (const std::string& dir : dirs) {
        if (!book) return book.error();
        const auto paths = rule_files(dir);
        if (!paths) return paths.error();
        std::deque<std::string> contents;
        std::vector<EmbeddedFile> files;
        for (const std::string& path : *paths) {
            auto content = read_file(path);
            if (!content) return content.error();
            contents.push_back(std::move(*content));
            files.push_back({path, contents.back()});
        }
        book = load_rules(files, book->get());
    }
    return book;
}

std::vector<std::string> ids_of(const RuleBook& book) {
    std::vector<std::string> ids = {kUnusedSilence};
    for (const Rule& rule : book.rules()) ids.push_back(rule.id);
    return ids;
}

bool has(const std::vector<std::string>& names, const std::string& id) {
    return std::find(names.begin(), names.end(), id) != names.end();
}

/// What is wrong with the rules that --select, --ignore or the configuration name.
std::optional<Error> unknown_rule(const std::vector<std::string>& ids, const SetupOptions& options, const Config& config) {
    const auto hint = [&](const std::string& name) {
        const std::string near = nearest(name, ids);
        return near.empty() ? std::string("tieout rules list shows them") : "did you mean \"" + near + "\"?";
    };
    const auto what = [](const std::string& name) { return "no rule is named \"" + name + "\""; };
    for (const auto* names : {&options.select, &options.ignore}) {
        for (const std::string& name : *names) {
            if (has(ids, name)) continue;
            return Error{"", 0, 0, (names == &options.select ? "--select: " : "--ignore: ") + what(name), hint(name)};
        }
    }
    for (const auto& [name, choice] : config.rules) {
        if (!has(ids, name)) return config.wrong(choice, what(name), hint(name));
    }
    return std::nullopt;
}

/// The rules that are not to report, sorted. A rule that --select names is run whatever the configuration says.
std::vector<std::string> skipped(const std::vector<std::string>& ids, const SetupOptions& options, const Config& config) {
    std::vector<std::string> out;
    for (const std::string& id : ids) {
        const auto choice = config.rules.find(id);
        const bool off = choice != config.rules.end() && choice->second.value.off;
        const bool chosen = options.select.empty() ? !off : has(options.select, id);
        if (!chosen || has(options.ignore, id)) out.push_back(id);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<Error> load_rates(Setup& setup, const std::string& file) {
    setup.settings.rates = &RateTable::built_in();
    if (file.empty()) return std::nullopt;
    const auto csv = read_file(file);
    if (!csv) return csv.error();
    auto table = RateTable::from_ecb(*csv, file);
    if (!table) return table.error();
    setup.own_rates = std::move(*table);
    setup.settings.rates = &*setup.own_rates;
    return std::nullopt;
}

std::optional<Error> load_facts(Setup& setup, const std::string& file) {
    if (file.empty()) return std::nullopt;
    const auto text = read_file(file);
    if (!text) return text.error();
    auto facts = read_facts(*text, file);
    if (!facts) return facts.error();
    setup.settings.facts = std::make_shared<const Facts>(std::move(*facts));
    return std::nullopt;
}

std::optional<Error> load_baseline(Setup& setup, const std::string& file) {
    if (file.empty()) return std::nullopt;
    const auto text = read_file(file);
    if (!text) return text.error();
    auto baseline = Baseline::read(*text, file);
    if (!baseline) return baseline.error();
    setup.policy.baseline = std::move(*baseline);
    return std::nullopt;
}

}  // namespace

void add_setup_options(CLI::App& command, SetupOptions& options) {
    command.add_option("--config", options.config, "Configuration (default: the nearest .tieout.json upwards)")
        ->type_name("FILE");
    command.add_flag("--no-config", options.no_config, "Look for no configuration");
    command.add_option("--rules", options.rule_dirs, "Add the rules of a directory to the built-in ones")
        ->type_name("DIR")
        ->allow_extra_args(false);
    command
        .add_option("--rates", options.rates, "Exchange rates as the ECB's eurofxref-hist.csv, in place of the built-in ones")
        ->type_name("FILE");
    command.add_option("--facts", options.facts, "What the newsroom knows, to judge figures by")->type_name("FILE");
    command.add_option("--message-language", options.message_language, "Language of messages: ko or en (default: the draft's)")
        ->type_name("LANG");
}

void add_choice_of_rules(CLI::App& command, SetupOptions& options) {
    command.add_option("--select", options.select, "Judge by these rules only; several with commas")
        ->type_name("RULE")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--ignore", options.ignore, "Do not judge by these rules; several with commas")
        ->type_name("RULE")
        ->delimiter(',')
        ->allow_extra_args(false);
}

Result<std::unique_ptr<Setup>> set_up(const SetupOptions& options, const std::string& directory) {
    auto setup = std::make_unique<Setup>();
    Settings& settings = setup->settings;
    if (!options.message_language.empty() && options.message_language != "ko" && options.message_language != "en")
        return Error{"", 0, 0, "--message-language: \"" + options.message_language + "\" is not ko or en", ""};
    auto config = load_config(options, directory);
    if (!config) return config.error();
    setup->config = std::move(*config);
    const Config& chosen = setup->config;
    const std::string& language = options.message_language.empty() ? chosen.message_language.value : options.message_language;
    if (!language.empty()) settings.message_language = language == "ko" ? Language::ko : Language::en;
    settings.house = chosen.house.value;

    std::vector<std::string> dirs = chosen.rule_dirs.value;
    dirs.insert(dirs.end(), options.rule_dirs.begin(), options.rule_dirs.end());
    auto book = load_rule_book(dirs);
    if (!book) return book.error();
    settings.rules = *book;
    const std::vector<std::string> ids = ids_of(*settings.rules);
    if (const auto error = unknown_rule(ids, options, chosen)) return *error;
    settings.skipped = skipped(ids, options, chosen);
    for (const auto& [id, choice] : chosen.rules) {
        if (choice.value.severity) setup->policy.severities.emplace(id, *choice.value.severity);
    }
    if (auto error = load_rates(*setup, options.rates.empty() ? chosen.rates.value : options.rates)) return *error;
    if (auto error = load_facts(*setup, options.facts.empty() ? chosen.facts.value : options.facts)) return *error;
    if (auto error = load_baseline(*setup, options.baseline.empty() ? chosen.baseline.value : options.baseline)) return *error;
    return setup;
}

Result<Config> load_config(const SetupOptions& options, const std::string& directory) {
    if (options.no_config) return Config{};
    const std::string file = options.config.empty() ? find_config(directory) : options.config;
    if (file.empty()) return Config{};
    const auto text = read_file(file);
    if (!text) return text.error();
    return read_config(*text, file);
}

std::vector<std::string> setup_files(const SetupOptions& options) {
    const auto config = load_config(options);
    const Config none;
    const Config& chosen = config ? *config : none;
    // A broken configuration is watched all the same.
    std::vector<std::string> out = {options.config.empty() ? find_config(".") : options.config,
                                    options.rates.empty() ? chosen.rates.value : options.rates,
                                    options.facts.empty() ? chosen.facts.value : options.facts,
                                    options.baseline.empty() ? chosen.baseline.value : options.baseline};
    for (const auto* dirs : {&options.rule_dirs, &chosen.rule_dirs.value}) {
        for (const std::string& dir : *dirs) {
            const auto files = rule_files(dir);
            if (files) out.insert(out.end(), files->begin(), files->end());
        }
    }
    std::erase(out, "");
    return out;
}

Result<Day> parse_date_option(const std::string& text, const std::string& option) {
    if (const auto day = parse_day(text)) return *day;
    return Error{"", 0, 0, option + ": \"" + text + "\" is no date", "write it as 2023-04-17"};
}

Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    const auto day =
        make_day(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday));
    return day.value_or(Day{});
}

}  // namespace tieout
