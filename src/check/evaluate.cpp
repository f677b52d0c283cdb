#include "check/evaluate.hpp"

#include <algorithm>

#include "check/digits.hpp"
#include "check/places.hpp"
#include "check/spans_of_time.hpp"

namespace tieout {
namespace {

using Node = Expression::Node;

/// One pass over an expression: values forwards, then bounds backwards.
class Evaluation {
public:
    Evaluation(const Expression& expression, const Operands& operands, std::int16_t free_role)
        : expression_(expression),
          operands_(operands),
          free_(free_role),
          values_(expression.nodes.size()),
          truths_(expression.nodes.size()) {
        for (std::size_t i = 0; i < expression.nodes.size(); ++i) forward(i);
    }

    Truth truth() const { return truths_.back(); }
    const std::optional<Interval>& value(std::size_t node) const { return values_[node]; }

    std::optional<Interval> narrowed() {
        revise(expression_.nodes.size() - 1);
        return found_;
    }

private:
    const Operand& operand(const Node& node) const { return operands_.roles[static_cast<std::size_t>(node.role)]; }
    const std::optional<Interval>& left(const Node& node) const { return values_[static_cast<std::size_t>(node.left)]; }
    const std::optional<Interval>& right(const Node& node) const { return values_[static_cast<std::size_t>(node.right)]; }

    void forward(std::size_t i) {
        const Node& node = expression_.nodes[i];
        switch (node.op) {
            case Operator::constant:
                if (node.text.empty() || node.text == "%") values_[i] = Interval::point(node.constant);
                break;
            case Operator::role:
                if (node.role == free_) {
                    values_[i].emplace();
                } else if (operand(node).bound && operand(node).parts.size() == 1) {
                    values_[i] = operand(node).parts.front();
                }
                break;
            case Operator::bound:
                values_[i] = bound(node);
                break;
            case Operator::year:
            case Operator::span:
            case Operator::number:
            case Operator::population:
            case Operator::gdp:
            case Operator::fact:
            case Operator::digits:
            case Operator::count:
                values_[i] = property(node);
                break;
            case Operator::sum:
                values_[i] = sum(operand_of_child(node));
                break;
            case Operator::attribute:
                values_[i] = attribute(node);
                break;
            case Operator::add:
                binary(i, [](const Interval& a, const Interval& b) { return a + b; });
                break;
            case Operator::subtract:
                binary(i, [](const Interval& a, const Interval& b) { return a - b; });
                break;
            case Operator::multiply:
                binary(i, [](const Interval& a, const Interval& b) { return a * b; });
                break;
            case Operator::divide:
                binary(i, [](const Interval& a, const Interval& b) { return a / b; });
                break;
            case Operator::power:
                if (left(node)) {
                    if (const auto n = exponent(node)) values_[i] = left(node)->power(*n);
                }
                break;
            case Operator::negate:
                if (left(node)) values_[i] = -*left(node);
                break;
            case Operator::years:
            case Operator::periods:
            case Operator::weekday:
            case Operator::rate:
            case Operator::rate_ever:
                values_[i] = function(node);
                break;
            default:
                truths_[i] = compare(node);
                break;
        }
    }

    template <class F>
    void binary(std::size_t i, F f) {
        const Node& node = expression_.nodes[i];
        if (left(node) && right(node)) values_[i] = f(*left(node), *right(node));
    }

    const Operand& operand_of_child(const Node& node) const {
        return node.role >= 0 ? operand(node) : operand(expression_.nodes[static_cast<std::size_t>(node.left)]);
    }

    std::optional<Interval> sum(const Operand& list) const {
        if (!list.bound) return std::nullopt;
        Interval total = Interval::point(0);
        for (const Interval& part : list.parts) total = total + part;
        return total;
    }

