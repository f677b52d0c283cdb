#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/fact_text.hpp"
#include "model/figure.hpp"
#include "model/finding.hpp"
#include "rulebook/expression.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"

namespace tieout {

inline constexpr std::size_t kLanguages = 2;
template <class T>
using PerLanguage = std::array<T, kLanguages>;  ///< indexed by Language

/// What a role of a rule may be bound to: a figure (of one of `kinds`), a list of figures, or a lexicon word.
struct Role {
    std::string name;
    std::uint32_t kinds = 0;  ///< bit i: Kind i
    bool list = false;
    bool word = false;
    bool draft = false;  ///< the draft's date line, which nothing binds
};

/// Which claims a join or a `find` may bind to a role. Empty members ask nothing.
struct ClaimFilter {
    std::uint32_t kinds = 0;           ///< bit i: Kind i; 0 means any
    std::vector<std::string> metrics;  ///< one of these ids
    std::vector<std::string> units;    ///< one of these codes
    std::vector<std::string> scopes;   ///< all of these ids
    std::vector<std::string> without_scopes;
    std::vector<std::string> modalities;
    std::uint32_t blocks = 0;             ///< stands in a block of one of these kinds; bit i: BlockKind i; 0 means any
    PerLanguage<ClassMask> not_beside{};  ///< no word of these classes stands close beside it
    PerLanguage<ClassMask> beside{};      ///< a word of one of these classes stands close beside it
    PerLanguage<ClassMask> row{};         ///< the first cell of its table row has a word of one of these classes
    bool named = false;                   ///< its own sentence names its metric
    std::optional<bool> per;              ///< must, or must not, be per something
    std::optional<bool> period;           ///< must have a known period
};

/// What two joined claims must share. `unit` is the same unit, `dimension` a convertible one.
enum class SameKey : std::uint8_t { metric, subject, scope, unit, dimension, period, basis, source, sentence, paragraph, kind, column };

/// A role that no pattern captured, looked up among the draft's claims: the nearest before (then after) `anchor` that shares
/// `same` with it, passes `filter` and lies within `sentences`. With `words` the role is the nearest word of these classes
/// instead.
struct Find {
    std::int16_t role = -1;
    std::int16_t anchor = -1;
    PerLanguage<ClassMask> words{};
    ClaimFilter filter;
    std::vector<SameKey> same;
    std::string
        period;  ///< "": any; "basis": the period the change in `basis_of` is compared with; "earlier": before the anchor's;
                 ///< "parts": all claims, one a period, whose periods together are the anchor's (the role is a list)
    std::int16_t basis_of = -1;
    std::int16_t later = -1;  ///< with it a pair is bound: `role` the earlier, this the later of the only two figures of a unit
    int sentences = 6;
    bool only = false;  ///< nothing is bound where several fit that say different things
    int behind = 2;     ///< how many sentences behind the anchor at most, where `sentences` allows them
};

struct Join {
    struct Side {
        std::int16_t role = -1;
        ClaimFilter filter;
        bool alone = false;  ///< no other claim of its block shares its keys
    };
    std::vector<Side> sides;  ///< two or three
    std::vector<SameKey> same;
    int sentences = 0;  ///< how far apart at most; 0: anywhere in the draft
    bool any = false;   ///< one partner with which the constraint holds is enough for a claim of the first side
};

/// Relations of another rule, taken together.
struct Group {
    std::string each;  ///< the other rule's id
};

/// Words that silence a rule where they stand in the sentence of one of its figures, up to so many before it or behind it.
struct Unless {
    PerLanguage<ClassMask> words{};
    int before = 0;
    int after = 1;  ///< where writers explain
};

/// A cause to try when the constraint fails: one the engine knows by name, or another constraint that would hold.
struct Cause {
    std::string name;
    Expression constraint;       ///< empty: the engine's own mutation of that name
    std::int16_t corrects = -1;  ///< the role to rewrite where this cause explains the gap; -1: the rule's `corrects`
};

struct Example {
    std::string text;
    bool fails = false;
    std::vector<std::string> figures;  ///< exact substrings that the finding must touch
    std::string date;                  ///< date line; empty: 2023-04-17
    std::string cause;                 ///< expected cause, where given
    std::string suggest;               ///< expected replacement, where given
    std::vector<FactText> facts;       ///< what the newsroom knows
    int line = 0;                      ///< in the rule file
};

/// One statement that must hold between figures: data, judged by the solver in check/.
struct Rule {
    std::string id;
    Severity severity = Severity::error;  ///< the most it may say
    PerLanguage<std::string> summary;
    std::vector<Role> roles;
    PerLanguage<std::vector<Pattern>> patterns;
    PerLanguage<std::vector<Pattern>> loose;    ///< tried where the others blame nothing; what fails is a note
    PerLanguage<std::vector<Pattern>> columns;  ///< patterns over table columns (relate/columns.hpp)
    std::vector<Find> finds;
    std::optional<Join> join;
    std::optional<Group> group;
    std::int16_t fact = -1;  ///< a role, bound to every figure that the newsroom's facts speak of
    std::vector<Unless> unless;
    std::int16_t exhausts =
        -1;                ///< a role: patterns must bind every figure of its unit that stands in the sentence up to their last
    int across = 1;        ///< over how many neighbouring sentences of a paragraph a pattern may run
    bool about_parts = false;  ///< its constraints are about parts and their whole, which are worth a picture
    bool rounding = true;  ///< a failure of the tight reading alone counts, as a note
    /// A sentence with one of these words ("*ed": one that ends so) is passed over.
    PerLanguage<std::vector<std::string>> unless_words;
    Expression where;                     ///< empty: always
    std::vector<Expression> constraints;  ///< each judged when all of its roles are bound; all of these must hold
    std::vector<Cause> causes;            ///< in the order to try
    std::vector<std::int16_t> corrects;   ///< roles to suggest a correction for, most likely culprit first
    PerLanguage<std::string> message;     ///< with {role}, {expected.role}, {role.period}, {role.source}, {role.growth}
    PerLanguage<std::vector<Example>> examples;
    std::string file;  ///< for errors and docs

    std::int16_t role_index(std::string_view name) const;  ///< -1 where there is none
};

}  // namespace tieout
