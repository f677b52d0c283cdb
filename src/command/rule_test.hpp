#pragma once

#include <string>
#include <vector>

#include "check/pipeline.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// What running the examples of some rules came to.
struct RuleTestResult {
    std::size_t examples = 0;
    std::vector<std::string> failures;  ///< "file:line: rule (ko): what is wrong: «the example»"
};

/// What tieout has to say of an example, with the facts it names; an error where its date or a fact is none.
Result<Report> check_example(const Example& example, Language language, const Settings& settings);

/// Runs every example of a rule through the whole pipeline. An example that fails must give a finding of this rule that touches
/// each of its figures, with its cause and suggestion where it names them; one that holds must give no error or warning of this
/// rule.
void run_examples(const Rule& rule, const Settings& settings, RuleTestResult& result);

}  // namespace tieout
