#include "check/working.hpp"

#include "check/evaluate.hpp"
#include "check/style.hpp"

namespace tieout {
namespace {

using Node = Expression::Node;

/// Gives each rate as the single value that the line names, so that the line can be repeated by hand.
class NamedRates : public RateSource {
public:
    explicit NamedRates(const RateSource* rates) : rates_(rates) {}
    std::optional<RateQuote> rate(const Claim& from, const Claim& to, bool ever) const override {
        auto quote = rates_ ? rates_->rate(from, to, ever) : std::nullopt;
        if (quote) quote->range = Interval::point(quote->rate);
        return quote;
    }

private:
    const RateSource* rates_;
};

/// The operands as the figures stand, without their rounding: what is worked out of them can then be repeated by hand.
Operands as_written(Operands operands) {
    const auto plain = [](const Claim& claim, Interval& value) {
        const Magnitude& magnitude = claim.figure.magnitude;
        if (claim.figure.kind == Kind::date) return;
        if (magnitude.shape == Shape::point || magnitude.shape == Shape::exact)
            value = to_base(Interval::point(magnitude.value), claim.figure);
        else if (magnitude.shape == Shape::range)
            value = to_base(Interval::closed(min(magnitude.value, magnitude.high), max(magnitude.value, magnitude.high)), claim.figure);
    };
    for (Operand& operand : operands.roles) {
        for (std::size_t i = 0; i < operand.parts.size(); ++i) {
            const Claim* claim = operand.list.empty() ? operand.claim : operand.list[i];
            if (claim) plain(*claim, operand.parts[i]);
        }
    }
    return operands;
}

class Writer {
public:
    Writer(const Expression& expression, const Operands& operands, const Document& document, Language language)
        : expression_(expression), operands_(operands), document_(document), language_(language) {}

    /// "a = b: c" lines for an equation, "a, b" for a comparison; empty where nothing can be shown.
    std::vector<std::string> lines() {
        std::vector<std::string> out;
        equation(expression_.nodes.size() - 1, out);
        for (std::string& note : notes_) out.push_back(std::move(note));
        return out;
    }

private:
    static bool is_figure(const Node& node) { return node.op == Operator::role || node.op == Operator::bound; }
    const Node& at(std::int16_t i) const { return expression_.nodes[static_cast<std::size_t>(i)]; }

    void equation(std::size_t i, std::vector<std::string>& out) {
        const Node& node = expression_.nodes[i];
        if (node.op == Operator::logical_and) {
            equation(static_cast<std::size_t>(node.left), out);
            equation(static_cast<std::size_t>(node.right), out);
            return;
        }
        if (node.op == Operator::logical_or) return equation(static_cast<std::size_t>(node.left), out);
        if (node.left < 0 || node.right < 0) return;
        // The side that is a single figure is the one compared with; the other is worked out in its unit.
        const bool left_is_figure = is_figure(at(node.left)) || at(node.left).op == Operator::sum;
        const std::int16_t figure = left_is_figure ? node.left : node.right;
        const std::int16_t worked = left_is_figure ? node.right : node.left;
        const Claim* like = claim_of(figure);
        const auto value = value_of(expression_, worked, operands_);
        const auto middle = value ? value->middle() : std::nullopt;
        const std::string expression = render(worked, 0);
        if (!like || expression.empty()) return;
        if (at(worked).op == Operator::fact) return known(at(worked), figure, out);
        const bool bare = is_figure(at(worked));
        if (bare) {
            if (const auto line = comparison(node)) out.push_back(*line);
            return;
        }
        if (node.op != Operator::equal) return;  // a bound says nothing that an editor would work out
        std::string line = expression;
        if (middle) line += " = " + write_value(*middle, *like, language_);
        const bool ko = language_ == Language::ko;
        line += ko ? "; 적힌 값 " : "; written: ";
        line += render(figure, 0);
        out.push_back(std::move(line));
    }

    /// "facts: 302조원 (annual report); written: 320조원".
    void known(const Node& node, std::int16_t figure, std::vector<std::string>& out) {
        const Claim* claim = claim_of(figure);
        const Fact* fact = claim && operands_.facts && node.op == Operator::fact ? operands_.facts->of(*claim) : nullptr;
        if (!fact) return;
        const bool ko = language_ == Language::ko;
        const std::string source = fact->source.empty() ? "" : " (" + fact->source + ")";
        out.push_back((ko ? "자료 " : "facts: ") + fact->text + source + (ko ? "; 적힌 값 " : "; written: ") +
                      render(figure, 0));
    }

    /// "3억달러 < 13억달러", as the two figures stand to each other.
    std::optional<std::string> comparison(const Node& node) {
        const auto left = value_of(expression_, node.left, operands_);
        const auto right = value_of(expression_, node.right, operands_);
        const auto a = left ? left->middle() : std::nullopt;
        const auto b = right ? right->middle() : std::nullopt;
        if (!a || !b) return std::nullopt;
        return render(node.left, 0) + (*a < *b ? " < " : *b < *a ? " > " : " = ") + render(node.right, 0);
    }

    const Claim* claim_of(std::int16_t i) const {
        const Node& node = at(i);
        if (node.op == Operator::sum && node.left >= 0) return claim_of(node.left);
        return node.role >= 0 ? operands_.roles[static_cast<std::size_t>(node.role)].claim : nullptr;
    }

