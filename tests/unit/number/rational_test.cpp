#include "number/rational.hpp"

#include <random>

#include "catch.hpp"
#include "number/integer.hpp"
#include "number/root.hpp"

using tieout::Rational;
using Big = boost::multiprecision::cpp_rational;

namespace {

Rational parsed(std::string_view text) {
    const auto value = Rational::parse(text);
    REQUIRE(value);
    return *value;
}

Rational from_integer(const boost::multiprecision::cpp_int& value) {
    return Rational(Rational::Big{value});
}

Big boost_value(std::string_view over, std::string_view under) {
    using boost::multiprecision::cpp_int;
    return Big(cpp_int(std::string(over)), cpp_int(std::string(under)));
}

/// Boost's value as "p/q" in lowest terms, and ours through exact decimals of numerator and denominator.
bool same(const Rational& ours, const Big& theirs) {
    using boost::multiprecision::denominator;
    using boost::multiprecision::numerator;
    const Rational over = from_integer(numerator(theirs));
    const Rational under = from_integer(denominator(theirs));
    return ours == over / under && tieout::integer::integer_part(ours * under) == numerator(theirs);
}

/// Numerators and denominators around the widths at which the inline form and its shortcuts end.
struct Sample {
    std::string over, under;
};

std::vector<Sample> edge_samples() {
    std::vector<Sample> out;
    const std::vector<std::string> edges = {"0",
                                            "1",
                                            "2",
                                            "3",
                                            "10",
                                            "1000000007",
                                            "4294967296",
                                            "9223372036854775807",
                                            "9223372036854775808",
                                            "18446744073709551615",
                                            "18446744073709551616",
                                            "13043817825332782212",
                                            "170141183460469231731687303715884105726",
                                            "170141183460469231731687303715884105727",
                                            "170141183460469231731687303715884105728",
                                            "340282366920938463463374607431768211455",
                                            "100000000000000000000000000000000000000000000"};
    for (const std::string& over : edges) {
        for (const std::string& under : edges) {
            if (under == "0") continue;
            out.push_back({over, under});
            if (over != "0") out.push_back({"-" + over, under});
        }
    }
    return out;
}

}  // namespace

TEST_CASE("rationals are read strictly") {
    struct Row {
        std::string_view text, decimal;
    };
    const Row rows[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-12", "-12"},
        {"007", "7"},
        {"0.25", "0.25"},
        {"-0.25", "-0.25"},
        {"1e6", "1000000"},
        {"2.5e-3", "0.0025"},
        {"1.5E+2", "150"},
        {"3/4", "0.75"},
        {"-3/8", "-0.375"},
        {"010/4", "2.5"},
        {"1/3", "0.333333333333333"},
        {"2/3", "0.666666666666667"},
        {"20/7", "2.85714285714286"},
        {"1/121", "0.00826446280991736"},
        {"1000000000000000000/3", "333333333333333333"},
        {"6600000000000", "6600000000000"},
        {"0.10", "0.1"},
        {"340282366920938463463374607431768211456", "340282366920938463463374607431768211456"},
        {"0000000000000000000000000000000000000000000000012", "12"},
    };
    for (const Row& row : rows) CHECK(parsed(row.text).to_decimal() == row.decimal);

    for (const std::string_view text : {"", "-", "+1", ".5", "5.", "1,000", "1e", "1e99999", "1e4001", "1/0", "1/-2", "1.5/2",
                                        " 1", "1 ", "0x10", "1e5/2", "--1", "1..2", "억"}) {
        CHECK_FALSE(Rational::parse(text));
    }
    CHECK(Rational::parse(std::string(4000, '9')));
    CHECK_FALSE(Rational::parse(std::string(4001, '9')));
}

TEST_CASE("rationals are printed to a number of places, halves away from zero") {
    CHECK(parsed("1.005").to_decimal(2) == "1.01");
    CHECK(parsed("-1.005").to_decimal(2) == "-1.01");
    CHECK(parsed("-0.001").to_decimal(2) == "0.00");
    CHECK(parsed("6.6").to_decimal(2) == "6.60");
    CHECK(parsed("1311.5").to_decimal(0) == "1312");
    CHECK(parsed("1e60").to_decimal(1) == "1" + std::string(60, '0') + ".0");
    CHECK(parsed("1e-60").to_decimal() == "0." + std::string(59, '0') + "1");
}

