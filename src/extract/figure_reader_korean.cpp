#include "extract/figure_reader_korean.hpp"

#include <algorithm>

#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr std::size_t kSyllable = 3;  // bytes

std::string_view written_unit(const Scan& scan, const Core& core) {
    const std::size_t from = core.numeral.end + blank_at(scan.text, core.numeral.end, scan.end);
    return scan.text.substr(from, core.end - from);
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// 하나, 둘, 셋 and 넷 stand alone; before a counter they are 한, 두, 세, 네.
bool stands_alone(const Scan& scan, const Core& core) {
    constexpr std::string_view kTwoSyllables = "하나";
    const std::string_view written = scan.text.substr(core.numeral_begin, core.numeral.end - core.numeral_begin);
    return written.ends_with(kTwoSyllables) || written.ends_with("둘") || written.ends_with("셋") || written.ends_with("넷");
}

/// "한 명", "두 달러", "다섯번째"; not 한전, 세정제, "열자", "두기".
bool native_counts(const Scan& scan, const Core& core) {
    const std::string_view unit = written_unit(scan, core);
    if (core.unit.kind == Kind::ordinal) return unit.starts_with("번") || unit.ends_with("째");
    if (stands_alone(scan, core)) return false;
    if (core.unit.kind == Kind::money) return unit.size() > kSyllable;
    const bool glued = core.numeral.end + unit.size() == core.end;
    const bool short_word = core.end - core.numeral_begin == 2 * kSyllable;
    return !glued || !short_word ||
           one_of(unit, {"명", "개", "번", "곳", "달", "살", "건", "배", "해", "주", "칸", "분", "근", "컵"});
}

/// 만, 천, 백 and 십 with no digit before them.
bool bare_scale_counts(const Scan& scan, const Core& core) {
    const std::string_view unit = written_unit(scan, core);
    const bool glued = core.numeral.end + unit.size() == core.end;
    const bool large = core.numeral.value >= Rational(100000000);
    // 만 is a particle too ("4개월 만인", "나만 알고", "그럴 만한 점").
    const bool particle_like = core.numeral.value == Rational(10000);
    switch (core.unit.kind) {
        case Kind::money:
            return !large && !core.unit.fraction;
        case Kind::count:
            if (particle_like) return one_of(unit, {"명", "개", "주"});
            return !glued || (!large && (core.sign || one_of(unit, {"명", "개", "번"})));  // "마이너스 십점"
        case Kind::ordinal:
            return !glued || core.numeral.value == Rational(10) || unit.size() > kSyllable;  // 십위, 백번째; 천호 is a place
        case Kind::duration:
            return !particle_like && !glued;
        default:
            return !particle_like && (!glued || unit.size() > kSyllable);
    }
}

}  // namespace

bool korean_words_count(const Scan& scan, const Core& core) {
    const Numeral& numeral = core.numeral;
    if (!closes_figure(scan, core.end) || (core.sign && numeral.native) || (numeral.code_like && !scan.all_numbers))
        return false;
    if (core.unit.state != UnitMatch::State::found)
        return scan.all_numbers || (!numeral.single && !numeral.bare_scale && !numeral.native && numeral.scale >= 4 &&
                                    core.end - core.numeral_begin > 2 * kSyllable);
    if (numeral.native) return native_counts(scan, core);
    if (numeral.single) {
        // 이 is "this" or a name, 오 and 사 begin words: "이 돈", "이 불로", 사유로.
        const bool share = core.unit.kind == Kind::percent || core.unit.kind == Kind::point;
        return share || (scan.all_numbers && numeral.end + kSyllable != core.end && core.unit.kind != Kind::count &&
                         core.unit.kind != Kind::ordinal && core.unit.kind != Kind::duration);
    }
    if (numeral.bare_scale) return bare_scale_counts(scan, core);
    // 일조권, 공조기, 이해도: 조 and what is greater count money only.
    return numeral.scale < 12 || core.unit.kind == Kind::money || numeral.shape == Shape::several || scan.all_numbers;
}

