#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "rulebook/pattern_screen.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// The rules in force, sorted by id. Immutable once loaded; shared by all threads.
class RuleBook {
public:
    std::span<const Rule> rules() const { return rules_; }
    const Rule* find(std::string_view id) const;  ///< null where there is none

    /// Which of the patterns may match somewhere (screens_of).
    std::span<const PatternScreen> screens(Language language) const { return screens_[static_cast<std::size_t>(language)]; }

private:
    friend class Snapshot;
    friend Result<std::shared_ptr<const RuleBook>> load_rules(const std::vector<EmbeddedFile>& files, const RuleBook* base);

    /// To be called when the rules are complete.
    void screen();

    std::vector<Rule> rules_;
    PerLanguage<std::vector<PatternScreen>> screens_;
};

/// Compiles rule files, adding to the rules of `base` where it is given; a rule with a known id replaces it. The first thing
/// wrong is the error, with file, line and column. `content` must outlive only the call.
Result<std::shared_ptr<const RuleBook>> load_rules(const std::vector<EmbeddedFile>& files, const RuleBook* base);

/// The rules that ship with tieout, from their snapshot or, where there is none, from their files. Read once;
/// thread-safe.
const Result<std::shared_ptr<const RuleBook>>& built_in_rules();

/// The same from their files: rules/checks/.
Result<std::shared_ptr<const RuleBook>> compile_built_in_rules();

}  // namespace tieout
