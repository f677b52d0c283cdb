#include "check/style.hpp"

#include <vector>

#include "catch.hpp"

using namespace tieout;

namespace {

Rational number(std::string_view text) {
    const auto value = Rational::parse(text);
    REQUIRE(value);
    return *value;
}

struct NumeralRow {
    const char *written, *value, *expected;
    const char* precision = "0";
};

void check_numerals(Language language, const std::vector<NumeralRow>& rows) {
    for (const NumeralRow& row : rows) {
        INFO(row.written << " for " << row.value);
        CHECK(write_numeral(row.written, number(row.value), language, number(row.precision)) == row.expected);
    }
}

}  // namespace

TEST_CASE("Korean numerals keep the writer's scale words, commas and blanks") {
    check_numerals(Language::ko, {
        {"1조3000억", "13e12", "13조"},
        {"13조", "13115e9", "13조1150억"},
        {"1조 5,050억", "2500e8", "2,500억"},
        {"1조 5,050억", "12500e8", "1조 2,500억"},
        {"1조 345억", "2e12", "2조"},
        {"5천640억", "6730e8", "6천730억"},
        {"5천640억", "56400e8", "5조6천400억"},
        {"15조5천억", "7050e8", "7천50억"},
        {"3천만", "12e6", "1천200만"},
        {"5백만", "3e6", "3백만"},
        {"5백만", "3.5e6", "350만"},
        {"1,300만", "13500000", "1,350만"},
        {"1,300만", "1300000000", "13억"},
        {"18억3000만", "2180000000", "21억8000만"},
        {"18억3000만", "2180000000", "22억", "1e8"},
        {"1만2000", "17500", "1만7500"},
        {"1만", "9500", "9500"},
        {"6.6조", "7.2e12", "7.2조"},
        {"6.6조", "66e12", "66조"},
        {"6.6조", "6.6e9", "66억"},
        {"6.6조", "660e9", "6600억"},
        {"6.6조", "1234500000000", "1조2345억"},
        {"1.5억", "1e8", "1억"},
        {"1조2000억", "1000000000001", "1조1"},
        {"1조 2000억", "1230000004500", "1조 2300억 4500"},
        {"20億", "25e8", "25億"},
        {"3 억", "5e8", "5 억"},
        {"3억", "0", "0"},
        {"3억", "-5e8", "5억"},
        {"1조", "1e12", "1조", "1e13"},
        {"3만", "10000/3", "3333.3"},
        {"두", "3", "세"},
        {"두", "12", "12"},
        {"절반", "3", "3배"},
    });
}

TEST_CASE("Plain digits stay plain, with the decimals that were written") {
    check_numerals(Language::ko, {
        {"1,048", "12048", "12,048"},
        {"12000", "13500", "13500"},
        {"12000", "1300000000000", "1300000000000"},
        {"948", "1048", "1048"},
        {"25.0", "15", "15.0"},
        {"25", "12.5", "12.5"},
        {"3.25", "3.5", "3.50"},
        {"3.25", "10/3", "3.33", "1/100"},
        {"25", "100/3", "33.333"},
        {"0.4", "2", "2.0"},
        {"", "5", "5"},
    });
    check_numerals(Language::en, {
        {"948", "1048", "1,048"},
        {"12000", "13500", "13500"},
        {"1,048", "104", "104"},
        {"3rd", "22", "22nd"},
        {"9th", "11", "11th"},
    });
}

TEST_CASE("English scale words and abbreviations follow the value within their family") {
    check_numerals(Language::en, {
        {"6.6 billion", "6.6e12", "6.6 trillion"},
        {"9.6 billion", "960e6", "960 million"},
        {"9.6bn", "960e6", "960m"},
        {"2.3bn", "2.7e9", "2.7bn"},
        {"2.5bn", "3e9", "3bn"},
        {"960m", "9.6e9", "9.6bn"},
        {"960M", "9.6e9", "9.6B"},
        {"9.6B", "960e6", "960M"},
        {"2.5M", "250e3", "250K"},
        {"2.5m", "250e3", "250,000"},
        {"850k", "8.5e6", "8.5m"},
        {"1.2tn", "120e9", "120bn"},
        {"120bn", "1.2e12", "1.2tn"},
        {"1.2trn", "12e12", "12trn"},
        {"300 mn", "3e9", "3 bn"},
        {"3.1 BN", "310e6", "310 M"},
        {"3.1 Billion", "310e6", "310 Million"},
        {"3.1bln", "310e6", "310mln"},
        {"1,200 million", "1500e6", "1,500 million"},
        {"0.5 billion", "600e6", "0.6 billion"},
        {"2.5-billion", "250e6", "250-million"},
        {"3 million", "4999", "4,999"},
        {"5 trillion", "5e15", "5 quadrillion"},
        {"5tn", "5e15", "5,000tn"},
        {"40 crore", "45e5", "45 lakh"},
        {"13 trillion", "13115e9", "13.115 trillion"},
        {"13 trillion", "13115e9", "13.1 trillion", "1e11"},
        {"a million", "2e6", "two million"},
        {"one billion", "12e9", "12 billion"},
        {"Three", "4", "Four"},
        {"three", "40", "40"},
        {"doubled", "3", "3 times"},
    });
}

