#pragma once

#include "number/rational.hpp"

namespace tieout {

/// Two rationals with low <= root <= high and high - low at most 1e-9; equal where the root is a whole number of 1e-9.
struct RootBounds {
    Rational low;
    Rational high;
};

/// Encloses the n-th root of a non-negative value, n from 1 on.
RootBounds nth_root(const Rational& value, int n);

}  // namespace tieout
