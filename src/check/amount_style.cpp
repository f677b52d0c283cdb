#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "check/style.hpp"

namespace tieout {
namespace {

/// Units whose code is not what a reader calls them. Currencies: `en` is a sign before the amount where `before` is set.
struct UnitName {
    std::string_view code, ko, en;
    bool before = false;
};

constexpr std::array<UnitName, 44> kNames{{
    {"KRW", "원", "won"},           {"USD", "달러", "$", true},      {"EUR", "유로", "€", true},     {"GBP", "파운드", "£", true},
    {"JPY", "엔", "yen"},           {"CNY", "위안", "yuan"},         {"HKD", "홍콩달러", "HK$", true}, {"TWD", "대만달러", "NT$", true},
    {"SGD", "싱가포르달러", "S$", true}, {"AUD", "호주달러", "A$", true},  {"CAD", "캐나다달러", "C$", true}, {"INR", "루피", "rupees"},
    {"VND", "동", "dong"},          {"CHF", "스위스프랑", "Swiss francs"}, {"RUB", "루블", "rubles"},     {"THB", "밧", "baht"},
    {"s", "초", "second"},          {"min", "분", "minute"},         {"h", "시간", "hour"},          {"d", "일", "day"},
    {"wk", "주", "week"},           {"mo", "개월", "month"},         {"a", "년", "year"},            {"t", "톤", "ton"},
    {"m2", "㎡", "m²"},             {"km2", "㎢", "km²"},            {"m3", "㎥", "m³"},             {"har", "㏊", "ha"},
    {"Cel", "℃", "°C"},            {"[degF]", "℉", "°F"},          {"kW.h", "kWh", "kWh"},         {"MW.h", "MWh", "MWh"},
    {"GW.h", "GWh", "GWh"},         {"TW.h", "TWh", "TWh"},          {"W.h", "Wh", "Wh"},            {"By", "바이트", "byte"},
    {"MBy", "MB", "MB"},            {"GBy", "GB", "GB"},             {"TBy", "TB", "TB"},            {"PBy", "PB", "PB"},
    {"[mi_i]", "마일", "mile"},      {"[lb_av]", "파운드", "lb"},      {"[bbl_us]", "배럴", "barrel"},  {"[acr_us]", "에이커", "acre"},
}};

const UnitName* name_of(std::string_view code) {
    for (const UnitName& name : kNames) {
        if (name.code == code) return &name;
    }
    return nullptr;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string plural(std::string_view noun) {
    struct Irregular {
        std::string_view one, many;
    };
    constexpr std::array<Irregular, 11> kIrregular{{{"person", "people"},
                                                    {"man", "men"},
                                                    {"woman", "women"},
                                                    {"child", "children"},
                                                    {"sheep", "sheep"},
                                                    {"aircraft", "aircraft"},
                                                    {"series", "series"},
                                                    {"fish", "fish"},
                                                    {"crew", "crew"},
                                                    {"head", "head"},
                                                    {"people", "people"}}};
    for (const Irregular& word : kIrregular) {
        if (word.one == noun) return std::string(word.many);
    }
    if (noun.empty() || !is_ascii_letter(noun.back())) return std::string(noun);
    for (const std::string_view end : {"s", "x", "ch", "sh"}) {
        if (ends_with(noun, end)) return std::string(noun) + "es";
    }
    if (noun.size() > 1 && noun.back() == 'y' && std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos) {
        return std::string(noun.substr(0, noun.size() - 1)) + "ies";
    }
    return std::string(noun) + "s";
}

/// "barrel" and "ton", not "lb" or "kWh".
bool is_word(std::string_view unit_text) {
    return unit_text.size() > 2 && std::all_of(unit_text.begin(), unit_text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The value, not negative, in as many digits as an arithmetic line bears.
Rational shortened(const Rational& size) {
    constexpr int kDigits = 5;
    if (size.is_zero() || (size.is_integer() && size.magnitude() < 8)) return size;
    return size.round_to(Rational::power_of_ten(size.magnitude() - kDigits + 1));
}

std::string write_english(const Rational& size, bool money_sign) {
    // Up to seven digits a whole number is as short as its million: "1,234,567".
    const Rational five = size.is_zero() ? size : size.round_to(Rational::power_of_ten(size.magnitude() - 4));
    if (size >= 1'000'000 && (five == size || size >= 10'000'000)) return write_numeral("1 million", five, Language::en, 0);
    if (money_sign && !size.is_integer() && (size * 100).is_integer()) return write_numeral("1.00", size, Language::en, 0);
    return write_numeral("1", size, Language::en, 0);
}

std::string write_with(std::string_view number, std::string_view unit_text, Language language) {
    std::string out(number);
    if (unit_text.empty()) return out;
    if (language == Language::en) out += ' ';
    return out.append(unit_text);
}

}  // namespace

std::string write_amount(const Rational& value, const Unit* unit, Kind kind, std::string_view noun, Language language) {
    const bool korean = language == Language::ko;
    const Rational size = shortened(value.abs());
    std::string_view code = unit ? std::string_view(unit->code) : std::string_view();
    while (!code.empty() && code.back() == '?') code.remove_suffix(1);  // an ambiguous currency is called by its usual country
    const UnitName* name = name_of(code);
    const std::string minus = value.sign() < 0 ? "-" : "";
    const std::string number = korean ? write_numeral("1만", size, language, 0) : write_english(size, name && name->before);
    const bool one = number == "1";

    switch (kind) {
        case Kind::percent: return minus + number + "%";
        case Kind::point: return minus + number + (korean ? "%포인트" : one ? " percentage point" : " percentage points");
        case Kind::multiple: return minus + write_with(number, korean ? "배" : one ? "time" : "times", language);
        case Kind::money:
            if (korean) return minus + number + (name ? std::string(name->ko) : std::string(code));
            if (!name) return minus + (code.empty() ? number : std::string(code) + " " + number);
            return name->before ? minus + std::string(name->en) + number : minus + write_with(number, name->en, language);
        case Kind::count: {
            const std::string_view counted = unit ? code : noun;
            return minus + write_with(number, korean || one ? std::string(counted) : plural(counted), language);
        }
        case Kind::quantity:
        case Kind::duration: {
            if (!name) return minus + write_with(number, code.empty() ? noun : code, language);
            if (korean) return minus + number + std::string(name->ko);
            return minus + write_with(number, is_word(name->en) && !one ? plural(name->en) : std::string(name->en), language);
        }
        case Kind::date:
        case Kind::ordinal:
        case Kind::number: break;
    }
    return minus + number;
}

}  // namespace tieout
