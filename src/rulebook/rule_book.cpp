#include "rulebook/rule_book.hpp"

#include <algorithm>
#include <deque>

#include "rulebook/rule_reader.hpp"

namespace tieout {
namespace {

/// Reads the rules of `files` that do, or do not, take the relations of another rule together.
std::optional<Error> read_rules(std::deque<FileCheck>& files, const std::vector<const JsonValue*>& roots, bool groups,
                                RuleBook& book) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        if ((roots[i]->find("group") != nullptr) != groups) continue;
        Rule rule = read_rule(files[i], *roots[i], book);
        if (!files[i].failed() && book.find(rule.id))
            files[i].fail(*roots[i]->find("id"), "there is a rule \"" + rule.id + "\" already",
                          "it is in " + book.find(rule.id)->file);
        if (files[i].failed()) return files[i].error();
        const auto place = std::lower_bound(book.rules.begin(), book.rules.end(), rule.id,
                                            [](const Rule& a, const std::string& id) { return a.id < id; });
        book.rules.insert(place, std::move(rule));
    }
    return std::nullopt;
}

}  // namespace

std::int16_t Rule::role_index(std::string_view name) const {
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const Role& role) { return role.name == name; });
    return found == roles.end() ? std::int16_t{-1} : static_cast<std::int16_t>(found - roles.begin());
}

const Rule* RuleBook::find(std::string_view id) const {
    const auto found = std::lower_bound(rules.begin(), rules.end(), id,
                                        [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
    return found != rules.end() && found->id == id ? &*found : nullptr;
}

Result<std::shared_ptr<const RuleBook>> load_rules(const Lexicons& lexicons, const std::vector<EmbeddedFile>& files,
                                                   const RuleBook* base) {
    auto book = std::make_shared<RuleBook>();
    book->lexicons = lexicons;
    if (base) book->rules = base->rules;
    std::deque<FileCheck> checks;
    std::vector<const JsonValue*> roots;
    for (const EmbeddedFile& file : files) {
        FileCheck& check = checks.emplace_back(file.content, std::string(file.name));
        roots.push_back(check.root());
        if (check.failed()) return check.error();
    }
    // A group has the roles of the rule whose relations it takes together, so it is read after all others.
    for (const bool groups : {false, true}) {
        if (std::optional<Error> error = read_rules(checks, roots, groups, *book)) return *error;
    }
    return std::shared_ptr<const RuleBook>(std::move(book));
}

const Result<std::shared_ptr<const RuleBook>>& built_in_rules() {
    static const Result<std::shared_ptr<const RuleBook>> book = []() -> Result<std::shared_ptr<const RuleBook>> {
        Lexicons lexicons;
        for (const Language language : {Language::ko, Language::en}) {
            const Result<std::shared_ptr<const Lexicon>>& lexicon = built_in_lexicon(language);
            if (!lexicon) return lexicon.error();
            lexicons[static_cast<std::size_t>(language)] = *lexicon;
        }
        std::vector<EmbeddedFile> files;
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.name.rfind("rules/checks/", 0) == 0) files.push_back(file);
        }
        return load_rules(lexicons, files);
    }();
    return book;
}

Result<std::shared_ptr<const RuleBook>> built_in_rules_and(const std::vector<EmbeddedFile>& files) {
    const Result<std::shared_ptr<const RuleBook>>& base = built_in_rules();
    if (!base) return base.error();
    return load_rules((*base)->lexicons, files, base->get());
}

}  // namespace tieout
