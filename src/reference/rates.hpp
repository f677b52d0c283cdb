#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "number/calendar.hpp"
#include "number/interval.hpp"

namespace tieout {

/// Daily exchange rates as units of a currency for one US dollar. Rates between two other currencies are quotients of the same day.
class RateTable {
public:
    /// What a query found. `range` is what FIGURES asks for: lowest to highest daily rate, widened.
    struct Quote {
        Interval range;    ///< units of `to` for one of `from`
        Rational rate;     ///< the rate of `on`
        Day on{};          ///< the last day at or before the date line with a rate
        bool past_end = false;  ///< the date lies past the table's last day: nearest month, widened to 5 %
    };

    /// The table that ships with tieout (rules/reference/). Decoded a currency at a time, when first asked for; thread-safe.
    static const RateTable& built_in();

    /// The European Central Bank's own eurofxref-hist.csv as downloaded ("Date,USD,JPY,…", newest first, "N/A" for none; units for one euro).
    static Result<RateTable> from_ecb(std::string_view csv, const std::string& file);

    /// At a date line: the 31 days up to it, widened by 1 %; past the table's end the nearest month, widened to 5 %.
    /// Nothing for an unknown currency or a date before the table's start.
    std::optional<Quote> at(std::string_view from, std::string_view to, Day date) const;
    /// Over a period: lowest to highest daily rate in it, widened by 1 %.
    std::optional<Quote> during(std::string_view from, std::string_view to, const Period& period) const;

    struct Series;

private:
    std::vector<std::shared_ptr<const Series>> series_;
};

}  // namespace tieout
