#include "number/magnitude.hpp"

#include <random>

#include "catch.hpp"

using namespace tieout;

namespace {

Rational number(std::string_view text) {
    const auto value = Rational::parse(text);
    REQUIRE(value);
    return *value;
}

struct Row {
    const char* written;
    Magnitude magnitude;
    const char *generous, *usual, *tight, *stated;
};

/// A point as the figure reader would fill it in: value, place of the last significant digit, finest place written.
Magnitude point(const char* value, const char* step, const char* finest, Hedge hedge = Hedge::none) {
    Magnitude m;
    m.value = number(value);
    m.step = number(step);
    m.finest = number(finest);
    m.hedge = hedge;
    return m;
}

Magnitude rate(const char* value, const char* step, Hedge hedge = Hedge::none) {
    Magnitude m = point(value, step, step, hedge);
    m.as_written = true;
    return m;
}

Magnitude exact(const char* value, const char* step, Hedge hedge = Hedge::none) {
    Magnitude m = point(value, step, step, hedge);
    m.shape = Shape::exact;
    return m;
}

Magnitude shaped(Shape shape, const char* value, const char* step, const char* high = "0", const char* high_step = "0",
                 Hedge hedge = Hedge::none) {
    Magnitude m = point(value, step, step, hedge);
    m.shape = shape;
    m.high = number(high);
    m.high_step = number(high_step);
    return m;
}

Magnitude percent_range(const char* value, const char* high, const char* step, const char* high_step) {
    Magnitude m = shaped(Shape::range, value, step, high, high_step);
    m.as_written = true;
    return m;
}

void check(const Row& row) {
    INFO(row.written);
    CHECK(reading(row.magnitude, Tier::generous).to_string() == row.generous);
    CHECK(reading(row.magnitude, Tier::usual).to_string() == row.usual);
    CHECK(reading(row.magnitude, Tier::tight).to_string() == row.tight);
    CHECK(stated(row.magnitude).to_string() == row.stated);
}

}  // namespace

