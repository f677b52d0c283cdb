#pragma once

#include <optional>
#include <string>

#include "model/report.hpp"

namespace tieout {

/// Every check of a draft, whatever its outcome, with its figures, its arithmetic and what each figure would have to be by the
/// others. For a report that was made with Settings::explain.
std::string explain_report(const Report& report, std::optional<Language> language);

/// A line of a draft, or a column of it.
struct Spot {
    std::uint32_t line = 1;
    std::optional<std::uint32_t> column;
};

/// The whole derivation of what is said of the figures at a spot: how they and those they are compared with are read, then
/// every check that holds or fails, with the arithmetic, what each figure would have to be by the others and, where it fails,
/// what is wrong, why, and the correction. Nothing where no figure stands there. For a report that was made with
/// Settings::explain.
std::optional<std::string> explain_spot(const Report& report, Spot spot, std::optional<Language> language);

}  // namespace tieout
