#pragma once

#include <vector>

#include "check/judge.hpp"

namespace tieout {

/// Judges a group rule: over the relations of the rule it names, gathered by the units and the period they share, the value of
/// its expression must be one and the same. Where no one value fits all, the smallest set of relations whose removal makes it
/// fit is to blame. Appends a check, and a finding where it fails, for every group of two or more.
void judge_group(const Rule& rule, const std::vector<Judged>& judged, const Draft& draft, const RateSource& rates,
                 std::vector<Check>& checks, std::vector<Finding>& findings);

}  // namespace tieout
