#include "reference/rate_series.hpp"

#include <algorithm>

#include "reference/packed_rates.hpp"

namespace tieout {
namespace {

constexpr std::int32_t kLongestReach = 120;
constexpr std::int32_t kInterruption = 150;
constexpr std::int32_t kDailyReach = 15;    // the longest closure of a currency market, and more than a New Year week in Asia
constexpr std::int32_t kMonthlyReach = 45;  // from the 15th to the end of the next month

}  // namespace

void RateRows::append(std::int32_t day, std::int64_t unit_count, int unit_places) {
    if (unit_places > places) {
        const std::int64_t factor = ten_to(unit_places - places);
        for (std::int64_t& count : units) count *= factor;
        places = unit_places;
    }
    days.push_back(day);
    units.push_back(unit_count * ten_to(places - unit_places));
}

std::ptrdiff_t RateRows::at_or_before(std::int32_t day) const {
    return std::upper_bound(days.begin(), days.end(), day) - days.begin() - 1;
}

std::int32_t RateRows::reach(std::size_t i) const {
    const bool followed = i + 1 < days.size() && days[i + 1] - days[i] <= kInterruption;
    if (followed) return kLongestReach;
    const bool last_of_table = i + 1 == days.size() && !ended;
    if (last_of_table) return kLongestReach;
    return gap(i) > kDailyReach ? kMonthlyReach : kDailyReach;
}

std::int32_t RateRows::gap(std::size_t i) const {
    if (i > 0) return days[i] - days[i - 1];
    return days.size() > 1 ? days[1] - days[0] : 0;
}

const RateRows& RateTable::Series::rows() const {
    if (!packed_.empty()) {
        std::call_once(unpacked_, [this] {
            // The files are part of the program and tested one by one; one that did not unpack would leave no rates.
            Result<RateRows> unpacked = unpack_rates(packed_, code);
            if (unpacked) rows_ = std::move(*unpacked);
        });
    }
    return rows_;
}

}  // namespace tieout
