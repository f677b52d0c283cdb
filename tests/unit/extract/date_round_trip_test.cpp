#include <array>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/date_reader.hpp"

namespace tieout {
namespace {

/// A calendar that only counts: no formula in common with the one under test.
struct Almanac {
    struct Entry {
        int year, month, day, weekday;  ///< 0 is Sunday
    };
    std::vector<Entry> days;

    static int length(int year, int month) {
        static constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return kLengths[month - 1] + (leap && month == 2 ? 1 : 0);
    }

    Almanac() {
        int weekday = 0;  // 1 January 1984 was a Sunday
        for (int year = 1984; year <= 2041; ++year) {
            for (int month = 1; month <= 12; ++month) {
                for (int day = 1; day <= length(year, month); ++day) {
                    days.push_back({year, month, day, weekday});
                    weekday = (weekday + 1) % 7;
                }
            }
        }
    }

    std::string iso(std::size_t i) const { return iso(days[i].year, days[i].month, days[i].day); }
    static std::string iso(int year, int month, int day) {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(year) + "-" + two(month) + "-" + two(day);
    }
    std::size_t first(int year) const {
        std::size_t i = 0;
        while (days[i].year != year) ++i;
        return i;
    }
    std::size_t monday(std::size_t i) const {
        while (days[i].weekday != 1) --i;
        return i;
    }
    std::size_t month(std::size_t i, int away) const {  ///< the first day of a month
        while (days[i].day != 1) --i;
        for (; away > 0; --away) do
                ++i;
            while (days[i].day != 1);
        for (; away < 0; ++away) do
                --i;
            while (days[i].day != 1);
        return i;
    }
};

const Almanac& almanac() {
    static const Almanac kAlmanac;
    return kAlmanac;
}

const Lexicon& lexicon_of(Language language) {
    const auto& lexicon = built_in_lexicon(language);
    REQUIRE(lexicon.ok());
    return **lexicon;
}

/// "from/to", "" where the text as a whole is no date.
std::string read(const Lexicon& lexicon, const std::string& text, const std::string& date_line) {
    Scan scan;
    scan.text = text;
    scan.end = text.size();
    scan.lexicon = &lexicon;
    scan.date_line = *parse_day(date_line);
    const auto date = read_date(scan, 0, {});
    if (!date || !date->period || date->span.end != text.size()) return "";
    return to_string(date->period->from) + "/" + to_string(date->period->to);
}

const std::array<std::string, 7> kKoreanDays = {"일", "월", "화", "수", "목", "금", "토"};
const std::array<std::string, 7> kEnglishDays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
const std::array<std::string, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};

std::string two(int n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string suffix(int day) {
    if (day / 10 == 1) return "th";
    return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

}  // namespace

TEST_CASE("Every day in every style reads back as that day") {
    const Lexicon& ko = lexicon_of(Language::ko);
    const Lexicon& en = lexicon_of(Language::en);
    const Almanac& days = almanac();
    std::size_t wrong = 0;
    for (std::size_t i = days.first(1990); days.days[i].year <= 2035; ++i) {
        const auto& [year, month, day, weekday] = days.days[i];
        const std::string y = std::to_string(year), m = std::to_string(month), d = std::to_string(day);
        const std::string iso = days.iso(i);
        const std::string& name = kMonths[static_cast<std::size_t>(month - 1)];
        const std::string& ko_day = kKoreanDays[static_cast<std::size_t>(weekday)];
        const std::string& en_day = kEnglishDays[static_cast<std::size_t>(weekday)];
        const std::string want = iso + "/" + iso;
        for (const std::string& text :
             {y + "년 " + m + "월 " + d + "일", y + "년" + m + "월" + d + "일",
              y + "년 " + m + "월 " + d + "일(" + ko_day + ")", y + "년 " + m + "월 " + d + "일 " + ko_day + "요일",
              y + "." + m + "." + d, y + ". " + m + ". " + d + ".", y + "." + two(month) + "." + two(day) + ".", iso,
              y + "/" + m + "/" + d, "'" + two(year % 100) + "년 " + m + "월 " + d + "일"}) {
            const std::string read_back = read(ko, text, "2013-06-15");
            if (read_back != want && ++wrong < 20) FAIL_CHECK(text << " reads as " << read_back);
        }
        for (const std::string& text :
             {name + " " + d + ", " + y, name + " " + d + suffix(day) + ", " + y, d + " " + name + " " + y,
              d + suffix(day) + " of " + name + " " + y, d + suffix(day) + " " + name + ", " + y,
              en_day + ", " + name + " " + d + ", " + y, en_day + " " + d + " " + name + " " + y,
              name.substr(0, 3) + " " + d + ", " + y, d + "-" + name.substr(0, 3) + "-" + y,
              y + "-" + name.substr(0, 3) + "-" + d, iso, m + "/" + d + "/" + y, y + "/" + m + "/" + d,
              name + " " + d + " (" + en_day + "), " + y}) {
            const std::string read_back = read(en, text, "2013-06-15");
            if (read_back != want && ++wrong < 20) FAIL_CHECK(text << " reads as " << read_back);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Every word seen from the date line means what a calendar says, on every day") {
    struct Word {
        Language language;
        std::string text;
        std::function<std::string(const Almanac&, std::size_t)> want;
    };
    const auto day = [](int away) {
        return [away](const Almanac& a, std::size_t i) {
            const std::string d = a.iso(static_cast<std::size_t>(static_cast<long>(i) + away));
            return d + "/" + d;
        };
    };
    const auto week = [](int away) {
        return [away](const Almanac& a, std::size_t i) {
            const std::size_t monday = a.monday(static_cast<std::size_t>(static_cast<long>(i) + 7 * away));
            return a.iso(monday) + "/" + a.iso(monday + 6);
        };
    };
    const auto month = [](int away) {
        return
            [away](const Almanac& a, std::size_t i) { return a.iso(a.month(i, away)) + "/" + a.iso(a.month(i, away + 1) - 1); };
    };
    const auto year = [](int away) {
        return [away](const Almanac& a, std::size_t i) {
            const int y = a.days[i].year + away;
            return Almanac::iso(y, 1, 1) + "/" + Almanac::iso(y, 12, 31);
        };
    };
    const auto quarter = [](int away) {
        return [away](const Almanac& a, std::size_t i) {
            const int first = -((a.days[i].month - 1) % 3) + 3 * away;
            return a.iso(a.month(i, first)) + "/" + a.iso(a.month(i, first + 3) - 1);
        };
    };
    const auto past_days = [](int count) {
        return [count](const Almanac& a, std::size_t i) {
            return a.iso(i - static_cast<std::size_t>(count)) + "/" + a.iso(i - 1);
        };
    };
    const auto next_days = [](int count) {
        return [count](const Almanac& a, std::size_t i) {
            return a.iso(i + 1) + "/" + a.iso(i + static_cast<std::size_t>(count));
        };
    };
    const auto last_weekday = [](int weekday) {
        return [weekday](const Almanac& a, std::size_t i) {
            do --i;
            while (a.days[i].weekday != weekday);
            return a.iso(i) + "/" + a.iso(i);
        };
    };
    const auto coming_weekday = [](int weekday) {
        return [weekday](const Almanac& a, std::size_t i) {
            do ++i;
            while (a.days[i].weekday != weekday);
            return a.iso(i) + "/" + a.iso(i);
        };
    };
    using enum Language;
    const std::vector<Word> words = {{ko, "오늘", day(0)},
                                     {ko, "어제", day(-1)},
                                     {ko, "그제", day(-2)},
                                     {ko, "그끄제", day(-3)},
                                     {ko, "내일", day(1)},
                                     {ko, "모레", day(2)},
                                     {ko, "글피", day(3)},
                                     {ko, "하루 전", day(-1)},
                                     {ko, "사흘 뒤", day(3)},
                                     {ko, "2주 전", day(-14)},
                                     {ko, "일주일 뒤", day(7)},
                                     {ko, "이번 주", week(0)},
                                     {ko, "지난주", week(-1)},
                                     {ko, "지지난주", week(-2)},
                                     {ko, "다음 주", week(1)},
                                     {ko, "다다음 주", week(2)},
                                     {ko, "이달", month(0)},
                                     {ko, "지난달", month(-1)},
                                     {ko, "지지난달", month(-2)},
                                     {ko, "다음 달", month(1)},
                                     {ko, "다다음 달", month(2)},
                                     {ko, "올해", year(0)},
                                     {ko, "지난해", year(-1)},
                                     {ko, "재작년", year(-2)},
                                     {ko, "내년", year(1)},
                                     {ko, "내후년", year(2)},
                                     {ko, "3년 전", year(-3)},
                                     {ko, "5년 뒤", year(5)},
                                     {ko, "이번 분기", quarter(0)},
                                     {ko, "지난 분기", quarter(-1)},
                                     {ko, "다음 분기", quarter(1)},
                                     {ko, "지난 열흘간", past_days(10)},
                                     {ko, "최근 2주간", past_days(14)},
                                     {ko, "향후 30일간", next_days(30)},
                                     {ko, "지난 수요일", last_weekday(3)},
                                     {ko, "오는 일요일", coming_weekday(0)},
                                     {en, "today", day(0)},
                                     {en, "yesterday", day(-1)},
                                     {en, "tomorrow", day(1)},
                                     {en, "day before yesterday", day(-2)},
                                     {en, "day after tomorrow", day(2)},
                                     {en, "three days ago", day(-3)},
                                     {en, "two weeks ago", day(-14)},
                                     {en, "a week from now", day(7)},
                                     {en, "this week", week(0)},
                                     {en, "last week", week(-1)},
                                     {en, "week before last", week(-2)},
                                     {en, "next week", week(1)},
                                     {en, "this month", month(0)},
                                     {en, "last month", month(-1)},
                                     {en, "month before last", month(-2)},
                                     {en, "next month", month(1)},
                                     {en, "this year", year(0)},
                                     {en, "last year", year(-1)},
                                     {en, "year before last", year(-2)},
                                     {en, "next year", year(1)},
                                     {en, "five years ago", year(-5)},
                                     {en, "two years from now", year(2)},
                                     {en, "this quarter", quarter(0)},
                                     {en, "last quarter", quarter(-1)},
                                     {en, "next quarter", quarter(1)},
                                     {en, "past 10 days", past_days(10)},
                                     {en, "last two weeks", past_days(14)},
                                     {en, "next 30 days", next_days(30)},
                                     {en, "last Wednesday", last_weekday(3)},
                                     {en, "coming Sunday", coming_weekday(0)}};
    const Almanac& days = almanac();
    for (const Word& word : words) {
        INFO(word.text);
        const Lexicon& lexicon = lexicon_of(word.language);
        for (std::size_t i = days.first(1990); days.days[i].year <= 2035; ++i) {
            const std::string read_back = read(lexicon, word.text, days.iso(i));
            const std::string want = word.want(days, i);
            if (read_back == want) continue;
            FAIL_CHECK("on " << days.iso(i) << " it reads as " << read_back << " and means " << want);
            break;
        }
    }
}

}  // namespace tieout
