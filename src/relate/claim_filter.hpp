#pragma once

#include <string>
#include <vector>

#include "model/claim.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

bool passes(const ClaimFilter& filter, const Claim& claim, Language language);

/// The claim's scope has this id among its own.
bool has_scope(const Claim& claim, std::string_view id);

/// One unit, or a bare number beside a count, as in "from 200,000 bottles to 600,000".
bool comparable(const Figure& a, const Figure& b);

/// The days of the one end before those of the other begin.
bool lies_before(const Claim& earlier, const Claim& later);

/// Both claims agree on a key. What is unknown equals nothing; but two figures of which no scope is said are of the same one.
bool agree(SameKey key, const Claim& a, const Claim& b);

/// A text that two claims share exactly when they agree on all keys; empty where a key is unknown.
std::string key_of(const std::vector<SameKey>& same, const Claim& claim);

}  // namespace tieout
