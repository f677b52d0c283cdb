#include "rulebook/rule_loader.hpp"

#include <algorithm>

#include "rulebook/expression_parser.hpp"
#include "rulebook/fact_text_loader.hpp"
#include "rulebook/file_check.hpp"
#include "rulebook/pattern_compiler.hpp"
#include "rulebook/role_types.hpp"

namespace tieout {
namespace {

const std::vector<std::string> kSeverities = {"note", "warning", "error"};
const std::vector<std::string> kSameKeys = {"metric", "subject", "scope",    "unit",      "dimension", "period",
                                            "basis",  "source",  "sentence", "paragraph", "kind", "column"};
const std::vector<std::string> kBlocks = {"headline",   "heading", "paragraph", "list-item",
                                          "table-cell", "quote",   "caption"};  // as BlockKind
const std::vector<std::string> kPeriods = {"any", "basis", "earlier", "parts"};
const std::vector<std::string> kCauses = {"magnitude-slip",      "swapped-values",   "swapped-periods", "wrong-currency",
                                          "inverse-rate",        "percent-vs-point", "wrong-base",      "multiple-vs-increase",
                                          "digit-transposition", "wrong-direction",  "stale-rate",      "off-by-one-year",
                                          "double-counting"};
/// Those that check/mutations.cpp can undo by itself; any other needs the constraint that would hold instead.
const std::vector<std::string> kUndone = {"magnitude-slip", "swapped-values",      "swapped-periods",
                                          "wrong-currency", "digit-transposition", "off-by-one-year"};
constexpr const char* kLanguageKeys[kLanguages] = {"ko", "en"};
constexpr int kMostSentences = 50;
constexpr int kMostAcross = 3;

class Loader {
public:
    Loader(std::string_view content, const std::string& file) : check_(content, file) { rule_.file = file; }

    Result<Rule> run() {
        const JsonValue* root = check_.root();
        if (root &&
            check_.object(*root, {"id",    "severity", "summary",    "bind",   "loose",    "across",  "exhausts",     "columns",
                                  "find",  "join",     "group",      "roles",  "fact",     "unless",  "unless_words", "where",
                                  "parts", "rounding", "constraint", "causes", "corrects", "message", "examples"})) {
            head(*root);
            bindings(*root);
            expressions(*root);
            if (!check_.failed()) examples(*root);
        }
        if (check_.failed()) return check_.error();
        return std::move(rule_);
    }

private:
    void head(const JsonValue& root) {
        rule_.id = check_.string(root, "id", true);
        const std::size_t slash = rule_.file.rfind('/');
        const std::string name = rule_.file.substr(slash == std::string::npos ? 0 : slash + 1);
        if (!check_.failed() && name != rule_.id + ".json")
            check_.fail(*root.find("id"), "the id is not the file's name", "call the file " + rule_.id + ".json");
        const std::string severity = check_.string(root, "severity", true);
        rule_.severity = static_cast<Severity>(choice(root, "severity", severity, kSeverities));
        per_language(root, "summary", rule_.summary);
        per_language(root, "message", rule_.message);
    }

    std::size_t choice(const JsonValue& object, std::string_view key, const std::string& word,
                       const std::vector<std::string>& words) {
        const auto found = std::find(words.begin(), words.end(), word);
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
        if (!check_.failed())
            check_.fail(*object.find(key), "\"" + word + "\" is none of the words this key takes", nearest_hint(word, words));
        return 0;
    }

    void per_language(const JsonValue& root, std::string_view key, PerLanguage<std::string>& out) {
        const JsonValue* object = root.find(key);
        if (!object)
            return check_.fail(root, "the key \"" + std::string(key) + "\" is missing", "give a text in ko and one in en");
        if (!check_.object(*object, {"ko", "en"})) return;
        for (std::size_t i = 0; i < kLanguages; ++i) out[i] = check_.string(*object, kLanguageKeys[i], true);
    }

