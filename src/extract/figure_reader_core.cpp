#include "extract/figure_reader_core.hpp"
#include "extract/figure_reader_english.hpp"
#include "extract/figure_reader_korean.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr ClassMask kBefore = masks(WordClass::currency_before);

struct Sign {
    std::size_t length = 0;
    bool negative = false;
    bool word = false;
    bool triangle = false;
};

/// △ and ▽ also mark the points of a list; then others like it stand before words nearby ("△서울 3% △부산 2%").
bool marks_a_list(const Scan& scan, std::size_t at, std::string_view sign) {
    constexpr std::size_t kNear = 150;
    if (at > scan.begin && scan.text[at - 1] == '(') return false;
    const std::size_t first = at - std::min(kNear, at - scan.begin);
    const std::string_view near = scan.text.substr(first, std::min(at + kNear, scan.end) - first);
    for (std::size_t found = near.find(sign); found != std::string_view::npos; found = near.find(sign, found + sign.size())) {
        std::size_t behind = first + found + sign.size();
        behind += blank_at(scan.text, behind, scan.end);
        if (behind < scan.end && !is_ascii_digit(scan.text[behind])) return true;
    }
    return false;
}

/// A sign directly before a number, or 마이너스, minus and their opposites before a blank.
Sign read_sign(const Scan& scan, std::size_t at) {
    const std::string_view rest = scan.text.substr(at, std::min<std::size_t>(scan.end - at, 16));
    if (rest.empty()) return {};
    const auto starts = [&](std::string_view sign) { return rest.substr(0, sign.size()) == sign; };
    switch (rest[0]) {
        case '-': {
            // "- 1 4/5" opens a text that holds nothing else.
            const std::size_t blanks =
                scan.all_numbers && at == scan.begin && rest.size() > 2 && rest[1] == ' ' && is_ascii_digit(rest[2]) ? 1 : 0;
            return {1 + blanks, true, false};
        }
        case '+':
            return {1, false, false};
        case 'm':
        case 'M':
            return rest.size() > 6 && rest.substr(1, 5) == "inus " ? Sign{6, true, true} : Sign{};
        case 'p':
            return starts("plus ") ? Sign{5, false, true} : Sign{};
        case 'N':
        case 'n':
            return rest.size() > 9 && rest.substr(1, 8) == "egative " ? Sign{9, true, true} : Sign{};
        default:
            break;
    }
    if (static_cast<std::uint8_t>(rest[0]) < 0xE2) return {};
    for (const std::string_view sign : {"−", "–", "﹣"}) {
        if (starts(sign)) return {sign.size(), true, false};
    }
    for (const std::string_view sign : {"△", "▽", "▼"}) {
        if (starts(sign)) return {sign.size(), !marks_a_list(scan, at, sign), false, true};
    }
    if (starts("▲")) return {3, false, false, true};
    const auto word = scan.lexicon->longest(scan.text, at, scan.end, mask(WordClass::numeral));
    const Sense* sense = word ? word.entry->sense(WordClass::numeral) : nullptr;
    if (!sense || sense->id != "sign") return {};
    return {word.length + blank_at(scan.text, at + word.length, scan.end), sense->value.sign() < 0, true};
}

bool glued(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c);
}

/// A letter or a digit stands before `at`.
bool part_of_a_word(const Scan& scan, std::size_t at) {
    if (glued(scan.text[at - 1])) return true;
    return at >= scan.begin + 3 && is_hangul(code_point_at(scan.text, at - 3).value);
}

/// Digits that go on to the left belong to a name, a version, a time, an address or a score.
bool part_of_a_name(const Scan& scan, std::size_t at, bool in_range) {
    if (at == scan.begin) return false;
    const char before = scan.text[at - 1];
    if (glued(before) || before == '_' || before == '@' || before == '#') return true;
    if (at < scan.begin + 2) return false;
    if (at >= scan.begin + 3 && scan.text.substr(at - 3, 3) == "제") return true;  // read from 제 on, or an article of a law
    const char earlier = scan.text[at - 2];
    if (before == '-')
        return !in_range && static_cast<std::uint8_t>(earlier) != ' ' && (glued(earlier) || earlier == '-' || earlier < 0);
    if (before == '/') return glued(earlier) || earlier == '/';
    return (before == '.' || before == ',' || before == ':') && is_ascii_digit(earlier);
}

