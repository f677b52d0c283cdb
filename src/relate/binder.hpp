#pragma once

#include <vector>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/relation.hpp"
#include "model/token.hpp"
#include "reference/facts.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {

/// Binds every rule to the figures of a draft: patterns within sentences, look-ups for what a pattern left out, joins
/// across the draft, and the figures that the newsroom's facts speak of. Group rules are bound later, over relations that were
/// judged. One relation a rule and culprit figure: of two patterns that blame the same figure, the first counts. Relations come
/// in the order of rules, then of place.
std::vector<Relation> bind_rules(const Document& document, const TokenStream& stream, const std::vector<Claim>& claims,
                                 const RuleBook& book, const DraftFacts& facts = {});

}  // namespace tieout
