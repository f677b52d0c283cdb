#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "model/unit.hpp"

namespace tieout {

enum class Language : std::uint8_t { ko, en };

/// What kind of word something is. The classes that extraction itself reads have names here; any other class that a lexicon file
/// names gets the next free number, so that rule patterns can use it. At most 64 in all.
enum class WordClass : std::uint8_t {
    numeral,         ///< value: 일, 둘, "twelve"
    scale,           ///< value: 만, 억, "million", "bn"
    unit,            ///< unit: a physical unit, %, %p, 배
    currency,        ///< unit: written after the number: 원, 달러, "dollars", "pct" is a unit
    currency_before, ///< unit: written before the number: $, US$, €, EUR, 미화
    counter,         ///< unit: 명, 대, 개사, "people"
    hedge_before,    ///< id: a hedge: 약, 최대, "more than"
    hedge_after,     ///< id: a hedge: 가량, 이상, "or so"
    per_before,      ///< id: a period: 하루, 월, 연간; or a counter: 주당, 1인당
    per_after,       ///< id: a period: "a day", "per year"
    particle,        ///< 은/는, 이/가, 을/를, 에서, 로/으로; id: the first form of each set
    month,           ///< value 1 to 12
    weekday,         ///< value 0 (Sunday) to 6
    period,          ///< id: a relative period the date reader knows: 지난달, 올해, "last year", …
    period_unit,     ///< id: day, week, month, quarter, half, year
    metric,          ///< id: revenue, market-size, …
    change,          ///< sign: 늘다 +, fall −
    scope,           ///< id: domestic, global, consolidated, cumulative, …
    modality,        ///< id: forecast, target, estimate
    attribution,     ///< what follows or precedes a source: 에 따르면, "according to", "says"
    growth,          ///< words that say a market grows: 성장할 전망, "booming"
    basis,           ///< id: year-on-year, quarter-on-quarter, …: 전년 동기 대비
    comparison,      ///< 보다, 대비, "than", "from"
    stop,            ///< a word that must not be split or read as anything else: 만났다, 백화점
    first_free,
};

using ClassMask = std::uint64_t;
constexpr ClassMask mask(WordClass c) { return ClassMask{1} << static_cast<unsigned>(c); }
template <class... C>
constexpr ClassMask masks(C... c) {
    return (mask(c) | ...);
}

/// Where in running text an entry may match.
enum class MatchMode : std::uint8_t {
    word,      ///< a whole word: a boundary before and after (Latin and digits; in Korean, end of the Hangul run or a particle after)
    stem,      ///< Korean: from the start of a Hangul run; the rest of the run is its ending ("늘었" + "다고")
    noun,      ///< Korean: anywhere inside a Hangul run, anything may follow ("매출" in "연매출액은")
    suffix,    ///< directly behind a figure or a word: particles, units, counters
    anywhere,  ///< signs: no boundary is asked for
};

/// One meaning of an entry. Which members are set follows from the class.
struct Sense {
    WordClass word_class{};
    std::string id;
    int sign = 0;
    Rational value;
    const Unit* unit = nullptr;
};

/// A form of the lexicon with all its meanings. Latin letters in forms are lower case; a single space stands for any run of spaces.
struct Entry {
    std::string form;
    MatchMode mode = MatchMode::word;
    ClassMask classes = 0;
    std::vector<Sense> senses;

    /// The meaning in a class; null where there is none.
    const Sense* sense(WordClass word_class) const;
};

struct LexiconMatch {
    const Entry* entry = nullptr;
    std::uint32_t length = 0;  ///< bytes of text
};

/// The words of one language (with the words common to all), as a trie that is walked from any byte of the text. Built once from
/// rules/lexicon/common and rules/lexicon/<language>; immutable after. The lexicon owns its units.
class Lexicon {
public:
    Language language() const { return language_; }

    /// The longest entry that starts at `at`, ends at or before `end`, has one of `classes` and whose match mode allows what follows it.
    /// What stands before `at` is the caller's to check. Case of Latin letters is folded. Linear in the length matched.
    std::optional<LexiconMatch> longest(std::string_view text, std::size_t at, std::size_t end, ClassMask classes) const;

    /// The class with this name; nothing where no file names it.
    std::optional<WordClass> find_class(std::string_view name) const;
    std::string_view class_name(WordClass word_class) const;

    /// The unit with this code; null where there is none.
    const Unit* unit(std::string_view code) const;

    const std::deque<Entry>& entries() const { return entries_; }

private:
    friend class LexiconBuilder;

    struct Node {
        std::int32_t entry = -1;
    };

    Language language_ = Language::ko;
    std::deque<Entry> entries_;
    std::deque<Unit> units_;
    std::unordered_map<std::string, const Unit*> units_by_code_;
    std::vector<std::string> class_names_;
    std::vector<Node> nodes_;
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;  ///< (node << 21 | code point) -> node
};

}  // namespace tieout
