#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/lexicon.hpp"

namespace tieout {

/// What a token is at a glance, or what would do for a test: a token that shares nothing with what a test asks cannot pass it.
struct Traits {
    static constexpr std::uint32_t kWord = 1u << 29;    ///< in `kinds`: a word, known to the lexicon or not
    static constexpr std::uint32_t kInside = 1u << 30;  ///< … anything but a cell border
    static constexpr std::uint32_t kBorder = 1u << 31;

    TextMask texts = 0;  ///< words as they stand, and ids of lexicon words; first, so that no gaps make it larger
    ClassMask classes = 0;
    std::uint32_t kinds = 0;  ///< bit i: a figure of Kind i

    Traits() = default;
    Traits(ClassMask its_classes, TextMask its_texts, std::uint32_t its_kinds)
        : texts(its_texts), classes(its_classes), kinds(its_kinds) {}

    bool meet(const Traits& other) const {
        return ((classes & other.classes) | (kinds & other.kinds)) != 0 || (texts & other.texts) != 0;
    }
    bool hold(const Traits& all) const {
        return (classes & all.classes) == all.classes && (kinds & all.kinds) == all.kinds && (texts & all.texts) == all.texts;
    }
    Traits& operator|=(const Traits& other) {
        classes |= other.classes;
        texts |= other.texts;
        kinds |= other.kinds;
        return *this;
    }
    Traits& operator&=(const Traits& other) {
        classes &= other.classes;
        texts &= other.texts;
        kinds &= other.kinds;
        return *this;
    }
};

/// What one step of a pattern asks of a token, and what it binds.
struct TokenTest {
    enum class What : std::uint8_t {
        near,     ///< a token of a short gap: no amount, no word of change, no metric, no cell border
        any,      ///< a token of a long gap: anything but a cell border
        figure,   ///< a figure of one of `kinds`
        classes,  ///< a lexicon word of one of `classes` (and with `text` as its id, where given)
        text,     ///< a token with one of `texts`, or an entry with a sense of that id
        border,   ///< a border between two table cells
        word,     ///< a word of a name: letters, and none of the words that join the parts of a list
    };
    /// What else a figure must be.
    enum class Form {
        sound,      ///< a figure that means something
        range,      ///< with two ends written
        reversed,   ///< with two ends, of which the greater or later is written first
        malformed,  ///< shaped like a number or a date and none
        hedged,     ///< with a word that says how exactly it is meant
        dated,      ///< a date with its year written
        monthly,    ///< a date with its year and its month, quarter or half written
        scaled,     ///< a number with a scale word: "30억", "25 million"
    };

    What what = What::any;
    Form form = Form::sound;
    std::uint32_t kinds = 0;  ///< bit i is Kind i; near, any: figures that the gap does not pass
    ClassMask classes = 0;
    std::string text;                   ///< classes: the id
    std::vector<std::string> texts;     ///< text: one of these, Latin letters in lower case; "*ed" is any word that ends so
    std::vector<std::string> barred;    ///< near, any: the gap passes no word like these (as in `texts`)
    ClassMask barred_classes = 0;       ///< near, any: … and no word of these classes
    std::int16_t role = -1;             ///< bound to the token; -1: none
    std::int16_t same_unit_as = -1;     ///< role with whose figure this must share its unit (~role)
    std::int16_t other_unit_than = -1;  ///< role whose figure must have another unit (!~role)
    std::int16_t before = -1;           ///< role: its days lie before those of this role's figure (<role)
    std::int16_t not_before = -1;       ///< role: its days are not known to lie before those of this role's figure (!<role)
    ClassMask column = 0;               ///< figure: the head of its table column has one of these classes (@class)
    ClassMask other_column = 0;         ///< figure: … has none of these classes (!@class)
    std::string beginning;              ///< figure: its own words begin with this (^word)
    std::string ending;                 ///< figure: its own words end with this (*word)
    std::vector<std::string> metrics;   ///< figure: its claim's metric is one of these (#metric)
    Traits bars;                        ///< near, any: what shares none of these is not barred
};

/// What sentences must have for a pattern to match in them at all, so that most are passed over without a try.
struct PatternNeeds {
    Traits all;                  ///< all of these
    std::vector<Traits> one_of;  ///< of each of these at least one
    std::uint32_t figures = 0;   ///< so many figures

    /// The figures are the caller's to count.
    bool met_by(const Traits& there) const {
        return there.hold(all) &&
               std::all_of(one_of.begin(), one_of.end(), [&](const Traits& some) { return there.meet(some); });
    }
};

/// A pattern over the tokens of one sentence (a table row is one sentence too), compiled to a nondeterministic automaton
/// without loops: every gap and repetition is bounded, so matching takes time linear in the tokens. docs/adding-a-rule.md has
/// the notation.
struct Pattern {
    struct State {
        enum class Kind : std::uint16_t { test, split, match };
        Kind kind = Kind::match;
        std::uint16_t test = 0;  ///< index into tests; copies of one part of the pattern share theirs
        std::uint16_t next = 0;
        std::uint16_t second = 0;  ///< split: tried after `next`
    };

    /// A test that can be reached without a token, or the match.
    struct Step {
        static constexpr std::uint16_t kMatch = 0xFFFF;  ///< in place of a test

        std::uint16_t state = 0;
        std::uint16_t test = kMatch;

        bool match() const { return test == kMatch; }
    };
    struct Steps {
        std::uint32_t begin = 0;  ///< in order of preference
        std::uint32_t end = 0;
    };

    /// A part that no match can leave out, at a glance.
    struct Milestone {
        Traits some;               ///< its token shares some of these
        std::uint32_t within = 0;  ///< and stands so many tokens behind the match's first at most
    };

    std::string source;  ///< as written
    std::vector<TokenTest> tests;
    std::vector<Traits> gates;  ///< by test: what it asks at a glance; apart, since matching reads little else
    std::vector<State> states;        ///< state 0 is the start
    std::vector<Step> steps;          ///< of all states, one after the other
    std::vector<Steps> reach;         ///< by state: where a thread that stands there goes on; empty where none ever stands
    Traits begin;                     ///< a token that a match begins with shares some of these
    bool begins_with_figure = false;  ///< and it is a figure
    std::vector<Milestone> milestones;  ///< every match passes them in this order, a token each
    PatternNeeds needs;
};

}  // namespace tieout
