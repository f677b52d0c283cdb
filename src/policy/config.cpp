#include "policy/config.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

#include "rulebook/file_check.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {
namespace {

namespace fs = std::filesystem;

/// Reads the members one by one; the first thing wrong is kept by `check_`.
class ConfigReader {
public:
    ConfigReader(std::string_view text, const std::string& file) : check_(text, file) {
        config_.file = file;
        config_.directory = fs::path(file).parent_path().string();
    }

    Result<Config> read() {
        root_ = check_.root();
        if (root_ && check_.object(*root_, {"$schema", "rules", "ignore", "rule_dirs", "rates", "facts", "baseline", "date",
                                            "encoding", "fail_on", "message_language", "subjects", "currencies"}))
            members();
        if (check_.failed()) return check_.error();
        return std::move(config_);
    }

private:
    void members() {
        check_.string(*root_, "$schema");
        rules();
        strings("ignore", config_.ignore);
        strings("rule_dirs", config_.rule_dirs);
        for (std::string& dir : config_.rule_dirs.value) dir = beside(dir);
        path("rates", config_.rates);
        path("facts", config_.facts);
        path("baseline", config_.baseline);
        word("encoding", config_.encoding);
        one_of("fail_on", config_.fail_on, {"error", "warning", "note", "never"});
        one_of("message_language", config_.message_language, {"ko", "en"});
        word("date", config_.date);
        if (config_.date.set() && !parse_day(config_.date.value))
            check_.fail(*root_->find("date"), "\"" + config_.date.value + "\" is no date", "write it as 2023-04-17");
        subjects();
        currencies();
    }

    template <class T>
    void place(Config::Setting<T>& setting, std::size_t offset) {
        const Error at = error_at(check_.text(), check_.file(), offset, "");
        setting.line = at.line;
        setting.column = at.column;
    }

    /// A path in the file is relative to the file.
    std::string beside(const std::string& path) const {
        return fs::path(path).is_absolute() || config_.directory.empty() ? path : config_.directory + "/" + path;
    }

    void word(const char* key, Config::Setting<std::string>& setting) {
        const JsonValue* value = root_->find(key);
        if (!value) return;
        setting.value = check_.string(*root_, key, true);
        place(setting, value->offset);
    }

    void path(const char* key, Config::Setting<std::string>& setting) {
        word(key, setting);
        if (setting.set()) setting.value = beside(setting.value);
    }

    void one_of(const char* key, Config::Setting<std::string>& setting, const std::vector<std::string>& words) {
        word(key, setting);
        if (!setting.set() || std::find(words.begin(), words.end(), setting.value) != words.end()) return;
        check_.fail(*root_->find(key), "\"" + setting.value + "\" is no value of \"" + key + "\"",
                    nearest_hint(setting.value, words));
    }

    void strings(const char* key, Config::Setting<std::vector<std::string>>& setting) {
        const JsonValue* value = root_->find(key);
        if (!value) return;
        for (const JsonValue* each : check_.strings(*root_, key)) setting.value.push_back(each->text);
        place(setting, value->offset);
    }

    void rules() {
        const JsonValue* rules = root_->find("rules");
        if (!rules || !check_.is(*rules, JsonValue::Kind::object)) return;
        for (std::size_t i = 0; i < rules->keys.size(); ++i) {
            const JsonValue& value = rules->items[i];
            if (!check_.is(value, JsonValue::Kind::string)) return;
            Config::Setting<Config::RuleChoice> choice;
            place(choice, rules->places[i]);
            if (value.text == "off") {
                choice.value.off = true;
            } else if (value.text == "note") {
                choice.value.severity = Severity::note;
            } else if (value.text == "warning") {
                choice.value.severity = Severity::warning;
            } else if (value.text == "error") {
                choice.value.severity = Severity::error;
            } else if (value.text != "on") {
                check_.fail(value, "\"" + value.text + "\" is no way to judge by a rule",
                            nearest_hint(value.text, {"off", "on", "note", "warning", "error"}));
            }
            config_.rules.emplace(rules->keys[i], choice);
        }
    }

    void subjects() {
        const JsonValue* subjects = root_->find("subjects");
        if (!subjects || !check_.is(*subjects, JsonValue::Kind::object)) return;
        auto& known = config_.house.value.subjects;
        for (const std::string& name : subjects->keys) {
            for (const JsonValue* other : check_.strings(*subjects, name)) {
                if (!known.emplace(other->text, name).second)
                    check_.fail(*other, "\"" + other->text + "\" stands for two subjects");
            }
        }
        place(config_.house, subjects->offset);
        config_.subjects_line = config_.house.line;
    }

    void currencies() {
        const JsonValue* currencies = root_->find("currencies");
        if (!currencies || !check_.is(*currencies, JsonValue::Kind::object)) return;
        for (std::size_t i = 0; i < currencies->keys.size(); ++i) {
            const JsonValue& meant = currencies->items[i];
            if (!check_.is(meant, JsonValue::Kind::string)) return;
            if (!shared(currencies->keys[i]))
                check_.fail(currencies->places[i],
                            "no name that countries share has \"" + currencies->keys[i] + "\" as its usual currency",
                            "docs/configuration.md lists those that do");
            if (!known(meant.text))
                check_.fail(meant, "\"" + meant.text + "\" is no currency that drafts can name", "write its ISO 4217 code");
            config_.house.value.currencies.emplace(currencies->keys[i], meant.text);
        }
        place(config_.house, currencies->offset);
        config_.currencies_line = config_.house.line;
    }

    static bool in_a_lexicon(const std::string& code) {
        for (const Language language : {Language::ko, Language::en}) {
            const auto& lexicon = built_in_lexicon(language);
            if (lexicon.ok() && (*lexicon)->unit(code)) return true;
        }
        return false;
    }
    static bool shared(const std::string& code) { return in_a_lexicon(code + "?"); }
    static bool known(const std::string& code) { return code.size() == 3 && in_a_lexicon(code); }

    FileCheck check_;
    const JsonValue* root_ = nullptr;
    Config config_;
};

}  // namespace

Result<Config> read_config(std::string_view text, const std::string& file) {
    return ConfigReader(text, file).read();
}

std::string find_config(const std::string& directory) {
    std::error_code failure;
    const fs::path start = fs::path(directory.empty() ? "." : directory).lexically_normal();
    fs::path here = fs::absolute(start, failure).lexically_normal();
    // Named as the user would from where the search begins.
    const auto name = [&](const fs::path& file) {
        return start.is_absolute() ? file.string() : file.lexically_relative(fs::current_path(failure)).string();
    };
    while (!failure) {
        const fs::path file = here / kConfigName;
        if (fs::is_regular_file(file, failure)) return name(file);
        failure.clear();
        if (!here.has_parent_path() || here.parent_path() == here) break;
        here = here.parent_path();
    }
    return {};
}

bool is_ignored(const Config& config, const std::string& path) {
    if (config.ignore.value.empty()) return false;
    std::error_code failure;
    const fs::path base = fs::absolute(config.directory.empty() ? "." : config.directory, failure).lexically_normal();
    const std::string name = fs::absolute(path, failure).lexically_normal().lexically_relative(base).generic_string();
    return std::any_of(config.ignore.value.begin(), config.ignore.value.end(), [&](std::string pattern) {
        if (!pattern.empty() && pattern.back() == '/') pattern += '*';
        return fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
    });
}

}  // namespace tieout
