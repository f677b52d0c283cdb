#pragma once

#include "model/claim.hpp"
#include "model/relation.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// Binds the roles that a rule's `find` names and its patterns left open: the nearest claim before the anchor (then behind it, up to two
/// sentences) that fits. At most 200 claims are looked at for each. A role for which nothing fits stays unbound.
void find_roles(const Rule& rule, const std::vector<Claim>& claims, Language language, Relation& relation);

}  // namespace tieout