    std::optional<Interval> bound(const Node& node) const {
        if (node.role == free_) return Interval();
        const Claim* claim = claim_of_role(node.role);
        if (!claim || claim->figure.kind == Kind::date) return std::nullopt;
        Magnitude magnitude = claim->figure.magnitude;
        if (magnitude.hedge != Hedge::about) magnitude.hedge = Hedge::none;
        return to_base(reading(magnitude, operands_.tier), claim->figure);
    }

    std::optional<Interval> property(const Node& node) const {
        const Operand& role = operand(node);
        if (!role.bound) return std::nullopt;
        if (node.op == Operator::number && node.role == free_) return Interval();
        if (node.op == Operator::count) return Interval::point(static_cast<int>(std::max(role.parts.size(), role.words)));
        if (!role.claim) return std::nullopt;
        if (node.op == Operator::digits) return Interval::point(significant_digits(role.claim->figure.magnitude.value));
        if (node.op == Operator::population) return people_where(*role.claim, operands_.home);
        if (node.op == Operator::fact) return fact(*role.claim);
        if (node.op == Operator::gdp) return product_where(*role.claim, operands_.home, operands_.rates);
        if (node.op == Operator::number)
            return role.parts.size() == 1 ? std::optional(from_base(role.parts.front(), role.claim->figure)) : std::nullopt;
        if (!role.claim->period) return std::nullopt;
        const Interval years = years_of(*role.claim->period);
        return node.op == Operator::year ? years : Interval::point(*years.width());
    }

    std::optional<Interval> fact(const Claim& claim) const {
        const Fact* known = operands_.facts ? operands_.facts->of(claim) : nullptr;
        if (!known) return std::nullopt;
        return to_base(reading(known->figure.magnitude, operands_.tier), known->figure);
    }

    std::optional<Interval> attribute(const Node& node) const {
        const Operand& role = operand(node);
        if (node.attribute == Attribute::sign && role.word) return Interval::point(role.word->sign);
        if (node.attribute == Attribute::value && role.word) return Interval::point(role.word->value);
        if (node.attribute == Attribute::weekday && role.claim && role.claim->figure.weekday)
            return Interval::point(static_cast<int>(*role.claim->figure.weekday));
        return std::nullopt;
    }

    const Claim* claim_of(std::int16_t child) const {
        const Node& node = expression_.nodes[static_cast<std::size_t>(child)];
        return node.role >= 0 && operand(node).bound ? operand(node).claim : nullptr;
    }

    /// Of a child that names a role; null where nothing stands in it that means something.
    const Operand* bound_operand(std::int16_t child) const {
        const Node& node = expression_.nodes[static_cast<std::size_t>(child)];
        const bool bound = node.role >= 0 && operand(node).bound && (operand(node).word || operand(node).claim);
        return bound ? &operand(node) : nullptr;
    }

    std::optional<Interval> function(const Node& node) const {
        if (node.op == Operator::periods) {
            const Operand* outer = bound_operand(node.left);
            const Operand* inner = bound_operand(node.right);
            if (!outer || !inner) return std::nullopt;
            const Stretch whole = outer->word ? stretch_of(outer->word->id) : stretch_of(*outer->claim);
            return periods_in(whole, inner->word ? stretch_of(inner->word->id).per : inner->claim->figure.per);
        }
        const Claim* a = node.left >= 0 ? claim_of(node.left) : claim_of_role(node.role);
        if (node.op == Operator::weekday) {
            if (!a || !a->figure.period || a->figure.period->grain != Grain::day) return std::nullopt;
            return Interval::point(static_cast<int>(weekday_of(a->figure.period->from)));
        }
        const Claim* b = node.right >= 0 ? claim_of(node.right) : nullptr;
        if (!a || !b) return std::nullopt;
        if (node.op == Operator::years) return years_between(*a, *b);
        if (a->figure.kind == Kind::quantity && b->figure.kind == Kind::quantity) {
            const bool scales = same_dimension(a->figure, b->figure) && a->figure.unit->offset == b->figure.unit->offset;
            return scales ? std::optional(Interval::point(a->figure.unit->factor / b->figure.unit->factor)) : std::nullopt;
        }
        if (!operands_.rates || a->figure.kind != Kind::money || b->figure.kind != Kind::money) return std::nullopt;
        const auto quote = operands_.rates->rate(*a, *b, node.op == Operator::rate_ever);
        return quote ? std::optional(quote->range) : std::nullopt;
    }

