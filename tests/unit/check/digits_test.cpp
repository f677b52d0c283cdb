#include "check/digits.hpp"

#include "catch.hpp"

using tieout::digits_exchanged;
using tieout::one_slip_apart;
using tieout::Rational;
using tieout::significant_digits;

namespace {
Rational number(const char* text) {
    return *Rational::parse(text);
}
}  // namespace

TEST_CASE("Digits count from the first to the last that is not zero") {
    CHECK(significant_digits(number("1230")) == 3);
    CHECK(significant_digits(number("0.0123")) == 3);
    CHECK(significant_digits(number("-70.5")) == 3);
    CHECK(significant_digits(number("0")) == 0);
}

TEST_CASE("Two numbers have their digits exchanged") {
    CHECK(digits_exchanged(number("1250"), number("1520")));
    CHECK(digits_exchanged(number("3200"), number("2300")));
    CHECK(digits_exchanged(number("1.05"), number("1.5")));
    CHECK_FALSE(digits_exchanged(number("1250"), number("1260")));
    CHECK_FALSE(digits_exchanged(number("300"), number("30")));  // another power of ten
    CHECK_FALSE(digits_exchanged(number("12"), number("12")));
}

TEST_CASE("One slip of the hand makes one number the other") {
    CHECK(one_slip_apart(number("617"), number("557")) == false);  // two digits
    CHECK(one_slip_apart(number("617"), number("657")));           // one digit
    CHECK(one_slip_apart(number("71"), number("17")));             // exchanged
    CHECK(one_slip_apart(number("13"), number("1.3")));            // a power of ten
    CHECK(one_slip_apart(number("2.5"), number("2.57")));          // a digit left out
    CHECK_FALSE(one_slip_apart(number("13"), number("2.3")));
    CHECK_FALSE(one_slip_apart(number("0"), number("3")));
    CHECK_FALSE(one_slip_apart(number("5"), number("5")));
}
