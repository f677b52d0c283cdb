#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

using Lexicons = PerLanguage<std::shared_ptr<const Lexicon>>;

/// The rules in force, compiled against the lexicons, which it keeps alive. Immutable.
struct RuleBook {
    Lexicons lexicons;
    std::vector<Rule> rules;  ///< sorted by id

    const Rule* find(std::string_view id) const;  ///< null where there is none
};

/// Loads rule files (docs/adding-a-rule.md) and adds them to the rules of `base`, where one is given. The first error stops.
Result<std::shared_ptr<const RuleBook>> load_rules(const Lexicons& lexicons, const std::vector<EmbeddedFile>& files,
                                                   const RuleBook* base = nullptr);

/// The rules that ship with tieout: rules/checks. Loaded once; thread-safe.
const Result<std::shared_ptr<const RuleBook>>& built_in_rules();

/// The same with a newsroom's own rules (`--rules DIR`).
Result<std::shared_ptr<const RuleBook>> built_in_rules_and(const std::vector<EmbeddedFile>& files);

}  // namespace tieout
