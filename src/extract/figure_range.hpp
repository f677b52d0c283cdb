#pragma once

#include <optional>

#include "extract/figure_reader_core.hpp"

namespace tieout {

/// What follows an amount as the other end of a range.
struct RangeEnd {
    std::optional<Core> high;
    bool refused = false;  ///< a sign of a range stands there that makes no range, nor a figure of what stands before it
};

/// Reads the upper end of the range that `low`, an amount that begins at `at` with its hedges, is the lower end of. Unit and
/// scale word may stand once for both; `low` then takes them.
RangeEnd read_range_end(const Scan& scan, std::size_t at, bool between, Core& low);

/// "from 5 to 10 percent", "from 1.2 to 1.5 billion pesos": two levels, of which the first takes what stands behind the second.
/// `low` begins at `at`.
void share_with_level(const Scan& scan, std::size_t at, Core& low);

}  // namespace tieout