    /// `outer`: how tightly the surroundings bind (0 sum, 1 product, 2 power), for brackets.
    std::string render(std::int16_t i, int outer) {
        const Node& node = at(i);
        switch (node.op) {
            case Operator::constant:
                return node.text == "%" ? (node.constant * Rational(100)).to_decimal() + "%" : node.constant.to_decimal();
            case Operator::role:
            case Operator::bound: {
                const Claim* claim = operands_.roles[static_cast<std::size_t>(node.role)].claim;
                return claim ? written(*claim, document_) : "";
            }
            case Operator::add:
            case Operator::subtract:
                return signed_sum(node, outer);
            case Operator::multiply:
                return bracket(render(node.left, 1) + " × " + render(node.right, 1), outer > 1);
            case Operator::divide:
                return bracket(render(node.left, 1) + " ÷ " + render(node.right, 2), outer > 1);
            case Operator::power:
                return render(node.left, 2) + "^" + render(node.right, 2);
            case Operator::negate:
                return "−" + render(node.left, 2);
            case Operator::sum:
                return listed_sum(operands_.roles[static_cast<std::size_t>(node.role)], outer);
            case Operator::rate:
            case Operator::rate_ever:
                return rate(node);
            default: {
                const auto value = value_of(expression_, i, operands_);
                if (!value) return "";
                if (value->is_point()) return value->low().value->to_decimal();
                return value->low().infinite() || value->high().infinite()
                           ? ""
                           : value->low().value->to_decimal() + "–" + value->high().value->to_decimal();
            }
        }
    }

    /// a + sign × b reads as "a + b" or "a − b", whichever the captured word says.
    std::string signed_sum(const Node& node, int outer) {
        bool minus = node.op == Operator::subtract;
        std::string right;
        const Node& second = at(node.right);
        if (second.op == Operator::multiply && at(second.left).attribute == Attribute::sign) {
            const auto sign = value_of(expression_, second.left, operands_);
            if (sign && sign->is_point() && sign->low().value->sign() < 0) minus = !minus;
            right = render(second.right, 1);
        } else {
            right = render(node.right, 1);
        }
        return bracket(render(node.left, 0) + (minus ? " − " : " + ") + right, outer > 0);
    }

    std::string listed_sum(const Operand& list, int outer) const {
        if (list.list.empty()) return list.claim ? written(*list.claim, document_) : std::string();
        std::string out;
        for (const Claim* claim : list.list) (out += out.empty() ? "" : " + ") += written(*claim, document_);
        return bracket(out, outer > 0);
    }

    static std::string bracket(std::string text, bool needed) { return needed ? "(" + text + ")" : text; }

    std::string rate(const Node& node) {
        const Claim* from = claim_of(node.left);
        const Claim* to = claim_of(node.right);
        const auto quote =
            from && to && operands_.rates ? operands_.rates->rate(*from, *to, node.op == Operator::rate_ever) : std::nullopt;
        if (!quote) return "";
        const bool ko = language_ == Language::ko;
        if (!quote->on) {
            notes_.push_back((ko ? "환율: 기사에 나온 1 " : "Rate: the draft's own, 1 ") + from->figure.unit->code + " = " +
                             quote->rate.to_decimal(significant_places(quote->rate)) + " " + to->figure.unit->code);
        } else {
            notes_.push_back((ko ? "환율: " : "Rate: ") + to_string(*quote->on) + (ko ? " 기준 1 " : ", 1 ") +
                             from->figure.unit->code + " = " + quote->rate.to_decimal(significant_places(quote->rate)) + " " +
                             to->figure.unit->code);
        }
        return quote->rate.to_decimal(significant_places(quote->rate));
    }

    /// Places after the point that give a rate about six significant digits.
    static int significant_places(const Rational& rate) { return rate.is_zero() ? 2 : std::max(0, 5 - rate.abs().magnitude()); }

    const Expression& expression_;
    const Operands& operands_;
    const Document& document_;
    Language language_;
    std::vector<std::string> notes_;
};

}  // namespace

std::string written(const Claim& claim, const Document& document) {
    return std::string(claim.figure.core.of(document.text));
}

std::string write_value(const Rational& in_base, const Claim& like, Language language) {
    const ToBase way = to_base(like.figure);
    const Rational value = (in_base - way.offset) / way.factor;
    return write_amount(value, like.figure.unit, like.figure.kind, like.figure.noun, language);
}

std::vector<std::string> write_working(const Expression& constraint, const Operands& operands, const Document& document,
                                       Language language) {
    if (constraint.empty()) return {};
    const NamedRates rates(operands.rates);
    Operands named = as_written(operands);
    named.rates = &rates;
    return Writer(constraint, named, document, language).lines();
}

std::vector<std::string> write_implied(const Relation& relation, const Operands& operands, const Document& document,
                                       Language language) {
    std::vector<std::string> out;
    for (const Expression& constraint : relation.rule->constraints) {
        std::int16_t missing = -1;
        int count = 0;
        for (const Node& node : constraint.nodes) {
            if (node.op != Operator::role || operands.roles[static_cast<std::size_t>(node.role)].bound || node.role == missing)
                continue;
            missing = node.role;
            ++count;
        }
        if (count != 1) continue;
        const Operands exact = as_written(operands);
        std::string given;
        const Claim* like = nullptr;
        for (const Operand& operand : exact.roles) {
            if (!operand.claim || operand.parts.size() != 1) continue;
            (given += given.empty() ? "" : ", ") += written(*operand.claim, document);
            const std::uint32_t kinds = relation.rule->roles[static_cast<std::size_t>(missing)].kinds;
            if (!like && kinds & 1u << static_cast<unsigned>(operand.claim->figure.kind)) like = operand.claim;
        }
        const auto found = expected(constraint, exact, missing);
        const auto middle = found ? found->middle() : std::nullopt;
        if (!like || !middle) continue;
        out.push_back(given + " → " + relation.rule->roles[static_cast<std::size_t>(missing)].name + " = " +
                      write_value(*middle, *like, language));
    }
    return out;
}

}  // namespace tieout