    void bindings(const JsonValue& root) {
        // Roles that a join or a look-up binds come first where they are declared, so that patterns may speak of them.
        if (const JsonValue* roles = root.find("roles"); roles && check_.is(*roles, JsonValue::Kind::object)) {
            for (std::size_t i = 0; i < roles->keys.size(); ++i) declare(roles->keys[i], roles->items[i]);
        }
        for (const auto& [key, out] :
             {std::pair{"bind", &rule_.patterns}, std::pair{"loose", &rule_.loose}, std::pair{"columns", &rule_.columns}}) {
            if (const JsonValue* bind = root.find(key); bind && check_.object(*bind, {"ko", "en"})) {
                for (std::size_t i = 0; i < kLanguages; ++i) patterns(*bind, i, (*out)[i]);
            }
        }
        if (root.find("exhausts")) rule_.exhausts = role(root, "exhausts", true);
        rule_.across = check_.integer(root, "across", 1, 1, kMostAcross);
        if (const JsonValue* unless = root.find("unless")) read_unless(root, *unless);
        if (const JsonValue* words = root.find("unless_words"); words && check_.object(*words, {"ko", "en"})) {
            for (std::size_t i = 0; i < kLanguages; ++i) rule_.unless_words[i] = texts(*words, kLanguageKeys[i]);
        }
        for (const JsonValue* find : check_.array(root, "find")) read_find(*find);
        if (const JsonValue* join = root.find("join")) read_join(*join);
        if (const JsonValue* group = root.find("group"); group && check_.object(*group, {"each"})) {
            rule_.group = Group{check_.string(*group, "each", true)};
        }
        if (root.find("fact")) rule_.fact = role(root, "fact", true);
        const auto binds = {"bind", "columns", "join", "group", "fact"};
        if (!check_.failed() && std::none_of(binds.begin(), binds.end(), [&](const char* key) { return root.find(key); }))
            check_.fail(root, "the rule binds nothing", "give it \"bind\", \"columns\", \"join\", \"group\" or \"fact\"");
    }

    void declare(const std::string& name, const JsonValue& type) {
        if (!check_.is(type, JsonValue::Kind::string)) return;
        Role role;
        role.name = name;
        role.kinds = kinds(type);
        rule_.roles.push_back(role);
    }

    KindMask kinds(const JsonValue& type) {
        const auto found = kinds_of(type.text);
        if (!found) check_.fail(type, "there is no type \"" + type.text + "\"", nearest_hint(type.text, type_names()));
        return found.value_or(0);
    }

    void patterns(const JsonValue& bind, std::size_t language, std::vector<Pattern>& out) {
        const auto& lexicon = built_in_lexicon(static_cast<Language>(language));
        if (!lexicon.ok()) return check_.fail(bind, lexicon.error().to_string());
        for (const JsonValue* source : check_.strings(bind, kLanguageKeys[language])) {
            auto compiled = compile_pattern(source->text, **lexicon, rule_.roles);
            if (const auto* error = std::get_if<PatternError>(&compiled))
                return check_.fail(check_.inside(*source, error->offset), error->what, error->hint);
            out.push_back(std::move(std::get<Pattern>(compiled)));
        }
    }

    /// "class", or a list of such and of { "words", "sentences" }.
    void read_unless(const JsonValue& root, const JsonValue& value) {
        if (value.kind == JsonValue::Kind::string) return rule_.unless.push_back({word_classes({&value}), 0, 1});
        for (const JsonValue* item : check_.array(root, "unless")) {
            if (item->kind == JsonValue::Kind::string) {
                rule_.unless.push_back({word_classes({item}), 0, 1});
            } else if (check_.object(*item, {"words", "sentences"})) {
                const int sentences = check_.integer(*item, "sentences", 0, 0, kMostSentences);
                rule_.unless.push_back({word_classes(check_.strings(*item, "words", true)), sentences, sentences});
            }
        }
    }

    /// The classes with these names, by language: a class has its own number in each lexicon, and need not be in both.
    PerLanguage<ClassMask> word_classes(const std::vector<const JsonValue*>& names) {
        PerLanguage<ClassMask> out{};
        for (const JsonValue* name : names) {
            bool known = false;
            for (std::size_t i = 0; i < kLanguages; ++i) {
                const auto& lexicon = built_in_lexicon(static_cast<Language>(i));
                const auto found = lexicon.ok() ? (*lexicon)->find_class(name->text) : std::nullopt;
                if (found) out[i] |= mask(*found);
                known = known || found;
            }
            if (!known)
                check_.fail(*name, "no lexicon file has a class \"" + name->text + "\"",
                            "see rules/lexicon/ for the classes there are");
        }
        return out;
    }

    std::int16_t role(const JsonValue& object, std::string_view key, bool required) {
        const std::string name = check_.string(object, key, required);
        if (name.empty()) return -1;
        return role_named(name, *object.find(key));
    }

    std::int16_t role_named(const std::string& name, const JsonValue& place) {
        const std::int16_t index = rule_.role_index(name);
        if (index < 0 && !check_.failed()) {
            std::vector<std::string> names;
            for (const Role& known : rule_.roles) names.push_back(known.name);
            check_.fail(place, "no part of the rule binds a role \"" + name + "\"", nearest_hint(name, names));
        }
        return index;
    }