// Korean amounts below are in 억 unless the row says otherwise.
TEST_CASE("three readings of plain figures") {
    const Row rows[] = {
        {"100억", point("100", "100", "1"), "[50, 200)", "[95, 110)", "[99.5, 100.5]", "[100, 100]"},
        {"6조6000억", point("66000", "1000", "1"), "[65500, 67000)", "[65500, 67000)", "[65999.5, 66000.5]", "[66000, 66000]"},
        {"6조6012억", point("66012", "1", "1"), "[66011.5, 66013)", "[66011.5, 66013)", "[66011.5, 66012.5]", "[66012, 66012]"},
        {"6.60조, in 조", point("6.6", "0.01", "0.01"), "[6.595, 6.61)", "[6.595, 6.61)", "[6.595, 6.605]", "[6.6, 6.6]"},
        {"6.6조, in 조", point("6.6", "0.1", "0.1"), "[6.55, 6.7)", "[6.55, 6.7)", "[6.55, 6.65]", "[6.6, 6.6]"},
        {"$1.25 billion, in billions", point("1.25", "0.01", "0.01"), "[1.245, 1.26)", "[1.245, 1.26)", "[1.245, 1.255]",
         "[1.25, 1.25]"},
        {"15,000", point("15000", "1000", "1"), "[14500, 16000)", "[14500, 16000)", "[14999.5, 15000.5]", "[15000, 15000]"},
        {"3조, in 조", point("3", "1", "1"), "[2.5, 4)", "[2.85, 3.3)", "[2.85, 3.15]", "[3, 3]"},
        {"1억, in 억", point("1", "1", "1"), "[0.5, 2)", "[0.95, 1.1)", "[0.95, 1.05]", "[1, 1]"},
        {"3%", rate("3", "1"), "[2.5, 4)", "[2.5, 4)", "[2.5, 3.5]", "[3, 3]"},
        {"20%", rate("20", "1"), "[19.5, 21)", "[19.5, 21)", "[19.5, 20.5]", "[20, 20]"},
        {"12.50%", rate("12.5", "0.01"), "[12.495, 12.51)", "[12.495, 12.51)", "[12.495, 12.505]", "[12.5, 12.5]"},
        {"2.5배", rate("2.5", "0.1"), "[2.45, 2.6)", "[2.45, 2.6)", "[2.45, 2.55]", "[2.5, 2.5]"},
        {"12개사", exact("12", "1"), "[12, 12]", "[12, 12]", "[12, 12]", "[12, 12]"},
        {"4분의 1", exact("1/4", "0"), "[0.25, 0.25]", "[0.25, 0.25]", "[0.25, 0.25]", "[0.25, 0.25]"},
        {"0%", rate("0", "1"), "[-0.5, 1)", "[-0.5, 1)", "[-0.5, 0.5]", "[0, 0]"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("negative figures are the mirror image of positive ones") {
    const Row rows[] = {
        {"-3%", rate("-3", "1"), "(-4, -2.5]", "(-4, -2.5]", "[-3.5, -2.5]", "[-3, -3]"},
        {"-100억", point("-100", "100", "1"), "(-200, -50]", "(-110, -95]", "[-100.5, -99.5]", "[-100, -100]"},
        {"영하 5도 이상", point("-5", "1", "1", Hedge::at_least), "[-5, inf)", "[-5, -4]", "[-5, -4]", "[-5, inf)"},
        {"-5% 초과", point("-5", "1", "1", Hedge::more_than), "(-5, inf)", "(-5, -4]", "(-5, -4]", "(-5, inf)"},
        {"-5% 이하", point("-5", "1", "1", Hedge::at_most), "(-inf, -5]", "[-6.25, -5]", "[-6.25, -5]", "(-inf, -5]"},
        {"-5% 미만", point("-5", "1", "1", Hedge::less_than), "(-inf, -5)", "[-6.25, -5)", "[-6.25, -5)", "(-inf, -5)"},
        {"최대 -5%", point("-5", "1", "1", Hedge::up_to), "[-5, 0]", "[-5, 0]", "[-5, 0]", "[-5, 0]"},
        {"-5%에 육박", point("-5", "1", "1", Hedge::nearly), "(-5, 0)", "(-5, -4.5]", "(-5, -4.5]", "(-5, 0)"},
        {"약 -5%", rate("-5", "1", Hedge::about), "(-7, -3.5]", "(-7, -3.5]", "[-6.5, -3.5]", "[-5, -5]"},
        {"-10%대", shaped(Shape::bucket, "-10", "10"), "(-20, -10]", "(-20, -10]", "(-20, -10]", "(-20, -10]"},
        {"-3~-1%", percent_range("-3", "-1", "1", "1"), "(-4, -0.5]", "(-4, -0.5]", "[-3.5, -0.5]", "[-3, -1]"},
        {"-1~2%", percent_range("-1", "2", "1", "1"), "(-2, 3)", "(-2, 3)", "[-1.5, 2.5]", "[-1, 2]"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("hedges") {
    const Row rows[] = {
        {"약 6조6000억", point("66000", "1000", "1", Hedge::about), "[64180, 68320)", "[64180, 68320)", "[64679.5, 67320.5]",
         "[66000, 66000]"},
        {"약 100억", point("100", "100", "1", Hedge::about), "(0, 300)", "[85, 120)", "[97.5, 102.5]", "[100, 100]"},
        {"약 3%", rate("3", "1", Hedge::about), "[1.5, 5)", "[1.5, 5)", "[1.5, 4.5]", "[3, 3]"},
        {"약 12개사", exact("12", "1", Hedge::about), "[11, 13]", "[11, 13]", "[11, 13]", "[12, 12]"},
        {"100억 이상", point("100", "100", "1", Hedge::at_least), "[100, inf)", "[100, 125]", "[100, 125]", "[100, inf)"},
        {"100억 초과", point("100", "100", "1", Hedge::more_than), "(100, inf)", "(100, 125]", "(100, 125]", "(100, inf)"},
        {"100억 이하", point("100", "100", "1", Hedge::at_most), "(-inf, 100]", "[80, 100]", "[80, 100]", "(-inf, 100]"},
        {"100억 미만", point("100", "100", "1", Hedge::less_than), "(-inf, 100)", "[80, 100)", "[80, 100)", "(-inf, 100)"},
        {"최대 100억", point("100", "100", "1", Hedge::up_to), "[0, 100]", "[0, 100]", "[0, 100]", "[0, 100]"},
        {"100억에 육박", point("100", "100", "1", Hedge::nearly), "(0, 100)", "[90, 100)", "[90, 100)", "(0, 100)"},
        {"두 배 이상", exact("2", "1", Hedge::at_least), "[2, inf)", "[2, 2.5]", "[2, 2.5]", "[2, inf)"},
        {"0 이상", point("0", "1", "1", Hedge::at_least), "[0, inf)", "[0, inf)", "[0, inf)", "[0, inf)"},
        {"0 미만", point("0", "1", "1", Hedge::less_than), "(-inf, 0)", "(-inf, 0)", "(-inf, 0)", "(-inf, 0)"},
        {"0%에 가까운", rate("0", "1", Hedge::nearly), "[-1.5, 2)", "[-1.5, 2)", "[-1.5, 1.5]", "[-1.5, 2)"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("shapes") {
    const Row rows[] = {
        {"1억원대", shaped(Shape::bucket, "1", "1"), "[1, 2)", "[1, 2)", "[1, 2)", "[1, 2)"},
        {"30%대", shaped(Shape::bucket, "30", "10"), "[30, 40)", "[30, 40)", "[30, 40)", "[30, 40)"},
        {"10여억", shaped(Shape::beyond, "10", "10"), "(10, 20)", "(10, 20)", "(10, 20)", "(10, 20)"},
        {"3000만여, in 만", shaped(Shape::beyond, "3000", "1"), "(3000, 3001)", "(3000, 3001)", "(3000, 3001)", "(3000, 3001)"},
        {"3천여만, in 만", shaped(Shape::beyond, "3000", "1000"), "(3000, 4000)", "(3000, 4000)", "(3000, 4000)",
         "(3000, 4000)"},
        {"수십억", shaped(Shape::several, "20", "0", "99"), "[20, 99]", "[20, 99]", "[20, 99]", "[20, 99]"},
        {"수억", shaped(Shape::several, "2", "0", "9"), "[2, 9]", "[2, 9]", "[2, 9]", "[2, 9]"},
        {"10억~20억", shaped(Shape::range, "10", "10", "20", "10"), "[5, 30)", "[9.5, 22)", "[9.5, 21]", "[10, 20]"},
        {"20억~10억", shaped(Shape::range, "20", "10", "10", "10"), "[5, 30)", "[9.5, 22)", "[9.5, 21]", "[10, 20]"},
        {"between 1 and 2.5 billion", shaped(Shape::range, "1", "1", "2.5", "0.1"), "[0.5, 2.6)", "[0.95, 2.6)", "[0.95, 2.55]",
         "[1, 2.5]"},
        {"1–2%", percent_range("1", "2", "1", "1"), "[0.5, 3)", "[0.5, 3)", "[0.5, 2.5]", "[1, 2]"},
        {"15~20%", percent_range("15", "20", "1", "10"), "[14.5, 21)", "[14.5, 21)", "[14.5, 20.5]", "[15, 20]"},
        {"두 배 늘다", shaped(Shape::either, "2", "0"), "[2, 3]", "[2, 3]", "[2, 3]", "[2, 3]"},
    };
    for (const Row& row : rows) check(row);
    Magnitude times = rate("3", "1");
    times.shape = Shape::either;
    check({"3배 늘다", times, "[2.5, 5)", "[2.5, 5)", "[2.5, 4.5]", "[3, 4]"});
}

TEST_CASE("hedges on shapes") {
    const Row rows[] = {
        {"30%대 이상", shaped(Shape::bucket, "30", "10", "0", "0", Hedge::at_least), "[30, inf)", "[30, 50]", "[30, 50]",
         "[30, inf)"},
        {"30%대 이하", shaped(Shape::bucket, "30", "10", "0", "0", Hedge::at_most), "(-inf, 40)", "[24, 40)", "[24, 40)",
         "(-inf, 40)"},
        {"30%대 미만", shaped(Shape::bucket, "30", "10", "0", "0", Hedge::less_than), "(-inf, 30)", "[24, 30)", "[24, 30)",
         "(-inf, 30)"},
        {"최대 30%대", shaped(Shape::bucket, "30", "10", "0", "0", Hedge::up_to), "[0, 40)", "[0, 40)", "[0, 40)", "[0, 40)"},
        {"10억~20억 이상", shaped(Shape::range, "10", "10", "20", "10", Hedge::at_least), "[10, inf)", "[10, 25]", "[10, 25]",
         "[10, inf)"},
        {"최대 10억~20억", shaped(Shape::range, "10", "10", "20", "10", Hedge::up_to), "[0, 20]", "[0, 20]", "[0, 20]",
         "[0, 20]"},
        {"수십억 이상", shaped(Shape::several, "20", "0", "99", "0", Hedge::at_least), "[20, inf)", "[20, 123.75]",
         "[20, 123.75]", "[20, inf)"},
        {"약 10억~20억", shaped(Shape::range, "10", "10", "20", "10", Hedge::about), "(0, 40)", "[8.5, 24)", "[8.5, 23]",
         "[10, 20]"},
        {"10여억 이상", shaped(Shape::beyond, "10", "10", "0", "0", Hedge::at_least), "(10, inf)", "(10, 25]", "(10, 25]",
         "(10, inf)"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("readings are never empty, and the generous one holds the usual one holds the tight one") {
    std::mt19937_64 random(7);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    std::vector<std::string> faults;
    for (int round = 0; round < 40000; ++round) {
        Magnitude m;
        m.value = Rational(pick(2001) - 1000) * Rational::power_of_ten(pick(6) - 3);
        m.high = Rational(pick(2001) - 1000) * Rational::power_of_ten(pick(6) - 3);
        m.step = pick(8) == 0 ? Rational(0) : Rational::power_of_ten(pick(8) - 3);
        m.high_step = pick(8) == 0 ? Rational(0) : Rational::power_of_ten(pick(8) - 3);
        m.finest = pick(8) == 0 ? Rational(0) : Rational::power_of_ten(pick(8) - 3);
        m.as_written = pick(3) == 0;
        m.shape = static_cast<Shape>(pick(7));
        m.hedge = static_cast<Hedge>(pick(8));
        const Interval generous = reading(m, Tier::generous);
        const Interval usual = reading(m, Tier::usual);
        const Interval tight = reading(m, Tier::tight);
        if (tight.is_empty() || !usual.contains(tight) || !generous.contains(usual) || stated(m).is_empty()) {
            faults.push_back(m.value.to_decimal() + ".." + m.high.to_decimal() + " step " + m.step.to_decimal() + "/" +
                             m.high_step.to_decimal() + " finest " + m.finest.to_decimal() + " shape " +
                             std::to_string(static_cast<int>(m.shape)) + " hedge " + std::string(to_string(m.hedge)) + ": " +
                             generous.to_string() + " " + usual.to_string() + " " + tight.to_string());
        }
    }
    if (faults.size() > 5) faults.resize(5);
    CHECK(faults == std::vector<std::string>{});
}
