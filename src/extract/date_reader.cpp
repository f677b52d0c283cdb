#include "extract/date_reader.hpp"

#include <algorithm>

#include "extract/date_korean.hpp"
#include "extract/date_parts.hpp"
#include "extract/date_range.hpp"
#include "extract/date_text.hpp"

namespace tieout {
namespace {

/// A day whose month or whose leap year was not written, only worked out: that it does not exist there is no fault of the
/// writer's.
bool is_vague(const DateParts& parts, std::string_view written) {
    if (!parts.day) return false;
    const bool day_alone =
        *parts.day <= 31 && written.find("월") == std::string_view::npos && written.find("달") == std::string_view::npos &&
        written.find_first_of("./-") == std::string_view::npos && std::none_of(written.begin(), written.end(), is_ascii_letter);
    const bool leap_day = parts.month && *parts.month == 2 && *parts.day == 29 && !parts.explicit_year;
    return day_alone || leap_day;
}

/// A date never begins in the middle of a word, a number or a code.
bool may_begin(const DateText& text, std::size_t at) {
    const char32_t before = text.sign_before(at);
    if (text.digit(at)) {
        // The second number of "3∼4일".
        if (before == U'∼' || before == U'〜' || before == U'～') return !text.digit(at - 4);
        if (before == 0 || before > 0x7F) return true;
        const char c = static_cast<char>(before);
        if (is_ascii_letter(c) || is_ascii_digit(c) || c == '$' || c == '#' || c == '_' || c == '@') return false;
        if (c == '~') return !(at >= 2 && text.digit(at - 2));
        return !((c == '.' || c == ',' || c == '-' || c == '/' || c == ':') && at >= 2 && text.digit(at - 2));
    }
    if (before == '$' || before == '#' || before == '@' || before == '_') return false;
    return !(is_ascii_letter(text.byte(at)) && before < 0x80 &&
             (is_ascii_letter(static_cast<char>(before)) || is_ascii_digit(static_cast<char>(before))));
}

void leave_open(Period& period, const OpenEnds& open) {
    period.open_from = open.from;
    period.open_to = open.to;
    if (!open.beyond) return;
    if (open.from) period.to = period.from - date::days{1};
    if (open.to) period.from = period.to + date::days{1};
}

/// "6일" alone, at the date line or a few days before.
bool is_story_day(const DateText& text, const Figure& date) {
    constexpr int kDaysBefore = 4;
    if (!text.korean() || !text.digit(date.span.begin) || date.period->grain != Grain::day || date.explicit_year) return false;
    const auto digits = text.digits(date.span.begin);
    if (!digits || digits->count > 2 || !text.has(digits->end, "일")) return false;
    const auto before = (text.date_line() - date.period->from).count();
    return before >= 0 && before <= kDaysBefore && date.period->from == date.period->to && !date.period->open_from &&
           !date.period->open_to;
}

}  // namespace

bool may_begin_period_code(const Scan& scan, std::size_t at) {
    if (at + 1 >= scan.end) return false;
    const char letter = static_cast<char>(scan.text[at] | 0x20);
    const char next = scan.text[at + 1];
    if (letter == 'q' || letter == 'h') return is_ascii_digit(next);
    return (letter == 'f' || letter == 'c') && (next == 'y' || next == 'Y');
}

void remember(const Scan& scan, const Figure& date, DateContext& context) {
    if (!date.period) return;
    const DateText text(scan);
    const std::size_t end = date.span.end;
    if (text.ends_with(end, "전") || is_one_of(text.word_before(end), {"ago", "earlier", "before"})) return;
    for (std::size_t at = date.span.begin; at < date.span.end; at += code_point_at(scan.text, at).length) {
        const auto word = text.period(at);
        if (!word) continue;
        const std::string_view id = word->id();
        if (id.substr(0, 6) == "prior-" || id.substr(0, 11) == "that-period" || id == "year-earlier" || id == "that-month" ||
            id == "that-quarter")
            return;
    }
    // What a bracket adds is not what is told: "주가(15일 종가)".
    if (context.last && date.span.begin > scan.begin && scan.text[date.span.begin - 1] == '(') return;
    context.last = date.period;
    context.last_end = date.span.end;
    if (is_story_day(text, date) && (!context.story || context.story->from < date.period->from)) context.story = date.period;
}

std::optional<Figure> read_date(const Scan& scan, std::size_t at, const DateContext& context) {
    if (at < scan.begin || at >= scan.end) return std::nullopt;
    const DateText text(scan);
    if (!may_begin(text, at)) return std::nullopt;
    OpenEnds open;
    std::optional<DateRange> range =
        text.korean() ? read_korean_range(text, at, context, open) : read_english_range(text, at, context, open);
    if (!range && text.korean()) return read_korean_duration(text, at);
    if (!range || range->from.names_nothing()) return std::nullopt;
    Figure figure;
    figure.kind = Kind::date;
    figure.span = {static_cast<std::uint32_t>(range->from.begin), static_cast<std::uint32_t>(range->from.end)};
    figure.core = figure.numeral = figure.span;
    figure.period = place(*range, scan.date_line);
    const DateParts& from = range->from;
    if (range->to) {
        figure.lower = {figure.span.begin, static_cast<std::uint32_t>(range->to->begin)};
        figure.upper = {figure.lower.end, figure.span.end};
    }
    figure.explicit_year = from.explicit_year || (range->to && range->to->explicit_year);
    figure.valid = (from.valid || is_vague(from, figure.span.of(scan.text))) &&
                   (!range->to || range->to->valid || is_vague(*range->to, figure.span.of(scan.text)));
    if (!figure.valid || !from.valid || (range->to && !range->to->valid)) figure.period.reset();
    const bool years_written = from.explicit_year && range->to && range->to->explicit_year;
    figure.reversed = years_written && figure.period && figure.period->to < figure.period->from;
    if (figure.period) leave_open(*figure.period, open);
    // The weekday of a single day only: "17일(월)".
    if (!from.weekday_span.empty() && !range->to && from.day) {
        figure.weekday = from.weekday;
        figure.weekday_span = from.weekday_span;
    }
    return figure;
}

}  // namespace tieout
