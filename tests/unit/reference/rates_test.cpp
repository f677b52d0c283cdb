#include "reference/rates.hpp"

#include <thread>

#include "base/embedded.hpp"
#include "catch.hpp"
#include "reference/convert.hpp"
#include "reference/packed_rates.hpp"

using namespace tieout;

// Expected rates are read off the source table by hand (date,currency,per_usd). Lowest and highest of a window come from a
// separate script that walks every calendar day of the source table backwards to its last row.

namespace {

Day day(const char* text) { return *parse_day(text); }
Rational number(const char* text) { return *Rational::parse(text); }

/// From one rate to another, widened by some percent.
Interval widened(const Rational& low, const Rational& high, int percent) {
    return Interval::closed(low * Rational(100 - percent) / 100, high * Rational(100 + percent) / 100);
}

const RateTable& table() { return RateTable::built_in(); }

}  // namespace

TEST_CASE("every rate file unpacks") {
    int files = 0;
    std::size_t rates = 0;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name.substr(0, 19) != "rules/reference/fx/") continue;
        const auto rows = unpack_rates(file.content, std::string(file.name));
        if (!rows) FAIL(rows.error().to_string());
        ++files;
        rates += rows->days.size();
    }
    CHECK(files == 47);
    CHECK(rates == 324555);  // rows of the source table
}

TEST_CASE("a rate at a date line") {
    struct Row {
        const char *from, *to, *date, *on, *rate, *low, *high;
        int percent;
    };
    const Row rows[] = {
        {"USD", "KRW", "2023-04-17", "2023-04-17", "1315.12", "1283.37", "1325.86", 1},
        // A Sunday and Easter Monday have the rate of the last working day.
        {"USD", "KRW", "2023-04-16", "2023-04-14", "1300.92", "1283.37", "1325.86", 1},
        {"USD", "KRW", "2023-04-10", "2023-04-06", "1318.2", "1283.37", "1321.22", 1},
        {"USD", "TRY", "2021-12-20", "2021-12-20", "17.78", "11.1123", "17.78", 1},
        // The table's first days.
        {"USD", "KRW", "1981-04-13", "1981-04-13", "675.4", "675.4", "675.4", 1},
        {"USD", "EUR", "1999-01-04", "1999-01-04", "0.848248", "0.848248", "0.848248", 1},
        // The table's last day, in a time of snapshots every nine days.
        {"USD", "KRW", "2026-09-29", "2026-09-29", "1358.19", "1345.31", "1375.03", 1},
        // The Taiwan dollar is a monthly average dated the 15th, the dong a snapshot, the mark was a monthly average.
        {"USD", "TWD", "2020-03-10", "2020-02-15", "30.1574", "30.02", "30.1574", 3},
        {"USD", "VND", "2024-03-20", "2024-03-02", "24645.9", "24645.9", "24645.9", 3},
        {"USD", "VND", "2024-05-20", "2024-03-02", "24645.9", "24645.9", "24645.9", 5},
        {"USD", "DEM", "2001-12-20", "2001-12-15", "2.1946", "2.1946", "2.2018", 3},
        {"USD", "RUB", "2022-03-10", "2022-03-01", "105", "74.3235", "105", 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to, row.date);
        const auto quote = table().at(row.from, row.to, day(row.date));
        REQUIRE(quote);
        CHECK(to_string(quote->on) == row.on);
        CHECK(quote->rate.to_decimal() == row.rate);
        CHECK(quote->range == widened(number(row.low), number(row.high), row.percent));
        CHECK_FALSE(quote->past_end);
    }
}

TEST_CASE("a rate between two currencies is the quotient of the same day") {
    struct Row {
        const char *from, *to, *date, *on;
        Rational rate, low, high;
        int percent;
    };
    const auto quotient = [](const char* to, const char* from) { return number(to) / number(from); };
    const Row rows[] = {
        {"EUR", "KRW", "2023-04-17", "2023-04-17", quotient("1315.12", "0.910664"), quotient("1308.33", "0.941354"),
         quotient("1325.86", "0.915583"), 1},
        {"JPY", "KRW", "2023-04-17", "2023-04-17", quotient("1315.12", "133.84"), quotient("1283.37", "131.326"),
         quotient("1318.2", "131.461"), 1},
        {"KRW", "USD", "2023-04-17", "2023-04-17", quotient("1", "1315.12"), quotient("1", "1325.86"),
         quotient("1", "1283.37"), 1},
        {"TWD", "KRW", "2020-03-10", "2020-03-10", quotient("1191.5", "30.1574"), quotient("1181.99", "30.1574"),
         quotient("1219.45", "30.1574"), 3},
        {"VND", "KRW", "2024-06-20", "2024-06-20", quotient("1388.2", "25410"), quotient("1374.55", "25410"),
         quotient("1388.2", "25410"), 3},
        {"DEM", "FRF", "1995-06-20", "1995-06-15", quotient("4.9172", "1.4012"), quotient("4.9172", "1.4012"),
         quotient("4.9869", "1.4096"), 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from, row.to, row.date);
        const auto quote = table().at(row.from, row.to, day(row.date));
        REQUIRE(quote);
        CHECK(to_string(quote->on) == row.on);
        CHECK(quote->rate == row.rate);
        CHECK(quote->range == widened(row.low, row.high, row.percent));
    }
}

