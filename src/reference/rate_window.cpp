#include "reference/rate_window.hpp"

#include <algorithm>
#include <limits>

namespace tieout {
namespace {

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

/// One side of a cross rate, walking through its rows day by day.
class Leg {
public:
    Leg(const RateRows* rows, std::int32_t first) : rows_(rows), row_(rows ? rows->at_or_before(first) : 0) {}

    /// The day of the next row.
    std::int32_t next() const {
        const auto following = static_cast<std::size_t>(row_ + 1);
        return rows_ && following < rows_->days.size() ? rows_->days[following] : kNever;
    }
    void advance_to(std::int32_t day) {
        if (next() <= day) ++row_;
    }
    bool stands_for(std::int32_t day, std::int32_t oldest) const {
        if (!rows_) return true;
        return row_ >= 0 && day - this->day() <= std::min(oldest, rows_->reach(index()));
    }
    std::int32_t day() const { return rows_->days[index()]; }
    std::int32_t gap() const { return rows_->gap(index()); }
    std::int64_t units() const { return rows_ ? rows_->units[index()] : 1; }
    bool is_base() const { return rows_ == nullptr; }

private:
    std::size_t index() const { return static_cast<std::size_t>(row_); }

    const RateRows* rows_;
    std::ptrdiff_t row_;  ///< -1 before the first
};

bool less(const RateCross& a, const RateCross& b) {
    using Wide = Rational::Integer;
    return Wide{a.to} * b.from < Wide{b.to} * a.from;
}

}  // namespace

std::optional<RateWindow> rate_window(const RateRows* from, const RateRows* to, std::int32_t first, std::int32_t last,
                                      std::int32_t oldest) {
    Leg legs[2] = {{from, first}, {to, first}};
    std::optional<RateWindow> window;
    for (std::int32_t day = first; day <= last; day = std::min(legs[0].next(), legs[1].next())) {
        for (Leg& leg : legs) leg.advance_to(day);
        if (!legs[0].stands_for(day, oldest) || !legs[1].stands_for(day, oldest)) continue;
        const RateCross cross{legs[0].units(), legs[1].units()};
        if (!window) window = RateWindow{cross, cross, cross, 0, 0, 0};
        if (less(cross, window->lowest)) window->lowest = cross;
        if (less(window->highest, cross)) window->highest = cross;
        window->last = cross;
        const Leg& one = legs[0].is_base() ? legs[1] : legs[0];
        const Leg& other = legs[1].is_base() ? legs[0] : legs[1];
        window->on = std::max(one.day(), other.day());
        window->older_day = std::min(one.day(), other.day());
        window->gap = std::max(one.gap(), other.gap());
    }
    return window;
}

}  // namespace tieout
