#include <algorithm>

#include "base/utf8.hpp"
#include "rulebook/pattern_compiler.hpp"
#include "rulebook/rule_reader.hpp"

namespace tieout {
namespace {

/// In the order of SameKey.
const std::vector<std::string> kSameKeys = {"metric", "subject", "scope",  "unit",     "dimension",
                                            "period", "basis",   "source", "sentence", "paragraph"};
const std::vector<std::string> kFindPeriods = {"any", "basis", "earlier"};
constexpr int kFarthest = 1000;  ///< sentences

std::string_view to_text(WordClass word_class) {
    return word_class == WordClass::metric ? "metric" : word_class == WordClass::scope ? "scope" : "modality";
}

}  // namespace

std::int16_t find_role(FileCheck& file, const Rule& rule, const std::string& name, std::size_t place) {
    const std::int16_t index = rule.role_index(name);
    if (index >= 0) return index;
    std::vector<std::string> names;
    for (const Role& role : rule.roles) names.push_back(role.name);
    file.fail(place, "there is no role \"" + name + "\"", nearest_hint(name, names));
    return -1;
}

void BindingReader::read() {
    const JsonValue* patterns = root_.find("bind");
    const JsonValue* joined = root_.find("join");
    const JsonValue* grouped = root_.find("group");
    const int ways = (patterns != nullptr) + (joined != nullptr) + (grouped != nullptr);
    if (ways != 1) return file_.fail(root_, "a rule has one of \"bind\", \"join\" and \"group\", not " + std::to_string(ways));
    roles();
    if (patterns) bind(*patterns);
    if (joined) join(*joined);
    if (grouped) group(*grouped);
    for (const JsonValue* each : file_.array(root_, "find")) {
        if (file_.failed()) return;
        find(*each);
    }
    every_role_is_bound();
}

void BindingReader::roles() {
    const JsonValue* declared = root_.find("roles");
    if (!declared || !file_.is(*declared, JsonValue::Kind::object)) return;
    for (std::size_t i = 0; i < declared->keys.size(); ++i) {
        const JsonValue& type = declared->items[i];
        if (!file_.is(type, JsonValue::Kind::string)) return;
        const std::optional<KindMask> kinds = kinds_of(type.text);
        if (!kinds) return file_.fail(type, "there is no type \"" + type.text + "\"", nearest_hint(type.text, type_names()));
        figure_role(declared->keys[i], *kinds, declared->places[i]);
    }
}

void BindingReader::bind(const JsonValue& bind) {
    if (!file_.object(bind, {"ko", "en"})) return;
    for (const Language language : {Language::ko, Language::en}) {
        const auto at = static_cast<std::size_t>(language);
        for (const JsonValue* source : file_.strings(bind, to_string(language), true)) {
            if (file_.failed()) return;
            Pattern& pattern = rule_.patterns[at].emplace_back();
            if (const auto error = compile_pattern(source->text, *so_far_.lexicons[at], rule_.roles, pattern))
                return file_.fail(file_.inside(*source, error->at), error->what, error->hint);
        }
    }
}

/// Adds a role for figures, or widens the one there is.
std::int16_t BindingReader::figure_role(const std::string& name, KindMask kinds, std::size_t place) {
    const bool good = !name.empty() && is_ascii_letter(name[0]) && std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
    });
    if (!good) file_.fail(place, "a role is named in letters, digits and '_'");
    const std::int16_t known = rule_.role_index(name);
    if (known >= 0) {
        Role& role = rule_.roles[static_cast<std::size_t>(known)];
        if (role.word) file_.fail(place, "the role \"" + name + "\" is a word in a pattern");
        role.kinds |= kinds;
        return known;
    }
    rule_.roles.push_back(Role{name, kinds, false, false});
    return static_cast<std::int16_t>(rule_.roles.size() - 1);
}

std::int16_t BindingReader::known_role(const JsonValue& object, const char* key) {
    const std::string name = file_.string(object, key, true);
    if (file_.failed()) return -1;
    return find_role(file_, rule_, name, object.find(key)->offset);
}

std::vector<std::string> BindingReader::ids(const JsonValue& object, const char* key, WordClass word_class) {
    std::vector<std::string> out;
    for (const JsonValue* id : file_.strings(object, key)) {
        std::vector<std::string> known;
        for (const auto& lexicon : so_far_.lexicons) {
            for (const Entry& entry : lexicon->entries()) {
                const Sense* sense = entry.sense(word_class);
                if (sense && std::find(known.begin(), known.end(), sense->id) == known.end()) known.push_back(sense->id);
            }
        }
        if (word_class == WordClass::modality) known.emplace_back("reported");  // what no word marks
        if (std::find(known.begin(), known.end(), id->text) == known.end())
            file_.fail(*id, "no lexicon has the " + std::string(to_text(word_class)) + " \"" + id->text + "\"",
                       nearest_hint(id->text, known));
        out.push_back(id->text);
    }
    return out;
}

ClaimFilter BindingReader::filter(const JsonValue& object) {
    ClaimFilter out;
    for (const JsonValue* type : file_.strings(object, "kinds")) {
        const std::optional<KindMask> kinds = kinds_of(type->text);
        if (!kinds) file_.fail(*type, "there is no type \"" + type->text + "\"", nearest_hint(type->text, type_names()));
        out.kinds |= kinds.value_or(0);
    }
    out.metrics = ids(object, "metrics", WordClass::metric);
    out.scopes = ids(object, "scopes", WordClass::scope);
    out.without_scopes = ids(object, "without_scopes", WordClass::scope);
    out.modalities = ids(object, "modalities", WordClass::modality);
    if (object.find("per")) out.per = file_.boolean(object, "per");
    return out;
}

