#include "extract/units.hpp"

#include "extract/counted_noun.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr ClassMask kUnits = masks(WordClass::currency, WordClass::unit, WordClass::counter);

Kind kind_of(const Unit& unit) {
    switch (unit.dimension) {
        case Dimension::money:
            return Kind::money;
        case Dimension::percent:
            return Kind::percent;
        case Dimension::point:
            return Kind::point;
        case Dimension::multiple:
            return Kind::multiple;
        case Dimension::count:
            return Kind::count;
        case Dimension::duration:
            return Kind::duration;
        default:
            return Kind::quantity;
    }
}

UnitMatch not_a_figure() {
    UnitMatch match;
    match.state = UnitMatch::State::not_a_figure;
    return match;
}

/// A currency, by its name or by its code in capitals: "2 cups" are no Cuban pesos.
bool written_as_money(const Entry& entry, std::string_view written) {
    const Sense* currency = entry.sense(WordClass::currency);
    if (!currency || currency->id != "code") return currency != nullptr;
    return !is_ascii_small(written[0]);
}

/// One-letter units are written small (5G is a network, 1H a half-year), but for W, V, A and K.
bool written_right(const Entry& entry, std::string_view written) {
    if (written.size() != 1 || !is_ascii_letter(written[0])) return true;
    const char c = entry.form[0];
    return c == 'w' || c == 'v' || c == 'j' ? !is_ascii_small(written[0]) : c == 'l' || (c != 'a' && is_ascii_small(written[0]));
}

/// A longer word that begins like a unit: "20초과" are no seconds, "20과 30 사이" no companies (사).
bool longer_word(const Scan& scan, std::size_t at, std::size_t length, Kind kind) {
    const ClassMask words = mask(WordClass::hedge_after) | (kind == Kind::count ? mask(WordClass::stop) : 0);
    const auto word = scan.lexicon->longest(scan.text, at, scan.end, words);
    return word && word.length > length;
}

/// "개 사" begins like "195개 사업장": where a longer unit does not end, its first word may.
LexiconMatch closed_unit(const Scan& scan, std::size_t from, LexiconMatch match) {
    if (!match || closes_figure(scan, from + match.length)) return match;
    if (const Sense* counter = match.entry->sense(WordClass::counter); counter && counter->id == "name") return match;
    const std::size_t blank = scan.text.substr(from, match.length).find(' ');
    if (blank == std::string_view::npos) return match;
    const auto first = scan.lexicon->longest(scan.text, from, from + blank, kUnits);
    return first && first.length == blank ? first : match;
}

/// What looks like a unit goes on as a code does: "24703 m212", "24703 L-202".
bool in_a_code(std::string_view text, std::size_t from, std::size_t at, std::size_t end) {
    if (at >= end) return false;
    if (is_ascii_digit(text[at])) return is_ascii_letter(text[at - 1]) || is_ascii_digit(text[at - 1]);
    return text[at] == '-' && at + 1 < end && is_ascii_digit(text[at + 1]) && at - from == 1 && is_ascii_letter(text[from]);
}

/// "20 mln pounds of copper" are no money.
void weigh(const Scan& scan, UnitMatch& unit) {
    constexpr std::string_view kOf = " of ";
    if (unit.kind != Kind::money || unit.fraction || unit.unit->code != "GBP" || scan.text.substr(unit.end, kOf.size()) != kOf)
        return;
    const auto material = scan.lexicon->find_class("material");
    const std::size_t next = unit.end + kOf.size();
    if (!material || next >= scan.end || !scan.lexicon->longest(scan.text, next, scan.end, mask(*material))) return;
    if (const Unit* pound = scan.lexicon->unit("[lb_av]")) {
        unit.unit = pound;
        unit.kind = Kind::quantity;
    }
}

/// "120 MEUR", "30 MUSD": companies put the million before the code.
UnitMatch read_millions_of(const Scan& scan, std::size_t at) {
    UnitMatch unit;
    constexpr std::size_t kLength = 4;
    if (at + kLength > scan.end || scan.text[at] != 'M' || scan.text[at + 1] < 'A' || scan.text[at + 1] > 'Z') return unit;
    const auto code = scan.lexicon->longest(scan.text, at + 1, scan.end, mask(WordClass::currency));
    if (!code || code.length + 1 != kLength) return unit;
    unit.state = UnitMatch::State::found;
    unit.kind = Kind::money;
    unit.unit = code.entry->sense(WordClass::currency)->unit;
    unit.factor = power_of_ten(6);
    unit.fraction = true;
    unit.end = at + kLength;
    return unit;
}

}  // namespace

