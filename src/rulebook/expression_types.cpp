#include "rulebook/expression_types.hpp"

#include "rulebook/kind_algebra.hpp"

namespace tieout {
namespace {

using What = ExpressionType::What;

std::string text_of(const ExpressionType& type) {
    switch (type.what) {
        case What::truth:
            return "a condition";
        case What::text:
            return "text";
        case What::period:
            return "a period";
        case What::weekday:
            return "a weekday";
        case What::figure:
            return kinds_text(type.kinds);
    }
    return "";
}

class Checker {
public:
    Checker(const Expression& expression, const std::vector<std::size_t>& places, const std::vector<Role>& roles)
        : expression_(expression), places_(places), roles_(roles), types_(expression.nodes.size()) {}

    std::optional<SourceError> check(Wanted wanted) {
        for (std::size_t i = 0; i < types_.size() && !error_; ++i) types_[i] = type(i);
        if (error_) return error_;
        const What root = types_.back().what;
        if (wanted == Wanted::truth && root != What::truth)
            fail(types_.size() - 1, "a condition is expected, not " + text_of(types_.back()), "compare it: ==, <=, …");
        if (wanted == Wanted::value && root != What::figure)
            fail(types_.size() - 1, "a value is expected, not " + text_of(types_.back()),
                 "the relations of a group must agree on a value");
        return error_;
    }

private:
    using Node = Expression::Node;

    void fail(std::size_t node, std::string what, std::string hint = {}) {
        if (!error_) error_ = SourceError{places_[node], std::move(what), std::move(hint)};
    }

    const Node& node(std::size_t i) const { return expression_.nodes[i]; }
    const ExpressionType& left(std::size_t i) const { return types_[static_cast<std::size_t>(node(i).left)]; }
    const ExpressionType& right(std::size_t i) const { return types_[static_cast<std::size_t>(node(i).right)]; }
    const Role& role(std::size_t i) const { return roles_[static_cast<std::size_t>(node(i).role)]; }

    ExpressionType type(std::size_t i) {
        switch (node(i).op) {
            case Operator::constant:
                return constant(i);
            case Operator::role:
                return plain_role(i);
            case Operator::attribute:
                return attribute(i);
            case Operator::add:
            case Operator::subtract:
            case Operator::multiply:
            case Operator::divide:
                return arithmetic(i);
            case Operator::power:
                return power(i);
            case Operator::negate:
                if (left(i).what != What::figure) fail(i, text_of(left(i)) + " has no negative");
                return left(i);
            case Operator::sum:
                if (!role(i).list)
                    fail(i, "\"" + role(i).name + "\" is no list",
                         "a role is a list where a pattern repeats it: ( {part:money} )*8");
                return {What::figure, role(i).kinds, false};
            case Operator::years:
                return of_roles(i, 0);
            case Operator::rate:
                return of_roles(i, kind_bit(Kind::money) | kind_bit(Kind::quantity));
            case Operator::rate_ever:
                return of_roles(i, kind_bit(Kind::money));
            case Operator::periods:  // words name a time as figures do: 하루, 연간
                return of_roles(i, 0);
            case Operator::year:
            case Operator::span:
            case Operator::digits:
                if (role(i).word) fail(i, "a figure is expected here");
                return ExpressionType::of(Kind::number);
            case Operator::number:
                if (role(i).word) fail(i, "number() takes a figure");
                return ExpressionType::of(Kind::number);
            case Operator::population:
                if (role(i).word || role(i).list) fail(i, "population() takes a figure");
                return {What::figure, kind_bit(Kind::count) | kind_bit(Kind::number), false};
            case Operator::gdp:
                if (role(i).word || role(i).kinds != kind_bit(Kind::money)) fail(i, "gdp() takes an amount of money");
                return ExpressionType::of(Kind::money);
            case Operator::fact:
                if (role(i).word || role(i).list) fail(i, "fact() takes a figure");
                return plain_role(i);
            case Operator::count:
                if (!role(i).list)
                    fail(i, "\"" + role(i).name + "\" is no list", "a role is a list where a pattern repeats it");
                return ExpressionType::of(Kind::number);
            case Operator::weekday:
                if (role(i).word || role(i).kinds != kind_bit(Kind::date)) fail(i, "weekday() takes a date");
                return {What::weekday, 0, false};
            case Operator::equal:
            case Operator::not_equal:
            case Operator::less:
            case Operator::less_equal:
            case Operator::greater:
            case Operator::greater_equal:
                return comparison(i);
            case Operator::logical_and:
            case Operator::logical_or:
                truth(i, right(i));
                [[fallthrough]];
            case Operator::logical_not:
                truth(i, left(i));
                return {};
            case Operator::known:
                return {};
            case Operator::bound:
                if (role(i).list || role(i).kinds == kind_bit(Kind::date)) fail(i, "bound() takes a figure");
                return plain_role(i);
            case Operator::exact:
                if (role(i).word || role(i).list) fail(i, "exact() takes a figure");
                return {};
            case Operator::one_period:
            case Operator::alike:
                if (!role(i).list)
                    fail(i, "\"" + role(i).name + "\" is no list",
                         "a role is a list where a pattern repeats it: ( {part:money} )*8");
                return {};
            case Operator::valid:
            case Operator::ordered:
                if (role(i).word) fail(i, "a figure is expected here");
                return {};
            case Operator::same_digits:
            case Operator::slip:
                of_roles(i, 0);
                return {};
            case Operator::whole:
                if (left(i).what != What::figure) fail(i, "whole() takes a value, not " + text_of(left(i)));
                return {};
            case Operator::growth_expected:
                if (role(i).word) fail(i, "growth_expected() takes a figure");
                return {};
        }
        return {};
    }