std::vector<SameKey> BindingReader::same(const JsonValue& object) {
    std::vector<SameKey> out;
    for (const JsonValue* key : file_.strings(object, "same")) {
        const auto found = std::find(kSameKeys.begin(), kSameKeys.end(), key->text);
        if (found == kSameKeys.end())
            file_.fail(*key, "claims cannot share \"" + key->text + "\"", nearest_hint(key->text, kSameKeys));
        out.push_back(static_cast<SameKey>(found - kSameKeys.begin()));
    }
    return out;
}

void BindingReader::find(const JsonValue& value) {
    if (!file_.object(value, {"role", "anchor", "kinds", "metrics", "scopes", "without_scopes", "modalities", "per", "same",
                              "period", "basis_of", "sentences"})) {
        return;
    }
    Find out;
    const std::string name = file_.string(value, "role", true);
    out.filter = filter(value);
    out.same = same(value);
    out.sentences = file_.integer(value, "sentences", out.sentences, 0, kFarthest);
    if (file_.failed()) return;
    const JsonValue& place = *value.find("role");
    if (rule_.role_index(name) < 0 && out.filter.kinds == 0)
        return file_.fail(place, "the role \"" + name + "\" has no type", "give its \"kinds\"");
    out.role = figure_role(name, out.filter.kinds, place.offset);
    if (out.filter.kinds == 0) out.filter.kinds = rule_.roles[static_cast<std::size_t>(out.role)].kinds;
    out.anchor = known_role(value, "anchor");
    if (value.find("basis_of")) out.basis_of = known_role(value, "basis_of");
    out.period = file_.string(value, "period");
    if (file_.failed()) return;
    if (out.anchor == out.role) return file_.fail(*value.find("anchor"), "a role is looked up from another one");
    if (!out.period.empty()) {
        const JsonValue& period = *value.find("period");
        if (std::find(kFindPeriods.begin(), kFindPeriods.end(), out.period) == kFindPeriods.end())
            return file_.fail(period, "there is no period \"" + out.period + "\"", nearest_hint(out.period, kFindPeriods));
        if (out.period == "basis" && out.basis_of < 0)
            return file_.fail(period, "the period \"basis\" needs \"basis_of\", the role of the change");
        if (out.period == "any") out.period.clear();
    }
    rule_.finds.push_back(std::move(out));
}

void BindingReader::join(const JsonValue& value) {
    if (!file_.is(value, JsonValue::Kind::object)) return;
    Join out;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        if (value.keys[i] == "same" || value.keys[i] == "sentences") continue;
        const JsonValue& side = value.items[i];
        if (!file_.object(side, {"kinds", "metrics", "scopes", "without_scopes", "modalities", "per", "period"})) return;
        Join::Side& added = out.sides.emplace_back();
        added.filter = filter(side);
        if (side.find("period")) added.filter.period = file_.boolean(side, "period");
        KindMask kinds = added.filter.kinds;
        const std::int16_t declared = rule_.role_index(value.keys[i]);
        if (kinds == 0 && declared >= 0) kinds = added.filter.kinds = rule_.roles[static_cast<std::size_t>(declared)].kinds;
        if (kinds == 0) kinds = *kinds_of("any");
        added.role = figure_role(value.keys[i], kinds, value.places[i]);
    }
    if (out.sides.size() < 2 || out.sides.size() > 3)
        return file_.fail(value, "a join has two or three sides", "\"same\" and \"sentences\" are no sides");
    out.same = same(value);
    if (!file_.failed() && out.same.empty())
        return file_.fail(value, "a join says what its sides share", "\"same\": [ \"metric\", \"subject\", \"unit\" ]");
    out.sentences = file_.integer(value, "sentences", 0, 0, kFarthest);
    rule_.join = std::move(out);
}

void BindingReader::group(const JsonValue& value) {
    if (!file_.object(value, {"each"})) return;
    const std::string each = file_.string(value, "each", true);
    if (file_.failed()) return;
    const JsonValue& place = *value.find("each");
    const Rule* other = so_far_.find(each);
    if (!other || other->group) {
        std::vector<std::string> ids;
        for (const Rule& rule : so_far_.rules) {
            if (!rule.group) ids.push_back(rule.id);
        }
        return file_.fail(place,
                          other ? "the rule \"" + each + "\" is itself about a group" : "there is no rule \"" + each + "\"",
                          nearest_hint(each, ids));
    }
    if (!rule_.roles.empty()) return file_.fail(*root_.find("roles"), "a group has the roles of \"" + each + "\"");
    if (const JsonValue* finds = root_.find("find")) return file_.fail(*finds, "a group looks nothing up");
    rule_.roles = other->roles;
    rule_.group = Group{each};
}

/// A role that is only declared would leave its constraints undetermined for ever.
void BindingReader::every_role_is_bound() {
    const JsonValue* declared = root_.find("roles");
    if (!declared || file_.failed()) return;
    for (std::size_t i = 0; i < declared->keys.size(); ++i) {
        const std::int16_t role = rule_.role_index(declared->keys[i]);
        bool bound = std::any_of(rule_.finds.begin(), rule_.finds.end(), [&](const Find& find) { return find.role == role; });
        for (const auto& patterns : rule_.patterns) {
            for (const Pattern& pattern : patterns) {
                bound = bound || std::any_of(pattern.tests.begin(), pattern.tests.end(),
                                             [&](const TokenTest& test) { return test.role == role; });
            }
        }
        if (rule_.join) {
            bound = bound || std::any_of(rule_.join->sides.begin(), rule_.join->sides.end(),
                                         [&](const Join::Side& side) { return side.role == role; });
        }
        if (!bound)
            file_.fail(declared->places[i], "nothing binds the role \"" + declared->keys[i] + "\"",
                       "capture it in a pattern, or find it");
    }
}

}  // namespace tieout
