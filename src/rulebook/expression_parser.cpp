#include "rulebook/expression_parser.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "rulebook/expression_types.hpp"
#include "rulebook/expression_words.hpp"
#include "rulebook/file_check.hpp"

namespace tieout {
namespace {

constexpr int kDepth = 48;  ///< of parentheses and signs
constexpr std::size_t kNodes = 1000;

class Parser {
public:
    Parser(std::string_view source, const std::vector<Role>& roles, Expression& out)
        : source_(source), roles_(roles), out_(out) {}

    std::optional<SourceError> parse(Wanted wanted) {
        disjunction(0);
        blanks();
        if (!error_ && at_ < source_.size())
            fail(at_, "nothing can follow here", source_[at_] == '=' ? "equality is written ==" : "");
        if (error_) return error_;
        return check_types(out_, places_, roles_, wanted);
    }

private:
    std::int16_t fail(std::size_t at, std::string what, std::string hint = {}) {
        if (!error_) error_ = SourceError{at, std::move(what), std::move(hint)};
        return 0;
    }

    void blanks() {
        while (at_ < source_.size() && source_[at_] == ' ') ++at_;
    }

    bool take(std::string_view symbol) {
        blanks();
        if (source_.substr(at_, symbol.size()) != symbol) return false;
        at_ += symbol.size();
        return true;
    }

    static bool in_name(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }

    bool take_word(std::string_view word) {
        blanks();
        if (source_.substr(at_, word.size()) != word) return false;
        if (at_ + word.size() < source_.size() && in_name(source_[at_ + word.size()])) return false;
        at_ += word.size();
        return true;
    }

    std::string name() {
        blanks();
        const std::size_t start = at_;
        while (at_ < source_.size() && in_name(source_[at_])) ++at_;
        return std::string(source_.substr(start, at_ - start));
    }

    std::int16_t node(Expression::Node node, std::size_t at) {
        if (out_.nodes.size() >= kNodes) return fail(at, "this expression is too long");
        out_.nodes.push_back(std::move(node));
        places_.push_back(at);
        return static_cast<std::int16_t>(out_.nodes.size() - 1);
    }

    std::int16_t binary(Operator op, std::int16_t left, std::int16_t right, std::size_t at) {
        Expression::Node out;
        out.op = op;
        out.left = left;
        out.right = right;
        return node(std::move(out), at);
    }

    template <class Operand>
    std::int16_t joined(std::string_view word, Operator op, Operand operand) {
        std::int16_t left = operand();
        while (!error_ && take_word(word)) {
            const std::size_t at = at_ - word.size();
            left = binary(op, left, operand(), at);
        }
        return left;
    }

    std::int16_t disjunction(int depth) {
        return joined("or", Operator::logical_or, [&] { return conjunction(depth); });
    }

    std::int16_t conjunction(int depth) {
        return joined("and", Operator::logical_and, [&] { return negation(depth); });
    }

    std::int16_t negation(int depth) {
        if (depth > kDepth) return fail(at_, "this expression nests too deep");
        if (!take_word("not")) return comparison(depth);
        const std::size_t at = at_ - 3;
        return binary(Operator::logical_not, negation(depth + 1), -1, at);
    }

    std::int16_t comparison(int depth) {
        const std::int16_t left = sum(depth);
        if (error_) return left;
        for (const Symbol& symbol : kComparisons) {
            if (!take(symbol.text)) continue;
            const std::size_t at = at_ - std::string_view(symbol.text).size();
            const std::int16_t out = binary(symbol.op, left, sum(depth), at);
            blanks();
            for (const Symbol& next : kComparisons) {
                if (!error_ && source_.substr(at_, std::string_view(next.text).size()) == next.text)
                    return fail(at_, "comparisons do not chain", "write a < b and b < c");
            }
            return out;
        }
        return left;
    }

    template <std::size_t N, class Operand>
    std::int16_t chain(const Symbol (&symbols)[N], Operand operand) {
        std::int16_t left = operand();
        for (bool more = true; more && !error_;) {
            more = false;
            for (const Symbol& symbol : symbols) {
                if (!take(symbol.text)) continue;
                const std::size_t at = at_ - std::string_view(symbol.text).size();
                left = binary(symbol.op, left, operand(), at);
                more = true;
                break;
            }
        }
        return left;
    }

    std::int16_t sum(int depth) {
        return chain(kSums, [&] { return product(depth); });
    }

    std::int16_t product(int depth) {
        return chain(kProducts, [&] { return unary(depth); });
    }

    std::int16_t unary(int depth) {
        if (depth > kDepth) return fail(at_, "this expression nests too deep");
        if (take("-") || take("\xE2\x88\x92")) {
            const std::size_t at = at_ - 1;
            return binary(Operator::negate, unary(depth + 1), -1, at);
        }
        const std::int16_t base = primary(depth);
        if (error_ || !take("^")) return base;
        const std::size_t at = at_ - 1;
        return binary(Operator::power, base, unary(depth + 1), at);
    }

