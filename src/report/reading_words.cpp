#include "report/reading_words.hpp"

#include "base/utf8.hpp"
#include "number/magnitude.hpp"
#include "report/text_layout.hpp"

namespace tieout {
namespace {

std::string with_unit(const std::string& number, std::string_view unit) {
    if (unit.empty()) return number;
    return number + (unit == "%" ? "" : " ") + std::string(unit);
}

class Lines {
public:
    explicit Lines(Language language) : korean_(language == Language::ko) {}
    void add(std::string_view korean, std::string_view english, std::string_view value) {
        const std::string head(korean_ ? korean : english);
        constexpr int kColumn = 12;
        out_ += "  " + head + std::string(static_cast<std::size_t>(std::max(kColumn - display_width(head), 1)), ' ');
        out_.append(value).append("\n");
    }
    std::string out_;

private:
    bool korean_;
};

}  // namespace

std::string grouped_decimal(const Rational& value) {
    std::string digits = value.to_decimal();
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t at = point; at > first + 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string interval_in_words(const Interval& interval, std::string_view unit, Language language) {
    const bool korean = language == Language::ko;
    const Bound& low = interval.low();
    const Bound& high = interval.high();
    if (interval.is_point()) return with_unit(grouped_decimal(*low.value), unit);
    if (low.infinite() && high.infinite()) return korean ? "어떤 값이든" : "any value";
    std::string out;
    if (!low.infinite()) {
        const std::string value = with_unit(grouped_decimal(*low.value), unit);
        out = korean ? value + (low.closed ? " 이상" : " 초과") : (low.closed ? "at least " : "more than ") + value;
    }
    if (!high.infinite()) {
        const std::string value = with_unit(grouped_decimal(*high.value), unit);
        if (!out.empty()) out += korean ? ", " : " and ";
        out += korean ? value + (high.closed ? " 이하" : " 미만") : (high.closed ? "at most " : "less than ") + value;
    }
    return out;
}

std::string explain_figure(const Figure& figure, std::string_view text, Language language) {
    Lines lines(language);
    lines.out_ = safe(text) + "\n";
    const std::string_view unit = unit_code(figure);
    lines.add("종류", "kind", to_string(figure.kind));
    if (figure.kind == Kind::date) {
        if (!figure.period) {
            lines.add("시점", "date", language == Language::ko ? "달력에 없는 날짜" : "does not exist");
            return lines.out_;
        }
        const Period& period = *figure.period;
        lines.add("시점", "date", to_string(period));
        lines.add("첫날", "first day", period.open_from ? "-" : to_string(period.from));
        lines.add("끝날", "last day", period.open_to ? "-" : to_string(period.to));
        return lines.out_;
    }
    if (!figure.valid) {
        lines.add("값", "value", language == Language::ko ? "수로 읽을 수 없음" : "cannot be read as a number");
        return lines.out_;
    }
    const Magnitude& magnitude = figure.magnitude;
    if (!unit.empty()) lines.add("단위", "unit", unit);
    if (figure.unit && figure.unit->ambiguous) {
        lines.add("", "", language == Language::ko ? "(어느 나라 통화인지 적혀 있지 않음)" : "(the draft does not say whose)");
    }
    if (figure.per != Per::none)
        lines.add("기준", "per", figure.per == Per::item ? std::string_view(figure.per_noun) : to_string(figure.per));
    if (magnitude.hedge != Hedge::none) lines.add("한정", "hedge", to_string(magnitude.hedge));
    lines.add("적힌 대로", "stated", interval_in_words(stated(magnitude), unit, language));
    lines.add("넓게", "generous", interval_in_words(reading(magnitude, Tier::generous), unit, language));
    lines.add("보통", "usual", interval_in_words(reading(magnitude, Tier::usual), unit, language));
    lines.add("좁게", "tight", interval_in_words(reading(magnitude, Tier::tight), unit, language));
    return lines.out_;
}

}  // namespace tieout
