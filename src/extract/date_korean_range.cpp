#include <string_view>

#include "base/utf8.hpp"
#include "extract/date_korean.hpp"
#include "extract/date_range.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

/// A date so many days before the date line is no news of the month.
constexpr int kFarBehind = 31;
/// What happened is in the news for so many days.
constexpr int kNewsDays = 3;

/// A list that goes on: "지난해 9월 2.1%, 10월 2.3%" in January, "다음 달 14일 청약, 21일 상장". What the date line alone would
/// put on the wrong side of it (months ahead, days behind) belongs with the date before, where it comes after that one.
void go_on_from(const Period& last, Day date_line, DateParts& parts) {
    const bool dated = (last.grain == Grain::day || last.grain == Grain::month) && !last.open_from && !last.open_to;
    if (!dated || parts.year || parts.fixed) return;
    if (parts.month && *parts.month >= 1 && *parts.month <= 12) {
        const Day here = month_period(year_of(date_line), *parts.month).from;
        const bool ahead = here > date_line && year_of(last.from) < year_of(date_line) && *parts.month >= month_of(last.from);
        if (ahead) parts.year = year_of(last.from);
    } else if (parts.bare_day() && last.grain == Grain::day && date_line - last.from > date::days{kFarBehind}) {
        // "지난해 7월 31일에 …, 8월 2일에 …, 5일에": a story told of other days goes on in their month, unless the day is one
        // of the date line's.
        const auto here = make_day(year_of(date_line), month_of(date_line), *parts.day);
        const bool news = here && *here <= date_line + date::days{1} && date_line - *here <= date::days{kNewsDays};
        const auto day = make_day(year_of(last.from), month_of(last.from), *parts.day);
        if (!news && day && *day > last.from) {
            parts.year = year_of(last.from);
            parts.month = month_of(last.from);
        }
    } else if (parts.bare_day() && last.grain == Grain::day && last.from > date_line) {
        const auto day = make_day(year_of(last.from), month_of(last.from), *parts.day);
        const bool behind = make_day(year_of(date_line), month_of(date_line), *parts.day).value_or(date_line) < date_line;
        if (day && *day > last.from && behind) {
            parts.year = year_of(last.from);
            parts.month = month_of(last.from);
        }
    }
}

/// "지난해 4분기(10~12월)": the months in a bracket are those of the quarter or half before it.
bool month_in_bracket(const DateText& text, const Period& last, DateParts& parts) {
    const bool halves = last.grain == Grain::quarter || last.grain == Grain::half;
    const std::size_t bracket = std::string_view("(").size();
    if (!halves || !parts.month || parts.year || !text.ends_with(parts.begin, "(")) return false;
    if (!text.ends_with(parts.begin - bracket, "분기") && !text.ends_with(parts.begin - bracket, "반기")) return false;
    for (const int year : {year_of(last.from), year_of(last.to)}) {
        const auto day = make_day(year, *parts.month, 1);
        if (!day || *day < last.from || *day > last.to) continue;
        parts.year = year;
        return true;
    }
    return false;
}

/// "18일과 19일", "3월과 6월": what the second leaves out is the last date's.
void inherit(const DateText& text, const DateContext& context, DateParts& parts) {
    const bool month_alone = parts.month && !parts.day && !parts.year;
    if (context.last && parts.direction == Direction::none) {
        if (month_in_bracket(text, *context.last, parts)) return;
        go_on_from(*context.last, text.date_line(), parts);
    }
    if (!context.last || parts.direction != Direction::none || !(parts.bare_day() || month_alone)) return;
    std::size_t at = text.skip_blanks_back(parts.begin);
    bool joined = false;
    for (const std::string_view joint : {"과", "와", ",", "·", "및", "이나", "또는"}) {
        if (!text.ends_with(at, joint)) continue;
        at = text.skip_blanks_back(at - joint.size());
        joined = true;
        break;
    }
    if (!joined) return;
    const Period& last = *context.last;
    if (month_alone && last.grain == Grain::month && text.ends_with(at, "월")) parts.year = year_of(last.from);
    if (parts.bare_day() && last.grain == Grain::day && (text.ends_with(at, "일") || text.ends_with(at, ")"))) {
        parts.year = year_of(last.from);
        parts.month = month_of(last.from);
    }
}

/// What is told behind the day, up to the next sign, has happened (뛰었다, 마감했고); that somebody said so (밝혔다) tells
/// nothing.
bool has_happened(const DateText& text, std::size_t at) {
    constexpr char32_t kFinals = 28;
    constexpr char32_t kDoubleS = 20;  // ㅆ, the mark of the past
    constexpr int kSyllables = 30;
    if (text.has(at, "을 앞두")) return false;
    char32_t before = 0;
    for (int i = 0; i < kSyllables; ++i) {
        const char32_t c = text.sign(at);
        if (c == 0 || c == U',' || c == U'…' || (c == U'.' && !text.digit(at + 1))) return false;
        const bool past = is_hangul(c) && (c - 0xAC00) % kFinals == kDoubleS && c != U'있' && c != U'겠';
        constexpr std::u32string_view kSaid = U"말전표명고";
        const bool said = c == U'혔' || (c == U'했' && kSaid.find(before) != std::u32string_view::npos);
        if (past && !said) return true;
        at += code_point_at(text.scan().text, at).length;
        before = c;
    }
    return false;
}

