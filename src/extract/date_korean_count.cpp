#include "base/utf8.hpp"
#include "extract/date_korean.hpp"
#include "extract/figure_reader_korean.hpp"
#include "extract/relative_period.hpp"

namespace tieout {
namespace {

constexpr std::size_t kNone = DateText::kNone;

unsigned sino_digit(char32_t c) {
    switch (c) {
        case U'일':
            return 1;
        case U'이':
            return 2;
        case U'삼':
            return 3;
        case U'사':
            return 4;
        case U'오':
            return 5;
        case U'육':
            return 6;
        case U'칠':
            return 7;
        case U'팔':
            return 8;
        case U'구':
            return 9;
        default:
            return 0;
    }
}

unsigned sino_scale(char32_t c) {
    return c == U'십' ? 10 : c == U'백' ? 100 : c == U'천' ? 1000 : 0;
}

}  // namespace

bool may_begin_number(char32_t letter) {
    return sino_digit(letter) || sino_scale(letter) || letter == U'유' || letter == U'시';
}

namespace {

/// "이천이십삼", below 10,000. The last 일 before the end of a day ("삼십일일") is the number's, the next one the unit; where
/// only one stands ("이십일"), it is the unit.
std::optional<KoreanNumber> read_written_out(const DateText& text, std::size_t at) {
    KoreanNumber out;
    out.end = at;
    unsigned below = 10000;
    while (true) {
        std::size_t next = out.end;
        const char32_t c = text.sign(next);
        const unsigned digit = sino_digit(c);
        if (digit) next += 3;
        const unsigned scale = sino_scale(text.sign(next));
        if (scale) next += 3;
        if ((!digit && !scale) || std::max(scale, 1u) >= below) break;
        const bool quarter = text.has(next, "사분기");  // 일사분기
        const bool unit_of_days = !scale && !quarter && c == U'일' && text.sign(next) != U'일' && text.sign(next) != U'년' &&
                                  text.sign(next) != U'월' && text.sign(next) != U'분' &&
                                  text.sign(text.skip_blanks(next)) != U'년';  // "일 년"
        if (unit_of_days) break;
        out.value += std::max(digit, 1u) * std::max(scale, 1u);
        below = std::max(scale, 1u);
        out.end = next;
        if (!scale) break;
    }
    if (out.end == at) {
        // 유월 and 시월 drop a letter.
        const bool june = text.has(at, "유월");
        if (!june && !text.has(at, "시월")) return std::nullopt;
        out.value = june ? 6 : 10;
        out.end = at + 3;
    }
    return out;
}

/// A number with a unit of time: "3년", "한 달", "이틀", "6개월".
struct Length {
    long long count = 0;
    TimeUnit unit = TimeUnit::day;
    std::size_t end = 0;
    bool half_year = false;  ///< 반년
    bool dayish = false;  ///< "3일", which is a day of the month unless something says that it is a length
};

std::optional<Length> read_length(const DateText& text, std::size_t at) {
    const auto word = text.word(at, WordClass::date_word);
    if (word && word->id() == "days") return Length{word->value(), TimeUnit::day, word->end};
    if (word && word->id() == "weeks") return Length{word->value(), TimeUnit::week, word->end};
    if (word && word->id() == "half-year") return Length{6, TimeUnit::month, word->end, true};
    Length out;
    std::size_t next = 0;
    if (const auto digits = text.digits(at)) {
        out.count = digits->value;
        next = digits->end;
    } else if (word && word->id() == "count") {
        out.count = word->value();
        next = word->end;
    } else if (const auto sino = read_written_out(text, at); sino && sino->value < 100) {
        out.count = sino->value;
        next = sino->end;
    } else {
        return std::nullopt;
    }
    next = text.skip_blanks(next);
    struct Unit {
        std::string_view name;
        TimeUnit unit;
    };
    static constexpr Unit kUnits[] = {
        {"년", TimeUnit::year},      {"해", TimeUnit::year}, {"개월", TimeUnit::month},      {"달", TimeUnit::month},
        {"주일", TimeUnit::week},    {"주", TimeUnit::week}, {"개 분기", TimeUnit::quarter}, {"개분기", TimeUnit::quarter},
        {"분기", TimeUnit::quarter}, {"일", TimeUnit::day}};
    for (const Unit& unit : kUnits) {
        if (!text.has(next, unit.name)) continue;
        out.unit = unit.unit;
        out.end = next + unit.name.size();
        out.dayish = unit.name == "일" || unit.name == "분기";
        // A year, and no length of time.
        if (unit.unit == TimeUnit::year && out.count >= 1000) return std::nullopt;
        return out;
    }
    return std::nullopt;
}

/// The past day that the sentence has told of: "1일 신고하고 5일 뒤 철회했다" counts from there.
std::optional<Day> day_told(const DateText& text, const DateContext& context) {
    if (!context.last || context.last_end <= text.scan().begin || context.last->grain != Grain::day) return std::nullopt;
    const bool one_day = context.last->from == context.last->to && !context.last->open_from && !context.last->open_to;
    return one_day && context.last->from < text.date_line() ? std::optional(context.last->from) : std::nullopt;
}

}  // namespace

std::optional<KoreanNumber> read_korean_number(const DateText& text, std::size_t at) {
    if (const auto digits = text.digits(at)) {
        if (digits->count > 4) return std::nullopt;
        return KoreanNumber{digits->value, digits->count, digits->end};
    }
    return read_written_out(text, at);
}

bool counts_on(const DateText& text, std::size_t at) {
    const auto word = text.date_word(text.skip_blanks(at), "count-after");
    return word && text.ends_korean(word->end);  // "17일 간담회" is no "17일간"
}

std::optional<Figure> read_korean_duration(const DateText& text, std::size_t at) {
    auto length = read_length(text, at);
    if (!length) return std::nullopt;
    Rational count(length->count);
    Rational step(1);
    TimeUnit unit = length->unit;
    std::size_t end = length->end;
    const std::size_t next = text.skip_blanks(end);
    constexpr std::string_view kHalf = "반";
    const auto finer = read_length(text, next);
    const bool with_months = finer && unit == TimeUnit::year && finer->unit == TimeUnit::month;
    const bool with_days = finer && unit == TimeUnit::week && finer->unit == TimeUnit::day;
    if (length->half_year) {
        count = step = Rational(1, 2);
        unit = TimeUnit::year;
    } else if (with_months || with_days) {
        // "1년 6개월" is 18 months, "2주 3일" 17 days.
        count = Rational(length->count * (with_months ? 12 : 7) + finer->count);
        unit = finer->unit;
        end = finer->end;
    } else if (const std::size_t half = next + kHalf.size(); text.has(next, kHalf) && !is_hangul(text.sign(half))) {
        step = Rational(1, 2);
        count += step;
        end = half;
    } else if (text.digit(at)) {
        return std::nullopt;  // a plain "3년" is read as other figures are
    }
    // 하루 alone may say what something is per, and 구주 세일 is a sale of old shares.
    // Behind digits 더 would be what a day saw ("17일 더 올랐다").
    const bool longer = text.past(text.skip_blanks(end), {"더 ", "종일"}) != kNone;
    const bool half_year = length->half_year && text.ends_korean(end);
    if (!text.digit(at) && !text.has(end, "간") && !counts_on(text, end) && !longer && !half_year) return std::nullopt;
    constexpr const char* kCodes[] = {"d", "wk", "mo", nullptr, nullptr, "a"};  // as TimeUnit
    const char* code = kCodes[static_cast<std::size_t>(unit)];
    Figure figure;
    figure.unit = code ? text.scan().lexicon->unit(code) : nullptr;
    if (!figure.unit) return std::nullopt;
    figure.kind = Kind::duration;
    figure.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    figure.core = figure.numeral = figure.span;
    Magnitude& magnitude = figure.magnitude;
    magnitude.value = magnitude.high = count;
    magnitude.step = magnitude.high_step = magnitude.finest = step;
    take_extra(text.scan(), figure);
    return figure;
}

std::optional<DateParts> read_korean_offset(const DateText& text, std::size_t at, const DateContext& context) {
    const char32_t c = text.sign(at);
    if (!is_hangul(c) && !(c < 0x80 && is_ascii_digit(static_cast<char>(c)))) return std::nullopt;
    constexpr int kLengths = 3;  // years, months, days
    long long count = 0;
    std::optional<TimeUnit> coarsest;
    Length lengths[kLengths];
    int read = 0;
    for (std::size_t next = at; read < kLengths; next = text.skip_blanks(next)) {
        const auto length = read_length(text, next);
        if (!length) break;
        lengths[read++] = *length;
        next = length->end;
    }
    if (read == 0) return std::nullopt;
    const std::size_t after = text.skip_blanks(lengths[read - 1].end);
    const std::size_t before = text.past(after, {"전"});
    const std::size_t end = before != kNone ? before : text.past(after, {"뒤", "후"});
    if (end == kNone || !text.ends_korean(end)) return std::nullopt;
    const int sign = before != kNone ? -1 : 1;
    const auto told = sign > 0 ? day_told(text, context) : std::nullopt;
    Day day = told.value_or(text.date_line());
    for (int i = 0; i + 1 < read; ++i) {
        const auto moved = stretch(day, sign * lengths[i].count, lengths[i].unit);
        if (!moved) return std::nullopt;
        day = sign < 0 ? moved->from : moved->to;
    }
    count = sign * lengths[read - 1].count;
    coarsest = lengths[read - 1].unit;
    DateParts parts;
    parts.begin = at;
    parts.end = end;
    // "사고 5일 뒤" is counted from what happened, not from the date line.
    parts.unknown = sign > 0 && !told && text.date_word_before(at, "counted-from");
    if (!parts.unknown) parts.fixed = offset(day, count, *coarsest);
    if (!parts.fixed && !parts.unknown) return std::nullopt;
    return parts;
}

std::optional<DateParts> read_korean_stretch(const DateText& text, std::size_t at, Direction direction) {
    const auto length = read_length(text, at);
    if (!length || direction == Direction::here || length->count == 0) return std::nullopt;
    const std::size_t attached = text.past(length->end, {"간"});
    DateParts parts;
    parts.end = attached == kNone ? length->end : attached;
    // "지난 2일" is a day of the month and "지난 2분기" the second quarter, "지난 2일간" and "지난 2분기 동안" are lengths.
    if (length->dayish && attached == kNone && !counts_on(text, length->end)) return std::nullopt;
    if (attached == kNone && !text.ends_korean(length->end) && !counts_on(text, length->end)) return std::nullopt;
    parts.fixed = stretch(text.date_line(), direction == Direction::past ? -length->count : length->count, length->unit);
    if (!parts.fixed) return std::nullopt;
    return parts;
}

}  // namespace tieout