TEST_CASE("a currency in itself is 1") {
    for (const char* currency : {"USD", "KRW"}) {
        const auto quote = table().at(currency, currency, day("2023-04-17"));
        REQUIRE(quote);
        CHECK(quote->rate == Rational(1));
        CHECK(quote->range == Interval::point(1));
    }
}

TEST_CASE("past the table's end the last month counts, widened to 5 %") {
    for (const char* date : {"2026-09-30", "2026-11-24", "9999-12-31"}) {
        CAPTURE(date);
        const auto quote = table().at("USD", "KRW", day(date));
        REQUIRE(quote);
        CHECK(quote->past_end);
        CHECK(to_string(quote->on) == "2026-09-29");
        CHECK(quote->range == widened(number("1345.31"), number("1375.03"), 5));
    }
}

TEST_CASE("where there is no rate") {
    const char* const rows[][3] = {
        {"USD", "XXX", "2023-04-17"},  // no such currency
        {"XXX", "XXX", "2023-04-17"},
        {"usd", "KRW", "2023-04-17"},
        {"USD", "", "2023-04-17"},
        {"USD", "KRW", "1981-04-12"},  // before the first day
        {"USD", "KRW", "0001-01-01"},
        {"EUR", "KRW", "1998-12-31"},
        {"USD", "RUB", "2022-04-10"},  // the series broke off on 2022-03-01
        {"USD", "ISK", "2010-01-04"},
        {"USD", "DEM", "2010-01-04"},  // given up for the euro
        {"DEM", "KRW", "2026-12-01"},
    };
    for (const auto& row : rows) {
        CAPTURE(row[0], row[1], row[2]);
        CHECK_FALSE(table().at(row[0], row[1], day(row[2])));
    }
    CHECK(table().knows("USD"));
    CHECK(table().knows("KRW"));
    CHECK_FALSE(table().knows("XXX"));
    CHECK_FALSE(table().knows("krw"));
}

TEST_CASE("over a period") {
    const auto quarter = table().during("USD", "KRW", quarter_period(2023, 1));
    REQUIRE(quarter);
    CHECK(quarter->range == widened(number("1224.88"), number("1322.72"), 1));
    CHECK(quarter->rate == number("1305.99"));
    CHECK(to_string(quarter->on) == "2023-03-31");

    const auto year = table().during("USD", "KRW", year_period(2022));
    REQUIRE(year);
    CHECK(year->range == widened(number("1185.76"), number("1443.29"), 1));
    CHECK_FALSE(year->past_end);

    // A year that the table only begins, and one it does not reach.
    const auto begun = table().during("USD", "KRW", year_period(2026));
    REQUIRE(begun);
    CHECK(begun->past_end);
    CHECK(begun->range == widened(number("1345.31"), number("1544.04"), 5));
    const auto later = table().during("USD", "KRW", year_period(2030));
    REQUIRE(later);
    CHECK(later->past_end);
    CHECK(later->range == widened(number("1345.31"), number("1375.03"), 5));

    CHECK_FALSE(table().during("USD", "KRW", year_period(1970)));
    Period open = year_period(2022);
    open.open_from = true;
    CHECK_FALSE(table().during("USD", "KRW", open));
    CHECK_FALSE(table().during("USD", "KRW", Period{day("2023-04-17"), day("2023-04-16"), Grain::span}));
}

TEST_CASE("over the years up to a date") {
    const auto won = table().over_years("USD", "KRW", day("2023-04-17"), 3);
    REQUIRE(won);
    CHECK(won->range == widened(number("1083.3"), number("1443.29"), 1));
    const auto yen = table().over_years("EUR", "JPY", day("2023-04-17"), 3);
    REQUIRE(yen);
    CHECK(yen->range ==
          widened(number("106.089") / number("0.925326"), number("151.686") / number("1.02775"), 1));
    CHECK(table().over_years("USD", "KRW", day("2023-04-17"), 5000));  // all there is
    CHECK_FALSE(table().over_years("USD", "KRW", day("2023-04-17"), 0));
}

TEST_CASE("an amount in another currency") {
    const auto won = convert(table(), number("5e9"), "USD", "KRW", day("2023-04-17"));
    REQUIRE(won);
    CHECK(won->amount == number("6575600000000"));  // 5 billion times 1315.12
    CHECK(won->range.contains(number("6.6e12")));
    CHECK_FALSE(won->range.contains(number("1.3e12")));
    CHECK_FALSE(convert(table(), 1, "USD", "XXX", day("2023-04-17")));
}

TEST_CASE("many threads may ask for the same currency first") {
    std::vector<std::string> answers(8);
    std::vector<std::thread> threads;
    for (std::string& answer : answers) {
        threads.emplace_back([&answer] {
            for (const char* currency : {"CHF", "SEK", "NOK", "DKK", "ZAR"}) {
                const auto quote = table().at(currency, "CAD", day("2015-06-10"));
                answer += quote ? quote->range.to_string() : "none";
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(answers.front().find("none") == std::string::npos);
    for (const std::string& answer : answers) CHECK(answer == answers.front());
}
