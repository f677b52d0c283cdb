#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "check/pipeline.hpp"
#include "number/calendar.hpp"
#include "policy/policy.hpp"

namespace CLI {
class App;
}

namespace tieout {

/// The options by which rules, references and the configuration are chosen, as given.
struct SetupOptions {
    std::string config;      ///< empty: the nearest .tieout.json
    bool no_config = false;  ///< not even that
    std::vector<std::string> rule_dirs;
    std::string rates;
    std::string facts;
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    std::string message_language;
    std::string baseline;
};

void add_setup_options(CLI::App& command, SetupOptions& options);
/// --select and --ignore, for commands that judge.
void add_choice_of_rules(CLI::App& command, SetupOptions& options);

/// Settings with the table they point to. Stays where it was made.
struct Setup {
    Config config;
    Policy policy;
    std::optional<RateTable> own_rates;
    Settings settings;
};

/// Loads what the options name and, where they leave something open, what the configuration says; `directory` is where the
/// search for that begins. The first thing that cannot be had is the error.
Result<std::unique_ptr<Setup>> set_up(const SetupOptions& options, const std::string& directory = ".");

/// The configuration that the options name, else the nearest above `directory`; an empty one where there is none.
Result<Config> load_config(const SetupOptions& options, const std::string& directory = ".");

/// The files that set_up() reads, as far as they are there.
std::vector<std::string> setup_files(const SetupOptions& options);

/// "2023-04-17", or an Error that says which option is wrong.
Result<Day> parse_date_option(const std::string& text, const std::string& option);

/// The day of the machine's clock, where it stands.
Day today();

}  // namespace tieout
