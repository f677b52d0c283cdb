#include "command/setup.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <deque>
#include <filesystem>

#include "base/files.hpp"
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

/// The rules that --select and --ignore leave out, sorted.
Result<std::vector<std::string>> skipped(const RuleBook& book, const SetupOptions& options) {
    for (const auto* names : {&options.select, &options.ignore}) {
        for (const std::string& name : *names) {
            if (book.find(name)) continue;
            return Error{"", 0, 0,
                         (names == &options.select ? "--select: " : "--ignore: ") + ("no rule is named \"" + name + "\""),
                         "tieout rules list shows them"};
        }
    }
    const auto has = [](const std::vector<std::string>& names, const std::string& id) {
        return std::find(names.begin(), names.end(), id) != names.end();
    };
    std::vector<std::string> out;
    for (const Rule& rule : book.rules()) {
        if ((!options.select.empty() && !has(options.select, rule.id)) || has(options.ignore, rule.id)) out.push_back(rule.id);
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

void add_setup_options(CLI::App& command, SetupOptions& options) {
    command.add_option("--rules", options.rule_dirs, "Add the rules of a directory to the built-in ones")
        ->type_name("DIR")
        ->allow_extra_args(false);
    command
        .add_option("--rates", options.rates, "Exchange rates as the ECB's eurofxref-hist.csv, in place of the built-in ones")
        ->type_name("FILE");
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

Result<std::unique_ptr<Setup>> set_up(const SetupOptions& options) {
    auto setup = std::make_unique<Setup>();
    Settings& settings = setup->settings;
    if (options.message_language == "ko") {
        settings.message_language = Language::ko;
    } else if (options.message_language == "en") {
        settings.message_language = Language::en;
    } else if (!options.message_language.empty()) {
        return Error{"", 0, 0, "--message-language: \"" + options.message_language + "\" is not ko or en", ""};
    }
    auto book = load_rule_book(options.rule_dirs);
    if (!book) return book.error();
    settings.rules = *book;
    auto left_out = skipped(*settings.rules, options);
    if (!left_out) return left_out.error();
    settings.skipped = std::move(*left_out);
    settings.rates = &RateTable::built_in();
    if (!options.rates.empty()) {
        const auto csv = read_file(options.rates);
        if (!csv) return csv.error();
        auto table = RateTable::from_ecb(*csv, options.rates);
        if (!table) return table.error();
        setup->own_rates = std::move(*table);
        settings.rates = &*setup->own_rates;
    }
    return setup;
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
