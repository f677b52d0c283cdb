#pragma once

#include <span>
#include <string>

#include "rulebook/rule.hpp"

namespace tieout {

/// A rule's page in Markdown: what must hold, examples that fail and that do not, causes, where it looks. Made of the rule file
/// alone.
std::string rule_page(const Rule& rule);

/// The list of all pages, docs/rules/README.md.
std::string rule_index(std::span<const Rule> rules);

}  // namespace tieout
