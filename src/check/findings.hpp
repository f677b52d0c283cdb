#pragma once

#include "check/judge.hpp"

namespace tieout {

/// The claims of a relation in role order, lists spread out.
std::vector<std::uint32_t> claims_of(const Relation& relation);

/// The record of a relation that was judged, with its arithmetic; of one that lacks a role, what the others make of it.
Check make_check(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates);

/// What an editor is told of a relation that failed.
Finding make_finding(const Relation& relation, const Verdict& verdict, const Draft& draft, const RateSource& rates);

/// 16 hex digits of the rule and the sentences around the claims: the same wherever in the draft they stand.
std::string fingerprint(std::string_view rule, const std::vector<std::uint32_t>& claims, const Draft& draft);

}  // namespace tieout
