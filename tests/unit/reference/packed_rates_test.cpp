#include "reference/packed_rates.hpp"

#include "catch.hpp"

using namespace tieout;

namespace {

/// "2023-04-03 1315.02; …"
std::string spelled(const RateRows& rows) {
    std::string out;
    for (std::size_t i = 0; i < rows.days.size(); ++i) {
        const Rational rate(Rational::Integer{rows.units[i]}, Rational::Integer{ten_to(rows.places)});
        out += (i > 0 ? "; " : "") + to_string(Day{date::days{rows.days[i]}}) + " " + rate.to_decimal();
    }
    return out;
}

}  // namespace

TEST_CASE("a month of packed rates") {
    struct Row {
        const char *packed, *rates;
    };
    const Row rows[] = {
        {"", ""},
        {"# a comment\n2023-04 =17 1315.12\n", "2023-04-17 1315.12"},
        {"2023-04 =3,4,6 9.8 +2=", "2023-04-03 9.8; 2023-04-04 10; 2023-04-06 10"},
        // February 2021 began on a Monday: four weeks of five days, of which only the first and a Saturday are left here.
        {"2021-02 -8-9-10-11-12-15-16-17-18-19-22-23-24-25-26+6 1 +1+1+1+1-4",
         "2021-02-01 1; 2021-02-02 2; 2021-02-03 3; 2021-02-04 4; 2021-02-05 5; 2021-02-06 1"},
        {"2024-02 =29 0.5\n2024-03 =1 1.25", "2024-02-29 0.5; 2024-03-01 1.25"},  // finer from the second month on
        {"2024-02 =29 1.25\n2024-03 =1 7\nended\n", "2024-02-29 1.25; 2024-03-01 7"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.packed);
        const auto unpacked = unpack_rates(row.packed, "X.txt");
        REQUIRE(unpacked);
        CHECK(spelled(*unpacked) == row.rates);
    }
    CHECK(unpack_rates("2021-02 * 1 ===================", "X.txt")->days.size() == 20);
    CHECK(unpack_rates("2024-03 =1 7\nended\n", "X.txt")->ended);
}

TEST_CASE("a broken file is refused with its line") {
    struct Row {
        const char *packed, *error;
    };
    const Row rows[] = {
        {"2023-4 * 1", "X.txt:1: no month such as 2023-04"},
        {"2023-13 * 1", "X.txt:1: no month such as 2023-04"},
        {"# head\n\n2023-04", "X.txt:3: no days such as"},
        {"2023-04 =31 1", "X.txt:1: no days such as"},
        {"2023-04 =0 1", "X.txt:1: no days such as"},
        {"2023-04 = 1", "X.txt:1: no days such as"},
        {"2023-04 7 1", "X.txt:1: no days such as"},
        {"2023-04 =7", "X.txt:1: no first rate"},
        {"2023-04 =7 1.", "X.txt:1: no first rate"},
        {"2023-04 =7 123456789", "X.txt:1: no first rate"},
        {"2023-04 =7 0", "X.txt:1: a rate out of bounds"},
        {"2023-04 =7,8 5 -5", "X.txt:1: a rate out of bounds"},
        {"2023-04 =7,8 5 +9999999999999999", "X.txt:1: a rate out of bounds"},
        {"2023-04 =7,8 5", "X.txt:1: fewer steps than days"},
        {"2023-04 =7,8 5 *", "X.txt:1: fewer steps than days"},
        {"2023-04 =7 5 +1", "X.txt:1: more steps than days"},
        {"2023-05 =7 5\n2023-04 =7 5", "X.txt:2: months do not ascend"},
        {"2023-05 =7 5\nended\n2023-06 =7 5", "X.txt:3: a line after the end"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.packed);
        const auto unpacked = unpack_rates(row.packed, "X.txt");
        REQUIRE_FALSE(unpacked);
        CHECK(unpacked.error().to_string().substr(0, std::string(row.error).size()) == row.error);
    }
}
