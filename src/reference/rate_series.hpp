#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "reference/rates.hpp"

namespace tieout {

/// Bounds of a rate, in digits before and after the point: a rate fits 64 bits, the product of two and a power of ten 128.
inline constexpr int kRateWholeDigits = 8;
inline constexpr int kRatePlaces = 8;

/// 10 to a power from 0 to 18.
constexpr std::int64_t ten_to(int exponent) {
    std::int64_t value = 1;
    for (; exponent > 0; --exponent) value *= 10;
    return value;
}

/// The rates of one currency, one a day that has one. Days count from 1970-01-01 and ascend; rate i is units[i] / 10^places.
struct RateRows {
    std::vector<std::int32_t> days;
    std::vector<std::int64_t> units;  ///< above 0
    int places = 0;
    bool ended = false;  ///< the table goes on without this currency: it has no rate past its own last day

    /// Appends a rate of units / 10^unit_places, bringing all rows to the finer of both scales.
    void append(std::int32_t day, std::int64_t unit_count, int unit_places);
    /// The last row at or before a day; -1 where there is none.
    std::ptrdiff_t at_or_before(std::int32_t day) const;
    /// For how many days, its own not counted, row `i` stands for the days that follow.
    std::int32_t reach(std::size_t i) const;
    /// Days from the row before `i` (from the first row: to the next).
    std::int32_t gap(std::size_t i) const;
};

/// Rates that are unpacked when they are first asked for. Thread-safe.
struct RateTable::Series {
    Series(std::string currency, std::string_view packed_text) : code(std::move(currency)), packed_(packed_text) {}
    Series(std::string currency, RateRows known) : code(std::move(currency)), rows_(std::move(known)) {}

    const RateRows& rows() const;

    const std::string code;

private:
    const std::string_view packed_;  ///< a file of rules/reference/fx/; empty where the rows were given
    mutable std::once_flag unpacked_;
    mutable RateRows rows_;
};

}  // namespace tieout
