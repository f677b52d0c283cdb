#include "rulebook/rule_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

const std::vector<std::string> kSeverities = {"note", "warning", "error"};

/// The causes whose mutation of the figures the solver knows (docs/glossary.md); any other needs a constraint of its own.
const std::vector<std::string> kCauses = {"magnitude-slip",      "swapped-values",   "swapped-periods", "wrong-currency",
                                          "inverse-rate",        "percent-vs-point", "wrong-base",      "multiple-vs-increase",
                                          "digit-transposition", "wrong-direction",  "stale-rate",      "off-by-one-year",
                                          "double-counting"};

const std::vector<std::string> kMessageAttributes = {"period", "source", "growth"};

bool kebab_case(const std::string& id) {
    return !id.empty() && id[0] >= 'a' && id[0] <= 'z' && id.back() != '-' && id.find("--") == std::string::npos &&
           std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; });
}

class RuleReader {
public:
    RuleReader(FileCheck& file, const JsonValue& root, const RuleBook& so_far) : file_(file), root_(root), so_far_(so_far) {}

    Rule read() {
        if (!file_.object(root_, {"id", "severity", "summary", "roles", "bind", "find", "join", "group", "where", "constraint",
                                  "causes", "corrects", "message", "examples"})) {
            return rule_;
        }
        rule_.file = file_.file();
        header();
        if (!file_.failed()) BindingReader(file_, root_, so_far_, rule_).read();
        if (!file_.failed()) what_must_hold();
        if (!file_.failed()) causes();
        if (!file_.failed()) rule_.message = texts("message", true);
        if (!file_.failed()) examples();
        return std::move(rule_);
    }

private:
    void header() {
        rule_.id = file_.string(root_, "id", true);
        const std::string severity = file_.string(root_, "severity", true);
        if (file_.failed()) return;
        const JsonValue& id = *root_.find("id");
        std::string_view name = file_.file();
        name.remove_prefix(std::min(name.size(), name.find_last_of("/\\") + 1));
        name = name.substr(0, name.rfind(".json"));
        if (!kebab_case(rule_.id)) return file_.fail(id, "an id is written in lower-case letters, digits and single hyphens");
        if (rule_.id != name)
            return file_.fail(id, "the id is \"" + rule_.id + "\" and the file's name \"" + std::string(name) + "\"",
                              "they must be the same");
        const auto found = std::find(kSeverities.begin(), kSeverities.end(), severity);
        if (found == kSeverities.end())
            return file_.fail(*root_.find("severity"), "there is no severity \"" + severity + "\"",
                              nearest_hint(severity, kSeverities));
        rule_.severity = static_cast<Severity>(found - kSeverities.begin());
        rule_.summary = texts("summary", false);
    }

    /// A text in each language.
    PerLanguage<std::string> texts(const char* key, bool with_roles) {
        PerLanguage<std::string> out;
        const JsonValue* value = root_.find(key);
        if (!value) {
            file_.fail(root_, "the key \"" + std::string(key) + "\" is missing");
        } else if (file_.object(*value, {"en", "ko"})) {
            for (const Language language : {Language::ko, Language::en}) {
                out[static_cast<std::size_t>(language)] = file_.string(*value, to_string(language), true);
                if (with_roles && !file_.failed()) check_message(*value->find(to_string(language)));
            }
        }
        return out;
    }

