#include <algorithm>

#include "command/check.hpp"
#include "report/json_writer.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

class ConfigWriter {
public:
    ConfigWriter(std::string& out, const Config& config) : json_(out), config_(config) {}

    JsonWriter& json() { return json_; }

    std::string at(int line) const { return config_.file + ":" + std::to_string(line); }

    /// "name": {"value": …, "from": …}; `given` is the option's value and wins.
    template <std::size_t N>
    void setting(const char (&key)[N], const char* option, const std::string& given,
                 const Config::Setting<std::string>& configured, std::string_view otherwise) {
        const bool is_given = !given.empty();
        json_.key(key).open_object().key("value");
        json_.string_or_null(is_given           ? std::string_view(given)
                             : configured.set() ? std::string_view(configured.value)
                                                : otherwise);
        json_.key("from").string(is_given ? std::string(option) : configured.set() ? at(configured.line) : "default");
        json_.close_object();
    }

    template <std::size_t N>
    void words(const char (&key)[N], const std::map<std::string, std::string>& words, int line) {
        json_.key(key).open_object().key("value").open_array();
        for (const auto& [from, to] : words) json_.open_array().string(from).string(to).close_array();
        json_.close_array().key("from").string(line > 0 ? at(line) : "default").close_object();
    }

private:
    JsonWriter json_;
    const Config& config_;
};

void write_lists(ConfigWriter& writer, const CheckOptions& options, const Config& config) {
    JsonWriter& json = writer.json();
    json.key("ignore").open_object().key("value").open_array();
    for (const std::string& pattern : config.ignore.value) json.string(pattern);
    json.close_array().key("from").string(config.ignore.set() ? writer.at(config.ignore.line) : "default").close_object();
    json.key("rule_dirs").open_array();
    const auto dir = [&](const std::string& path, std::string_view from) {
        json.open_object().key("value").string(path).key("from").string(from).close_object();
    };
    for (const std::string& path : config.rule_dirs.value) dir(path, writer.at(config.rule_dirs.line));
    for (const std::string& path : options.setup.rule_dirs) dir(path, "--rules");
    json.close_array();
}

/// Every rule with whether it is run, the most it may say and what decided that.
void write_rule(ConfigWriter& writer, const Rule& rule, const CheckOptions& options, const Setup& setup) {
    const auto has = [&](const std::vector<std::string>& names) {
        return std::find(names.begin(), names.end(), rule.id) != names.end();
    };
    const auto choice = setup.config.rules.find(rule.id);
    const auto severity = setup.policy.severities.find(rule.id);
    const bool off = std::binary_search(setup.settings.skipped.begin(), setup.settings.skipped.end(), rule.id);
    std::string from = choice != setup.config.rules.end() ? writer.at(choice->second.line) : "default";
    if (!options.setup.select.empty()) from = "--select";
    if (has(options.setup.ignore)) from = "--ignore";
    JsonWriter& json = writer.json();
    json.open_object().key("id").string(rule.id).key("on").boolean(!off).key("severity");
    json.string(to_string(severity == setup.policy.severities.end() ? rule.severity : severity->second));
    json.key("from").string(from).close_object();
}

}  // namespace

std::string show_config(const CheckOptions& options, const std::vector<Output>& outputs, const Setup& setup) {
    const Config& config = setup.config;
    std::string out;
    ConfigWriter writer(out, config);
    JsonWriter& json = writer.json();
    json.open_object().key("config").string_or_null(config.file).key("formats").open_array();
    for (const Output& output : outputs)
        json.open_object().key("format").string(output.format).key("file").string_or_null(output.file).close_object();
    json.close_array();
    writer.setting("date", "--date", options.drafts.date, config.date, "");
    writer.setting("encoding", "--encoding", options.drafts.encoding, config.encoding, "");
    writer.setting("fail_on", "--fail-on", options.fail_on, config.fail_on, "error");
    writer.setting("message_language", "--message-language", options.setup.message_language, config.message_language, "");
    writer.setting("rates", "--rates", options.setup.rates, config.rates, "");
    writer.setting("facts", "--facts", options.setup.facts, config.facts, "");
    writer.setting("baseline", "--baseline", options.setup.baseline, config.baseline, "");
    writer.words("subjects", config.house.value.subjects, config.subjects_line);
    writer.words("currencies", config.house.value.currencies, config.currencies_line);
    write_lists(writer, options, config);
    json.key("rules").open_array();
    for (const Rule& rule : setup.settings.rules->rules()) write_rule(writer, rule, options, setup);
    json.close_array().close_object();
    return out + "\n";
}

}  // namespace tieout