    void truth(std::size_t i, const ExpressionType& type) {
        if (type.what != What::truth) fail(i, "a condition is expected on both sides, not " + text_of(type));
    }

    ExpressionType constant(std::size_t i) {
        if (!node(i).text.empty())
            return node(i).text == "%" ? ExpressionType::of(Kind::percent) : ExpressionType{What::text, 0, false};
        ExpressionType out = ExpressionType::of(Kind::number);
        out.zero = node(i).constant.is_zero();
        return out;
    }

    /// A role where its reading is asked for.
    /// The node stands in periods( ), which takes words as well as figures.
    bool names_a_time(std::size_t i) const {
        const auto at = static_cast<std::int16_t>(i);
        return std::any_of(expression_.nodes.begin(), expression_.nodes.end(), [&](const Expression::Node& node) {
            return node.op == Operator::periods && (node.left == at || node.right == at);
        });
    }

    ExpressionType plain_role(std::size_t i) {
        if (role(i).word && !names_a_time(i))
            fail(i, "\"" + role(i).name + "\" is a word", "take its sign, value or id: " + role(i).name + ".sign");
        return {What::figure, role(i).kinds, false};
    }

    ExpressionType attribute(std::size_t i) {
        const Attribute of = node(i).attribute;
        const bool of_word = of == Attribute::sign || of == Attribute::value || of == Attribute::id;
        if (of_word != role(i).word)
            fail(i, "\"" + role(i).name + "\" is a " + (role(i).word ? "word" : "figure") + " and has no such attribute");
        if (role(i).list) fail(i, "\"" + role(i).name + "\" is a list", "write sum(" + role(i).name + ")");
        if (of == Attribute::sign || of == Attribute::value) return ExpressionType::of(Kind::number);
        if (of == Attribute::period) return {What::period, 0, false};
        if (of == Attribute::weekday) return {What::weekday, 0, false};
        return {What::text, 0, false};
    }

    /// Every operand that is a role must be a single figure that is not a date.
    bool operand(std::size_t of, std::size_t i) {
        const std::size_t child = of;
        if (types_[child].what != What::figure) {
            fail(i, "a figure is expected on both sides, not " + text_of(types_[child]));
        } else if (node(child).op == Operator::role && role(child).list) {
            fail(child, "\"" + role(child).name + "\" is a list", "write sum(" + role(child).name + ")");
        } else if (types_[child].kinds == kind_bit(Kind::date)) {
            fail(child, "a date is no number",
                 "compare its days: " + (node(child).op == Operator::role ? role(child).name : "role") + ".period");
        }
        return !error_;
    }

