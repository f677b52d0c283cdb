#include <type_traits>

#include "base/utf8.hpp"
#include "extract/date_korean.hpp"
#include "extract/date_numeric.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// A number and its unit, or two of them before one unit: "1~4월", "17·18일".
struct Component {
    KoreanNumber first;
    std::optional<KoreanNumber> last;
    std::size_t end = 0;
    std::size_t last_begin = 0;
};

std::size_t past_unit(const DateText& text, std::size_t at, std::initializer_list<std::string_view> units) {
    const std::size_t next = text.past(at, units);
    return next != kNone ? next : text.past(text.skip_blanks(at), units);
}

std::optional<Component> component(const DateText& text, std::size_t at, std::initializer_list<std::string_view> units) {
    const auto first = read_korean_number(text, at);
    if (!first) return std::nullopt;
    Component out{*first, std::nullopt, 0, 0};
    out.end = first->digits > 0 ? past_unit(text, first->end, units) : text.past(first->end, units);
    if (out.end != kNone) return out;
    if (first->digits == 0) return std::nullopt;
    std::size_t next = text.past_range_sign(first->end, true);
    const std::size_t dot = text.past(first->end, {"·", "ㆍ", "・"});
    if (next == kNone) next = dot;
    if (next == kNone || !text.digit(next)) return std::nullopt;
    const auto last = read_korean_number(text, next);
    if (!last || (dot != kNone && last->value != first->value + 1)) return std::nullopt;
    out.last = last;
    out.last_begin = next;
    out.end = past_unit(text, last->end, units);
    if (out.end == kNone) return std::nullopt;
    return out;
}

/// Years are the only members that are signed.
template <class Value>
constexpr bool member_is_no_year = std::is_unsigned_v<Value>;

/// Sets one member of the range to what the component says: in both ends where it is a short range.
template <class Value>
void set(DateRange& range, const Component& found, std::optional<Value> DateParts::*member,
         Value (*value)(const KoreanNumber&)) {
    range.from.end = found.end;
    range.from.*member = value(found.first);
    if (!found.last) return;
    range.to = range.from;
    range.to->begin = found.last_begin;
    if (member_is_no_year<Value>) range.to->year.reset();  // the first one's, or the next: "11~2월"
    (*range.to).*member = value(*found.last);
}

unsigned plain(const KoreanNumber& number) {
    return number.value;
}
int as_year(const KoreanNumber& number) {
    return static_cast<int>(number.value);
}

bool four_digits(const KoreanNumber& n) {
    return (n.digits == 4 || n.digits == 0) && n.value >= 1000 && n.value <= 9999;
}

bool month_behind(const DateText& text, std::size_t at) {
    const auto month = read_korean_number(text, text.skip_blanks(at));
    return month && text.past(month->end, {"월"}) != kNone;
}

/// What narrows a year follows, so that two digits before 년 are a year and no length of time: "24년 4월", "24년 1분기", "24년
/// 말".
bool narrows_year(const DateText& text, std::size_t at) {
    const std::size_t next = text.skip_blanks(at);
    if (text.date_word(next, "half")) return true;
    const auto part = text.date_word(next, "part");
    if (part && static_cast<Part>(part->value()) == Part::end && text.ends_korean(part->end)) return true;
    auto number = read_korean_number(text, next);
    const std::size_t range = number ? text.past_range_sign(number->end, true) : kNone;
    if (range != kNone) {  // "26년 1~2월"
        const auto last = read_korean_number(text, range);
        if (last && text.past(last->end, {"월", "분기"}) != kNone) return true;
    }
    return number && number->digits > 0 && text.past(number->end, {"월", "분기", "사분기", "/4분기"}) != kNone;
}

/// The apostrophe before `at` opens a quotation: "'30년 재직' 이사". That it closes is looked for in the next words only; one
/// before a digit is the next year's ("'24년과 '25년").
bool opens_quotation(const DateText& text, std::size_t at) {
    constexpr int kSigns = 24;
    for (int i = 0; i < kSigns; ++i) {
        const char32_t c = text.sign(at);
        if (c == 0) return false;
        at += code_point_at(text.scan().text, at).length;
        if ((c == U'\'' || c == U'’') && !text.digit(at)) return true;
    }
    return false;
}

/// What behind "N일" leaves it a date: nothing, a particle, 자.
bool ends_day(const DateText& text, std::size_t at) {
    return text.ends_korean(at) || text.past(at, {"자", "생", "밤", "낮", "새벽", "아침", "저녁", "오전", "오후"}) != kNone;
}

}  // namespace

