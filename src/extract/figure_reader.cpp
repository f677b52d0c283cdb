#include "extract/figure_reader.hpp"

#include <algorithm>
#include <utility>

#include "extract/figure_range.hpp"
#include "extract/figure_reader_core.hpp"
#include "extract/figure_reader_english.hpp"
#include "extract/figure_reader_korean.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr int kSmallCount = 100;
constexpr int kDecade = 10;

}  // namespace

void set_magnitude(const Core& core, Figure& figure) {
    const Numeral& numeral = core.numeral;
    Magnitude& magnitude = figure.magnitude;
    magnitude.value = numeral.value;
    magnitude.high = numeral.high;
    magnitude.step = numeral.step;
    magnitude.high_step = numeral.step;
    magnitude.finest = numeral.finest;
    magnitude.shape = numeral.shape;
    if (core.unit.fraction) {
        magnitude.value *= core.unit.factor;
        magnitude.high *= core.unit.factor;
        magnitude.step *= core.unit.factor;
        magnitude.high_step *= core.unit.factor;
        magnitude.finest *= core.unit.factor;
    }
    if (core.negative) magnitude.value = -magnitude.value;
    magnitude.as_written = figure.kind == Kind::percent || figure.kind == Kind::point || figure.kind == Kind::multiple;
}

void set_unit(const Scan& scan, const Core& core, Figure& figure) {
    if (core.numeral.multiple) {
        figure.kind = Kind::multiple;
        figure.unit = scan.lexicon->unit("x");
        return;
    }
    if (core.numeral.ordinal) {
        figure.kind = Kind::ordinal;
        return;
    }
    if (core.unit.state != UnitMatch::State::found) return;
    figure.kind = core.unit.kind;
    figure.unit = core.unit.unit;
    if (core.unit.noun > 0) figure.noun = singular(scan.text.substr(core.unit.noun, core.unit.end - core.unit.noun));
}

namespace {

/// "1달러 20센트", "5 dollars 50 cents": the fraction of the same currency behind its amount.
void add_fraction(const Scan& scan, Core& core) {
    if (core.unit.kind != Kind::money || core.unit.fraction || core.currency_before) return;
    const std::size_t at = core.end + blank_at(scan.text, core.end, scan.end);
    if (at >= scan.end || !is_ascii_digit(scan.text[at])) return;
    const auto small = read_core(scan, at, false);
    if (!small || !small->unit.fraction || small->unit.unit != core.unit.unit || small->numeral.value >= Rational(100)) return;
    core.numeral.value += small->numeral.value * small->unit.factor;
    core.numeral.step = core.numeral.finest = small->numeral.finest * small->unit.factor;
    core.end = small->end;
}

/// Signs, the English words for them, an article or 제: what a figure may begin with beside the words of the lexicon and
/// digits.
bool may_begin(std::string_view text, std::size_t at) {
    const auto first = static_cast<std::uint8_t>(text[at]);
    if (first < 0x80) return !is_ascii_letter(text[at]) || std::string_view("aAmMpn").find(text[at]) != std::string_view::npos;
    return !is_hangul(code_point_at(text, at).value) || text.substr(at, 3) == "제";
}

/// "1. Beans", "2) Rice" at the start of a line: the number of an item in a list.
bool marks_an_item(const Scan& scan, std::size_t at, const Core& core) {
    constexpr std::size_t kMostDigits = 3;
    if (at != scan.begin || (at > 0 && scan.text[at - 1] != '\n') || core.end != core.numeral.end || core.sign ||
        core.end > at + kMostDigits || core.end >= scan.text.size())
        return false;
    const char sign = scan.text[core.end];
    const std::size_t next = core.end + 1;
    return (sign == '.' || sign == ')') && next < scan.text.size() && blank_at(scan.text, next, scan.text.size()) > 0;
}

/// A verb of increase directly behind "3배" or "three times" leaves open whether it is three or four times as much.
bool increase_behind(const Scan& scan, std::size_t at) {
    const auto increase = scan.lexicon->find_class("multiplied");
    if (!increase) return false;
    const std::size_t next = at + blank_at(scan.text, at, scan.end);
    return next < scan.end && scan.lexicon->longest(scan.text, next, scan.end, mask(*increase));
}

/// "<ABC.N> 5 pct": the sign ends a tag and says nothing of the number.
bool closes_a_tag(const Scan& scan, std::size_t sign) {
    constexpr std::size_t kLongestTag = 24;
    if (sign == std::string_view::npos || scan.text[sign] != '>') return false;
    const std::size_t first = sign - std::min(kLongestTag, sign - scan.begin);
    const std::string_view before = scan.text.substr(first, sign - first);
    const std::size_t open = before.rfind('<');
    return open != std::string_view::npos && open + 1 < before.size() && before.find(' ', open) == std::string_view::npos;
}

/// The unit that 시속, 섭씨 and their like make of the one behind the number.
void apply_prefix_unit(const Scan& scan, std::string_view id, Figure& figure) {
    if (id.empty() || figure.kind != Kind::quantity || !figure.unit) return;
    const std::string_view code = figure.unit->code;
    const char* made = nullptr;
    const bool degree = code == "deg" || code == "Cel" || code == "[degF]";
    if (id == "speed-hour" && code == "km") made = "km/h";
    if (id == "speed-hour" && code == "[mi_i]") made = "[mi_i]/h";
    if (id == "speed-second" && code == "m") made = "m/s";
    if (id == "speed-second" && code == "km") made = "km/s";
    if ((id == "celsius" || id == "below-zero") && degree) made = code == "[degF]" ? "[degF]" : "Cel";
    if (id == "fahrenheit" && degree) made = "[degF]";
    if (!made) return;
    if (const Unit* unit = scan.lexicon->unit(made)) figure.unit = unit;
    if (id == "below-zero") figure.magnitude.value = -figure.magnitude.value;
}

bool names_a_prefix_unit(std::string_view id) {
    return id == "speed-hour" || id == "speed-second" || id == "celsius" || id == "fahrenheit" || id == "below-zero";
}

/// Where 당 ends behind an amount, also behind the amount said again in brackets: "3.3㎡당", "3.3㎡(1평)당". 0 where none
/// stands.
std::size_t behind_each(const Scan& scan, std::size_t at) {
    constexpr std::string_view kEach = "당";
    constexpr std::size_t kLongestBracket = 24;
    if (at < scan.end && scan.text[at] == '(') {
        const std::size_t close = scan.text.substr(at, std::min(kLongestBracket, scan.end - at)).find(')');
        if (close == std::string_view::npos) return 0;
        at += close + 1;
    }
    return scan.text.substr(at, kEach.size()) == kEach ? at + kEach.size() : 0;
}

/// A number in words that ends behind the stop word it begins like: 천사백만원 is no angel.
bool outgrows(const Core& core, std::size_t stop_end) {
    return core.numeral.words && core.numeral.end > stop_end && core.unit.state == UnitMatch::State::found;
}

}  // namespace

