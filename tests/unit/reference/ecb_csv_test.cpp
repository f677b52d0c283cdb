#include "reference/ecb_csv.hpp"

#include "catch.hpp"
#include "reference/rates.hpp"

using namespace tieout;

namespace {

Day day(const char* text) { return *parse_day(text); }
Rational number(const char* text) { return *Rational::parse(text); }

// The layout of the download: newest first, a comma at the end of each line, N/A where there is no rate. The figures
// are made up.
constexpr const char* kTable =
    "Date,USD,JPY,BGN,KRW,\n"
    "2023-04-17,1.1,147,N/A,1444.3,\n"
    "2023-04-14,1.2,146.5,N/A,1440,\n"
    "2023-04-13,1.1,146,N/A,1430,\n"
    "2022-12-01,1.05,140,1.9558,1400,\n";

}  // namespace

TEST_CASE("the European Central Bank's table as downloaded") {
    const auto table = RateTable::from_ecb(kTable, "rates.csv");
    if (!table) FAIL(table.error().to_string());

    const auto won = table->at("EUR", "KRW", day("2023-04-17"));
    REQUIRE(won);
    CHECK(won->rate == number("1444.3"));
    CHECK(won->range == Interval::closed(number("1415.7"), number("1458.743")));  // 1430 less 1 %, 1444.3 and 1 %

    const auto won_per_dollar = table->at("USD", "KRW", day("2023-04-17"));
    REQUIRE(won_per_dollar);
    CHECK(won_per_dollar->rate == number("1313"));                                   // 1444.3 / 1.1
    CHECK(won_per_dollar->range == Interval::closed(number("1188"), number("1326.13")));  // 1440 / 1.2 less 1 %, 1313 and 1 %

    // Only what is in the file: it does not mix with the built-in table, and its end is its own.
    CHECK_FALSE(table->knows("GBP"));
    CHECK_FALSE(table->at("USD", "GBP", day("2023-04-17")));
    CHECK_FALSE(table->at("EUR", "BGN", day("2023-04-17")));  // ended more than 120 days before
    CHECK(table->at("EUR", "BGN", day("2022-12-01")));
    CHECK(table->at("EUR", "KRW", day("2023-04-18"))->past_end);
    CHECK_FALSE(table->at("EUR", "KRW", day("2023-04-16"))->past_end);
    CHECK_FALSE(table->at("EUR", "KRW", day("2022-11-30")));
}

TEST_CASE("a weekend after the last day is not past the end") {
    const auto table = RateTable::from_ecb("Date,USD,\n2023-04-14,1.1,\n", "rates.csv");  // a Friday
    REQUIRE(table);
    CHECK_FALSE(table->at("EUR", "USD", day("2023-04-15"))->past_end);
    CHECK_FALSE(table->at("EUR", "USD", day("2023-04-16"))->past_end);
    CHECK(table->at("EUR", "USD", day("2023-04-17"))->past_end);
}

TEST_CASE("harmless differences of layout") {
    for (const char* csv : {
             "Date,USD,KRW\n2023-04-14,1.2,1440\n2023-04-17,1.1,1444.3\n",                    // oldest first, no last comma
             "\xEF\xBB\xBF" "Date,USD,KRW,\r\n2023-04-17,1.1,1444.3,\r\n\r\n2023-04-14,1.2,1440,\r\n",  // byte order mark, CRLF
             "Date, USD, KRW, \n2023-04-17, 1.1, 1444.3, \n2023-04-14, 1.2, , ",           // blanks, no last line feed
             "Date,USD,KRW,\n2023-04-17,1.1,1444.3,\n2023-04-14,1.2,N/A,\n",
         }) {
        CAPTURE(csv);
        const auto table = RateTable::from_ecb(csv, "rates.csv");
        if (!table) FAIL(table.error().to_string());
        CHECK(table->at("EUR", "KRW", day("2023-04-17"))->rate == number("1444.3"));
    }
}

TEST_CASE("a broken table is refused with its line and what to do") {
    struct Row {
        const char *csv, *error;
    };
    const Row rows[] = {
        {"", "rates.csv: the file is empty (pass eurofxref-hist.csv"},
        {"PK\x03\x04", "rates.csv:1:1: this is a ZIP archive (unpack it"},
        {"date,currency,per_usd\n", "rates.csv:1:1: the header starts with \"date\", not with \"Date\" (pass eurofxref"},
        {"<html>\n", "rates.csv:1:1: the header starts with \"<html>\""},
        {"Date,\n", "rates.csv:1:1: the header names no currency"},
        {"Date,USD,won,\n", "rates.csv:1:10: \"won\" is no currency code"},
        {"Date,USD,JPY,USD,\n", "rates.csv:1:14: a second column for \"USD\" (leave one of them)"},
        {"Date,USD,EUR,\n", "rates.csv:1:10: a column for the euro, in which all rates are given"},
        {"Date,USD,\n", "rates.csv: no day follows the header"},
        {"Date,USD,\n17.04.2023,1.1,\n", "rates.csv:2:1: \"17.04.2023\" is no day (write days as 2023-04-17)"},
        {"Date,USD,\n2023-02-30,1.1,\n", "rates.csv:2:1: \"2023-02-30\" is no day"},
        {"Date,USD,\n2023-04-17,1.1,\n2023-04-14,abc,\n", "rates.csv:3:12: \"abc\" is no rate of USD (write it as 1445.32"},
        {"Date,USD,\n2023-04-17,-1.1,\n", "rates.csv:2:12: \"-1.1\" is no rate of USD"},
        {"Date,USD,\n2023-04-17,0.00,\n", "rates.csv:2:12: \"0.00\" is no rate of USD"},
        {"Date,USD,\n2023-04-17,1.,\n", "rates.csv:2:12: \"1.\" is no rate of USD"},
        {"Date,USD,\n2023-04-17,123456789,\n", "rates.csv:2:12: \"123456789\" is no rate of USD"},
        {"Date,USD,JPY,\n2023-04-17,1.1,\n", "rates.csv:2:15: the line ends after 1 of 2 rates (complete the line"},
        {"Date,USD,JPY\n2023-04-17,1.1\n", "rates.csv:2:15: the line ends after 1 of 2 rates"},
        {"Date,KRW,\n2023-04-17,1,444.3,\n", "rates.csv:2:14: more cells than the header has (write points, not commas"},
        {"Date,USD,\n2023-04-17,1.1,\n2023-04-14,1.2,\n2023-04-17,1.1,\n", "rates.csv:4:1: the same day as in line 2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.csv);
        const auto table = RateTable::from_ecb(row.csv, "rates.csv");
        REQUIRE_FALSE(table);
        CHECK(table.error().to_string().substr(0, std::string(row.error).size()) == row.error);
    }
}
