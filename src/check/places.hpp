#pragma once

#include <optional>
#include <string_view>

#include "check/operands.hpp"

namespace tieout {

/// How many people there are at most where a claim is said of: in the country that its scope names alone ("domestic" is
/// `home`), else in the world.
std::optional<Interval> people_where(const Claim& claim, std::string_view home);

/// What that place produces in a year at most, in the claim's currency; nothing where there is no rate for it.
std::optional<Interval> product_where(const Claim& claim, std::string_view home, const RateSource* rates);

}  // namespace tieout
