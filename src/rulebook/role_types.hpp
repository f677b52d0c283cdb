#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/figure.hpp"

namespace tieout {

/// A set of kinds of figures, as rule files name them: bit i is Kind i.
using KindMask = std::uint32_t;

inline constexpr int kKinds = static_cast<int>(Kind::number) + 1;
constexpr KindMask kind_bit(Kind kind) {
    return KindMask{1} << static_cast<unsigned>(kind);
}

/// The type names of rule files: the kinds themselves, and
/// level (money, count, quantity, number), amount (money, count, quantity), any.
const std::vector<std::string>& type_names();

/// The kinds that "money" or "level|percent" stands for; nothing for an unknown name.
std::optional<KindMask> kinds_of(std::string_view type);

/// "money", "money or percent".
std::string kinds_text(KindMask kinds);

}  // namespace tieout
