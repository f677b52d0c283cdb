#pragma once

#include <optional>

#include "check/pipeline.hpp"
#include "policy/baseline.hpp"
#include "policy/config.hpp"

namespace tieout {

/// What happens to a report between the rules and the reader: severities that the newsroom has chosen, comments that silence,
/// and the baseline.
struct Policy {
    std::map<std::string, Severity> severities;  ///< by rule, in place of the rule's own
    std::optional<Baseline> baseline;
};

/// A rule's severity is the most its findings say. One chosen in its place is too: findings as severe as the rule says get it,
/// lesser ones stay lesser.
void apply_policy(Report& report, const Settings& settings, const Policy& policy);

}  // namespace tieout
