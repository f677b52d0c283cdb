#pragma once

#include <vector>

#include "model/finding.hpp"

namespace tieout {

/// Two rules may see one mistake: a wrong verb makes the percentage wrong too, a misplaced scale word the conversion. Of
/// findings on the same figures, or on some of another's, the one that says most keeps its severity; the others become notes.
void tell_once(std::vector<Finding>& findings);

}  // namespace tieout
