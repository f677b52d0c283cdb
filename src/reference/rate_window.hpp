#pragma once

#include <cstdint>
#include <optional>

#include "number/rational.hpp"
#include "reference/rate_series.hpp"

namespace tieout {

/// The rates of one day as they stand in their series: 1 for the table's base.
struct RateCross {
    std::int64_t from = 1;
    std::int64_t to = 1;
};

/// The cross rates of a stretch of days.
struct RateWindow {
    RateCross lowest;
    RateCross highest;
    RateCross last;
    std::int32_t on = 0;         ///< the day of `last`: the later of its two rows
    std::int32_t older_day = 0;  ///< the earlier of its two rows
    std::int32_t gap = 0;        ///< the wider of the gaps before its two rows
};

/// Walks the days from `first` to `last` on which either side (null: the base; not both) has a row, and the first, and compares
/// the quotients of the latest rows at or before each day. A row counts for at most `oldest` days and no longer than it reaches.
/// Linear in the rows of the window. Nothing where no day has both.
std::optional<RateWindow> rate_window(const RateRows* from, const RateRows* to, std::int32_t first, std::int32_t last,
                                      std::int32_t oldest);

/// Turns crosses of two series into units of `to` for one of `from`.
class RateScale {
public:
    RateScale(const RateRows* from, const RateRows* to)
        : from_(ten_to(from ? from->places : 0)), to_(ten_to(to ? to->places : 0)) {}

    Rational value(const RateCross& cross, int percent) const {
        using Integer = Rational::Integer;
        return {Integer{cross.to} * from_ * percent, Integer{cross.from} * to_ * 100};
    }

private:
    std::int64_t from_;
    std::int64_t to_;
};

}  // namespace tieout
