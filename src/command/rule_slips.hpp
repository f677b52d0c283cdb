#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "check/pipeline.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// One slip of the hand.
enum class Slip { digit, scale, currency, year, sign };
inline constexpr std::size_t kSlips = 5;
inline constexpr std::array<const char*, kSlips> kSlipNames = {"digit", "scale", "currency", "year", "sign"};

struct SlipCount {
    std::size_t made = 0;
    std::size_t noticed = 0;  ///< by an error or a warning, of whatever rule
};
using SlipCounts = std::array<SlipCount, kSlips>;  ///< by Slip

/// Makes every slip in every figure that the rule verifies in its holding examples, one at a time: the first digit one more,
/// the scale word the next greater, another currency, the year one later; and each word of change turned into its contrary.
SlipCounts count_slips(const Rule& rule, const Settings& settings);

/// A table of rules and slips, "noticed/made".
std::string slip_table(std::span<const Rule> rules, const Settings& settings);

}  // namespace tieout