    /// {role}, {expected.role}, {role.period}, {role.source}, {role.growth}
    void check_message(const JsonValue& message) {
        const std::string& text = message.text;
        for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
            const std::size_t close = text.find('}', at);
            if (text[at] == '}' || close == std::string::npos)
                return file_.fail(file_.inside(message, at), "a brace without its other half");
            std::string name = text.substr(at + 1, close - at - 1);
            const std::size_t dot = name.find('.');
            std::string attribute;
            if (dot != std::string::npos && name.substr(0, dot) == "expected") {
                name = name.substr(dot + 1);
            } else if (dot != std::string::npos) {
                attribute = name.substr(dot + 1);
                name = name.substr(0, dot);
            }
            const std::size_t place = file_.inside(message, at);
            find_role(file_, rule_, name, place);
            const bool known = attribute.empty() || std::find(kMessageAttributes.begin(), kMessageAttributes.end(),
                                                              attribute) != kMessageAttributes.end();
            if (!known)
                file_.fail(place, "a message has no \"" + attribute + "\" of a role",
                           nearest_hint(attribute, kMessageAttributes));
            at = close + 1;
        }
    }

    Expression expression(const JsonValue& source, Wanted wanted) {
        Expression out;
        if (const auto error = parse_expression(source.text, rule_.roles, wanted, out))
            file_.fail(file_.inside(source, error->at), error->what, error->hint);
        return out;
    }

    void what_must_hold() {
        if (const JsonValue* where = root_.find("where"); where && file_.is(*where, JsonValue::Kind::string))
            rule_.where = expression(*where, Wanted::truth);
        const Wanted wanted = rule_.group ? Wanted::value : Wanted::truth;
        for (const JsonValue* constraint : file_.strings(root_, "constraint", true)) {
            if (!file_.failed()) rule_.constraints.push_back(expression(*constraint, wanted));
        }
        for (const JsonValue* name : file_.strings(root_, "corrects")) {
            if (!file_.failed()) rule_.corrects.push_back(figure(*name));
        }
    }

    /// A role that a correction can rewrite.
    std::int16_t figure(const JsonValue& name) {
        const std::int16_t role = find_role(file_, rule_, name.text, name.offset);
        if (role >= 0 && rule_.roles[static_cast<std::size_t>(role)].word)
            file_.fail(name, "\"" + name.text + "\" is a word, not a figure");
        return role;
    }

    void causes() {
        for (const JsonValue* value : file_.array(root_, "causes")) {
            if (file_.failed()) return;
            Cause cause;
            const JsonValue* name = value;
            if (value->kind != JsonValue::Kind::string) {
                if (!file_.object(*value, {"cause", "constraint", "corrects"})) return;
                cause.name = file_.string(*value, "cause", true);
                const JsonValue* constraint = value->find("constraint");
                if (constraint && file_.is(*constraint, JsonValue::Kind::string))
                    cause.constraint = expression(*constraint, Wanted::truth);
                const JsonValue* corrects = value->find("corrects");
                if (corrects && file_.is(*corrects, JsonValue::Kind::string)) cause.corrects = figure(*corrects);
                name = value->find("cause");
            } else {
                cause.name = value->text;
            }
            if (file_.failed()) return;
            const bool known = std::find(kCauses.begin(), kCauses.end(), cause.name) != kCauses.end();
            if (!known && cause.constraint.empty()) {
                std::string hint = nearest_hint(cause.name, kCauses);
                return file_.fail(*name, "there is no cause \"" + cause.name + "\"",
                                  hint.empty() ? "a cause of your own needs a constraint" : hint);
            }
            if (!kebab_case(cause.name))
                return file_.fail(*name, "a cause is written in lower-case letters, digits and single hyphens");
            rule_.causes.push_back(std::move(cause));
        }
    }

    void examples() {
        const JsonValue* value = root_.find("examples");
        if (!value) return file_.fail(root_, "the key \"examples\" is missing");
        if (!file_.object(*value, {"ko", "en"})) return;
        for (const Language language : {Language::ko, Language::en}) {
            std::vector<Example>& out = rule_.examples[static_cast<std::size_t>(language)];
            for (const JsonValue* each : file_.array(*value, to_string(language), true)) out.push_back(example(*each));
            if (file_.failed()) return;
            const auto fails = std::count_if(out.begin(), out.end(), [](const Example& e) { return e.fails; });
            if (fails == 0 || fails == static_cast<std::ptrdiff_t>(out.size()))
                return file_.fail(*value->find(to_string(language)), fails == 0 ? "no example fails" : "no example holds",
                                  "each language has at least one of both");
        }
    }

    Example example(const JsonValue& value) {
        Example out;
        if (file_.failed() || !file_.object(value, {"fails", "holds", "figures", "date", "cause", "suggest"})) return out;
        const JsonValue* fails = value.find("fails");
        const JsonValue* holds = value.find("holds");
        if ((fails == nullptr) == (holds == nullptr)) {
            file_.fail(value, "an example has either \"fails\" or \"holds\"");
            return out;
        }
        out.fails = fails != nullptr;
        out.text = file_.string(value, fails ? "fails" : "holds", true);
        out.line = error_at(file_.text(), file_.file(), value.offset, {}).line;
        for (const JsonValue* figure : file_.strings(value, "figures")) {
            if (figure->text.empty() || out.text.find(figure->text) == std::string::npos)
                file_.fail(*figure, "\"" + figure->text + "\" does not stand in the example");
            out.figures.push_back(figure->text);
        }
        out.date = file_.string(value, "date");
        if (const JsonValue* date = value.find("date"); date && !file_.failed() && !parse_day(out.date))
            file_.fail(*date, "\"" + out.date + "\" is no day", "write it like 2023-04-17");
        out.suggest = file_.string(value, "suggest");
        out.cause = file_.string(value, "cause");
        if (const JsonValue* cause = value.find("cause"); cause && !file_.failed()) {
            std::vector<std::string> names;
            for (const Cause& known : rule_.causes) names.push_back(known.name);
            if (std::find(names.begin(), names.end(), out.cause) == names.end())
                file_.fail(*cause, "the rule has no cause \"" + out.cause + "\"", nearest_hint(out.cause, names));
        }
        const JsonValue* only_failing = value.find("cause") ? value.find("cause") : value.find("suggest");
        if (only_failing && !out.fails) file_.fail(*only_failing, "an example that holds has no cause and suggests nothing");
        return out;
    }

    FileCheck& file_;
    const JsonValue& root_;
    const RuleBook& so_far_;
    Rule rule_;
};

}  // namespace

Rule read_rule(FileCheck& file, const JsonValue& root, const RuleBook& so_far) {
    return RuleReader(file, root, so_far).read();
}

}  // namespace tieout