bool closes_figure(const Scan& scan, std::size_t at) {
    if (at >= scan.end || !is_hangul(code_point_at(scan.text, at).value)) return true;
    const Lexicon& lexicon = *scan.lexicon;
    if (lexicon.longest(scan.text, at, scan.end, masks(WordClass::particle, WordClass::hedge_after))) return true;
    const auto tail = lexicon.find_class("tail");
    return tail && lexicon.longest(scan.text, at, scan.end, mask(*tail)).found();
}

UnitMatch unit_of(const Entry& entry, const Numeral& numeral, bool money) {
    const Sense* sense = money ? entry.sense(WordClass::currency) : nullptr;
    if (!sense) {
        const Sense* unit = entry.sense(WordClass::unit);
        const Sense* counter = entry.sense(WordClass::counter);
        // 분 and 주: minutes and weeks behind small numbers, people behind native numerals, shares behind large ones.
        const bool counts =
            unit && counter &&
            (numeral.native ? unit->unit->code == "min" : numeral.scale >= 3 || numeral.value >= Rational(1000));
        sense = unit && !counts ? unit : counter;
    }
    UnitMatch match;
    if (!sense || !sense->unit) return match;
    match.state = UnitMatch::State::found;
    match.kind = sense->id == "ordinal" ? Kind::ordinal : kind_of(*sense->unit);
    match.unit = match.kind == Kind::ordinal ? nullptr : sense->unit;
    if (!sense->value.is_zero()) {
        match.factor = sense->value;
        match.fraction = true;
    }
    return match;
}

UnitMatch read_unit(const Scan& scan, const Numeral& numeral, std::size_t at) {
    const std::string_view text = scan.text;
    const Lexicon& lexicon = *scan.lexicon;
    const std::size_t blank = blank_at(text, at, scan.end);
    std::size_t from = at + blank;
    if (from >= scan.end) return {};
    const bool korean = lexicon.language() == Language::ko;
    const bool hyphen = !korean && blank == 0 && text[from] == '-' && from + 1 < scan.end && is_ascii_letter(text[from + 1]);
    if (hyphen) ++from;
    if (blank == 0 && !hyphen && !numeral.words && text[from] == '-') return {};
    const ClassMask classes = korean ? kUnits : kUnits | mask(WordClass::stop);
    auto match = lexicon.longest(text, from, scan.end, classes);
    if (korean) match = closed_unit(scan, from, match);
    if (!korean && match && (match.entry->classes & mask(WordClass::stop))) return {};
    if (const Sense* counter = match ? match.entry->sense(WordClass::counter) : nullptr; counter && counter->id == "name")
        return blank > 0 ? UnitMatch{} : not_a_figure();
    // "아이폰 16 프로": some units stand only directly behind a number.
    if (match && blank > 0) {
        for (const WordClass kind : {WordClass::unit, WordClass::currency}) {
            const Sense* glued = match.entry->sense(kind);
            if (glued && glued->id == "glued") return {};
        }
    }
    if (match && written_right(*match.entry, text.substr(from, match.length))) {
        UnitMatch unit = unit_of(*match.entry, numeral, written_as_money(*match.entry, text.substr(from, match.length)));
        unit.end = from + match.length;
        if (!korean && in_a_code(text, from, unit.end, scan.end)) return {};
        if (unit.state == UnitMatch::State::found) {
            const bool hangul =
                static_cast<std::uint8_t>(text[from]) >= 0xE0 && is_hangul(code_point_at(text, unit.end - 3).value);
            if (!korean) weigh(scan, unit);
            if (hangul && longer_word(scan, from, match.length, unit.kind)) return {};
            const bool must_close =
                hangul && (unit.kind == Kind::count || unit.kind == Kind::ordinal || unit.kind == Kind::duration ||
                           unit.kind == Kind::quantity || numeral.words || blank > 0);
            if (!must_close || closes_figure(scan, unit.end)) return unit;
            // "20부터": a particle that begins like a unit.
            const bool particle = lexicon.longest(text, from, scan.end, mask(WordClass::particle)).found();
            return blank > 0 || particle ? UnitMatch{} : not_a_figure();
        }
    }
    if (korean) return {};
    if (UnitMatch unit = read_millions_of(scan, from); unit.state == UnitMatch::State::found) return unit;
    return blank > 0 ? read_counted_noun(scan, numeral, from) : UnitMatch{};
}

std::string singular(std::string_view plural) {
    const auto ends = [&](std::string_view ending) {
        return plural.size() > ending.size() + 1 && plural.substr(plural.size() - ending.size()) == ending;
    };
    if (ends("ies") && plural.size() > 4) return std::string(plural.substr(0, plural.size() - 3)) + "y";
    for (const std::string_view ending : {"sses", "xes", "ches", "shes", "zzes"}) {
        if (ends(ending)) return std::string(plural.substr(0, plural.size() - 2));
    }
    return std::string(plural.substr(0, plural.size() - 1));
}

}  // namespace tieout
