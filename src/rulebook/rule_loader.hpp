#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// Reads one rule file (docs/adding-a-rule.md) strictly: an unknown key, role, class or type, an expression that does not
/// type-check, a language without an example that fails and one that holds is an error with line and column. The id must be the
/// file's name.
Result<Rule> load_rule(std::string_view content, const std::string& file);

}  // namespace tieout
