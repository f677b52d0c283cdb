#include "number/calendar.hpp"

#include "catch.hpp"

using namespace tieout;

namespace {

Day day(std::string_view text) {
    const auto value = parse_day(text);
    REQUIRE(value);
    return *value;
}

std::string days(const Period& period) { return to_string(period.from) + "/" + to_string(period.to); }

}  // namespace

TEST_CASE("days are read strictly") {
    for (const char* text : {"2023-04-17", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"})
        CHECK(to_string(day(text)) == text);
    for (const char* text : {"", "2023-4-17", "2023-04-31", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10",
                             "2023-04-00", "0000-01-01", "2023/04/17", "2023-04-17 ", "20230417", "-023-04-17", "2023-0a-17"}) {
        CHECK_FALSE(parse_day(text));
    }
    CHECK_FALSE(make_day(2023, 2, 30));
    CHECK_FALSE(make_day(10000, 1, 1));
    CHECK(make_day(2024, 2, 29));
}

TEST_CASE("parts and weekdays of a day") {
    CHECK(year_of(day("2023-04-17")) == 2023);
    CHECK(month_of(day("2023-04-17")) == 4);
    CHECK(day_of_month(day("2023-04-17")) == 17);
    CHECK(weekday_of(day("2023-04-17")) == 1);
    CHECK(weekday_of(day("2025-09-05")) == 5);
    CHECK(weekday_of(day("2024-02-29")) == 4);
    CHECK(weekday_of(day("1969-07-20")) == 0);
}

TEST_CASE("periods hold the days they name and print reduced to their grain") {
    struct Row {
        Period period;
        std::string_view days, text;
    };
    const Row rows[] = {
        {day_period(day("2023-04-17")), "2023-04-17/2023-04-17", "2023-04-17"},
        {week_period(day("2023-04-17")), "2023-04-17/2023-04-23", "2023-04-17/2023-04-23"},
        {week_period(day("2023-04-23")), "2023-04-17/2023-04-23", "2023-04-17/2023-04-23"},
        {week_period(day("2023-01-01")), "2022-12-26/2023-01-01", "2022-12-26/2023-01-01"},
        {month_period(2023, 4), "2023-04-01/2023-04-30", "2023-04"},
        {month_period(2024, 2), "2024-02-01/2024-02-29", "2024-02"},
        {month_period(2023, 12), "2023-12-01/2023-12-31", "2023-12"},
        {quarter_period(2023, 1), "2023-01-01/2023-03-31", "2023-Q1"},
        {quarter_period(2023, 4), "2023-10-01/2023-12-31", "2023-Q4"},
        {half_period(2023, 1), "2023-01-01/2023-06-30", "2023-H1"},
        {half_period(2023, 2), "2023-07-01/2023-12-31", "2023-H2"},
        {year_period(2028), "2028-01-01/2028-12-31", "2028"},
        {year_period(987), "0987-01-01/0987-12-31", "0987"},
        {span_period(day("2023-04-01"), day("2023-05-17")), "2023-04-01/2023-05-17", "2023-04-01/2023-05-17"},
        {span_period(day("2023-05-17"), day("2023-04-01")), "2023-04-01/2023-05-17", "2023-04-01/2023-05-17"},
    };
    for (const Row& row : rows) {
        CHECK(days(row.period) == row.days);
        CHECK(to_string(row.period) == row.text);
    }
}

TEST_CASE("an open end prints as two dots") {
    Period until = year_period(2028);
    until.open_from = true;
    CHECK(to_string(until) == "../2028");
    Period since = month_period(2023, 4);
    since.open_to = true;
    CHECK(to_string(since) == "2023-04/..");
    since.open_from = true;
    CHECK(to_string(since) == "../..");
}

TEST_CASE("months are added within the month's days and the years there are") {
    CHECK(to_string(add_months(day("2023-01-31"), 1)) == "2023-02-28");
    CHECK(to_string(add_months(day("2024-01-31"), 1)) == "2024-02-29");
    CHECK(to_string(add_months(day("2024-02-29"), -12)) == "2023-02-28");
    CHECK(to_string(add_months(day("2023-04-17"), -4)) == "2022-12-17");
    CHECK(to_string(add_months(day("2023-12-31"), 0)) == "2023-12-31");
    CHECK(to_string(add_months(day("2023-12-15"), 25)) == "2026-01-15");
    CHECK(to_string(add_months(day("2023-04-17"), 2000000000)) == "9999-12-17");
    CHECK(to_string(add_months(day("2023-04-17"), -2000000000)) == "0001-01-17");
}

TEST_CASE("Easter falls where the tables of the churches have it") {
    for (const char* printed : {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2016-03-27",
                                "2018-04-01", "2019-04-21", "2024-03-31", "2038-04-25", "2049-04-18"}) {
        CHECK(to_string(easter(year_of(day(printed)))) == printed);
    }
}

TEST_CASE("weekdays are counted from either end of a stretch") {
    const Period november = month_period(2023, 11);
    CHECK(to_string(nth_weekday(november, 4, 4)) == "2023-11-23");
    CHECK(to_string(nth_weekday(november, 1, 3)) == "2023-11-01");
    CHECK(to_string(nth_weekday(november, -1, 4)) == "2023-11-30");
    CHECK(to_string(nth_weekday(november, -2, 5)) == "2023-11-17");
}

TEST_CASE("periods are read strictly as they are written") {
    for (const char* text : {"2022", "2022-H1", "2022-H2", "2022-Q1", "2022-Q4", "2022-01", "2022-12", "2024-02-29", "0001"}) {
        const auto period = parse_period(text);
        REQUIRE(period);
        CHECK(to_string(*period) == text);
    }
    CHECK(days(*parse_period("2023-Q2")) == "2023-04-01/2023-06-30");
    CHECK(days(*parse_period("2024-02")) == "2024-02-01/2024-02-29");
    CHECK(days(*parse_period("2022-H2")) == "2022-07-01/2022-12-31");
    for (const char* text : {"", "22", "2022-", "2022-Q5", "2022-Q0", "2022-H3", "2022-13", "2022-00", "2022-4", "2022Q1",
                             "0000", "2022-02-30", "2022-Q12", "202a", "2022-q1", "2022 "})
        CHECK_FALSE(parse_period(text));
}
