#include "extract/figure_reader.hpp"

#include <utility>

#include "extract/figure_reader_core.hpp"
#include "extract/figure_reader_english.hpp"
#include "extract/figure_reader_korean.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr int kSmallCount = 100;
constexpr int kDecade = 10;

/// The sign of a range behind an amount; 0 where none stands.
std::size_t range_sign(const Scan& scan, std::size_t at, bool between, bool from) {
    const std::string_view text = scan.text;
    const std::size_t blank = blank_at(text, at, scan.end);
    const std::size_t place = at + blank;
    if (place < scan.end && text[place] == '-' && scan.lexicon->longest(text, place, scan.end, mask(WordClass::hedge_after)))
        return 0;  // 50-ish
    const auto is = [&](std::string_view sign) {
        return text.substr(place, sign.size()) == sign && place + sign.size() < scan.end;
    };
    for (const std::string_view sign : {"~", "∼", "〜", "–", "—", "-", "〜", "～"}) {
        if (!is(sign)) continue;
        const std::size_t after = place + sign.size();
        const std::size_t space = blank_at(text, after, scan.end);
        if ((sign == "-" || sign == "–" || sign == "—") && (blank > 0) != (space > 0)) break;
        return after + space;
    }
    if (scan.lexicon->language() == Language::ko) return 0;
    if (blank == 0) return is("- to ") ? place + 5 : 0;  // "8- to 16-meter"
    if (between && is("and ")) {
        // "between 2 and about 7 grams"
        const Prefix hedge = read_prefix(scan, place + 4);
        return hedge.kind == Hedge::about && hedge.stop_end == 0 ? hedge.core : place + 4;
    }
    if (!from && is("to ")) return place + 3;
    if (is("or ")) return place + 3;
    return 0;
}

void scale_by(Numeral& numeral, const Rational& factor) {
    numeral.value *= factor;
    numeral.high *= factor;
    numeral.step *= factor;
    numeral.finest *= factor;
}

/// The word before `at` is "from": what follows is the start of a change, not of a range.
bool behind_from(const Scan& scan, std::size_t at) {
    return at >= scan.begin + 5 && (scan.text.substr(at - 5, 5) == "from " || scan.text.substr(at - 5, 5) == "From ");
}

/// The "from" before `at` opens a range and no change: the sentence begins with it ("From 10 to 20 dollars"), or the word before
/// it says that values range.
bool ranges_from(const Scan& scan, std::size_t at) {
    const std::size_t end = at - 5;
    if (end == scan.begin) return true;
    if (scan.text[end - 1] != ' ') return false;
    const std::string_view before = scan.text.substr(scan.begin, end - 1 - scan.begin);
    for (const std::string_view word : {"ranging", "ranges", "ranged", "range", "varies", "vary", "varied", "varying", "anywhere"}) {
        if (before.ends_with(word)) return true;
    }
    return false;
}

/// How many times the greater end of a range may be the smaller one for the two to be taken for written the wrong way round.
constexpr int kMostReversed = 10;

bool ascend(const Core& low, const Core& high) {
    return low.negative ? -low.numeral.value < high.numeral.value : low.numeral.value < high.numeral.value;
}

bool may_be_reversed(const Core& low, const Core& high) {
    const bool measured =
        low.unit.state == UnitMatch::State::found && low.unit.kind != Kind::ordinal && low.unit.kind != Kind::duration;
    return measured && !low.negative && low.numeral.value > high.numeral.value &&
           low.numeral.value < high.numeral.value * Rational(kMostReversed);
}

