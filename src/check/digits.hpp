#pragma once

#include "number/rational.hpp"

/// What the digits of figures say of how they were written.
namespace tieout {

/// How many digits stand from the first that is not zero to the last: 3 of 1,230 and of 0.0123.
int significant_digits(const Rational& value);

/// The same digits in another order, two of them not zero, and as many before the point: 1250 and 1520, 3200 and 2300.
bool digits_exchanged(const Rational& a, const Rational& b);

/// One of them written wrong would be the other: one digit is another, two are exchanged, or the power of ten is another.
bool one_slip_apart(const Rational& a, const Rational& b);

}  // namespace tieout
