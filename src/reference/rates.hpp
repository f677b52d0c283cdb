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

/// Daily exchange rates as units of a currency for one unit of the table's base (the dollar in the built-in table, the euro in
/// the European Central Bank's). The base has no rows and is always 1; a rate between two others is the quotient of the same
/// day.
///
/// A day without a rate (weekend, holiday) has the last one before it. Series that were only kept monthly or as snapshots are
/// carried on to their next row: for 45 days as they are and, where a window has nothing fresher, for up to 120 days. A series
/// that breaks off for more than 150 days (the rouble in 2022) or has ended is carried for 15 days, 45 if it was monthly; after
/// that there is no rate.
///
/// Widening: 1 % where the rates are daily; 3 % where they come less than fortnightly (of the daily rates of ten currencies
/// from 1995 to 2017, the euro from 1999, 92 to 99 % lie within 3 % of what their monthly averages give by this rule, only 62
/// to 85 % within 1 %); 5 % where the rates lie more than 45 days back or the question lies past the table's end.
class RateTable {
public:
    /// What a query found. `range` is what FIGURES asks for: lowest to highest daily rate, widened.
    struct Quote {
        Interval range;         ///< units of `to` for one of `from`
        Rational rate;          ///< the last one in the window; always inside `range`
        Day on{};               ///< its day: the last at or before the window's end on which either currency has a row
        bool past_end = false;  ///< the question lies past the table's last day: the days up to that, widened to 5 %
    };

    /// The table that ships with tieout (rules/reference/). Decoded a currency at a time, when first asked for; thread-safe.
    static const RateTable& built_in();

    /// The European Central Bank's own eurofxref-hist.csv as downloaded ("Date,USD,JPY,…,", newest first, "N/A" for none; units
    /// for one euro). Used alone: currencies it does not have are unknown. Codes are three capital letters, rates are above 0
    /// with at most 8 digits before and 8 after the point; anything else is an Error with its line and column.
    static Result<RateTable> from_ecb(std::string_view csv, const std::string& file);

    /// Whether there are any rates of a currency (its ISO 4217 code in capitals).
    bool knows(std::string_view currency) const;

    /// At a date line: the 31 days up to it. Past the table's end (a weekend after its last day is not): the 31 days up to the
    /// end. Between a currency and itself the point 1. Nothing for an unknown currency, a date before the table's start or one
    /// at which a series is interrupted.
    std::optional<Quote> at(std::string_view from, std::string_view to, Day date) const;
    /// Over a period: lowest to highest daily rate of the days in it that have one. Nothing where there are none, or where the
    /// period has an open end.
    std::optional<Quote> during(std::string_view from, std::string_view to, const Period& period) const;
    /// Over the years (at least 1) up to and including a date: for a text that names no day for its rate.
    std::optional<Quote> over_years(std::string_view from, std::string_view to, Day date, int years) const;

    struct Series;

private:
    struct Pair;

    explicit RateTable(std::string base) : base_(std::move(base)) {}
    const Series* find(std::string_view currency) const;
    /// Nothing where one of them is unknown.
    std::optional<Pair> pair(std::string_view from, std::string_view to) const;

    std::string base_;
    std::vector<std::shared_ptr<const Series>> series_;  ///< sorted by code
};

}  // namespace tieout