/// Joins the upper end of a range to its lower one: unit and scale word may stand once for both. Where a sign joins them and
/// the greater stands first, they are a range written the wrong way round.
bool join(const Scan& scan, Core& low, Core& high, bool word_between, bool hyphen) {
    const bool low_unit = low.unit.state == UnitMatch::State::found;
    const bool high_unit = high.unit.state == UnitMatch::State::found;
    if (low.numeral.shape != Shape::point || high.numeral.shape != Shape::point || high.negative || low.numeral.ordinal ||
        high.numeral.ordinal)
        return false;
    if (low_unit && !high_unit) {
        if (!low.currency_before) return false;
        high.unit = low.unit;
        high.unit.end = high.end;
    } else if (!low_unit && high_unit) {
        low.unit = high.unit;
    } else if (low_unit && high_unit) {
        if (low.unit.unit != high.unit.unit || low.unit.kind != high.unit.kind) return false;
        if (word_between && low.numeral.scale == high.numeral.scale) return false;
    } else if (!low_unit && !scan.all_numbers && (hyphen || scan.lexicon->language() == Language::en) && !word_between) {
        return false;
    }
    if (low.numeral.scale == 0 && high.numeral.scale > 0 && low.numeral.valid) {
        const Rational factor = power_of_ten(high.numeral.scale);
        const bool scale_once =
            low.numeral.value * factor < high.numeral.value ||
            (low.numeral.value < Rational(1000) && low.numeral.value * factor < high.numeral.value * Rational(kMostReversed));
        if (scale_once) scale_by(low.numeral, factor);
    }
    // "44%-43%", "a split of 85-15 pct" are no ranges.
    const bool score = hyphen && low.unit.kind == Kind::percent;
    return ascend(low, high) || (!word_between && !score && may_be_reversed(low, high));
}

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

/// "from 5 to 10 percent": the unit behind the second number is the first one's too.
void share_unit_of_change(const Scan& scan, Core& core) {
    if (scan.text.substr(core.end, 4) != " to ") return;
    const auto second = read_core(scan, core.end + 4, true);
    if (!second || second->unit.state != UnitMatch::State::found) return;
    const std::size_t end = core.end;
    core.unit = second->unit;
    core.end = end;
}

/// "Two or three", "ten or twelve": so close that they are the ends of one range.
bool neighbours(const Core& low, const Core& high) {
    const Rational gap = high.numeral.value - low.numeral.value;
    return low.numeral.value.is_integer() && gap > Rational(0) && gap <= Rational(2) &&
           high.unit.state == UnitMatch::State::found;
}

/// A verb of increase directly behind "3배" or "three times" leaves open whether it is three or four times as much.
bool increase_behind(const Scan& scan, std::size_t at) {
    const auto increase = scan.lexicon->find_class("multiplied");
    if (!increase) return false;
    const std::size_t next = at + blank_at(scan.text, at, scan.end);
    return next < scan.end && scan.lexicon->longest(scan.text, next, scan.end, mask(*increase));
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
    if (!core || (prefix.stop_end > 0 && !outgrows(*core, prefix.stop_end))) return std::nullopt;
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
    std::optional<Core> high;
    const bool ranging = behind_from(scan, at) && ranges_from(scan, at);
    const bool from = behind_from(scan, at) && !ranging;
    if (const std::size_t second = range_sign(scan, core->end, prefix.between, from); second > 0 && !core->numeral.multiple) {
        high = read_core(scan, second, true);
        const char last = text[second - 1] == ' ' ? text[second - 2] : '\0';
        const bool word = last == 'o' || last == 'd' || last == 'r';
        if (high && !join(scan, *core, *high, word && !prefix.between && !ranging, text[core->end] == '-')) high.reset();
        if (high && last == 'r' && !neighbours(*core, *high)) high.reset();  // "two or three"; "5 or 10" are two choices
        if (!high && core->unit.state != UnitMatch::State::found && !core->numeral.words && !word) return std::nullopt;
    }
    if (core->needs_range && (!high || high->unit.state != UnitMatch::State::found)) return std::nullopt;
    if (from && !high && core->unit.state != UnitMatch::State::found) share_unit_of_change(scan, *core);
    if (!high && scan.lexicon->language() == Language::en) {
        english::add_smaller_units(scan, *core);
    } else if (!high) {
        if (tells_the_clock(scan, *core)) return std::nullopt;
        share_unit_behind(scan, *core);
        add_minutes(scan, *core);
        add_fraction(scan, *core);
    }
    bool no_age = false;
    const bool age = scan.lexicon->language() == Language::ko && is_age(scan, *core, high ? &*high : nullptr, prefix, no_age);
    if (no_age) return std::nullopt;
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
    if (age) {
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
