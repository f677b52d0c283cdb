#pragma once

#include <optional>
#include <string>

#include "model/report.hpp"

namespace tieout {

/// Every check of a draft, whatever its outcome, with its figures, its arithmetic and what each figure would have to be by the
/// others. For a report that was made with Settings::explain.
std::string explain_report(const Report& report, std::optional<Language> language);

}  // namespace tieout
