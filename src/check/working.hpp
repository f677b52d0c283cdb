#pragma once

#include <string>
#include <vector>

#include "check/operands.hpp"
#include "model/document.hpp"
#include "model/relation.hpp"

namespace tieout {

/// The arithmetic of a constraint as an editor would write it down, a line each: "100억달러 × 1,315.12원 = 13조1512억원; 적힌 값 13조원".
/// `operands` are the tight readings; nothing is written for what cannot be computed.
std::vector<std::string> write_working(const Expression& constraint, const Operands& operands, const Document& document, Language language);

/// For a relation that lacks one role: what the others make of it as they are written: "10%, 3억달러 → value = 30억달러".
/// Empty where more than one role is missing or they do not say.
std::vector<std::string> write_implied(const Relation& relation, const Operands& operands, const Document& document, Language language);

/// A claim's figure as the draft has it, without hedges.
std::string written(const Claim& claim, const Document& document);

/// One value as the report writes it, in the claim's unit: the claim's own style where it has one.
std::string write_value(const Rational& in_base, const Claim& like, Language language);

}  // namespace tieout