TEST_CASE("rationals round, floor and know their magnitude") {
    CHECK(parsed("-2.5").floor() == Rational(-3));
    CHECK(parsed("2.5").floor() == Rational(2));
    CHECK((parsed("1e50") + parsed("1/3")).floor() == parsed("1e50"));
    CHECK((parsed("-1e50") + parsed("-1/3")).floor() == parsed("-1e50") - 1);
    CHECK(parsed("2180300000").round_to(parsed("1e7")) == Rational(2180000000));
    CHECK(parsed("25").round_to(Rational(10)) == Rational(30));
    CHECK(parsed("-25").round_to(Rational(10)) == Rational(-30));
    CHECK(parsed("0.3").round_to(parsed("1/4")) == parsed("0.25"));
    struct Row {
        std::string_view text;
        int magnitude;
    };
    const Row rows[] = {{"1", 0},
                        {"9.99", 0},
                        {"10", 1},
                        {"0.1", -1},
                        {"0.0999", -2},
                        {"-1000", 3},
                        {"1/3", -1},
                        {"99/100", -1},
                        {"1e38", 38},
                        {"1e39", 39},
                        {"170141183460469231731687303715884105727", 38},
                        {"1e-50", -50},
                        {"1e4000", 4000}};
    for (const Row& row : rows) CHECK(parsed(row.text).magnitude() == row.magnitude);
    CHECK(parsed("2").power(10) == Rational(1024));
    CHECK(parsed("2").power(-2) == parsed("0.25"));
    CHECK(parsed("1.1").power(200) == parsed("11").power(200) / parsed("10").power(200));
    CHECK(Rational(7).power(0) == Rational(1));
    CHECK(parsed("9223372036854775807").to_int64() == INT64_MAX);
    CHECK_FALSE(parsed("9223372036854775808").to_int64());
    CHECK_FALSE(parsed("0.5").to_int64());
}

TEST_CASE("a moved-from rational is still a value, and a copy is its own") {
    Rational big = parsed("1e60");
    const Rational copy = big;
    const Rational moved = std::move(big);
    CHECK(copy == moved);
    big = Rational(3);
    CHECK(big == Rational(3));
    Rational self = copy;
    self = *&self;
    CHECK(self == copy);
}

TEST_CASE("arithmetic agrees with Boost's at the edges of the inline form") {
    const std::vector<Sample> samples = edge_samples();
    std::vector<Rational> ours;
    std::vector<Big> theirs;
    for (const Sample& sample : samples) {
        ours.push_back(parsed(sample.over + "/" + sample.under));
        theirs.push_back(boost_value(sample.over, sample.under));
    }
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < ours.size(); i += 7) {
        for (std::size_t j = 0; j < ours.size(); j += 3) {
            const Rational& a = ours[i];
            const Rational& b = ours[j];
            if (!same(a + b, theirs[i] + theirs[j])) ++wrong;
            if (!same(a - b, theirs[i] - theirs[j])) ++wrong;
            if (!same(a * b, theirs[i] * theirs[j])) ++wrong;
            if (!b.is_zero() && !same(a / b, theirs[i] / theirs[j])) ++wrong;
            if ((a < b) != (theirs[i] < theirs[j]) || (a == b) != (theirs[i] == theirs[j])) ++wrong;
            if (a + b - b != a) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("arithmetic agrees with Boost's on random fractions of every width") {
    std::mt19937_64 random(20230417);
    const auto number = [&](bool zero_too) {
        const unsigned bits = static_cast<unsigned>(random() % 180);
        boost::multiprecision::cpp_int value = random();
        value = (value << 64 | random()) << 64 | random();
        value >>= 192 - bits;
        if (value.is_zero() && !zero_too) value = 1;
        return value;
    };
    std::size_t wrong = 0;
    for (int round = 0; round < 1500; ++round) {
        const Big x = Big(number(true), number(false)) * (random() % 2 ? 1 : -1);
        const Big y = Big(number(true), number(false)) * (random() % 2 ? 1 : -1);
        const auto ours = [](const Big& value) {
            return from_integer(boost::multiprecision::numerator(value)) /
                   from_integer(boost::multiprecision::denominator(value));
        };
        const Rational a = ours(x);
        const Rational b = ours(y);
        if (!same(a + b, x + y) || !same(a - b, x - y) || !same(a * b, x * y)) ++wrong;
        if (!b.is_zero() && !same(a / b, x / y)) ++wrong;
        if ((a < b) != (x < y)) ++wrong;
        if (a.floor() > a || a.floor() + 1 <= a || !a.floor().is_integer()) ++wrong;
        if (!a.is_zero()) {
            const int e = a.magnitude();
            if (a.abs() < Rational::power_of_ten(e) || a.abs() >= Rational::power_of_ten(e + 1)) ++wrong;
        }
        const auto again = Rational::parse(a.to_decimal(40));
        if (!again || (*again - a).abs() > Rational::power_of_ten(-40)) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("roots are enclosed") {
    const auto exact = tieout::nth_root(parsed("1.331"), 3);
    CHECK(exact.low == parsed("1.1"));
    CHECK(exact.high == parsed("1.1"));
    for (const int n : {1, 2, 3, 7, 10, 97, 1000}) {
        for (const char* text : {"0", "1", "2", "0.5", "1.4", "10", "123456789.123", "1e-9", "1e40", "1e300"}) {
            const Rational value = parsed(text);
            const auto bounds = tieout::nth_root(value, n);
            INFO(text << " to 1/" << n);
            CHECK(bounds.low.power(n) <= value);
            CHECK(bounds.high.power(n) >= value);
            CHECK(bounds.high - bounds.low <= Rational::power_of_ten(-9));
        }
    }
}
