#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "model/unit.hpp"
#include "rulebook/text_mask.hpp"

namespace tieout {

enum class Language : std::uint8_t { ko, en };

/// What kind of word something is. The classes that extraction itself reads have names here; any other class that a lexicon
/// file names gets the next free number, so that rule patterns can use it. At most 64 in all.
enum class WordClass : std::uint8_t {
    numeral,          ///< value: 일, 둘, "twelve"
    scale,            ///< value: 만, 억, "million", "bn"
    unit,             ///< unit: a physical unit, %, %p, 배
    currency,         ///< unit: written after the number: 원, 달러, "dollars", "pct" is a unit
    currency_before,  ///< unit: written before the number: $, US$, €, EUR, 미화
    counter,          ///< unit: 명, 대, 개사, "people"
    hedge_before,     ///< id: a hedge: 약, 최대, "more than"
    hedge_after,      ///< id: a hedge: 가량, 이상, "or so"
    per_before,       ///< id: a period: 하루, 월, 연간; or a counter: 주당, 1인당
    per_after,        ///< id: a period: "a day", "per year"
    particle,         ///< 은/는, 이/가, 을/를, 에서, 로/으로; id: the first form of each set
    month,            ///< value 1 to 12
    weekday,          ///< value 0 (Sunday) to 6
    period,           ///< id: a relative period the date reader knows: 지난달, 올해, "last year", …
    period_unit,      ///< id: day, week, month, quarter, half, year
    metric,           ///< id: revenue, market-size, …
    change,           ///< sign: 늘다 +, fall −
    scope,            ///< id: domestic, global, consolidated, cumulative, …
    modality,         ///< id: forecast, target, estimate
    attribution,      ///< what follows or precedes a source: 에 따르면, "according to", "says"
    growth,           ///< words that say a market grows: 성장할 전망, "booming"
    basis,            ///< id: year-on-year, quarter-on-quarter, …: 전년 동기 대비
    comparison,       ///< 보다, 대비, "than", "from"
    date_word,        ///< what the date reader asks for beside a date, by id: nth, part, half, season, count, … (value)
    anaphora,         ///< what stands for somebody named before: 이 회사, "the company"
    stop,             ///< a word that must not be split or read as anything else: 만났다, 백화점
    first_free,
};

using ClassMask = std::uint64_t;
constexpr ClassMask mask(WordClass c) {
    return ClassMask{1} << static_cast<unsigned>(c);
}
template <class... C>
constexpr ClassMask masks(C... c) {
    return (mask(c) | ...);
}

/// Where in running text an entry may match.
enum class MatchMode : std::uint8_t {
    word,      ///< a whole word: a boundary before and after (Latin and digits; in Korean, end of the Hangul run or a particle
               ///< after)
    stem,      ///< Korean: from the start of a Hangul run; the rest of the run is its ending ("늘었" + "다고")
    noun,      ///< Korean: anywhere inside a Hangul run, anything may follow ("매출" in "연매출액은")
    suffix,    ///< directly behind a figure or a word: particles, units, counters. A particle ends its Hangul run, or up to two
               ///< other particles follow that do ("에서" + "는")
    anywhere,  ///< signs: no boundary is asked for
};

/// One meaning of an entry. Which members are set follows from the class.
struct Sense {
    WordClass word_class{};
    MatchMode mode = MatchMode::word;  ///< as its file says; a form may be a suffix in one class and a word in another
    std::string id;
    int sign = 0;
    Rational value;
    const Unit* unit = nullptr;
};

/// A form of the lexicon with all its meanings, which are of different classes. ASCII letters in forms are lower case; a single
/// space stands for a run of one to four blanks, ' and - also for their typographic forms. What the tokenizer asks of every
/// word lies in front, in one line of the processor's cache.
struct Entry {
    ClassMask classes = 0;  ///< of all its senses
    ClassMask starts = 0;   ///< … that stand at the start of a word: MatchMode::word and stem
    ClassMask stems = 0;    ///< … of MatchMode::stem
    ClassMask behind = 0;   ///< … of MatchMode::suffix
    ClassMask inside = 0;   ///< … of MatchMode::noun
    ClassMask bounded = 0;  ///< … that ask for the end of a word
    TextMask ids = 0;       ///< of its senses
    std::span<const Sense> senses;
    std::string form;
    std::string opposite;  ///< the form that says the contrary, in the same grammatical form; empty where none is known

