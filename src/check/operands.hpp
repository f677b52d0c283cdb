#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/claim.hpp"
#include "number/interval.hpp"
#include "reference/facts.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// What an expression sees of one role. Intervals are in the dimension's base: percentages and points as fractions (25 % is
/// 1/4), physical quantities in SI, money in its own currency.
struct Operand {
    bool bound = false;
    std::vector<Interval> parts;   ///< one for a single figure, several for a list
    std::size_t words = 0;         ///< how many words a word role has taken
    const Claim* claim = nullptr;  ///< the first figure's; null for words
    std::vector<const Claim*> list;  ///< of several figures all claims, as `parts`; else empty
    bool alike = true;             ///< no two claims of a list are said of different periods or scopes
    bool one_period = true;        ///< no two of them are said of different periods
    const Sense* word = nullptr;
};

/// A currency pair's rate as the relation's date, or the draft's own words, give it.
struct RateQuote {
    Interval range;
    Rational rate;          ///< for the working line
    std::optional<Day> on;  ///< absent where the draft states the rate
    bool past_end = false;
};

/// Answers rate(a, b) for one relation; nothing where no rate is known.
class RateSource {
public:
    virtual ~RateSource() = default;
    virtual std::optional<RateQuote> rate(const Claim& from, const Claim& to, bool ever) const = 0;
};

/// All roles of one relation, as one tier reads them.
struct Operands {
    const Rule* rule = nullptr;
    std::vector<Operand> roles;  ///< by the rule's role index
    const RateSource* rates = nullptr;
    const DraftFacts* facts = nullptr;
    Tier tier = Tier::usual;  ///< at which the figures were read
    std::string_view home;    ///< the country that the draft is written for; empty where that is not clear
};

/// The factor and offset from a figure's own unit to its dimension's base.
struct ToBase {
    Rational factor = 1;
    Rational offset = 0;
};
ToBase to_base(const Figure& figure);
Interval to_base(const Interval& in_unit, const Figure& figure);
Interval from_base(const Interval& in_base, const Figure& figure);

}  // namespace tieout
