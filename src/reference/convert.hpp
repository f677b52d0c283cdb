#pragma once

#include <optional>
#include <string_view>

#include "reference/rates.hpp"

namespace tieout {

/// An amount of money in another currency.
struct Conversion {
    Rational amount;         ///< at the rate of `quote.on`
    Interval range;          ///< at every rate of `quote.range`
    RateTable::Quote quote;  ///< the rate used
};

/// Converts an amount at a date line; nothing where the table has no rate (RateTable::at).
inline std::optional<Conversion> convert(const RateTable& rates, const Rational& amount, std::string_view from,
                                         std::string_view to, Day date) {
    auto quote = rates.at(from, to, date);
    if (!quote) return std::nullopt;
    return Conversion{amount * quote->rate, Interval::point(amount) * quote->range, std::move(*quote)};
}

}  // namespace tieout
