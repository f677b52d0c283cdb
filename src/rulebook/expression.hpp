#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "number/rational.hpp"

namespace tieout {

/// What an expression of a rule may compute. Values are intervals of one dimension, or truth.
enum class Operator : std::uint8_t {
    constant,
    role,       ///< the reading of the figure bound to a role
    attribute,  ///< something else of a role: see Attribute
    add,
    subtract,
    multiply,
    divide,
    power,  ///< right: a whole number (a constant or years(...))
    negate,
    sum,         ///< over a list role (Node::role)
    years,       ///< years(a, b): whole years from a's period to b's
    rate,        ///< rate(a, b): units of b for one of a's: of currencies at the date that applies, of physical units always
    rate_ever,   ///< rate_ever(a, b): the same over the last five years (for the cause stale-rate)
    periods,     ///< periods(total, rate): how many of rate's `per` lie in total's `per` or period (year/day: [365, 366])
    year,        ///< year(a): the years that a date, or the days a figure is said of, lie in
    span,        ///< span(a): whole years from the first year of those to the last
    number,      ///< number(a): the figure's value whatever its unit ("12주년" is 12)
    population,  ///< population(count): the people of the place it is said of, the world where none is
    gdp,         ///< gdp(money): what that place produces in a year, in the money's currency
    fact,        ///< fact(a): what the newsroom's facts say in its place
    digits,      ///< digits(a): how many of its digits, without zeros at the end, are written
    count,       ///< count(list): how many figures or words a list role has taken
    weekday,     ///< weekday(date): 0 to 6, of the day it means (Node::role)
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    logical_and,
    logical_or,
    logical_not,
    known,        ///< known(role.attribute): `left` is the attribute
    valid,        ///< valid(role): no malformed number, no date that does not exist
    ordered,      ///< ordered(role): a range runs upwards
    whole,        ///< whole(value): a whole number lies in the value (Node::left)
    same_digits,  ///< same_digits(a, b): written with the same digits in another order
    slip,  ///< slip(a, b): a, or what b's figures add up to, with one slip of the hand is the other: a digit, a power of ten, …
    growth_expected,  ///< growth_expected(role): the draft says that what the claim is said of grows (Node::role)
    bound,       ///< bound(role): the role's reading without a hedge that leaves one side open: "up to 300 miles" as 300 miles
    one_period,  ///< one_period(list): no two of its figures are said of different periods (Node::role)
    alike,       ///< alike(list): no two of its figures are said of different periods or scopes (Node::role)
    exact,  ///< exact(role): the figure means its value and no other: small counts, "half"; a date has its year (Node::role)
};

enum class Attribute : std::uint8_t {
    none,
    sign,     ///< change.sign: +1 or −1 of a captured word
    period,   ///< role.period: the days, comparable with < and == (a < b: a ends before b begins)
    weekday,  ///< role.weekday: the weekday written beside a date
    metric,   ///< role.metric, compared with == against a quoted id
    scope,
    modality,
    value,  ///< word.value of a captured lexicon word
    id,     ///< word.id, compared with == against a quoted id
    unit,   ///< the unit's code, compared like metric
    per,    ///< what it is per: a counter noun, "item", "day", …; compared like metric
    hedge,
};

/// An expression as a flat tree: children precede their parents, the last node is the root. The arguments of years, rate,
/// rate_ever and periods are role nodes. Percentages are fractions (25% is 1/4), in constants as in readings.
struct Expression {
    struct Node {
        Operator op = Operator::constant;
        Attribute attribute = Attribute::none;
        std::int16_t role = -1;  ///< index into Rule::roles
        std::int16_t left = -1;  ///< index into nodes
        std::int16_t right = -1;
        Rational constant;
        std::string text;  ///< a quoted id
    };

    std::vector<Node> nodes;
    std::string source;  ///< as written in the rule file

    bool empty() const { return nodes.empty(); }
    const Node& root() const { return nodes.back(); }
};

}  // namespace tieout
