#include "rulebook/pattern_syntax.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rulebook/file_check.hpp"
#include "rulebook/role_types.hpp"
#include "rulebook/rule.hpp"

namespace tieout {
namespace {

constexpr int kMostRepeats = 20;
constexpr int kMostDepth = 20;

class Parser {
public:
    Parser(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles)
        : source_(source), lexicon_(lexicon), roles_(roles) {}

    std::variant<PatternNode, PatternError> run() {
        PatternNode root = alternatives(0);
        if (!error_ && at_ < source_.size()) fail("there is a ')' too many", "");
        if (!error_ && root.children.empty() && root.kind == PatternNode::Kind::sequence) fail("the pattern is empty", "");
        if (error_) return *error_;
        return root;
    }

private:
    PatternNode alternatives(int depth) {
        PatternNode node = sequence(depth);
        if (!peek('|')) return node;
        PatternNode either;
        either.kind = PatternNode::Kind::either;
        either.children.push_back(std::move(node));
        while (!error_ && peek('|')) {
            ++at_;
            either.children.push_back(sequence(depth));
        }
        return either;
    }

    PatternNode sequence(int depth) {
        PatternNode node;
        while (!error_) {
            skip_spaces();
            if (at_ >= source_.size() || source_[at_] == '|' || source_[at_] == ')') break;
            PatternNode item = one(depth);
            if (error_) break;
            node.children.push_back(postfix(std::move(item)));
        }
        return node;
    }

    PatternNode one(int depth) {
        const char c = source_[at_];
        if (c == '(') {
            if (depth >= kMostDepth) return fail("brackets are nested too deeply", "at most 20 levels");
            ++at_;
            PatternNode node = alternatives(depth + 1);
            if (!error_ && !peek(')')) return fail("a '(' is not closed", "write \"(\" in quotes for the sign itself");
            ++at_;
            return node;
        }
        if (c == '{') return capture();
        if (c == '<') return word_class();
        if (source_.substr(at_, 2) == "..") return gap();
        if (source_.substr(at_, 2) == ".!") return any_but();
        if (c == '"') {
            const std::size_t close = source_.find('"', at_ + 1);
            if (close == std::string_view::npos) return fail("a quoted word is not closed", "");
            PatternNode node = text(source_.substr(at_ + 1, close - at_ - 1));
            at_ = close + 1;
            return node;
        }
        const std::size_t start = at_;
        while (at_ < source_.size() && std::string_view(" (){}|<>?*+\"").find(source_[at_]) == std::string_view::npos) ++at_;
        if (at_ == start) return fail("this sign means nothing here", "write it in quotes to match the sign itself");
        return text(source_.substr(start, at_ - start));
    }

    PatternNode postfix(PatternNode item) {
        if (at_ >= source_.size()) return item;
        const char c = source_[at_];
        if (c != '?' && c != '*' && c != '+') return item;
        ++at_;
        PatternNode node;
        node.kind = PatternNode::Kind::repeat;
        node.least = c == '+' ? 1 : 0;
        node.most = 1;
        if (c != '?') {
            const auto most = number();
            if (!most) return fail("a repetition needs its most", "write *8 for none to eight, +8 for one to eight");
            node.most = *most;
            node.lazy = at_ < source_.size() && source_[at_] == '?';
            if (node.lazy) ++at_;
        }
        node.children.push_back(std::move(item));
        return node;
    }

    PatternNode gap() {
        const bool far = source_.substr(at_, 3) == "...";
        at_ += far ? 3 : 2;
        const auto most = number();
        if (!most) return fail("a gap needs its length", "write ..6 for at most six tokens");
        PatternNode step;
        step.kind = PatternNode::Kind::test;
        step.test.what = far ? TokenTest::What::any : TokenTest::What::near;
        if (at_ < source_.size() && source_[at_] == '!' && !barred(step.test)) return {};
        PatternNode node;
        node.kind = PatternNode::Kind::repeat;
        node.most = *most;
        node.lazy = true;
        node.children.push_back(std::move(step));
        return node;
    }

    /// ".!(of in)": one token that is none of these.
    PatternNode any_but() {
        ++at_;
        PatternNode node;
        node.kind = PatternNode::Kind::test;
        node.test.what = TokenTest::What::any;
        if (!barred(node.test)) return {};
        return node;
    }

