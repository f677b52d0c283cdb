#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "reference/rate_series.hpp"

namespace tieout {

/// Reads a file of rules/reference/fx/ as written by pack_rates.py (the format is described in rules/reference/README.md).
/// Linear in the text; an Error names the line.
Result<RateRows> unpack_rates(std::string_view text, const std::string& file);

}  // namespace tieout
