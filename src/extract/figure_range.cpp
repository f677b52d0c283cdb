#include "extract/figure_range.hpp"

#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

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
    constexpr std::size_t kFrom = std::string_view("from ").size();
    if (at - kFrom == scan.begin) return true;
    const Sense* word = word_before(scan, at - kFrom, "function_word");
    return word && word->id == "ranges";
}

/// "Fell 0.89", "was up by 12": what follows is how far something moved.
bool behind_change(const Scan& scan, std::size_t at) {
    if (at >= scan.begin + 3 && scan.text.substr(at - 3, 3) == "by ") at -= 3;
    const Sense* word = word_before(scan, at, "function_word");
    return (word && word->id == "moved") || word_before(scan, at, "change");
}

/// How many times the greater end of a range may be the smaller one for the two to be taken for written the wrong way round, or
/// for a scale word to be left out with the smaller one.
constexpr int kSameOrder = 10;

bool found(const Core& core) {
    return core.unit.state == UnitMatch::State::found;
}

bool ascend(const Core& low, const Core& high) {
    return low.negative ? -low.numeral.value < high.numeral.value : low.numeral.value < high.numeral.value;
}

bool may_be_reversed(const Core& low, const Core& high) {
    const bool measured = found(low) && low.unit.kind != Kind::ordinal && low.unit.kind != Kind::duration;
    return measured && !low.negative && low.numeral.value > high.numeral.value &&
           low.numeral.value < high.numeral.value * Rational(kSameOrder);
}

/// The scale word behind `high` is meant of `low` as well: "1.2 to 1.5 billion". Falling amounts share it where the first is so
/// small that it would hardly stand alone beside the second.
bool shares_scale(const Core& low, const Core& high, bool falling) {
    if (low.numeral.scale > 0 || high.numeral.scale == 0 || !low.numeral.valid) return false;
    const Rational scaled = low.numeral.value * power_of_ten(high.numeral.scale);
    return scaled < high.numeral.value ||
           (falling && low.numeral.value < Rational(1000) && scaled < high.numeral.value * Rational(kSameOrder));
}

/// "Fell 0.89 to 908.35", "rose 2 to 52 dlrs": by how much and to what level, no range.
bool change_and_level(const Scan& scan, std::size_t at, const Core& low, const Core& high) {
    if (found(low) || !behind_change(scan, at)) return false;
    return !found(high) || high.numeral.value > low.numeral.value * Rational(kSameOrder);
}

/// Joins the upper end of a range to its lower one: unit and scale word may stand once for both. Where a sign joins them and
/// the greater stands first, they are a range written the wrong way round.
bool join(const Scan& scan, Core& low, Core& high, bool between, bool word, bool hyphen) {
    const bool word_between = word && !between;
    if (low.numeral.shape != Shape::point || high.numeral.shape != Shape::point || high.negative || low.numeral.ordinal ||
        high.numeral.ordinal)
        return false;
    if (found(low) && !found(high)) {
        if (!low.currency_before && !between) return false;
        high.unit = low.unit;
        high.unit.end = high.end;
    } else if (!found(low) && found(high)) {
        low.unit = high.unit;
    } else if (found(low) && found(high)) {
        if (low.unit.unit != high.unit.unit || low.unit.kind != high.unit.kind) return false;
        if (word_between && low.numeral.scale == high.numeral.scale) return false;
    } else if (!scan.all_numbers && (hyphen || scan.lexicon->language() == Language::en) && !word_between) {
        return false;
    }
    if (shares_scale(low, high, true)) scale_by(low.numeral, power_of_ten(high.numeral.scale));
    // "44%-43%", "a split of 85-15 pct" are no ranges.
    const bool score = hyphen && low.unit.kind == Kind::percent;
    return ascend(low, high) || (!word_between && !score && may_be_reversed(low, high));
}

/// "Two or three", "ten or twelve": so close that they are the ends of one range.
bool neighbours(const Core& low, const Core& high) {
    const Rational gap = high.numeral.value - low.numeral.value;
    return low.numeral.value.is_integer() && gap > Rational(0) && gap <= Rational(2) && found(high);
}

}  // namespace

RangeEnd read_range_end(const Scan& scan, std::size_t at, bool between, Core& low) {
    RangeEnd end;
    const bool from = behind_from(scan, at);
    const bool ranging = from && ranges_from(scan, at);
    const std::size_t second = range_sign(scan, low.end, between, from && !ranging);
    if (second == 0 || low.numeral.multiple) return end;
    end.high = read_core(scan, second, true);
    const char last = scan.text[second - 1] == ' ' ? scan.text[second - 2] : '\0';
    const bool word = last == 'o' || last == 'd' || last == 'r';
    const Core alone = low;
    if (end.high) {
        const bool moved = last == 'o' && change_and_level(scan, at, low, *end.high);
        const bool joined = !moved && join(scan, low, *end.high, between || ranging, word, scan.text[low.end] == '-');
        // "two or three"; "5 or 10" are two choices
        if (!joined || (last == 'r' && !neighbours(low, *end.high))) {
            if (moved) low = alone;
            end.high.reset();
        }
    }
    end.refused = !end.high && !found(low) && !low.numeral.words && !word;
    return end;
}

void share_with_level(const Scan& scan, std::size_t at, Core& low) {
    constexpr std::string_view kTo = " to ";
    if (!behind_from(scan, at) || scan.text.substr(low.end, kTo.size()) != kTo) return;
    const Prefix prefix = read_prefix(scan, low.end + kTo.size());
    if (prefix.stop_end > 0 || prefix.core >= scan.end) return;
    const auto high = read_core(scan, prefix.core, true);
    if (!high || high->numeral.shape != Shape::point || low.numeral.shape != Shape::point) return;
    const bool own = found(low);
    if (own && (!found(*high) || low.unit.unit != high->unit.unit || low.unit.kind != high->unit.kind)) return;
    // "From $4 to $2 million" may be what it says.
    if (shares_scale(low, *high, !own)) scale_by(low.numeral, power_of_ten(high->numeral.scale));
    if (own || !found(*high)) return;
    const std::size_t end = low.end;
    low.unit = high->unit;
    low.end = end;
}

}  // namespace tieout