    /// "!(than since *ed <comparison> {date})": what a gap does not pass.
    bool barred(TokenTest& test) {
        std::size_t close = source_.find(')', at_);
        while (close != std::string_view::npos && source_.substr(close - 1, 3) == "\")\"") close = source_.find(')', close + 1);
        if (source_.substr(at_, 2) != "!(" || close == std::string_view::npos) {
            fail("a gap bars words in brackets", "write ..6!(than *ed <change>)");
            return false;
        }
        std::string_view rest = source_.substr(at_ + 2, close - at_ - 2);
        while (!error_ && !rest.empty()) {
            const std::string_view word = take_word(rest);
            if (word.size() > 2 && word.front() == '<' && word.back() == '>') {
                TokenTest of_class;
                if (read_class(word.substr(1, word.size() - 2), of_class)) test.barred_classes |= of_class.classes;
            } else if (word.size() > 2 && word.front() == '{' && word.back() == '}') {
                const auto kinds = kinds_of(word.substr(1, word.size() - 2));
                if (!kinds)
                    fail("there is no type " + std::string(word), nearest_hint(word.substr(1, word.size() - 2), type_names()));
                test.kinds |= kinds.value_or(0);
            } else if (word.size() > 2 && word.front() == '"' && word.back() == '"') {
                test.barred.emplace_back(word.substr(1, word.size() - 2));
            } else if (!word.empty()) {
                test.barred.push_back(lower(word));
            }
        }
        at_ = close + 1;
        return !error_;
    }

    static std::string lower(std::string_view word) {
        std::string out(word);
        for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        return out;
    }

    PatternNode text(std::string_view word) {
        PatternNode node;
        node.kind = PatternNode::Kind::test;
        node.test.what = TokenTest::What::text;
        node.test.texts = {lower(word)};
        return node;
    }

    PatternNode word_class() {
        const std::size_t close = source_.find('>', at_);
        if (close == std::string_view::npos) return fail("a '<' is not closed", "");
        PatternNode node;
        node.kind = PatternNode::Kind::test;
        if (read_class(source_.substr(at_ + 1, close - at_ - 1), node.test)) at_ = close + 1;
        return node;
    }

    /// "change", "modality:forecast", "cell", "word".
    bool read_class(std::string_view name, TokenTest& test) {
        if (name == "cell" || name == "word") {
            test.what = name == "cell" ? TokenTest::What::border : TokenTest::What::word;
            if (const auto joint = lexicon_.find_class("list-word"); joint && name == "word") test.classes = mask(*joint);
            return true;
        }
        const std::size_t colon = name.find(':');
        const auto found = lexicon_.find_class(name.substr(0, colon));
        if (!found) {
            fail("no lexicon file has a class \"" + std::string(name.substr(0, colon)) + "\"",
                 "see rules/lexicon/ for the classes there are");
            return false;
        }
        test.what = TokenTest::What::classes;
        test.classes = mask(*found);
        if (colon != std::string_view::npos) test.text = name.substr(colon + 1);
        return true;
    }

    /// {role:type ~other !~other @class #metric,metric range} or {role:<class>}; a role inside a repetition is a list.
    PatternNode capture() {
        const std::size_t start = at_;
        const std::size_t close = source_.find('}', at_);
        if (close == std::string_view::npos) return fail("a '{' is not closed", "");
        const std::string_view inside = source_.substr(at_ + 1, close - at_ - 1);
        const std::size_t colon = inside.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return fail("a role needs a name and a type", "write {role:type}, as in {from:money}");
        PatternNode node;
        node.kind = PatternNode::Kind::test;
        std::string_view rest = inside.substr(colon + 1);
        const std::string_view type = take_word(rest);
        Role role;
        role.name = inside.substr(0, colon);
        if (type.size() > 2 && type.front() == '<' && type.back() == '>') {
            if (!read_class(type.substr(1, type.size() - 2), node.test)) return node;
            role.word = true;
        } else if (type == "word") {
            read_class(type, node.test);
            role.word = true;
        } else {
            node.test.what = TokenTest::What::figure;
            const auto kinds = kinds_of(type);
            if (!kinds) return fail("there is no type \"" + std::string(type) + "\"", nearest_hint(type, type_names()));
            node.test.kinds = *kinds;
            role.kinds = node.test.kinds;
        }
        while (!rest.empty() && !error_) condition(take_word(rest), node.test);
        if (error_) {
            error_->offset = start;
            return node;
        }
        node.test.role = role_index(role);
        at_ = close + 1;
        return node;
    }