    /// The meaning in a class; null where there is none.
    const Sense* sense(WordClass word_class) const {
        if (!(classes & mask(word_class))) return nullptr;
        for (const Sense& one : senses) {
            if (one.word_class == word_class) return &one;
        }
        return nullptr;
    }
};

/// What stands somewhere in a text; nothing where no entry does. (As a std::optional of its members it would not fit the two
/// registers that a function returns.)
struct LexiconMatch {
    const Entry* entry = nullptr;
    std::uint32_t length = 0;  ///< bytes of text

    bool found() const { return entry != nullptr; }
    explicit operator bool() const { return found(); }
};

/// The words of one language (with the words common to all), as a trie that is walked from any byte of the text. Built once
/// from rules/lexicon/common and rules/lexicon/<language>; immutable after. The lexicon owns its units.
class Lexicon {
public:
    Language language() const { return language_; }

    /// The longest entry that starts at `at`, ends at or before `end`, has one of `classes` and whose match mode allows what
    /// follows it. What stands before `at` is the caller's to check. Case of Latin letters is folded. Linear in the length
    /// matched.
    LexiconMatch longest(std::string_view text, std::size_t at, std::size_t end, ClassMask classes) const;

    /// Whether an entry that may stand inside a Hangul run can begin with the letter at `at`, which must lie inside `text`, and
    /// the one behind it: a quick no for most places.
    bool noun_may_begin(std::string_view text, std::size_t at) const;

    /// The class with this name; nothing where no file names it.
    std::optional<WordClass> find_class(std::string_view name) const;
    std::string_view class_name(WordClass word_class) const;

    /// The unit with this code; null where there is none.
    const Unit* unit(std::string_view code) const;

    const std::vector<Entry>& entries() const { return entries_; }  ///< sorted by form

private:
    friend class LexiconBuilder;
    friend class Snapshot;

    /// A place in the trie. Nodes lie level by level, so that a node's children follow one another, sorted by letter.
    struct Node {
        ClassMask below = 0;  ///< classes of all entries at or below this node
        ClassMask own = 0;    ///< … of the entry at this node
        std::uint32_t entry = 0;  ///< where there are `own` classes
        std::uint32_t first_child = 0;
        std::uint32_t nouns = 0;     ///< of a first letter: the second letters (noun_bit) of the entries of MatchMode::noun
        std::uint32_t children = 0;  ///< no byte of a node is left to chance: snapshots copy them as they lie
    };

    static constexpr std::uint32_t noun_bit(char32_t second) { return 1u << second % 32; }
    std::uint32_t child(std::uint32_t node, char32_t c) const;
    std::uint32_t first_node(char32_t c) const;
    bool ends_word(std::string_view text, std::size_t at, std::size_t end) const;
    bool ends_particle(std::string_view text, std::size_t at, std::size_t end, int more) const;
    bool fits(const Entry& entry, ClassMask classes, std::string_view text, std::size_t at, std::size_t end, int more) const;
    LexiconMatch walk(std::string_view text, std::size_t at, std::size_t end, ClassMask classes, int more) const;

    Language language_ = Language::ko;
    std::vector<Entry> entries_;
    std::vector<Sense> senses_;  ///< of all entries
    std::deque<Unit> units_;
    std::unordered_map<std::string, const Unit*> units_by_code_;
    std::vector<std::string> class_names_;
    std::vector<Node> nodes_;           ///< nodes_[0] is none
    std::vector<char32_t> letters_;     ///< by node: the letter that leads to it; apart, so that a search touches little memory
    std::vector<std::uint16_t> pages_;  ///< code point >> 8 -> index into first_; 0 is the empty page
    std::vector<std::array<std::uint32_t, 256>> first_;  ///< the root's children by the code point's low byte
};

/// Reads lexicon files (docs/adding-a-language.md has their form) into one lexicon.
Result<std::shared_ptr<const Lexicon>> load_lexicon(Language language, const std::vector<EmbeddedFile>& files);

/// The lexicon that ships with tieout, from its snapshot or, where there is none, from its files. Read once; thread-safe.
const Result<std::shared_ptr<const Lexicon>>& built_in_lexicon(Language language);

/// The same from its files: rules/lexicon/common and rules/lexicon/<language>.
Result<std::shared_ptr<const Lexicon>> compile_built_in_lexicon(Language language);

std::string_view to_string(Language language);  ///< "ko", "en"

}  // namespace tieout
