#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "check/house_words.hpp"
#include "model/finding.hpp"
#include "number/calendar.hpp"

namespace tieout {

inline constexpr const char* kConfigName = ".tieout.json";

/// What a newsroom has decided for its drafts, as its .tieout.json says it (docs/configuration.md). Only what really takes
/// effect has a place here. Paths are as the working directory sees them, not as the file writes them.
struct Config {
    /// A value with the line it stands on; line 0: the file does not say.
    template <class T>
    struct Setting {
        T value{};
        int line = 0;
        int column = 0;

        bool set() const { return line > 0; }
    };
    /// How a rule is to be judged by.
    struct RuleChoice {
        bool off = false;
        std::optional<Severity> severity;  ///< in place of the rule's own
    };

    std::string file;       ///< empty: there is none
    std::string directory;  ///< that of the file: what `ignore` is relative to
    std::map<std::string, Setting<RuleChoice>> rules;
    Setting<std::vector<std::string>> ignore;  ///< patterns of paths that are not checked
    Setting<std::vector<std::string>> rule_dirs;
    Setting<std::string> rates;
    Setting<std::string> facts;
    Setting<std::string> baseline;
    Setting<std::string> date;
    Setting<std::string> encoding;
    Setting<std::string> fail_on;
    Setting<std::string> message_language;
    Setting<HouseWords> house;
    int subjects_line = 0;
    int currencies_line = 0;

    /// The error at a setting.
    template <class T>
    Error wrong(const Setting<T>& setting, std::string what, std::string hint = {}) const {
        return {file, setting.line, setting.column, std::move(what), std::move(hint)};
    }
};

/// The configuration in a text. `file` is its path, for errors and for the paths in it.
Result<Config> read_config(std::string_view text, const std::string& file);

/// The nearest .tieout.json in a directory or one above it; empty where there is none.
std::string find_config(const std::string& directory);

/// Whether a draft is one that `ignore` names. A pattern is matched against the path from the configuration's directory; *
/// stands for anything, / included, and a pattern ending in / for everything below.
bool is_ignored(const Config& config, const std::string& path);

}  // namespace tieout
