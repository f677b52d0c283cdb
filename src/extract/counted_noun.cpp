#include "extract/counted_noun.hpp"

#include "base/utf8.hpp"

namespace tieout {
namespace {

/// How many words may describe what is counted.
constexpr int kMostDescribing = 3;
constexpr std::size_t kShortestNoun = 4;

class NounReader {
public:
    explicit NounReader(const Scan& scan)
        : scan_(scan),
          function_(scan.lexicon->find_class("function_word")),
          excluded_(scan.lexicon->find_class("not_counted")) {}

    UnitMatch read(const Numeral& numeral, std::size_t at) const {
        UnitMatch match = noun(at);
        if (match.state == UnitMatch::State::found || !may_be_described(numeral)) return match;
        for (int words = 0; words < kMostDescribing; ++words) {
            const std::size_t end = describing(at);
            if (end == 0) return {};
            at = end + 1;
            if (match = noun(at); match.state == UnitMatch::State::found) return match;
            if (match = counter(at); match.state == UnitMatch::State::found) return match;
        }
        return {};
    }

private:
    /// A plural in small letters, with nothing glued to it.
    UnitMatch noun(std::size_t at) const {
        UnitMatch match;
        const std::string_view text = scan_.text;
        std::size_t stop = at;
        while (stop < scan_.end && is_ascii_small(text[stop])) ++stop;
        if (stop < at + kShortestNoun || text[stop - 1] != 's' || text[stop - 2] == 's' || text[stop - 2] == 'u' ||
            text[stop - 2] == 'i' || !ends(stop) || is(at, excluded_) || scan_.lexicon->longest(text, at, scan_.end, kOther))
            return match;
        match.state = UnitMatch::State::found;
        match.kind = Kind::count;
        match.noun = at;
        match.end = stop;
        return match;
    }

    /// A counter of the lexicon: "four new men", "3 mln common shares".
    UnitMatch counter(std::size_t at) const {
        const auto match = scan_.lexicon->longest(scan_.text, at, scan_.end, mask(WordClass::counter));
        const Sense* sense = match ? match.entry->sense(WordClass::counter) : nullptr;
        if (!sense || !sense->unit || sense->id == "name" || sense->id == "ordinal" || !ends(at + match.length)) return {};
        // "Two new share issues": the singular describes what follows.
        if (match.entry->form == sense->unit->code && goes_on(at + match.length)) return {};
        UnitMatch unit;
        unit.state = UnitMatch::State::found;
        unit.kind = Kind::count;
        unit.unit = sense->unit;
        unit.end = at + match.length;
        return unit;
    }

    /// A word of meaning follows.
    bool goes_on(std::size_t at) const {
        return at + 1 < scan_.end && scan_.text[at] == ' ' && is_ascii_letter(scan_.text[at + 1]) && !is(at + 1, function_);
    }

    /// Where the word at `at` ends that may describe a noun behind it; 0 where it may not.
    std::size_t describing(std::size_t at) const {
        const std::string_view text = scan_.text;
        std::size_t stop = at;
        while (stop < scan_.end && (is_ascii_letter(text[stop]) || joins(stop, at))) ++stop;
        if (stop < at + 2 || stop + 1 >= scan_.end || text[stop] != ' ' || !is_ascii_letter(text[stop + 1])) return 0;
        if (is(at, function_) || scan_.lexicon->longest(text, at, scan_.end, kOther | kNoDescription)) return 0;
        if (const Sense* sense = sense_at(at, excluded_); sense && sense->id != "describes") return 0;
        return stop;
    }

    /// A hyphen or a full stop inside a word: "low-cost", "U.S.".
    bool joins(std::size_t at, std::size_t start) const {
        const char c = scan_.text[at];
        if (at == start || (c != '-' && c != '.') || !is_ascii_letter(scan_.text[at - 1])) return false;
        if (at + 1 < scan_.end && is_ascii_letter(scan_.text[at + 1])) return true;
        return c == '.' && at >= start + 3 && scan_.text[at - 2] == '.';
    }

    const Sense* sense_at(std::size_t at, std::optional<WordClass> word_class) const {
        const auto match = word_class ? scan_.lexicon->longest(scan_.text, at, scan_.end, mask(*word_class)) : LexiconMatch{};
        return match ? match.entry->sense(*word_class) : nullptr;
    }

    bool is(std::size_t at, std::optional<WordClass> word_class) const { return sense_at(at, word_class) != nullptr; }

    bool ends(std::size_t at) const {
        if (at >= scan_.end) return true;
        const char c = scan_.text[at];
        return !is_ascii_letter(c) && !is_ascii_digit(c) && c != '-' && c != '\'';
    }

    /// Several things, in a whole number that is no year: "1986 first half results" are not so many.
    bool may_be_described(const Numeral& numeral) const {
        if (!function_ || numeral.shape == Shape::several || !(Rational(1) < numeral.value)) return false;
        if (numeral.scale > 0) return true;
        const bool grouped = numeral.end >= 4 && scan_.text[numeral.end - 4] == ',';
        const bool year = !numeral.words && !grouped && Rational(1900) <= numeral.value && numeral.value < Rational(2100);
        return numeral.value.is_integer() && numeral.finest == Rational(1) && !year;
    }

    static constexpr ClassMask kOther =
        masks(WordClass::numeral, WordClass::scale, WordClass::stop, WordClass::month, WordClass::weekday);
    static constexpr ClassMask kNoDescription =
        masks(WordClass::unit, WordClass::currency, WordClass::hedge_before, WordClass::hedge_after, WordClass::per_after,
              WordClass::period, WordClass::change, WordClass::modality, WordClass::attribution, WordClass::comparison);

    const Scan& scan_;
    std::optional<WordClass> function_;
    std::optional<WordClass> excluded_;
};

}  // namespace

UnitMatch read_counted_noun(const Scan& scan, const Numeral& numeral, std::size_t at) {
    return NounReader(scan).read(numeral, at);
}

}  // namespace tieout