bool read_korean_year(const DateText& text, std::size_t at, DateRange& range) {
    const std::size_t apostrophe = text.past(at, {"'", "’", "‘"});
    const std::size_t begin = apostrophe == kNone ? at : apostrophe;
    const auto found = component(text, begin, {"년", "학년도", "회계연도"});
    if (!found) return false;
    const KoreanNumber& first = found->first;
    const std::size_t decade = text.past(found->end, {"대"});
    const bool two_digits = first.digits == 2 && (!found->last || found->last->digits == 2);
    if (first.digits == 0 && first.value % 100 == 0 && !month_behind(text, found->end)) return false;  // 천년 counts years
    const bool both_four = four_digits(first) && (!found->last || four_digits(*found->last) || found->last->digits == 2);
    // "‘2025년 계획’" is quoted.
    const bool told = apostrophe != kNone ? two_digits && !opens_quotation(text, found->end)
                                          : both_four || (two_digits && (decade != kNone || narrows_year(text, found->end)));
    if (!told) return false;
    if (first.value % 100 == 0 && decade == kNone && counts_on(text, found->end)) return false;
    // "3000년 전" counts back; "1998년 전국체전" does not.
    const std::size_t ago = text.past(text.skip_blanks(found->end), {"전", "뒤", "후"});
    if (first.value % 100 == 0 && ago != kNone && text.ends_korean(ago)) return false;
    set(range, *found, &DateParts::year, as_year);
    range.from.explicit_year = true;
    if (two_digits) {
        for (DateParts* parts : {&range.from, range.to ? &*range.to : nullptr}) {
            if (!parts) continue;
            const auto year = static_cast<unsigned>(*parts->year);
            parts->year = decade != kNone ? full_decade(year) : full_year(year, text.date_line());
        }
    }
    if (range.to) {
        range.to->explicit_year = true;
        if (found->last->digits == 2 && first.digits == 4)
            range.to->year = *range.from.year / 100 * 100 + static_cast<int>(found->last->value);
    }
    if (decade != kNone && first.value % 10 == 0) {
        for (DateParts* parts : {&range.from, range.to ? &*range.to : nullptr}) {
            if (parts) parts->years = 10;
        }
        range.from.end = decade;
    } else if (const std::size_t more = text.past(found->end, {"도"}); more != kNone && text.ends_korean(more)) {
        range.from.end = more;  // 2024년도
    }
    return true;
}

bool read_korean_century(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"세기"});
    if (!found || found->last || found->first.digits == 0 || found->first.value < 1 || found->first.value > 30) return false;
    range.from.year = static_cast<int>(found->first.value) * 100 - 99;
    range.from.years = 100;
    range.from.end = found->end;
    return true;
}

bool read_korean_month(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"월"});
    if (!found || text.past(found->end, {"물", "령"}) != kNone) return false;
    const unsigned highest = found->last ? found->last->value : found->first.value;
    if (found->first.digits > 2 || highest > 99) return false;
    const auto day = read_korean_number(text, text.skip_blanks(found->end));
    const bool day_follows = day && text.past(day->end, {"일"}) != kNone;
    // "13월의 월급" is no date; "2023년 13월" and "13월 5일" are wrong ones.
    if ((highest > 12 || found->first.value == 0 || highest == 0) && !range.from.explicit_year && !day_follows) return false;
    // "이월", "사월", "오월" are words of their own too.
    if (found->first.digits == 0 && !range.from.year && !day_follows) return false;
    set(range, *found, &DateParts::month, plain);
    return true;
}

bool read_korean_day(const DateText& text, std::size_t at, DateRange& range) {
    const auto found = component(text, at, {"일"});
    if (!found || found->first.digits > 2 || counts_on(text, found->end)) return false;
    const bool after_month = range.from.month.has_value();
    const unsigned highest = found->last ? found->last->value : found->first.value;
    // Behind a month a day that cannot be is a wrong one, elsewhere it counts days.
    if (highest > 99 || (!after_month && (found->first.value == 0 || highest == 0 || highest > 31))) return false;
    if (!ends_day(text, found->end)) return false;
    if (!after_month) {
        if (found->first.digits == 0 || text.date_word_before(at, "length-before")) return false;
        if (found->first.value == 1 && !found->last && text.date_word(text.skip_blanks(found->end), "per-day-after"))
            return false;
        // "3~4일 걸린다" is a length of time, "3~4일 열린" are days.
        const bool held = text.date_word(text.skip_blanks(found->end), "held-after").has_value();
        if (found->last && range.from.direction == Direction::none && !held &&
            (highest < 10 || text.date_word(text.skip_blanks(found->end), "length-after")))
            return false;
    }
    set(range, *found, &DateParts::day, plain);
    return true;
}

bool read_korean_quarter(const DateText& text, std::size_t at, DateRange& range) {
    constexpr std::string_view kOrdinal = "제";
    if (text.has(at, kOrdinal)) at += kOrdinal.size();
    const auto found = component(text, at, {"분기", "사분기", "4분기", "/4분기", "／4분기", "4/4분기"});
    if (found && (found->first.digits == 1 || found->first.digits == 0)) {
        const unsigned highest = found->last ? found->last->value : found->first.value;
        // "3분기 연속" counts quarters; "3분기 동안" happens in one.
        const bool counts = counts_on(text, found->end) && text.past(text.skip_blanks(found->end), {"동안"}) == kNone;
        if (counts || highest == 0 || highest > 9) return false;
        set(range, *found, &DateParts::quarter, plain);
        return true;
    }
    const auto half = text.date_word(at, "half");
    if (!half) return false;
    range.from.half = static_cast<unsigned>(half->value());
    range.from.end = half->end;
    return true;
}

bool read_korean_season(const DateText& text, std::size_t at, DateRange& range) {
    const auto season = text.date_word(at, "season");
    if (!season) return false;
    range.from.season = static_cast<unsigned>(season->value());
    range.from.end = season->end;
    return true;
}

}  // namespace tieout