    std::int16_t primary(int depth) {
        blanks();
        const std::size_t at = at_;
        if (at_ >= source_.size()) return fail(at_, "a role or a number is expected where the expression ends");
        const char c = source_[at_];
        if (take("(")) {
            const std::int16_t inner = disjunction(depth + 1);
            if (!error_ && !take(")")) fail(at_, "')' is expected here");
            return inner;
        }
        if (is_ascii_digit(c)) return number();
        if (c == '\'' || c == '"') return text(c);
        if (!is_ascii_letter(c)) return fail(at_, "a role or a number is expected here");
        const std::string word = name();
        if (take("(")) return call(word, at, depth);
        if (take(".")) return attribute(word, at);
        return role(word, at);
    }

    std::int16_t number() {
        const std::size_t start = at_;
        while (at_ < source_.size() && (is_ascii_digit(source_[at_]) || source_[at_] == '.')) ++at_;
        Expression::Node out;
        const std::optional<Rational> value = Rational::parse(source_.substr(start, at_ - start));
        if (!value) return fail(start, "this is not a number");
        out.constant = *value;
        if (take("%")) {
            out.constant = *value / Rational(100);
            out.text = "%";
        }
        return node(std::move(out), start);
    }

    std::int16_t text(char quote) {
        const std::size_t start = at_++;
        const std::size_t end = source_.find(quote, at_);
        if (end == std::string_view::npos) return fail(start, "this text never ends");
        Expression::Node out;
        out.text = std::string(source_.substr(at_, end - at_));
        if (out.text.empty() || out.text == "%") return fail(start, "an id is expected between the quotes");
        at_ = end + 1;
        return node(std::move(out), start);
    }

    std::int16_t find_role(const std::string& word, std::size_t at) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i].name == word) return static_cast<std::int16_t>(i);
            names.push_back(roles_[i].name);
        }
        fail(at, word.empty() ? "a role is expected here" : "there is no role \"" + word + "\"", nearest_hint(word, names));
        return -1;
    }

    std::int16_t role(const std::string& word, std::size_t at) {
        Expression::Node out;
        out.op = Operator::role;
        out.role = find_role(word, at);
        return error_ ? std::int16_t{0} : node(std::move(out), at);
    }

    std::int16_t attribute(const std::string& word, std::size_t at) {
        Expression::Node out;
        out.op = Operator::attribute;
        out.role = find_role(word, at);
        const std::size_t place = at_;
        const std::string of = name();
        std::vector<std::string> names;
        for (const AttributeName& known : kAttributes) {
            if (of == known.name) out.attribute = known.attribute;
            names.emplace_back(known.name);
        }
        if (out.attribute == Attribute::none) fail(place, "there is no attribute \"" + of + "\"", nearest_hint(of, names));
        return error_ ? std::int16_t{0} : node(std::move(out), at);
    }

    std::int16_t call(const std::string& word, std::size_t at, int depth) {
        Expression::Node out;
        std::vector<std::string> names = {"known"};
        const FunctionName* function = nullptr;
        for (const FunctionName& known : kFunctions) {
            if (word == known.name) function = &known;
            names.emplace_back(known.name);
        }
        if (word == "known") {
            out.op = Operator::known;
            const std::size_t place = (blanks(), at_);
            const std::string of = name();
            if (!take(".")) return fail(at_, "known() takes an attribute of a role", "known(later.period)");
            out.left = attribute(of, place);
        } else if (!function) {
            return fail(at, "there is no function \"" + word + "\"", nearest_hint(word, names));
        } else {
            out.op = function->op;
            const std::size_t first = (blanks(), at_);
            if (function->roles == 0) {
                out.left = sum(depth + 1);
            } else if (function->roles == 1) {
                out.role = find_role(name(), first);
            } else {
                out.left = role(name(), first);
                if (!error_ && !take(",")) fail(at_, word + "() takes two roles");
                const std::size_t second = (blanks(), at_);
                if (!error_) out.right = role(name(), second);
            }
        }
        if (!error_ && !take(")")) fail(at_, "')' is expected here");
        return error_ ? std::int16_t{0} : node(std::move(out), at);
    }

    std::string_view source_;
    const std::vector<Role>& roles_;
    Expression& out_;
    std::size_t at_ = 0;
    std::vector<std::size_t> places_;
    std::optional<SourceError> error_;
};

}  // namespace

std::optional<SourceError> parse_expression(std::string_view source, const std::vector<Role>& roles, Wanted wanted,
                                            Expression& out) {
    out = {};
    out.source = std::string(source);
    return Parser(source, roles, out).parse(wanted);
}

}  // namespace tieout