    ExpressionType arithmetic(std::size_t i) {
        if (!operand(static_cast<std::size_t>(node(i).left), i) || !operand(static_cast<std::size_t>(node(i).right), i))
            return {};
        const Operator op = node(i).op;
        const bool swap = op == Operator::add || op == Operator::subtract;
        KindMask a_kinds = swap ? beside(left(i).kinds, right(i).kinds) : left(i).kinds;
        KindMask b_kinds = swap ? beside(right(i).kinds, left(i).kinds) : right(i).kinds;
        // Of two levels, whatever they are levels of, the quotient is a ratio.
        if (op == Operator::divide && a_kinds == b_kinds) b_kinds = a_kinds &= ~a_kinds + 1;
        const KindMask kinds = over_pairs(a_kinds, b_kinds, [op](Kind a, Kind b) {
            return op == Operator::multiply ? multiply_kinds(a, b)
                   : op == Operator::divide ? divide_kinds(a, b)
                                            : add_kinds(a, b, op == Operator::subtract);
        });
        if (kinds == 0) {
            const char* verb = op == Operator::add        ? " cannot be added to "
                               : op == Operator::subtract ? " cannot be subtracted from "
                               : op == Operator::multiply ? " cannot be multiplied by "
                                                          : " cannot be divided by ";
            const bool percent = (left(i).kinds | right(i).kinds) & kind_bit(Kind::percent);
            fail(i, text_of(swap ? right(i) : left(i)) + verb + text_of(swap ? left(i) : right(i)),
                 swap && percent ? "a change by a percentage is written from * (1 + by)" : "");
        }
        return {What::figure, kinds, false};
    }

    ExpressionType power(std::size_t i) {
        if (!operand(static_cast<std::size_t>(node(i).left), i)) return {};
        const Node& exponent = node(static_cast<std::size_t>(node(i).right));
        const bool whole = exponent.op == Operator::constant && exponent.text.empty() && exponent.constant.is_integer() &&
                           exponent.constant.sign() >= 0 && exponent.constant <= Rational(1000);
        if (!whole && exponent.op != Operator::years)
            fail(static_cast<std::size_t>(node(i).right), "an exponent is a whole number from 0 to 1000 or years(a, b)");
        const KindMask kinds = over_pairs(left(i).kinds, left(i).kinds,
                                          [](Kind a, Kind) { return pure(a) ? std::optional(Kind::number) : std::nullopt; });
        if (kinds == 0) fail(i, "there is no power of " + text_of(left(i)));
        return {What::figure, kinds, false};
    }

    /// years, rate, periods: two single figures, of these kinds where any are given.
    ExpressionType of_roles(std::size_t i, KindMask kinds) {
        for (const std::int16_t child : {node(i).left, node(i).right}) {
            const auto at = static_cast<std::size_t>(child);
            if (role(at).list && node(i).op != Operator::slip) fail(at, "\"" + role(at).name + "\" is a list");
            if (kinds && !(types_[at].kinds & kinds)) fail(at, "\"" + role(at).name + "\" is not " + kinds_text(kinds));
        }
        return ExpressionType::of(Kind::number);
    }

    ExpressionType comparison(std::size_t i) {
        const ExpressionType& a = left(i);
        const ExpressionType& b = right(i);
        const bool equality = node(i).op == Operator::equal || node(i).op == Operator::not_equal;
        if (a.what == What::truth || b.what == What::truth) {
            fail(i, "a condition cannot be compared", "join conditions by and, or");
        } else if (a.what != b.what) {
            fail(i, text_of(a) + " cannot be compared with " + text_of(b));
        } else if (a.what != What::figure) {
            if (!equality && a.what != What::period) fail(i, text_of(a) + " has no order", "== and != are possible");
        } else if (operand(static_cast<std::size_t>(node(i).left), i) && operand(static_cast<std::size_t>(node(i).right), i)) {
            const bool fits = a.zero || b.zero ||
                              over_pairs(beside(a.kinds, b.kinds), beside(b.kinds, a.kinds),
                                         [](Kind x, Kind y) { return comparable(x, y) ? std::optional(x) : std::nullopt; });
            const KindMask both = a.kinds | b.kinds;
            if (!fits) {
                fail(i, text_of(a) + " cannot be compared with " + text_of(b),
                     both & kind_bit(Kind::point) && both & kind_bit(Kind::percent)
                         ? "the difference of two percentages is in points"
                         : "");
            }
        }
        return {};
    }

    const Expression& expression_;
    const std::vector<std::size_t>& places_;
    const std::vector<Role>& roles_;
    std::vector<ExpressionType> types_;
    std::optional<SourceError> error_;
};

}  // namespace

std::optional<SourceError> check_types(const Expression& expression, const std::vector<std::size_t>& places,
                                       const std::vector<Role>& roles, Wanted wanted) {
    return Checker(expression, places, roles).check(wanted);
}

}  // namespace tieout
