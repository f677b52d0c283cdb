#include "rulebook/rulebook.hpp"

#include <algorithm>

#include "rulebook/rule_loader.hpp"
#include "rulebook/snapshot.hpp"

namespace tieout {

std::int16_t Rule::role_index(std::string_view name) const {
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i].name == name) return static_cast<std::int16_t>(i);
    }
    return -1;
}

const Rule* RuleBook::find(std::string_view id) const {
    const auto found = std::lower_bound(rules_.begin(), rules_.end(), id,
                                        [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
    return found != rules_.end() && found->id == id ? &*found : nullptr;
}

void RuleBook::screen() {
    for (const Language language : {Language::ko, Language::en})
        screens_[static_cast<std::size_t>(language)] = screens_of(rules_, language);
}

Result<std::shared_ptr<const RuleBook>> load_rules(const std::vector<EmbeddedFile>& files, const RuleBook* base) {
    auto book = std::make_shared<RuleBook>();
    if (base) book->rules_ = base->rules_;
    for (const EmbeddedFile& file : files) {
        auto rule = load_rule(file.content, std::string(file.name));
        if (!rule.ok()) return rule.error();
        std::erase_if(book->rules_, [&](const Rule& known) { return known.id == rule->id; });
        book->rules_.push_back(std::move(*rule));
    }
    std::sort(book->rules_.begin(), book->rules_.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    for (const Rule& rule : book->rules_) {
        if (rule.group && !book->find(rule.group->each)) {
            return Error{rule.file, 0, 0, "\"group\" names the rule \"" + rule.group->each + "\", which there is not",
                         "see `tieout rules list`"};
        }
    }
    book->screen();
    return std::shared_ptr<const RuleBook>(std::move(book));
}

Result<std::shared_ptr<const RuleBook>> compile_built_in_rules() {
    std::vector<EmbeddedFile> files;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name.rfind("rules/checks/", 0) == 0) files.push_back(file);
    }
    return load_rules(files, nullptr);
}

const Result<std::shared_ptr<const RuleBook>>& built_in_rules() {
    // Never destroyed, like the lexicons.
    using Loaded = Result<std::shared_ptr<const RuleBook>>;
    static const Loaded& rules = *new Loaded([]() -> Loaded {
        if (auto book = Snapshot::read_rules(embedded_snapshot("rules"))) return book;
        return compile_built_in_rules();
    }());
    return rules;
}

}  // namespace tieout