    std::vector<std::string> texts(const JsonValue& object, std::string_view key) {
        std::vector<std::string> out;
        for (const JsonValue* item : check_.strings(object, key)) out.push_back(item->text);
        return out;
    }

    ClaimFilter filter(const JsonValue& object) {
        ClaimFilter out;
        for (const JsonValue* type : check_.strings(object, "kinds")) {
            out.kinds |= kinds(*type);
        }
        out.metrics = texts(object, "metrics");
        out.units = texts(object, "units");
        out.scopes = texts(object, "scopes");
        out.without_scopes = texts(object, "without_scopes");
        out.modalities = texts(object, "modalities");
        out.beside = word_classes(check_.strings(object, "beside"));
        out.not_beside = word_classes(check_.strings(object, "not_beside"));
        out.row = word_classes(check_.strings(object, "row"));
        for (const JsonValue* name : check_.strings(object, "blocks")) {
            const auto found = std::find(kBlocks.begin(), kBlocks.end(), name->text);
            if (found == kBlocks.end())
                check_.fail(*name, "there are no blocks \"" + name->text + "\"", nearest_hint(name->text, kBlocks));
            else
                out.blocks |= 1u << static_cast<unsigned>(found - kBlocks.begin());
        }
        out.named = check_.boolean(object, "named");
        if (object.find("per")) out.per = check_.boolean(object, "per");
        if (object.find("period_known")) out.period = check_.boolean(object, "period_known");
        return out;
    }

    std::vector<SameKey> same(const JsonValue& object) {
        std::vector<SameKey> out;
        for (const JsonValue* key : check_.strings(object, "same")) {
            const auto found = std::find(kSameKeys.begin(), kSameKeys.end(), key->text);
            if (found == kSameKeys.end())
                check_.fail(*key, "claims have no key \"" + key->text + "\"", nearest_hint(key->text, kSameKeys));
            else
                out.push_back(static_cast<SameKey>(found - kSameKeys.begin()));
        }
        return out;
    }

    void read_find(const JsonValue& object) {
        if (!check_.object(object, {"role",           "anchor",     "words",  "kinds",    "metrics",    "units", "scopes",
                                    "without_scopes", "modalities", "blocks", "beside",   "not_beside", "named", "per",
                                    "period_known",   "same",       "period", "basis_of", "behind",     "only",  "sentences",
                                    "later",          "row"})) {
            return;
        }
        Find find;
        const std::string name = check_.string(object, "role", true);
        find.filter = filter(object);
        find.words = word_classes(check_.strings(object, "words"));
        const std::string period = check_.string(object, "period");
        if (!period.empty() && choice(object, "period", period, kPeriods) > 0) find.period = period;
        if (rule_.role_index(name) < 0 && !check_.failed()) {
            Role role;
            role.name = name;
            role.kinds = find.filter.kinds;
            role.word = object.find("words") != nullptr;
            role.list = find.period == "parts";
            rule_.roles.push_back(role);
        }
        find.role = rule_.role_index(name);
        find.anchor = role(object, "anchor", true);
        find.same = same(object);
        if (find.anchor >= 0 && !find.filter.kinds) find.filter.kinds = rule_.roles[static_cast<std::size_t>(find.role)].kinds;
        find.basis_of = role(object, "basis_of", false);
        find.sentences = check_.integer(object, "sentences", find.sentences, 0, kMostSentences);
        find.behind = check_.integer(object, "behind", find.behind, 0, kMostSentences);
        find.only = check_.boolean(object, "only");
        find.later = role(object, "later", false);
        rule_.finds.push_back(std::move(find));
    }

    void read_join(const JsonValue& object) {
        if (!check_.object(object, {"sides", "same", "sentences", "any"})) return;
        Join join;
        const JsonValue* sides = object.find("sides");
        if (!sides) return check_.fail(object, "a join needs \"sides\"", "name two roles and what claims each takes");
        if (!check_.is(*sides, JsonValue::Kind::object)) return;
        for (std::size_t i = 0; i < sides->keys.size(); ++i) {
            const JsonValue& side = sides->items[i];
            if (!check_.object(side, {"kinds", "metrics", "units", "scopes", "without_scopes", "modalities", "blocks", "beside",
                                      "not_beside", "named", "alone", "per", "period_known"}))
                return;
            Join::Side out;
            out.filter = filter(side);
            out.alone = check_.boolean(side, "alone");
            if (rule_.role_index(sides->keys[i]) < 0) {
                Role role;
                role.name = sides->keys[i];
                role.kinds = out.filter.kinds ? out.filter.kinds : *kinds_of("level");
                rule_.roles.push_back(role);
            }
            out.role = rule_.role_index(sides->keys[i]);
            join.sides.push_back(std::move(out));
        }
        if (join.sides.size() != 2) return check_.fail(*sides, "a join has two sides");
        join.same = same(object);
        join.sentences = check_.integer(object, "sentences", 0, 0, kMostSentences);
        join.any = check_.boolean(object, "any");
        rule_.join = std::move(join);
    }