namespace {

/// How long the word of class `beside` with this id is that begins at `at`; 0 where none does.
std::size_t beside_word(const Scan& scan, std::size_t at, std::size_t end, std::string_view id) {
    const auto beside = scan.lexicon->find_class("beside");
    if (!beside || at >= end) return 0;
    const auto word = scan.lexicon->longest(scan.text, at, end, mask(*beside));
    return word && word.entry->sense(*beside)->id == id ? word.length : 0;
}

/// The longest end of the Hangul run (or Latin word) before `at` that is a word of this class, with one of these particles
/// perhaps between.
bool word_ends_before(const Scan& scan, std::size_t at, std::string_view id,
                      std::initializer_list<std::string_view> particles) {
    constexpr std::size_t kLongest = 6 * kSyllable;
    std::size_t end = at;
    if (end > scan.begin && scan.text[end - 1] == ' ') --end;
    const auto found = [&](std::size_t stop) {
        for (std::size_t begin = stop; begin > scan.begin && stop - begin < kLongest;) {
            begin = previous_code_point(scan.text, begin);
            if (scan.text[begin] == ' ') return false;
            if (beside_word(scan, begin, stop, id) == stop - begin) return true;
        }
        return false;
    };
    if (found(end)) return true;
    for (const std::string_view particle : particles) {
        const bool here =
            end >= scan.begin + particle.size() && scan.text.substr(end - particle.size(), particle.size()) == particle;
        if (here && found(end - particle.size())) return true;
    }
    return false;
}

bool word_begins(const Scan& scan, std::size_t at, std::string_view id) {
    return beside_word(scan, at, scan.end, id) > 0;
}

bool has_unit(const Core& core, std::string_view code) {
    return core.unit.state == UnitMatch::State::found && core.unit.unit && core.unit.unit->code == code;
}

bool is_decade(const Core& core) {
    const auto value = core.numeral.value.to_int64();
    return core.numeral.shape == Shape::point && !core.numeral.words && core.numeral.end - core.numeral_begin == 2 && value &&
           *value >= 10 && *value % 10 == 0;
}

/// Whole numbers with no hedge, which a smaller unit may follow.
bool may_go_on(const Core& core) {
    return core.numeral.shape == Shape::point && core.numeral.value.is_integer() && core.numeral.scale == 0 &&
           core.unit.kind == Kind::duration;
}

}  // namespace

bool in_odds(const Scan& scan, const Core& core) {
    if (!has_unit(core, "대") || core.numeral.words) return false;
    const std::size_t at = core.end + blank_at(scan.text, core.end, scan.end);
    if (at >= scan.end || !is_ascii_digit(scan.text[at])) return false;
    const auto next = read_numeral(*scan.lexicon, scan.text, at, scan.end, {});
    return !next || read_unit(scan, *next, next->end).state != UnitMatch::State::found;
}

Tens tens_of(const Scan& scan, const Core& low, const Core* high, const Prefix& prefix) {
    const Core& last = high ? *high : low;
    if (!has_unit(last, "대") || !is_decade(last) || (high && !is_decade(low)) || last.end != last.numeral.end + kSyllable)
        return Tens::count;
    if (prefix.kind != Hedge::none || prefix.per != Per::none || prefix.core != low.begin) return Tens::count;
    if (word_ends_before(scan, low.begin, "machine", {"은", "는", "이", "가", "도"})) return Tens::count;
    const std::string_view text = scan.text;
    const std::string_view particle = text.substr(last.end, kSyllable);
    if (particle == "를" || particle == "로" || particle == "씩") return word_begins(scan, last.end, "of_age") ? Tens::age : Tens::count;
    const std::size_t next = last.end + blank_at(text, last.end, scan.end);
    const bool noun = next > last.end && next < scan.end && is_hangul(code_point_at(text, next).value);
    const bool ranking = !high && low.numeral.value == Rational(10) && noun && !word_begins(scan, next, "teenagers");
    return ranking ? Tens::ranking : Tens::age;
}

bool tells_the_clock(const Scan& scan, const Core& core) {
    if (!has_unit(core, "min")) return false;
    constexpr std::string_view kHour = "시";
    std::size_t at = core.begin;
    if (at > scan.begin && scan.text[at - 1] == ' ') --at;
    if (at < scan.begin + kHour.size() + 1 || scan.text.substr(at - kHour.size(), kHour.size()) != kHour) return false;
    at -= kHour.size();
    if (is_ascii_digit(scan.text[at - 1])) return true;
    return at >= scan.begin + kSyllable &&
           one_of(scan.text.substr(at - kSyllable, kSyllable), {"한", "두", "세", "네", "섯", "곱", "덟", "홉", "열"});
}