std::optional<Figure> read_single(const Scan& scan, std::size_t at) {
    if (at >= scan.end) return std::nullopt;
    const std::string_view text = scan.text;
    Prefix prefix;
    prefix.core = at;
    if (!is_ascii_digit(text[at])) {
        prefix = read_prefix(scan, at);
        if (prefix.core >= scan.end || (prefix.nothing && !may_begin(text, at))) return std::nullopt;
    }
    std::optional<Core> core = read_core(scan, prefix.core, false);
    if (!core && prefix.core > at && prefix.per != Per::none &&
        !scan.lexicon->longest(text, at, scan.end, mask(WordClass::stop))) {
        // "한 달을 끌었다" says how long, not per what; "그때 한해" neither.
        prefix = Prefix{};
        prefix.core = at;
        core = read_core(scan, at, false);
    }
    if (!core || (prefix.stop_end > 0 && !outgrows(*core, prefix.stop_end)) || closes_a_tag(scan, prefix.hedge))
        return std::nullopt;
    std::string per_noun(prefix.per == Per::item && !names_a_prefix_unit(prefix.per_id) ? prefix.per_id : std::string_view());
    const bool unit_found = core->unit.state == UnitMatch::State::found;
    const std::size_t each =
        scan.lexicon->language() == Language::ko && unit_found && core->unit.unit ? behind_each(scan, core->end) : 0;
    if (each > 0) {
        // "1인당 300만원", "3.3㎡당 5000만원", "100엔당 900원": the first amount is what the second is per.
        const std::size_t next = each + blank_at(text, each, scan.end);
        if (next >= scan.end) return std::nullopt;
        const std::string& code = core->unit.unit->code;
        per_noun = core->numeral.value == Rational(1) ? code : core->numeral.value.to_decimal() + " " + code;
        const bool hour = core->unit.kind == Kind::duration;
        prefix = read_prefix(scan, next);
        prefix.per = hour && code == "h"   ? Per::hour
                     : hour && code == "d" ? Per::day
                     : hour && code == "a" ? Per::year
                                           : Per::item;
        prefix.per_id = {};
        if (prefix.stop_end > 0 || prefix.core >= scan.end) return std::nullopt;
        core = read_core(scan, prefix.core, false);
        if (!core) return std::nullopt;
    }
    if (prefix.kind == Hedge::more_than && english::means_during(scan, prefix, *core)) {
        prefix.kind = Hedge::none;
        prefix.hedge = std::string_view::npos;
    }
    if (marks_an_item(scan, at, *core)) return std::nullopt;
    const RangeEnd range = read_range_end(scan, at, prefix.between, *core);
    if (range.refused) return std::nullopt;
    const std::optional<Core>& high = range.high;
    if (core->needs_range && (!high || high->unit.state != UnitMatch::State::found)) return std::nullopt;
    if (!high) share_with_level(scan, at, *core);
    if (!high && scan.lexicon->language() == Language::en) {
        english::add_smaller_units(scan, *core);
    } else if (!high) {
        if (tells_the_clock(scan, *core)) return std::nullopt;
        share_unit_behind(scan, *core);
        add_minutes(scan, *core);
        add_fraction(scan, *core);
    }
    const Tens tens =
        scan.lexicon->language() == Language::ko ? tens_of(scan, *core, high ? &*high : nullptr, prefix) : Tens::count;
    if (tens == Tens::ranking) return std::nullopt;
    Figure figure;
    set_unit(scan, *core, figure);
    set_magnitude(*core, figure);
    const std::size_t core_end = high ? high->end : core->end;
    const std::size_t numeral_end = high ? high->numeral.end : core->numeral.end;
    if (high) {
        Figure upper;
        upper.kind = figure.kind;
        set_magnitude(*high, upper);
        figure.magnitude.shape = Shape::range;
        figure.magnitude.high = upper.magnitude.value;
        figure.magnitude.high_step = upper.magnitude.step;
        if (high->unit.noun > 0) figure.noun = singular(text.substr(high->unit.noun, high->unit.end - high->unit.noun));
        if (upper.magnitude.finest < figure.magnitude.finest) figure.magnitude.finest = upper.magnitude.finest;
        figure.lower = {static_cast<std::uint32_t>(core->numeral_begin), static_cast<std::uint32_t>(core->numeral.end)};
        figure.upper = {static_cast<std::uint32_t>(high->numeral_begin), static_cast<std::uint32_t>(high->numeral.end)};
        figure.reversed = figure.magnitude.high < figure.magnitude.value;
        if (figure.reversed) {
            std::swap(figure.magnitude.value, figure.magnitude.high);
            std::swap(figure.magnitude.step, figure.magnitude.high_step);
        }
    }
    if (tens == Tens::age) {
        figure.unit = scan.lexicon->unit("세");
        if (high) {
            figure.magnitude.high += Rational(kDecade);
        } else {
            figure.magnitude.shape = Shape::bucket;
        }
    }
    figure.numeral = {static_cast<std::uint32_t>(core->numeral_begin), static_cast<std::uint32_t>(numeral_end)};
    figure.core = {static_cast<std::uint32_t>(core->begin), static_cast<std::uint32_t>(core_end)};
    figure.span = figure.core;
    if (prefix.hedge != std::string_view::npos) figure.span.begin = static_cast<std::uint32_t>(prefix.hedge);
    figure.valid = core->numeral.valid && (!high || high->numeral.valid);
    figure.magnitude.hedge = prefix.kind;
    if (names_a_prefix_unit(prefix.per_id)) {
        apply_prefix_unit(scan, prefix.per_id, figure);
        if (prefix.per_id == "below-zero") figure.reversed = false;  // "영하 5~3도" gets warmer
    } else {
        figure.per = prefix.per;
        figure.per_noun = std::move(per_noun);
        if (prefix.per_id == "week-or-share") {  // 주당 40시간 is a week's, 주당 1만2000원 a share's
            figure.per = figure.kind == Kind::money ? Per::item : Per::week;
            figure.per_noun = figure.kind == Kind::money ? "주" : "";
        }
    }
    // "하루 8시간" is per day; "한 달 두 달" is not.
    const bool hours = figure.kind == Kind::duration && figure.unit && figure.unit->factor < Rational(86400);
    if ((figure.kind == Kind::duration && !hours) || figure.kind == Kind::ordinal) figure.per = Per::none;
    read_suffix(scan, figure);
    if (!high && figure.magnitude.hedge != Hedge::none && scan.lexicon->language() == Language::en)
        english::join_opposite_bound(scan, *core, figure);
    Magnitude& magnitude = figure.magnitude;
    if (figure.kind == Kind::ordinal) magnitude.shape = Shape::exact;
    const bool whole = magnitude.shape == Shape::point && magnitude.hedge == Hedge::none && magnitude.value.is_integer();
    if (whole && figure.kind == Kind::count && magnitude.value.abs() < Rational(kSmallCount)) magnitude.shape = Shape::exact;
    if (whole && figure.kind == Kind::multiple) {
        if (increase_behind(scan, figure.span.end)) {
            magnitude.shape = Shape::either;
        } else if (core->numeral.words) {
            magnitude.shape = Shape::exact;
        }
    }
    return figure;
}

}  // namespace tieout