    const Claim* claim_of_role(std::int16_t role) const {
        if (role < 0) return nullptr;
        const Operand& found = operands_.roles[static_cast<std::size_t>(role)];
        return found.bound ? found.claim : nullptr;
    }

    std::optional<int> exponent(const Node& node) const {
        const auto& n = right(node);
        if (!n || !n->is_point()) return std::nullopt;
        const auto whole = n->low().value->to_int64();
        if (!whole || *whole < 0 || *whole > 1000) return std::nullopt;
        return static_cast<int>(*whole);
    }

    Truth compare(const Node& node) const;
    std::optional<std::string_view> text_of(std::int16_t child) const;

    void revise(std::size_t root);
    void push(std::size_t i, const Interval& allowed);

    const Expression& expression_;
    const Operands& operands_;
    std::int16_t free_;
    std::vector<std::optional<Interval>> values_;
    std::vector<Truth> truths_;
    std::optional<Interval> found_;
};

Truth both(Truth a, Truth b) {
    if (a == Truth::no || b == Truth::no) return Truth::no;
    return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth opposite(Truth a) {
    return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes;
}

Truth as_truth(bool value) {
    return value ? Truth::yes : Truth::no;
}

/// Some value of `a` is below (or, unless strict, at) some value of `b`.
bool can_be_below(const Interval& a, const Interval& b, bool strict) {
    if (a.is_empty() || b.is_empty()) return false;
    if (a.low().infinite() || b.high().infinite()) return true;
    const auto order = *a.low().value <=> *b.high().value;
    if (order != 0) return order < 0;
    return !strict && a.low().closed && b.high().closed;
}

/// What an operand's figures add up to as they are written.
Rational written_sum(const Operand& operand) {
    if (operand.list.empty()) return operand.claim ? operand.claim->figure.magnitude.value : Rational();
    Rational sum;
    for (const Claim* claim : operand.list) sum = sum + claim->figure.magnitude.value;
    return sum;
}

Truth Evaluation::compare(const Node& node) const {
    switch (node.op) {
        case Operator::logical_and:
            return both(truths_[static_cast<std::size_t>(node.left)], truths_[static_cast<std::size_t>(node.right)]);
        case Operator::logical_or:
            return opposite(both(opposite(truths_[static_cast<std::size_t>(node.left)]),
                                 opposite(truths_[static_cast<std::size_t>(node.right)])));
        case Operator::logical_not:
            return opposite(truths_[static_cast<std::size_t>(node.left)]);
        case Operator::exact: {
            const Claim* claim = claim_of_role(node.role);
            if (!claim) return Truth::unknown;
            if (claim->figure.kind == Kind::date) return as_truth(claim->figure.explicit_year);
            return as_truth(claim->figure.magnitude.shape == Shape::exact);
        }
        case Operator::one_period:
            return as_truth(operand(node).one_period);
        case Operator::alike:
            return as_truth(operand(node).alike);
        case Operator::growth_expected: {
            const Claim* claim = node.left >= 0 ? claim_of(node.left) : claim_of_role(node.role);
            return claim ? as_truth(!claim->growth.empty()) : Truth::unknown;
        }
        case Operator::valid:
        case Operator::ordered: {
            const Claim* claim = claim_of_role(node.role);
            if (!claim) return Truth::unknown;
            return as_truth(node.op == Operator::valid ? claim->figure.valid : !claim->figure.reversed);
        }
        case Operator::same_digits: {
            const Claim* a = claim_of(node.left);
            const Claim* b = claim_of(node.right);
            return a && b ? as_truth(digits_exchanged(a->figure.magnitude.value, b->figure.magnitude.value)) : Truth::unknown;
        }
        case Operator::slip: {
            const Operand* a = bound_operand(node.left);
            const Operand* b = bound_operand(node.right);
            return a && b ? as_truth(one_slip_apart(written_sum(*a), written_sum(*b))) : Truth::unknown;
        }
        case Operator::whole:
            return left(node) ? as_truth(left(node)->contains_whole()) : Truth::unknown;
        case Operator::known: {
            const Node& child = node.left >= 0 ? expression_.nodes[static_cast<std::size_t>(node.left)] : node;
            const Claim* claim = claim_of_role(child.role);
            if (!claim) return Truth::no;
            if (child.attribute == Attribute::period) return as_truth(claim->period.has_value());
            if (child.attribute == Attribute::weekday) return as_truth(claim->figure.weekday.has_value());
            if (child.attribute == Attribute::metric) return as_truth(!claim->metric.empty());
            if (child.attribute == Attribute::scope) return as_truth(!claim->scope.empty());
            if (child.attribute == Attribute::hedge) return as_truth(claim->figure.magnitude.hedge != Hedge::none);
            if (child.attribute == Attribute::unit) return as_truth(!unit_code(claim->figure).empty());
            return Truth::yes;
        }
        default:
            break;
    }
    if (node.left < 0 || node.right < 0) return Truth::unknown;
    const Node& a = expression_.nodes[static_cast<std::size_t>(node.left)];
    const Node& b = expression_.nodes[static_cast<std::size_t>(node.right)];
    if (a.attribute == Attribute::period && b.attribute == Attribute::period) {
        const Claim* first = claim_of_role(a.role);
        const Claim* second = claim_of_role(b.role);
        if (!first || !second || !first->period || !second->period) return Truth::unknown;
        // "Last year" and 2020: which is the earlier, an undated draft does not say.
        if (first->period->guessed != second->period->guessed) return Truth::unknown;
        return compare_periods(*first->period, node.op, *second->period) ? Truth::yes : Truth::no;
    }
    if (const auto x = text_of(node.left), y = text_of(node.right); x && y) {
        if (x->empty() && b.op == Operator::attribute) return Truth::unknown;
        return as_truth((*x == *y) == (node.op == Operator::equal));
    }
    if (!left(node) || !right(node)) return Truth::unknown;
    const Interval& l = *left(node);
    const Interval& r = *right(node);
    switch (node.op) {
        case Operator::equal:
            return as_truth(!l.intersect(r).is_empty());
        case Operator::not_equal:
            return as_truth(!(l.is_point() && r.is_point() && l == r));
        case Operator::less:
            return as_truth(can_be_below(l, r, true));
        case Operator::less_equal:
            return as_truth(can_be_below(l, r, false));
        case Operator::greater:
            return as_truth(can_be_below(r, l, true));
        case Operator::greater_equal:
            return as_truth(can_be_below(r, l, false));
        default:
            return Truth::unknown;
    }
}

std::optional<std::string_view> Evaluation::text_of(std::int16_t child) const {
    const Node& node = expression_.nodes[static_cast<std::size_t>(child)];
    if (node.op == Operator::constant && !node.text.empty() && node.text != "%") return node.text;
    if (node.op != Operator::attribute) return std::nullopt;
    const Operand& role = operand(node);
    switch (node.attribute) {
        case Attribute::metric:
            return role.claim ? std::optional<std::string_view>(role.claim->metric) : std::nullopt;
        case Attribute::scope:
            return role.claim ? std::optional<std::string_view>(role.claim->scope) : std::nullopt;
        case Attribute::modality:
            return role.claim ? std::optional(to_string(role.claim->modality)) : std::nullopt;
        case Attribute::unit:
            return role.claim ? std::optional(unit_code(role.claim->figure)) : std::nullopt;
        case Attribute::per:
            return role.claim ? std::optional(per_code(role.claim->figure)) : std::nullopt;
        case Attribute::hedge:
            return role.claim ? std::optional(to_string(role.claim->figure.magnitude.hedge)) : std::nullopt;
        case Attribute::id:
            return role.word ? std::optional<std::string_view>(role.word->id) : std::nullopt;
        default:
            return std::nullopt;
    }
}

void Evaluation::revise(std::size_t root) {
    const Node& node = expression_.nodes[root];
    if (node.op == Operator::logical_and) {
        revise(static_cast<std::size_t>(node.left));
        revise(static_cast<std::size_t>(node.right));
        return;
    }
    if (node.op == Operator::logical_or)
        return revise(static_cast<std::size_t>(node.left));  // the first alternative is the one meant
    if (node.left < 0 || node.right < 0 || !left(node) || !right(node)) return;
    const Interval l = *left(node);
    const Interval r = *right(node);
    const auto at_most = [](const Interval& other) { return Interval({}, other.high()); };
    const auto at_least = [](const Interval& other) { return Interval(other.low(), {}); };
    const auto first = static_cast<std::size_t>(node.left);
    const auto second = static_cast<std::size_t>(node.right);
    switch (node.op) {
        case Operator::equal:
            push(first, r);
            push(second, l);
            break;
        case Operator::less:
        case Operator::less_equal:
            push(first, at_most(r));
            push(second, at_least(l));
            break;
        case Operator::greater:
        case Operator::greater_equal:
            push(first, at_least(r));
            push(second, at_most(l));
            break;
        default:
            break;
    }
}

void Evaluation::push(std::size_t i, const Interval& allowed) {
    const Node& node = expression_.nodes[i];
    if (!values_[i]) return;
    const Interval here = values_[i]->intersect(allowed);
    if (node.op == Operator::role || node.op == Operator::bound) {
        if (node.role == free_) found_ = found_ ? found_->intersect(here) : here;
        return;
    }
    if (node.op == Operator::number) {
        const Interval based = operand(node).claim ? to_base(here, operand(node).claim->figure) : here;
        if (node.role == free_) found_ = found_ ? found_->intersect(based) : based;
        return;
    }
    if (node.op == Operator::negate) {
        push(static_cast<std::size_t>(node.left), -here);
        return;
    }
    if (node.left < 0 || node.right < 0 || !left(node)) return;
    const auto first = static_cast<std::size_t>(node.left);
    const auto second = static_cast<std::size_t>(node.right);
    if (node.op == Operator::power) {
        if (const auto n = exponent(node); n && *n > 0) push(first, here.root(*n));
        return;
    }
    if (!right(node)) return;
    const Interval l = *left(node);
    const Interval r = *right(node);
    switch (node.op) {
        case Operator::add:
            push(first, here - r);
            push(second, here - l);
            break;
        case Operator::subtract:
            push(first, here + r);
            push(second, l - here);
            break;
        case Operator::multiply:
            push(first, here / r);
            push(second, here / l);
            break;
        case Operator::divide:
            push(first, here * r);
            push(second, l / here);
            break;
        default:
            break;
    }
}

}  // namespace

Truth satisfiable(const Expression& expression, const Operands& operands) {
    if (expression.empty()) return Truth::yes;
    return Evaluation(expression, operands, -2).truth();
}

std::optional<Interval> expected(const Expression& expression, const Operands& operands, std::int16_t role) {
    auto found = Evaluation(expression, operands, role).narrowed();
    if (!found || found->is_empty() || (found->low().infinite() && found->high().infinite())) return std::nullopt;
    return found;
}

std::optional<Interval> value_of(const Expression& expression, std::int16_t node, const Operands& operands) {
    return Evaluation(expression, operands, -2).value(static_cast<std::size_t>(node));
}

bool all_bound(const Expression& expression, const Operands& operands) {
    return std::all_of(expression.nodes.begin(), expression.nodes.end(), [&](const Node& node) {
        return node.role < 0 || operands.roles[static_cast<std::size_t>(node.role)].bound;
    });
}

}  // namespace tieout
