#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "extract/date_reader.hpp"
#include "extract/tokenizer.hpp"

namespace tieout {
namespace {

std::string describe(const Figure& date, const std::string& text) {
    std::string out(date.span.of(text));
    out += " = ";
    out += !date.valid ? "invalid" : date.period ? to_string(*date.period) : "unknown";
    if (date.weekday) {
        static const char* const kNames[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        out += std::string(" ") + kNames[*date.weekday];
    }
    return out;
}

/// All dates of a sentence, in order, as the tokenizer finds them: "14일 = 2023-04-14; 이달 = 2023-04".
std::string dates_of(const std::string& text, const std::string& date_line, const Lexicon& lexicon) {
    Document document;
    document.text = text;
    document.language = lexicon.language();
    document.date = parse_day(date_line).value();
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    document.blocks = {{all}};
    document.sentences = {{all, 0}};
    std::string out;
    for (const Figure& figure : tokenize(document, lexicon, false).figures) {
        if (figure.kind != Kind::date) continue;
        if (!out.empty()) out += "; ";
        out += describe(figure, text);
    }
    return out.empty() ? "-" : out;
}

struct Row {
    int line = 0;
    std::string date_line, text, expected;
};

std::vector<Row> rows_of(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file);
    std::vector<Row> rows;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        REQUIRE(second != std::string::npos);
        rows.push_back({number, line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return rows;
}

void check(Language language, const std::string& folder) {
    const auto& lexicon = built_in_lexicon(language);
    REQUIRE(lexicon.ok());
    const std::string path = "fixtures/extract/" + folder + "/dates.tsv";
    const std::vector<Row> rows = rows_of(std::string(TIEOUT_SOURCE_DIR) + "/" + path);
    CHECK(rows.size() >= 100);
    for (const Row& row : rows) {
        INFO(path << ":" << row.line << ": " << row.text);
        CHECK(dates_of(row.text, row.date_line, **lexicon) == row.expected);
    }
}

}  // namespace

TEST_CASE("Korean dates mean what the account in fixtures/extract/ko says") {
    check(Language::ko, "ko");
}

TEST_CASE("English dates mean what the account in fixtures/extract/en says") {
    check(Language::en, "en");
}

TEST_CASE("No bytes that are no date trip the date reader") {
    for (const Language language : {Language::ko, Language::en}) {
        const auto& lexicon = built_in_lexicon(language);
        REQUIRE(lexicon.ok());
        for (const std::string& text :
             {std::string("\xEC\x9B"), std::string("2023\xEB\x85"), std::string("4\0월", 5), std::string("'"),
              std::string("99999999999999999999년"), std::string("last"), std::string("early "), std::string("지난 "),
              std::string("2023-"), std::string("2023-02-"), std::string("Q")}) {
            Scan scan;
            scan.text = text;
            scan.end = text.size();
            scan.lexicon = &**lexicon;
            scan.date_line = *parse_day("2023-04-17");
            for (std::size_t at = 0; at <= text.size(); ++at) {
                const auto date = read_date(scan, at, {});
                if (date) CHECK(date->span.end <= text.size());
            }
        }
    }
}

TEST_CASE("A text that promises a date again and again is read in bounded depth") {
    for (const auto& [language, piece] :
         {std::pair(Language::en, "end of "), std::pair(Language::en, "first week of "),
          std::pair(Language::en, "two weeks after "), std::pair(Language::en, "last day of "),
          std::pair(Language::en, "year ended "), std::pair(Language::en, "18 and "), std::pair(Language::ko, "3년 ")}) {
        const auto& lexicon = built_in_lexicon(language);
        REQUIRE(lexicon.ok());
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        Scan scan;
        scan.text = text;
        scan.end = text.size();
        scan.lexicon = &**lexicon;
        scan.date_line = *parse_day("2023-04-17");
        CHECK_FALSE(read_date(scan, 0, {}).has_value());
    }
}

TEST_CASE("A length of time in Korean words is a duration and no date") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    const auto read = [&](const std::string& text) -> std::string {
        Scan scan;
        scan.text = text;
        scan.end = text.size();
        scan.lexicon = &**lexicon;
        scan.date_line = *parse_day("2023-04-17");
        const auto length = read_date(scan, 0, {});
        if (!length) return "-";
        if (length->kind != Kind::duration) return "a date";
        return std::string(length->span.of(text)) + " = " + length->magnitude.value.to_decimal() + " " + length->unit->code;
    };
    CHECK(read("한 달 동안 쉰다") == "한 달 = 1 mo");
    CHECK(read("사흘 만에 끝났다") == "사흘 = 3 d");
    CHECK(read("일주일 내내 왔다") == "일주일 = 1 wk");
    CHECK(read("3년 반 만에 끝났다") == "3년 반 = 3.5 a");
    CHECK(read("1년 6개월 만에 끝났다") == "1년 6개월 = 18 mo");
    CHECK(read("2주 3일 걸렸다") == "2주 3일 = 17 d");
    CHECK(read("3년 반도체를 팠다") == "-");
    CHECK(read("하루 1억원을 판다") == "-");
    CHECK(read("구주 세일을 한다") == "-");
    CHECK(read("한 달 전 끝났다") == "a date");
    CHECK(read("지난 한 달간 쉬었다") == "a date");
}

TEST_CASE("A date's written year and its weekday are told") {
    const auto& lexicon = built_in_lexicon(Language::ko);
    REQUIRE(lexicon.ok());
    const std::string text = "2023년 4월 17일(월)";
    Scan scan;
    scan.text = text;
    scan.end = text.size();
    scan.lexicon = &**lexicon;
    scan.date_line = *parse_day("2024-01-02");
    const auto date = read_date(scan, 0, {});
    REQUIRE(date);
    CHECK(date->explicit_year);
    CHECK(date->weekday == 1u);
    CHECK(date->weekday_span.of(text) == "월");
    CHECK(date->span.of(text) == text);
}

}  // namespace tieout