    /// "draft" is the draft's date line wherever an expression names it.
    void declare_draft(std::string_view source) {
        const std::size_t at = source.find("draft");
        if (at == std::string_view::npos || rule_.role_index("draft") >= 0) return;
        Role role;
        role.name = "draft";
        role.kinds = kind_bit(Kind::date);
        role.draft = true;
        rule_.roles.push_back(role);
    }

    Expression expression(const JsonValue& source, Wanted wanted) {
        Expression out;
        declare_draft(source.text);
        if (const auto error = parse_expression(source.text, rule_.roles, wanted, out)) {
            check_.fail(check_.inside(source, error->at), error->what, error->hint);
        }
        return out;
    }

    void expressions(const JsonValue& root) {
        if (check_.failed()) return;
        if (const JsonValue* where = root.find("where"); where && check_.is(*where, JsonValue::Kind::string)) {
            rule_.where = expression(*where, Wanted::truth);
        }
        if (root.find("parts")) rule_.about_parts = check_.boolean(root, "parts");
        if (root.find("rounding")) rule_.rounding = check_.boolean(root, "rounding");
        for (const JsonValue* source : check_.strings(root, "constraint", true)) {
            rule_.constraints.push_back(expression(*source, rule_.group ? Wanted::value : Wanted::truth));
        }
        for (const JsonValue* cause : check_.array(root, "causes")) read_cause(*cause);
        for (const JsonValue* name : check_.strings(root, "corrects")) {
            if (const std::int16_t index = role_named(name->text, *name); index >= 0) rule_.corrects.push_back(index);
        }
    }

    void read_cause(const JsonValue& value) {
        Cause cause;
        if (value.kind == JsonValue::Kind::string) {
            cause.name = value.text;
        } else if (check_.object(value, {"cause", "constraint", "corrects"})) {
            cause.name = check_.string(value, "cause", true);
            if (const JsonValue* source = value.find("constraint")) cause.constraint = expression(*source, Wanted::truth);
            cause.corrects = role(value, "corrects", false);
        }
        const auto in = [&](const std::vector<std::string>& names) {
            return std::find(names.begin(), names.end(), cause.name) != names.end();
        };
        if (check_.failed()) return;
        if (!in(kCauses))
            return check_.fail(value, "there is no cause \"" + cause.name + "\"", nearest_hint(cause.name, kCauses));
        if (cause.constraint.empty() && !in(kUndone)) {
            return check_.fail(value, "the cause \"" + cause.name + "\" needs the constraint that would hold instead",
                               "write { \"cause\": …, \"constraint\": … }");
        }
        rule_.causes.push_back(std::move(cause));
    }

    void examples(const JsonValue& root) {
        const JsonValue* object = root.find("examples");
        if (!object)
            return check_.fail(root, "the rule has no examples", "give each language one that fails and one that holds");
        if (!check_.object(*object, {"ko", "en"})) return;
        for (std::size_t language = 0; language < kLanguages; ++language) {
            bool fails = false;
            bool holds = false;
            for (const JsonValue* item : check_.array(*object, kLanguageKeys[language], true)) {
                if (!check_.object(*item, {"fails", "holds", "figures", "date", "cause", "suggest", "facts"})) return;
                Example example;
                example.fails = item->find("fails") != nullptr;
                example.text = check_.string(*item, example.fails ? "fails" : "holds", true);
                example.figures = texts(*item, "figures");
                example.date = check_.string(*item, "date");
                example.cause = check_.string(*item, "cause");
                example.suggest = check_.string(*item, "suggest");
                example.line = check_.line_of(*item);
                for (const JsonValue* fact : check_.array(*item, "facts"))
                    example.facts.push_back(load_fact_text(check_, *fact));
                (example.fails ? fails : holds) = true;
                rule_.examples[language].push_back(std::move(example));
            }
            if (!check_.failed() && (!fails || !holds)) {
                check_.fail(*object, std::string("the examples in ") + kLanguageKeys[language] + " lack one that " +
                                         (fails ? "holds" : "fails"));
            }
        }
    }

    FileCheck check_;
    Rule rule_;
};

}  // namespace

Result<Rule> load_rule(std::string_view content, const std::string& file) {
    return Loader(content, file).run();
}

}  // namespace tieout