void add_minutes(const Scan& scan, Core& core) {
    struct Step {
        std::string_view from;
        const char* to;
    };
    for (const Step& step : {Step{"h", "min"}, Step{"min", "s"}}) {
        if (!has_unit(core, step.from) || !may_go_on(core)) continue;
        const std::size_t at = core.end + blank_at(scan.text, core.end, scan.end);
        if (at >= scan.end || !is_ascii_digit(scan.text[at])) return;
        const auto next = read_numeral(*scan.lexicon, scan.text, at, scan.end, {});
        if (!next || next->shape != Shape::point || !(next->value < Rational(60))) return;
        const UnitMatch unit = read_unit(scan, *next, next->end);
        if (unit.state != UnitMatch::State::found || !unit.unit || unit.unit->code != step.to) return;
        core.numeral.value = core.numeral.value * Rational(60) + next->value;
        core.numeral.step = core.numeral.finest = next->finest;
        core.unit = unit;
        core.end = unit.end;
    }
}

void share_unit_behind(const Scan& scan, Core& core) {
    if (core.unit.state == UnitMatch::State::found || core.numeral.words || core.end != core.numeral.end) return;
    const std::string_view text = scan.text;
    std::size_t at = core.end + blank_at(text, core.end, scan.end);
    bool arrow = false;
    for (const std::string_view sign : {"→", "⇒", "➔", "->"}) {
        if (text.substr(at, sign.size()) != sign) continue;
        at += sign.size();
        arrow = true;
        break;
    }
    if (!arrow) {
        if (at >= scan.end || text[at] != ',') return;
        ++at;
    }
    at += blank_at(text, at, scan.end);
    if (at >= scan.end || !is_ascii_digit(text[at])) return;
    const auto next = read_numeral(*scan.lexicon, text, at, scan.end, {});
    if (!next || next->shape != Shape::point) return;
    const UnitMatch unit = read_unit(scan, *next, next->end);
    const bool ranks = unit.kind == Kind::ordinal && next->value == core.numeral.value + Rational(1);
    if (unit.state != UnitMatch::State::found || !(arrow ? unit.kind != Kind::duration : ranks)) return;
    if (core.numeral.scale == 0 && next->scale > 0) {
        if (next->value < core.numeral.value || next->scale < 4) return;
        const Rational factor = power_of_ten(next->scale);
        for (Rational* part : {&core.numeral.value, &core.numeral.high, &core.numeral.step, &core.numeral.finest})
            *part *= factor;
    }
    core.unit = unit;
}

void take_extra(const Scan& scan, Figure& figure) {
    constexpr std::string_view kExtra = "여";
    const std::size_t end = figure.span.end;
    Magnitude& magnitude = figure.magnitude;
    const bool whole = (magnitude.shape == Shape::point || magnitude.shape == Shape::exact) && magnitude.value.is_integer();
    const bool counts = figure.kind == Kind::duration || figure.kind == Kind::count || figure.kind == Kind::quantity;
    if (!whole || !counts) return;
    constexpr std::string_view kExtraLong = "여간";
    std::size_t after = end;
    if (!scan.text.substr(0, end).ends_with(kExtraLong)) {
        if (scan.text.substr(end, kExtra.size()) != kExtra) return;
        after += kExtra.size();
        if (!closes_figure(scan, after)) return;
    }
    magnitude.shape = Shape::beyond;
    magnitude.step = magnitude.finest;
    figure.span.end = static_cast<std::uint32_t>(after);
}

bool is_line_lost(const Scan& scan, std::size_t at) {
    return word_begins(scan, at + blank_at(scan.text, at, scan.end), "line-lost");
}

bool is_benchmark(const Scan& scan, const Figure& figure) {
    return word_ends_before(scan, figure.span.begin, "benchmark", {"인", "였던", "이던"});
}

}  // namespace tieout