/// A bare number that goes on to the right as part of one of these.
bool goes_on(const Scan& scan, std::size_t at) {
    if (at < scan.end && glued(scan.text[at])) return true;
    if (at + 1 >= scan.end) return false;
    const char c = scan.text[at];
    const char next = scan.text[at + 1];
    if (c == '_' || c == '@' || (c == '+' && is_ascii_digit(next))) return true;
    if (c == '-' && scan.lexicon->longest(scan.text, at, scan.end, mask(WordClass::hedge_after))) return false;  // 50-ish
    if (c == '-') return is_ascii_letter(next) || next < 0;  // digits: a range, or refused with it
    if (c == '.' && is_ascii_capital(next)) {  // 5016.T, 0700.HK; "rose to 5.The" has lost its blank
        return at + 2 >= scan.end || !is_ascii_letter(scan.text[at + 2]) || is_ascii_capital(scan.text[at + 2]);
    }
    if (c == '.' || c == ':' || c == '/') return c == '/' ? glued(next) : is_ascii_digit(next);
    return c == '\'' && next == 's';
}

/// "헌법 84조": an article of the law named before it, and no sum of money.
bool article_of_a_law(const Scan& scan, std::size_t at) {
    const auto law = scan.lexicon->find_class("law");
    const std::size_t end = at > scan.begin && scan.text[at - 1] == ' ' ? at - 1 : at;
    constexpr std::size_t kLongest = 12;
    for (std::size_t length = 3; law && length <= kLongest && end >= scan.begin + length; length += 3) {
        const auto name = scan.lexicon->longest(scan.text, end - length, end, mask(*law));
        if (name && name.length == length) return true;
    }
    return false;
}

/// 2030, 4050: people in two decades of their lives.
bool two_decades(const Core& core) {
    const auto value = core.numeral.value.to_int64();
    const bool plain = !core.numeral.words && core.numeral.end - core.numeral_begin == 4 && value;
    return plain && *value % 10 == 0 && *value / 100 % 10 == 0 && *value % 100 == *value / 100 + 10;
}

/// "4·19", "3대 1", "3 대 1", "2:1": pairs of numbers that are names, scores and odds.
bool part_of_a_pair(const Scan& scan, std::size_t begin, std::size_t end) {
    const std::string_view text = scan.text;
    constexpr std::string_view kDot = "·";
    constexpr std::string_view kTo = "대";
    if (text.substr(end, 2) == kDot && end + 2 < scan.end && is_ascii_digit(text[end + 2])) return true;
    if (begin >= scan.begin + 3 && text.substr(begin - 2, 2) == kDot && is_ascii_digit(text[begin - 3])) return true;
    std::size_t after = end + blank_at(text, end, scan.end);
    if (text.substr(after, 3) == kTo) {
        after += 3;
        after += blank_at(text, after, scan.end);
        if (after < scan.end && is_ascii_digit(text[after])) return true;
    }
    if (begin < scan.begin + 4) return false;
    std::size_t before = begin;
    if (text[before - 1] == ' ') --before;
    if (before < scan.begin + 4 || text.substr(before - 3, 3) != kTo) return false;
    before -= 3;
    if (text[before - 1] == ' ' && before >= scan.begin + 2) --before;
    return is_ascii_digit(text[before - 1]);
}

/// "The one you mentioned", "this one": a pronoun, not a number.
bool is_pronoun(const Scan& scan, const Core& core) {
    const Sense* word = core.numeral.value == Rational(1) && core.end <= core.numeral_begin + 3
                            ? word_before(scan, core.numeral_begin, "function_word")
                            : nullptr;
    return word && word->id == "determiner";
}

/// "Page 3", "Article 5", "Class 8 trucks": the number is part of a name, and so is no figure where only figures are asked for.
/// What may be a verb is none before things that can be counted ("train 500 workers").
bool labelled(const Scan& scan, const Core& core) {
    if (scan.all_numbers || core.numeral.scale > 0 || core.numeral.finest != Rational(1) || core.sign) return false;
    const Sense* label = word_before(scan, core.numeral_begin, "label");
    return label && (core.unit.noun == 0 || label->id != "verb");
}

/// A number in words alone counts only where it cannot be anything else.
bool words_count(const Scan& scan, const Core& core) {
    const Numeral& numeral = core.numeral;
    const bool unit = core.unit.state == UnitMatch::State::found;
    if (scan.lexicon->language() == Language::en)
        return unit || (scan.all_numbers && !is_pronoun(scan, core)) || numeral.shape == Shape::several || numeral.scale >= 3;
    return korean_words_count(scan, core);
}

