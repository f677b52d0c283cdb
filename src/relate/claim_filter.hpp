#pragma once

#include <string>
#include <vector>

#include "model/claim.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

bool passes(const ClaimFilter& filter, const Claim& claim, Language language);

/// The claim's scope has this id among its own.
bool has_scope(const Claim& claim, std::string_view id);

/// Both claims agree on a key. What is unknown equals nothing; but two figures of which no scope is said are of the same one.
bool agree(SameKey key, const Claim& a, const Claim& b);

/// A text that two claims share exactly when they agree on all keys; empty where a key is unknown.
std::string key_of(const std::vector<SameKey>& same, const Claim& claim);

}  // namespace tieout