/// 까지, 부터, 이후 and the like behind the date.
void read_open_ends(const DateText& text, std::size_t at, OpenEnds& open) {
    const std::size_t next = text.skip_blanks(at);
    if (text.has(at, "까지")) {
        open.from = true;
    } else if (text.past(at, {"부터", "이래", "이후"}) != kNone || text.past(next, {"이래", "이후", "부터"}) != kNone) {
        open.to = true;
    } else if (const std::size_t before = text.past(next, {"이전"}); before != kNone && text.ends_korean(before)) {
        open.from = true;
        open.beyond = true;
    }
}

/// What must follow the second date for the two to be a range.
enum class Closing : std::uint8_t { nothing, between, until };

/// Past what joins two dates to a range.
std::size_t past_joint(const DateText& text, std::size_t at, Closing& closing) {
    closing = Closing::nothing;
    std::size_t next = text.past_range_sign(at, true);
    if (next != kNone) return next;
    next = text.past(text.skip_blanks(at), {"부터"});
    if (next != kNone) return text.skip_blanks(next);
    next = text.past(at, {"에서"});
    closing = Closing::until;
    if (next != kNone) return text.skip_blanks(next);
    next = text.past(at, {"과", "와"});
    closing = Closing::between;
    return next == kNone ? kNone : text.skip_blanks(next);
}

bool closes(const DateText& text, std::size_t at, Closing closing) {
    switch (closing) {
        case Closing::nothing:
            return true;
        case Closing::between:
            return text.past(at, {"사이", " 사이"}) != kNone;
        case Closing::until:
            break;
    }
    return text.past(at, {"까지", "사이", " 사이", "에 이르", "입니", "이다"}) != kNone;
}

/// "2014-2018" with no 년: two years of four digits.
std::optional<DateRange> read_bare_years(const DateText& text, std::size_t at) {
    const auto first = text.digits(at);
    if (!first || first->count != 4) return std::nullopt;
    const std::size_t next = text.past_range_sign(first->end, true);
    const auto last = next == kNone ? std::nullopt : text.digits(next);
    const bool years = last && last->count == 4 && first->value >= 1800 && last->value <= 2100 && first->value < last->value;
    if (!years || text.byte(last->end) == '-' || text.byte(last->end) == '.' || !text.ends_latin(last->end))
        return std::nullopt;
    if (at > 0 && (text.byte(at - 1) == '-' || text.byte(at - 1) == ',')) return std::nullopt;
    DateRange out;
    out.from.begin = at;
    out.from.end = last->end;
    out.from.year = static_cast<int>(first->value);
    out.from.explicit_year = true;
    out.to = out.from;
    out.to->year = static_cast<int>(last->value);
    return out;
}

/// The quick way to say no to most words and numbers.
bool may_begin_korean(const DateText& text, std::size_t at) {
    const char32_t first = text.sign(at);
    if (is_hangul(first)) {
        return may_begin_number(first) ||
               text.any_word(at, masks(WordClass::period, WordClass::weekday, WordClass::date_word));
    }
    if (!text.digit(at)) return first == U'\'' || first == U'‘' || first == U'’' || (first < 0x80 && !text.ends_latin(at));
    const auto digits = text.digits(at);
    if (!digits) return false;
    const std::size_t next = text.skip_blanks(digits->end);
    const char32_t c = text.sign(next);
    if (digits->count == 4 && next > digits->end && (text.digit(next) || c == U'Q' || c == U'H')) return true;  // "2023 2Q"
    constexpr std::u32string_view kUnits = U"년월일분주개달해학회사세";
    if (is_hangul(c)) return kUnits.find(c) != std::u32string_view::npos;
    if (c == U',' || c == U'%' || c == 0) return false;
    return next == digits->end || text.past_range_sign(digits->end, true) != kNone;
}

/// What the second date of a range may refer to: the first ("2022년 11월부터 이듬해 2월까지").
DateContext behind(DateParts first, const DateText& text, const DateContext& context) {
    const auto period = place(first, text.date_line());
    return period ? DateContext{period, 0, context.story} : context;
}

}  // namespace

std::optional<DateRange> read_korean_range(const DateText& text, std::size_t at, const DateContext& context, OpenEnds& open) {
    if (!may_begin_korean(text, at)) return std::nullopt;
    std::optional<DateRange> range = read_korean_point(text, at, context);
    if (!range) return read_bare_years(text, at);
    if (range->from.bare_day()) range->from.happened = has_happened(text, range->from.end);
    inherit(text, context, range->from);
    if (!range->to && !range->from.unknown) {
        Closing closing = Closing::nothing;
        const std::size_t next = past_joint(text, range->from.end, closing);
        auto second = next == kNone ? std::nullopt : read_korean_point(text, next, behind(range->from, text, context));
        const bool joins = second && !second->to && !second->from.unknown && closes(text, second->from.end, closing) &&
                           !(second->from.direction != Direction::none && !range->from.fixed && range->from.year);
        if (joins) {
            range->to = second->from;
            range->from.end = second->from.end;
            return range;
        }
    }
    read_open_ends(text, range->from.end, open);
    return range;
}

}  // namespace tieout
