#pragma once

#include <optional>

#include "rulebook/role_types.hpp"

namespace tieout {

/// What kind of figure comes of two; nothing where they cannot meet. A percentage and a point add up to a percentage, two
/// percentages differ by points, so many at so much each are so much.
std::optional<Kind> add_kinds(Kind a, Kind b, bool minus);
std::optional<Kind> multiply_kinds(Kind a, Kind b);
std::optional<Kind> divide_kinds(Kind a, Kind b);
bool comparable(Kind a, Kind b);

/// Has no unit: a number, a multiple, a percentage.
bool pure(Kind kind);

/// The kinds of a sum's or comparison's operand that may meet `other`. Among kinds that have units, a bare number is one whose
/// unit the writer left out ("from 20 to 30 million won"): it meets no percentage.
KindMask beside(KindMask kinds, KindMask other);

/// The results over all pairs of kinds that fit.
template <class F>
KindMask over_pairs(KindMask a, KindMask b, F result) {
    KindMask out = 0;
    for (int i = 0; i < kKinds; ++i) {
        for (int j = 0; j < kKinds; ++j) {
            if (!(a >> i & 1) || !(b >> j & 1)) continue;
            if (const std::optional<Kind> kind = result(static_cast<Kind>(i), static_cast<Kind>(j))) out |= kind_bit(*kind);
        }
    }
    return out;
}

}  // namespace tieout