    void condition(std::string_view word, TokenTest& test) {
        if (word.empty()) return;
        const bool other = word.front() == '!' && word.size() > 1;
        const char sign = word[other ? 1 : 0];
        if (sign == '~' || sign == '<') {
            const auto found = std::find_if(roles_.begin(), roles_.end(),
                                            [&](const Role& role) { return role.name == word.substr(other ? 2 : 1); });
            if (found == roles_.end()) {
                fail("\"" + std::string(word) + "\" names a role that no earlier part of the rule binds", "");
                return;
            }
            const auto role = static_cast<std::int16_t>(found - roles_.begin());
            (sign == '<' ? (other ? test.not_before : test.before) : (other ? test.other_unit_than : test.same_unit_as)) = role;
        } else if (sign == '@') {
            TokenTest column;
            if (read_class(word.substr(other ? 2 : 1), column)) (other ? test.other_column : test.column) = column.classes;
        } else if (word.front() == '#') {
            word.remove_prefix(1);
            while (!word.empty()) {
                const std::size_t comma = std::min(word.find(','), word.size());
                test.metrics.emplace_back(word.substr(0, comma));
                word.remove_prefix(std::min(comma + 1, word.size()));
            }
        } else if (word.front() == '^' && word.size() > 1) {
            test.beginning = word.substr(1);
        } else if (word.front() == '*' && word.size() > 1) {
            test.ending = word.substr(1);
        } else if (const auto form = form_named(word)) {
            test.form = *form;
        } else {
            fail("\"" + std::string(word) + "\" is no condition",
                 "conditions: ~role !~role <role !<role @class !@class #metric ^word *word range reversed malformed hedged "
                 "dated monthly scaled");
        }
    }

    static std::optional<TokenTest::Form> form_named(std::string_view word) {
        if (word == "reversed") return TokenTest::Form::reversed;
        if (word == "range") return TokenTest::Form::range;
        if (word == "malformed") return TokenTest::Form::malformed;
        if (word == "hedged") return TokenTest::Form::hedged;
        if (word == "dated") return TokenTest::Form::dated;
        if (word == "monthly") return TokenTest::Form::monthly;
        if (word == "scaled") return TokenTest::Form::scaled;
        return std::nullopt;
    }

    std::int16_t role_index(const Role& role) {
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i].name != role.name) continue;
            roles_[i].kinds |= role.kinds;
            roles_[i].word |= role.word;
            return static_cast<std::int16_t>(i);
        }
        roles_.push_back(role);
        return static_cast<std::int16_t>(roles_.size() - 1);
    }

    static std::string_view take_word(std::string_view& rest) {
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(end);
        return word;
    }

    std::optional<int> number() {
        int value = 0;
        const std::size_t start = at_;
        while (at_ < source_.size() && source_[at_] >= '0' && source_[at_] <= '9' && value <= kMostRepeats)
            value = value * 10 + (source_[at_++] - '0');
        return at_ > start && value >= 1 && value <= kMostRepeats ? std::optional(value) : std::nullopt;
    }

    bool peek(char c) {
        skip_spaces();
        return at_ < source_.size() && source_[at_] == c;
    }

    void skip_spaces() {
        while (at_ < source_.size() && source_[at_] == ' ') ++at_;
    }

    PatternNode fail(std::string what, std::string hint) {
        if (!error_) error_ = PatternError{at_, std::move(what), std::move(hint)};
        return {};
    }

    std::string_view source_;
    const Lexicon& lexicon_;
    std::vector<Role>& roles_;
    std::size_t at_ = 0;
    std::optional<PatternError> error_;
};

/// Roles bound inside a repetition of more than one take a list.
void mark_lists(const PatternNode& node, bool repeated, std::vector<Role>& roles) {
    if (node.kind == PatternNode::Kind::test && repeated && node.test.role >= 0)
        roles[static_cast<std::size_t>(node.test.role)].list = true;
    for (const PatternNode& child : node.children) {
        mark_lists(child, repeated || (node.kind == PatternNode::Kind::repeat && node.most > 1), roles);
    }
}

}  // namespace

std::variant<PatternNode, PatternError> parse_pattern(std::string_view source, const Lexicon& lexicon,
                                                      std::vector<Role>& roles) {
    auto tree = Parser(source, lexicon, roles).run();
    if (const auto* root = std::get_if<PatternNode>(&tree)) mark_lists(*root, false, roles);
    return tree;
}

}  // namespace tieout
