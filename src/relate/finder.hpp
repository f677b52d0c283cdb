#pragma once

#include <vector>

#include "model/claim.hpp"
#include "model/relation.hpp"
#include "model/token.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// What look-ups read: a draft's tokens and claims.
struct Surroundings {
    const TokenStream& stream;
    const std::vector<Claim>& claims;
    Language language = Language::ko;
};

/// Looks up the roles that the rule's `find` names and no pattern bound. At most a few hundred claims or words are looked at a
/// role; what is not found stays unbound.
void find_roles(const Rule& rule, const Surroundings& draft, Relation& relation);

}  // namespace tieout
