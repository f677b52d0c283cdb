#pragma once

#include <string>

#include "model/report.hpp"

namespace tieout {

/// A finding for outputs that show one text and nothing else: the message, then the arithmetic and the suggestions, a line
/// each.
std::string finding_text(const Finding& finding, const Report& report, Language language);

}  // namespace tieout
