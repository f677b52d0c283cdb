#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "reference/rate_series.hpp"

namespace tieout {

/// One currency of the European Central Bank's table, in units for one euro.
struct EcbColumn {
    std::string currency;
    RateRows rows;
};

/// Reads eurofxref-hist.csv as downloaded: "Date,USD,JPY,…," and a line a day, newest or oldest first, "N/A" or nothing where
/// there is no rate. Columns without any rate are left out. Linear in the text.
Result<std::vector<EcbColumn>> read_ecb_csv(std::string_view csv, const std::string& file);

}  // namespace tieout
