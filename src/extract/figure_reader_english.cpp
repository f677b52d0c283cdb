#include "extract/figure_reader_english.hpp"

#include "extract/numeral_english.hpp"

namespace tieout::english {
namespace {

Words words_of(const Scan& scan) {
    return {*scan.lexicon, scan.text, scan.end, {false, scan.all_numbers}};
}

bool measures(const Core& core) {
    return core.unit.state == UnitMatch::State::found && core.unit.unit && core.unit.noun == 0 &&
           (core.unit.kind == Kind::quantity || core.unit.kind == Kind::duration);
}

/// How many of `small` make one of `large`, where that is a whole number above one.
std::optional<Rational> whole_ratio(const Unit& large, const Unit& small) {
    if (large.dimension != small.dimension || large.dimension == Dimension::none || !large.offset.is_zero() ||
        !small.offset.is_zero())
        return std::nullopt;
    Rational ratio = large.factor / small.factor;
    if (!ratio.is_integer() || ratio <= Rational(1)) return std::nullopt;
    return ratio;
}

void convert(Core& core, const Rational& ratio, const Unit* unit) {
    Numeral& numeral = core.numeral;
    numeral.value *= ratio;
    numeral.step *= ratio;
    numeral.finest *= ratio;
    core.unit.unit = unit;
}

/// Nothing more of a clause follows at `at`.
bool clause_ends(const Scan& scan, std::size_t at) {
    if (at >= scan.end) return true;
    const char c = scan.text[at];
    const bool stop = c == '.' || c == ',' || c == ';' || c == '?' || c == '!' || c == '\n';
    return stop && (at + 1 >= scan.end || scan.text[at + 1] == ' ' || scan.text[at + 1] == '\n');
}

/// The unit that a number without one is told in behind an amount: "13 dollars fifty", "2 hours ten".
const char* understood_below(const Unit& unit) {
    return unit.code == "h" ? "min" : nullptr;
}

struct Part {
    Rational value;  ///< in `unit`, or in hundredths of the currency
    Rational finest;
    const Unit* unit = nullptr;
    bool hundredths = false;
    std::size_t end = 0;
};

/// The smaller amount at `at` behind `core`.
std::optional<Part> read_part(const Scan& scan, const Core& core, std::size_t at, bool linked) {
    const bool money = core.unit.kind == Kind::money;
    const bool letter = !is_ascii_digit(scan.text[at]);
    if (letter && !words_of(scan).numeral(at)) return std::nullopt;
    const auto numeral = read_numeral(*scan.lexicon, scan.text, at, scan.end, {false, scan.all_numbers});
    if (!numeral || numeral->shape != Shape::point || numeral->ordinal || numeral->multiple || numeral->scale > 0 ||
        !numeral->valid)
        return std::nullopt;
    Part part{numeral->value, numeral->finest};
    UnitMatch unit = read_unit(scan, *numeral, numeral->end);
    if (const auto below = scan.lexicon->find_class("unit_below"); below && unit.state != UnitMatch::State::found) {
        const std::size_t next = numeral->end + blank_at(scan.text, numeral->end, scan.end);
        if (const auto word = words_of(scan).find(next, *below); word && word.sense->unit) {
            unit.state = UnitMatch::State::found;
            unit.kind = Kind::quantity;
            unit.unit = word.sense->unit;
            unit.factor = word.sense->value.is_zero() ? Rational(1) : word.sense->value;
            unit.fraction = !word.sense->value.is_zero();
            unit.end = word.end;
        }
    }
    if (unit.state == UnitMatch::State::found) {
        part.end = unit.end;
        part.unit = unit.unit;
        part.hundredths = money && unit.fraction && unit.factor == Rational(1, 100) && part.value < Rational(100);
        if (money)
            return part.hundredths && (unit.unit == core.unit.unit || unit.unit == scan.lexicon->unit("USD"))
                       ? std::optional(part)
                       : std::nullopt;
        return unit.unit && unit.noun == 0 ? std::optional(part) : std::nullopt;
    }
    // A bare number of the next smaller unit, where the clause ends with it.
    if (unit.state != UnitMatch::State::none || !clause_ends(scan, numeral->end) || !part.value.is_integer())
        return std::nullopt;
    if (!scan.all_numbers && (linked || core.currency_before)) return std::nullopt;
    part.end = numeral->end;
    if (money) {
        part.hundredths = part.value > Rational(0) && part.value < Rational(100);
        return part.hundredths ? std::optional(part) : std::nullopt;
    }
    const char* below = understood_below(*core.unit.unit);
    part.unit = below ? scan.lexicon->unit(below) : nullptr;
    return part.unit ? std::optional(part) : std::nullopt;
}

}  // namespace

void take_unit_of_fraction(const Scan& scan, Core& core) {
    if (!core.numeral.multiple || !core.numeral.fraction) return;
    const Words words = words_of(scan);
    const std::size_t next = words.skip_gap(core.numeral.end);
    if (next == core.numeral.end && !core.numeral.words && next < scan.end && !is_ascii_letter(scan.text[next])) return;
    const std::size_t of = words.skip(next, "of");
    const std::size_t article = words.skip_article(of);
    if (of > next && article == of && !scan.all_numbers) return;
    const UnitMatch unit = read_unit(scan, core.numeral, article > next ? article - 1 : core.numeral.end);
    if (unit.state != UnitMatch::State::found || unit.noun > 0 || !unit.unit) return;
    const bool time = unit.kind == Kind::duration;
    const bool part = unit.kind == Kind::percent || unit.kind == Kind::point;
    if (!time && !part && unit.kind != Kind::quantity) return;
    if (time && article == next && unit.unit->factor > Rational(86400)) return;  // the half year, a quarter month
    core.unit = unit;
    core.end = unit.end;
    core.numeral.multiple = false;
}

std::size_t behind_of(const Scan& scan, std::size_t at) {
    const Words words = words_of(scan);
    const std::size_t next = words.skip_blanks(at);
    const std::size_t of = words.skip(next, "of");
    const std::size_t article = words.skip_article(of);
    return of > next && (article > of || scan.all_numbers) ? article - 1 : at;
}

bool in_a_score(const Scan& scan, std::size_t begin, std::size_t end) {
    constexpr std::string_view kTo = " to ";
    constexpr std::string_view kFrom = "from ";
    constexpr std::size_t kMostDigits = 3;
    const auto number = [&](std::size_t from, std::size_t to) {
        int value = 0;
        for (; from < to; ++from) value = value * 10 + (scan.text[from] - '0');
        return value;
    };
    const auto digit = [&](std::size_t at) { return at >= scan.begin && at < scan.end && is_ascii_digit(scan.text[at]); };
    const auto starts = [&](std::size_t first) {  // no change from one level to another, and no part of a longer number
        if (first >= scan.begin + kFrom.size() && scan.text.substr(first - kFrom.size(), kFrom.size()) == kFrom) return false;
        return first == scan.begin || scan.text[first - 1] == ' ' || scan.text[first - 1] == '(';
    };
    if (end - begin > kMostDigits) return false;
    if (scan.text.substr(end, kTo.size()) == kTo) {
        const std::size_t second = end + kTo.size();
        std::size_t stop = second;
        while (digit(stop)) ++stop;
        if (stop == second || stop - second > kMostDigits || (stop + 1 < scan.end && scan.text[stop] != ' ' && digit(stop + 1)))
            return false;
        constexpr ClassMask kMeasured = masks(WordClass::unit, WordClass::currency, WordClass::scale);
        const std::size_t next = stop + blank_at(scan.text, stop, scan.end);
        const bool measured = next < scan.end && scan.lexicon->longest(scan.text, next, scan.end, kMeasured);
        return !measured && starts(begin) && number(begin, end) >= number(second, stop);
    }
    if (begin < scan.begin + kTo.size() + 1 || scan.text.substr(begin - kTo.size(), kTo.size()) != kTo) return false;
    const std::size_t stop = begin - kTo.size();
    std::size_t first = stop;
    while (first > scan.begin && stop - first <= kMostDigits && digit(first - 1)) --first;
    if (first == stop || stop - first > kMostDigits) return false;
    return starts(first) && number(first, stop) >= number(begin, end);
}

bool part_of_a_title(const Scan& scan, const Core& core) {
    const auto capital = [&](std::size_t at) { return at < scan.end && is_ascii_capital(scan.text[at]); };
    const std::size_t next = core.end + 1;
    return capital(core.numeral_begin) && core.end < scan.end && scan.text[core.end] == ' ' && capital(next) &&
           next + 1 < scan.end && is_ascii_small(scan.text[next + 1]);
}

bool read_article_unit(const Scan& scan, std::size_t at, Core& core) {
    const Words words = words_of(scan);
    const std::size_t behind = words.skip_article(at);
    if (behind == at || behind >= scan.end || !is_ascii_letter(scan.text[behind])) return false;
    core.numeral.value = core.numeral.step = core.numeral.finest = 1;
    core.numeral.words = true;
    core.numeral.end = behind - 1;
    core.unit = read_unit(scan, core.numeral, behind - 1);
    if (core.unit.state != UnitMatch::State::found || core.unit.noun > 0 || !core.unit.unit) return false;
    const Kind kind = core.unit.kind;
    if (kind != Kind::money && kind != Kind::quantity && kind != Kind::duration) return false;
    core.end = core.unit.end;
    const std::size_t end = core.end;
    add_fraction_of_unit(scan, core);
    if (core.end == end) add_smaller_units(scan, core);
    return core.end > end || scan.all_numbers;
}

void add_fraction_of_unit(const Scan& scan, Core& core) {
    if ((!measures(core) && core.unit.kind != Kind::money) || core.unit.state != UnitMatch::State::found) return;
    if (core.numeral.shape != Shape::point || !core.numeral.value.is_integer()) return;
    const std::size_t next = core.end + blank_at(scan.text, core.end, scan.end);
    if (next == core.end || next + 4 >= scan.end || scan.text[next] != 'a') return;
    const Words words = words_of(scan);
    const std::size_t behind = words.skip(next, "and");
    if (behind == next) return;
    const auto fraction = read_fraction(words, behind);
    if (!fraction || (!fraction->counted && !clause_ends(scan, fraction->end))) return;
    if (words.is(words.skip_blanks(fraction->end), "of")) return;
    core.numeral.value += fraction->value;
    core.numeral.step = core.numeral.finest = Rational(1) / fraction->below;
    core.numeral.fraction = true;
    core.end = fraction->end;
}

void add_smaller_units(const Scan& scan, Core& core) {
    const bool money = core.unit.kind == Kind::money && core.unit.state == UnitMatch::State::found && !core.unit.fraction;
    if (!money && !measures(core)) return;
    if (core.numeral.shape != Shape::point || !core.numeral.value.is_integer() || core.numeral.scale > 0) return;
    constexpr int kMostParts = 4;
    const Words words = words_of(scan);
    const Core first = core;
    for (int parts = 0; parts < kMostParts; ++parts) {
        std::size_t at = core.end;
        if (at < scan.end && scan.text[at] == ',' && !money) ++at;
        const std::size_t blank = words.skip_blanks(at);
        if (blank == at) return;
        at = words.skip(blank, "and");
        if (at >= scan.end) return;
        const auto part = read_part(scan, core, at, at > blank);
        if (!part) return;
        Numeral& numeral = core.numeral;
        if (money) {
            numeral.value += part->value / Rational(100);
            numeral.step = numeral.finest = part->finest / Rational(100);
            core.end = part->end;
            return;
        }
        const auto ratio = whole_ratio(*core.unit.unit, *part->unit);
        if (!ratio || part->value >= *ratio) {
            // "3 years, 2 months, 14 days" is one stretch: better none of it than a part.
            if (part->unit->dimension == core.unit.unit->dimension) core = first;
            return;
        }
        convert(core, *ratio, part->unit);
        numeral.value += part->value;
        numeral.step = numeral.finest = part->finest;
        core.end = part->end;
    }
}

void tell_time_in_whole_units(const Scan& scan, Core& core) {
    if (core.unit.kind != Kind::duration || !core.unit.unit || core.numeral.value.is_integer()) return;
    constexpr std::string_view kUnits[] = {"a", "mo", "wk", "d", "h", "min", "s"};
    for (const std::string_view code : kUnits) {
        const Unit* unit = scan.lexicon->unit(code);
        const auto ratio = unit ? whole_ratio(*core.unit.unit, *unit) : std::nullopt;
        if (!ratio || *ratio > Rational(60) || !(core.numeral.value * *ratio).is_integer()) continue;
        convert(core, *ratio, unit);
        if (core.numeral.fraction) core.numeral.step = core.numeral.finest = 1;
        return;
    }
}

void take_scale_behind_code(const Scan& scan, Core& core) {
    if (core.unit.kind != Kind::money || core.numeral.scale > 0 || core.numeral.shape != Shape::point ||
        core.end < core.numeral.end + 3)
        return;
    const std::size_t next = core.end + blank_at(scan.text, core.end, scan.end);
    if (next == core.end) return;
    const char last = scan.text[core.end - 1];
    if (last < 'A' || last > 'Z') return;
    const auto scale = words_of(scan).scale(next);
    if (!scale || !scale.sense->id.empty() || scale.sense->value < Rational(1000)) return;
    convert(core, scale.sense->value, core.unit.unit);
    core.numeral.scale = scale.sense->value.magnitude();
    core.end = scale.end;
}

}  // namespace tieout::english