/// What may stand between the two ends of a range follows, and then a number.
bool range_follows(const Scan& scan, std::size_t at) {
    for (const std::string_view sign : {" to ", "- to ", " or ", " and "}) {
        if (scan.text.substr(at, sign.size()) != sign) continue;
        const std::size_t next = at + sign.size();
        return next < scan.end &&
               (is_ascii_digit(scan.text[next]) || scan.lexicon->longest(scan.text, next, scan.end, mask(WordClass::numeral)));
    }
    return false;
}

bool read_unit_into(const Scan& scan, const Sense* currency, Core& core) {
    std::size_t end = core.numeral.end;
    // "tens of millions of dollars"
    if (core.numeral.shape == Shape::several && scan.lexicon->language() == Language::en && scan.text.substr(end, 4) == " of ")
        end += 3;
    if (core.numeral.fraction) end = english::behind_of(scan, end);
    core.unit = read_unit(scan, core.numeral, end);
    if (core.unit.state == UnitMatch::State::not_a_figure) return false;
    bool money_behind = core.unit.state == UnitMatch::State::found && core.unit.kind == Kind::money;
    if (currency && money_behind && core.unit.unit != currency->unit) {
        // "rmb 10 usd 20": the second currency stands before an amount of its own.
        const std::size_t next = core.unit.end + blank_at(scan.text, core.unit.end, scan.end);
        money_behind = (next >= scan.end || !is_ascii_digit(scan.text[next])) && !core.unit.unit->ambiguous;
    }
    if (currency && !money_behind) {
        core.unit = UnitMatch{};
        core.unit.state = UnitMatch::State::found;
        core.unit.kind = Kind::money;
        core.unit.unit = currency->unit;
        core.unit.end = core.numeral.end;
    }
    core.end = core.unit.state == UnitMatch::State::found ? core.unit.end : core.numeral.end;
    if (money_behind && scan.lexicon->language() == Language::en) english::take_scale_behind_code(scan, core);
    return true;
}

}  // namespace

const Sense* word_before(const Scan& scan, std::size_t at, std::string_view name) {
    const auto word_class = scan.lexicon->find_class(name);
    if (!word_class || at < scan.begin + 2 || scan.text[at - 1] != ' ') return nullptr;
    const std::size_t end = at - 1;
    std::size_t begin = end;
    constexpr std::size_t kLongest = 16;
    while (begin > scan.begin && end - begin < kLongest &&
           (is_ascii_letter(scan.text[begin - 1]) || scan.text[begin - 1] == '.' || scan.text[begin - 1] == '&'))
        --begin;
    const auto word = begin < end ? scan.lexicon->longest(scan.text, begin, scan.end, mask(*word_class)) : LexiconMatch{};
    return word && begin + word.length == end ? word.entry->sense(*word_class) : nullptr;
}

