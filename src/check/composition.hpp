#pragma once

#include <optional>

#include "model/finding.hpp"
#include "model/relation.hpp"
#include "rulebook/expression.hpp"

namespace tieout {

/// What a constraint says of parts and their whole, by its shape: `whole == sum(parts)` or `part == whole * share`. Nothing for
/// other shapes and for rules that are not about parts.
std::optional<Composition> composition_of(const Relation& relation, const Expression& constraint);

}  // namespace tieout
