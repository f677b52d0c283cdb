#pragma once

#include <string>

#include "check/judge.hpp"

namespace tieout {

/// Why a relation fails and what would put it right.
struct Diagnosis {
    std::string cause;
    std::string factor;
    std::vector<Suggestion> suggestions;
};

/// Tries the rule's causes in their order and names the first that alone reconciles the usual readings.
Diagnosis diagnose(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates);

/// What a role would have to be, and one value of it in the writer's own style and precision. Nothing where the others do not say.
std::optional<Expected> expected_for(const Relation& relation, const Expression& constraint, std::int16_t role, const Draft& draft,
                                     const RateSource& rates);

}  // namespace tieout