TEST_CASE("Everything around the numeral stays as it was") {
    struct Row {
        Language language;
        const char *core, *numeral, *value, *expected;
        const char* precision = "0";
    };
    const Language ko = Language::ko, en = Language::en;
    const std::vector<Row> rows{
        {ko, "1조3000억원", "1조3000억", "13e12", "13조원"},
        {ko, "100억 달러", "100억", "10e8", "10억 달러"},
        {ko, "△12%", "12", "-15", "△15%"},
        {ko, "25.0%", "25.0", "15", "15.0%"},
        {ko, "-3.2%", "3.2", "-2.5", "-2.5%"},
        {ko, "-3.2%", "3.2", "2.5", "2.5%"},
        {ko, "3.2%", "3.2", "-2.5", "-2.5%"},
        {ko, "25bp", "25", "0.5", "50bp"},
        {en, "$9.6 billion", "9.6 billion", "960e6", "$960 million"},
        {en, "US$2.3bn", "2.3bn", "2.7e9", "US$2.7bn"},
        {en, "+$5 million", "5 million", "-3e6", "-$3 million"},
        {en, "1 percentage point", "1", "5", "5 percentage points"},
        {en, "5 percentage points", "5", "1", "1 percentage point"},
        {en, "50 cents", "50", "0.6", "60 cents"},
        {en, "12 people", "12", "1", "1 person"},
        {en, "33.3%", "33.3", "200/7", "28.6%", "0.1"},
    };
    for (const Row& row : rows) {
        INFO(row.core << " for " << row.value);
        const std::string_view core = row.core;
        const auto begin = static_cast<std::uint32_t>(core.find(row.numeral));
        const Span numeral{begin, begin + static_cast<std::uint32_t>(std::string_view(row.numeral).size())};
        CHECK(write_like(core, numeral, number(row.value), row.language, number(row.precision)) == row.expected);
    }
    CHECK(write_like("5%", Span{3, 9}, 7, ko, 0) == "5%7");  // a span outside the text does no harm
}

TEST_CASE("Amounts of arithmetic lines") {
    struct Row {
        const char* value;
        const char* code;
        Kind kind;
        const char *korean, *english;
        const char* noun = "";
    };
    const std::vector<Row> rows{
        {"13115000000000", "KRW", Kind::money, "13조1150억원", "13.115 trillion won"},
        {"13.1e9", "USD", Kind::money, "131억달러", "$13.1 billion"},
        {"2.7e9", "EUR", Kind::money, "27억유로", "€2.7 billion"},
        {"-5e6", "USD", Kind::money, "-500만달러", "-$5 million"},
        {"12.5", "USD", Kind::money, "12.5달러", "$12.50"},
        {"1315.5", "KRW", Kind::money, "1315.5원", "1,315.5 won"},
        {"3e8", "NOK?", Kind::money, "3억NOK", "NOK 300 million"},
        {"25", "%", Kind::percent, "25%", "25%"},
        {"100/3", "%", Kind::percent, "33.333%", "33.333%"},
        {"5", "pp", Kind::point, "5%포인트", "5 percentage points"},
        {"1", "pp", Kind::point, "1%포인트", "1 percentage point"},
        {"3", "x", Kind::multiple, "3배", "3 times"},
        {"17500", "명", Kind::count, "1만7500명", "17,500 명"},
        {"17500", "person", Kind::count, "1만7500person", "17,500 people"},
        {"1234567", nullptr, Kind::count, "123만4567company", "1,234,567 companies", "company"},
        {"1.3e6", nullptr, Kind::count, "130만vehicle", "1.3 million vehicles", "vehicle"},
        {"1", nullptr, Kind::count, "1branch", "1 branch", "branch"},
        {"25", "kg", Kind::quantity, "25kg", "25 kg"},
        {"84.5", "m2", Kind::quantity, "84.5㎡", "84.5 m²"},
        {"3", "t", Kind::quantity, "3톤", "3 tons"},
        {"3", "mo", Kind::duration, "3개월", "3 months"},
        {"1234567890123", "KRW", Kind::money, "1조2346억원", "1.2346 trillion won"},
        {"0", "KRW", Kind::money, "0원", "0 won"},
        {"2024", nullptr, Kind::number, "2024", "2,024"},
    };
    for (const Row& row : rows) {
        INFO(row.value << " " << (row.code ? row.code : row.noun));
        Unit unit;
        if (row.code) unit.code = row.code;
        const Unit* given = row.code ? &unit : nullptr;
        CHECK(write_amount(number(row.value), given, row.kind, row.noun, Language::ko) == row.korean);
        CHECK(write_amount(number(row.value), given, row.kind, row.noun, Language::en) == row.english);
    }
}

TEST_CASE("Hostile numerals do no harm") {
    const std::string broken = "\xEC\x96\xFF\x00 1억";
    CHECK_FALSE(write_numeral(broken, 5, Language::ko, 0).empty());
    const std::string digits(100'000, '9');
    CHECK(write_numeral(digits, 5, Language::ko, 0) == "5");
    CHECK(write_numeral("3억", Rational::power_of_ten(30), Language::ko, 0) == "10000000000해");
}