namespace {

std::optional<Core> read_amount(const Scan& scan, std::size_t at, bool in_range) {
    const std::string_view text = scan.text;
    const Lexicon& lexicon = *scan.lexicon;
    Core core;
    core.begin = at;
    Sign sign = read_sign(scan, at);
    std::size_t place = at + sign.length;
    if (place >= scan.end) return std::nullopt;
    if (sign.length > 0 && !sign.word && !sign.triangle && at > scan.begin && part_of_a_word(scan, at)) return std::nullopt;
    const Sense* currency = nullptr;
    if (!is_ascii_digit(text[place])) {
        if (const auto match = lexicon.longest(text, place, scan.end, kBefore)) {
            const std::size_t behind = place + match.length + blank_at(text, place + match.length, scan.end);
            const Sense* sense = match.entry->sense(WordClass::currency_before);
            const char first = text[place];
            const bool capitals = sense->id != "code" || (first >= 'A' && first <= 'Z');
            if (capitals && behind < scan.end && (is_ascii_digit(text[behind]) || text[behind] == '-' || text[behind] == '.')) {
                currency = sense;
                place = behind;
                if (text[place] == '-' && sign.length == 0) {
                    sign = {1, true, false};
                    ++place;
                }
            }
        }
    }
    if (place >= scan.end) return std::nullopt;
    const bool digits =
        is_ascii_digit(text[place]) || (text[place] == '.' && place + 1 < scan.end && is_ascii_digit(text[place + 1]));
    if (sign.length > 0 && !digits && !sign.word && !currency) return std::nullopt;
    if (digits && place == at && part_of_a_name(scan, at, in_range)) return std::nullopt;
    if (digits && lexicon.language() == Language::en && lexicon.longest(text, place, scan.end, mask(WordClass::stop)))
        return std::nullopt;  // 1080p
    core.currency_before = currency != nullptr;
    core.numeral_begin = place;
    std::size_t ordinal_prefix = 0;
    if (text.substr(place, 3) == "제" && place + 3 < scan.end && is_ascii_digit(text[place + 3])) ordinal_prefix = 3;
    const auto numeral =
        read_numeral(lexicon, text, place + ordinal_prefix, scan.end, {core.currency_before, scan.all_numbers});
    const bool english = lexicon.language() == Language::en;
    if (!numeral)
        return english && !in_range && english::read_article_unit(scan, place, core) ? std::optional(core) : std::nullopt;
    core.numeral = *numeral;
    core.negative = sign.negative;
    core.sign = sign.length > 0;
    core.end = numeral->end;
    if (english && numeral->fraction && numeral->multiple) english::take_unit_of_fraction(scan, core);
    if (core.unit.state == UnitMatch::State::found) return core;
    if (english && numeral->ordinal && numeral->words && !scan.all_numbers && english::part_of_a_title(scan, core))
        return std::nullopt;
    if (numeral->multiple || numeral->ordinal) {
        constexpr ClassMask kUnits = masks(WordClass::counter, WordClass::unit, WordClass::currency);
        const bool closed = english || closes_figure(scan, core.end) || lexicon.longest(text, core.end, scan.end, kUnits);
        return closed && !goes_on(scan, core.end) ? std::optional(core) : std::nullopt;
    }
    if (!read_unit_into(scan, currency, core)) return std::nullopt;
    const bool unit = core.unit.state == UnitMatch::State::found;
    if (!unit && digits && place == at && at > scan.begin && text[at - 1] == '=') return std::nullopt;  // "id=5", but "1bp=0.01%"
    if (unit && !english && in_odds(scan, core)) return std::nullopt;
    if (ordinal_prefix > 0 && (!unit || core.unit.kind != Kind::ordinal)) {
        const bool turn = unit && core.unit.kind == Kind::count && core.unit.unit &&
                          (core.unit.unit->code == "회" || core.unit.unit->code == "대");
        if (!turn) return std::nullopt;
        core.unit.kind = Kind::ordinal;
        core.unit.unit = nullptr;
    }
    if (core.numeral.words && !words_count(scan, core)) {
        core.needs_range = english && !in_range && !unit && core.numeral.shape == Shape::point && range_follows(scan, core.end);
        return core.needs_range ? std::optional(core) : std::nullopt;
    }
    if (core.numeral.words) return core;
    if (unit) {
        const bool money = core.unit.kind == Kind::money;
        if (core.numeral.code_like && !money) return std::nullopt;
        if (core.unit.unit && core.unit.unit->code == "세대" && two_decades(core)) return std::nullopt;
        if (core.unit.noun > 0 && labelled(scan, core)) return std::nullopt;
        if (core.currency_before && core.unit.end == core.numeral.end && core.end < scan.end && is_ascii_letter(text[core.end]))
            return std::nullopt;
        return core;
    }
    if ((core.numeral.code_like && !scan.all_numbers) || labelled(scan, core)) return std::nullopt;
    if (!in_range && (goes_on(scan, core.end) || part_of_a_pair(scan, core.numeral_begin, core.end))) return std::nullopt;
    if (english && !scan.all_numbers && core.end == core.numeral.end && core.numeral.finest == Rational(1) &&
        english::in_a_score(scan, core.numeral_begin, core.end))
        return std::nullopt;
    if (in_range && (goes_on(scan, core.end) || (core.end < scan.end && text[core.end] == '-'))) return std::nullopt;
    if (!closes_figure(scan, core.end) || (!scan.all_numbers && two_decades(core))) return std::nullopt;
    if (core.numeral.scale == 12 && article_of_a_law(scan, at)) return std::nullopt;
    const bool bracketed = core.end < scan.end && text[core.end] == ')' && place > scan.begin && text[place - 1] == '(';
    if (bracketed && core.end - place == 6 && core.numeral.finest == Rational(1)) return std::nullopt;  // a stock code
    return core;
}

}  // namespace

std::optional<Core> read_core(const Scan& scan, std::size_t at, bool in_range) {
    auto core = read_amount(scan, at, in_range);
    if (core && scan.lexicon->language() == Language::en) {
        if (!core->numeral.fraction) english::add_fraction_of_unit(scan, *core);
        english::tell_time_in_whole_units(scan, *core);
    }
    return core;
}

}  // namespace tieout
