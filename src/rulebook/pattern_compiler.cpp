#include "rulebook/pattern_compiler.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <unordered_map>

#include "rulebook/pattern_syntax.hpp"
#include "rulebook/rule.hpp"

namespace tieout {
namespace {

constexpr std::size_t kMostStates = 1000;

/// Lays a syntax tree out as states. Every construct leads on to the state that is written next.
class Compiler {
public:
    explicit Compiler(Pattern& pattern) : pattern_(pattern) {}

    bool run(const PatternNode& root) {
        if (!emit(root)) return false;
        add(Pattern::State::Kind::match);
        note_reach();
        pattern_.needs = needs_of(root);
        note_milestones(root, 0);
        return true;
    }

private:
    std::uint16_t here() const { return static_cast<std::uint16_t>(pattern_.states.size()); }

    std::uint16_t add(Pattern::State::Kind kind) {
        Pattern::State state;
        state.kind = kind;
        state.next = static_cast<std::uint16_t>(here() + 1);
        pattern_.states.push_back(state);
        return static_cast<std::uint16_t>(here() - 1);
    }

    bool emit(const PatternNode& node) {
        if (pattern_.states.size() > kMostStates) return false;
        switch (node.kind) {
            case PatternNode::Kind::test:
                return emit_test(node, node.test);
            case PatternNode::Kind::sequence:
                return std::all_of(node.children.begin(), node.children.end(),
                                   [this](const PatternNode& child) { return emit(child); });
            case PatternNode::Kind::either:
                return emit_either(node);
            case PatternNode::Kind::repeat:
                return emit_repeat(node);
        }
        return false;
    }

    /// However often a node is laid out, its test is the same.
    bool emit_test(const PatternNode& node, const TokenTest& test) {
        const std::uint16_t state = add(Pattern::State::Kind::test);
        const auto [known, first] = tests_.try_emplace(&node, static_cast<std::uint16_t>(pattern_.tests.size()));
        pattern_.states[state].test = known->second;
        if (!first) return true;
        pattern_.tests.emplace_back(test).bars = bars_of(test);
        pattern_.gates.push_back(gate_of(test));
        return true;
    }

    /// Words of which any one will do are one test.
    static std::optional<TokenTest> as_one_test(const PatternNode& either) {
        TokenTest one = either.children[0].test;
        one.texts.clear();
        for (const PatternNode& child : either.children) {
            const bool word = child.kind == PatternNode::Kind::test && child.test.what == TokenTest::What::text;
            if (!word || child.test.role != one.role) return std::nullopt;
            one.texts.insert(one.texts.end(), child.test.texts.begin(), child.test.texts.end());
        }
        return one;
    }

    bool emit_either(const PatternNode& node) {
        if (const auto one = as_one_test(node)) return emit_test(node, *one);
        std::vector<std::uint16_t> ends;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const bool last = i + 1 == node.children.size();
            const std::uint16_t split = last ? std::uint16_t{0} : add(Pattern::State::Kind::split);
            if (!emit(node.children[i])) return false;
            if (last) break;
            ends.push_back(add(Pattern::State::Kind::split));
            pattern_.states[split].second = here();
        }
        for (const std::uint16_t end : ends) pattern_.states[end].next = pattern_.states[end].second = here();
        return true;
    }

    /// Copies of the child; those beyond the least number may each be left out. A gap is left as soon as possible, anything
    /// else late.
    bool emit_repeat(const PatternNode& node) {
        std::vector<std::uint16_t> exits;
        for (int i = 0; i < node.most; ++i) {
            if (i >= node.least) exits.push_back(add(Pattern::State::Kind::split));
            if (!emit(node.children[0])) return false;
        }
        for (const std::uint16_t exit : exits) {
            Pattern::State& split = pattern_.states[exit];
            const std::uint16_t inside = split.next;
            split.next = node.lazy ? here() : inside;
            split.second = node.lazy ? inside : here();
        }
        return true;
    }

    /// Where a thread can stand: at the start, and behind a test. Splits lead forwards only, so the depth is the pattern's
    /// length.
    void note_reach() {
        pattern_.reach.resize(pattern_.states.size());
        std::vector<std::uint16_t> seen(pattern_.states.size(), 0);
        std::uint16_t walk = 0;
        const auto note = [&](std::uint16_t state) {
            Pattern::Steps& steps = pattern_.reach[state];
            if (steps.end > steps.begin) return;
            steps.begin = static_cast<std::uint32_t>(pattern_.steps.size());
            note_steps(state, seen, ++walk);
            steps.end = static_cast<std::uint32_t>(pattern_.steps.size());
        };
        note(0);
        pattern_.begins_with_figure = true;
        for (const Pattern::Step& step : pattern_.steps) {
            if (step.match()) continue;
            pattern_.begin |= pattern_.gates[step.test];
            if (pattern_.tests[step.test].what != TokenTest::What::figure) pattern_.begins_with_figure = false;
        }
        for (const Pattern::State& state : pattern_.states) {
            if (state.kind == Pattern::State::Kind::test) note(state.next);
        }
    }

    /// `behind`: how many tokens may lie between the match's first and the node's.
    void note_milestones(const PatternNode& node, std::uint32_t behind) {
        if (node.kind == PatternNode::Kind::sequence) {
            for (const PatternNode& child : node.children) {
                note_milestones(child, behind);
                behind += longest(child);
            }
            return;
        }
        const PatternNeeds needs = needs_of(node);
        const Traits some = needs.one_of.empty() ? needs.all : needs.one_of.front();
        if (some.classes || some.texts || some.kinds) pattern_.milestones.push_back({some, behind + longest(node) - 1});
    }

    /// How many tokens a part can take.
    static std::uint32_t longest(const PatternNode& node) {
        if (node.kind == PatternNode::Kind::test) return 1;
        std::uint32_t sum = 0;
        std::uint32_t most = 0;
        for (const PatternNode& child : node.children) {
            sum += longest(child);
            most = std::max(most, longest(child));
        }
        if (node.kind == PatternNode::Kind::either) return most;
        return node.kind == PatternNode::Kind::repeat ? sum * static_cast<std::uint32_t>(node.most) : sum;
    }

    void note_steps(std::uint16_t state, std::vector<std::uint16_t>& seen, std::uint16_t walk) {
        if (seen[state] == walk) return;
        seen[state] = walk;
        const Pattern::State& here = pattern_.states[state];
        if (here.kind == Pattern::State::Kind::split) {
            note_steps(here.next, seen, walk);
            note_steps(here.second, seen, walk);
        } else if (here.kind == Pattern::State::Kind::match) {
            pattern_.steps.push_back({state, Pattern::Step::kMatch});
        } else {
            pattern_.steps.push_back({state, here.test});
        }
    }

    /// The end of a word ("*ed") has no bit of its own.
    static Traits gate_of_text(const std::string& text) {
        const bool ending = text.size() > 1 && text.front() == '*';
        return ending ? Traits{0, 0, Traits::kInside} : Traits{0, text_bit(text), 0};
    }

    static Traits gate_of_texts(const std::vector<std::string>& texts) {
        Traits gate;
        for (const std::string& text : texts) gate |= gate_of_text(text);
        return gate;
    }

    static Traits gate_of(const TokenTest& test) {
        switch (test.what) {
            case TokenTest::What::near:
            case TokenTest::What::any:
                return {0, 0, Traits::kInside};
            case TokenTest::What::word:
                return {0, 0, Traits::kWord};
            case TokenTest::What::border:
                return {0, 0, Traits::kBorder};
            case TokenTest::What::figure:
                return {0, 0, test.kinds};
            case TokenTest::What::classes:
                return {test.classes, 0, 0};
            case TokenTest::What::text:
                return gate_of_texts(test.texts);
        }
        return {};
    }

    static Traits bars_of(const TokenTest& test) {
        Traits bars = gate_of_texts(test.barred);
        bars.classes |= test.barred_classes;
        bars.kinds |= test.kinds;
        return bars;
    }

    /// What every match of the node must have.
    static PatternNeeds needs_of(const PatternNode& node) {
        PatternNeeds needs;
        switch (node.kind) {
            case PatternNode::Kind::test:
                return needs_of(node.test);
            case PatternNode::Kind::repeat:
                return node.least > 0 ? needs_of(node.children[0]) : needs;
            case PatternNode::Kind::sequence:
                for (const PatternNode& child : node.children) {
                    const PatternNeeds more = needs_of(child);
                    needs.all |= more.all;
                    needs.one_of.insert(needs.one_of.end(), more.one_of.begin(), more.one_of.end());
                    needs.figures += more.figures;
                }
                return needs;
            case PatternNode::Kind::either:
                return needs_of_one(node.children);
        }
        return needs;
    }

    static PatternNeeds needs_of_one(const std::vector<PatternNode>& children) {
        PatternNeeds needs = needs_of(children[0]);
        needs.one_of.clear();
        Traits some;
        bool each = true;  // each alternative needs something that a look at the sentence can miss
        for (const PatternNode& child : children) {
            const PatternNeeds other = needs_of(child);
            needs.all &= other.all;
            needs.figures = std::min(needs.figures, other.figures);
            if (!other.one_of.empty()) {
                some |= other.one_of.front();
            } else if (other.all.classes || other.all.texts || other.all.kinds) {
                some |= other.all;
            } else {
                each = false;
            }
        }
        if (each) needs.one_of = {some};
        return needs;
    }

    /// What passes the test shares something with its gate: one trait where there is only one.
    static PatternNeeds needs_of(const TokenTest& test) {
        PatternNeeds needs;
        const Traits gate = gate_of(test);
        if (gate.kinds & (Traits::kInside | Traits::kBorder | Traits::kWord)) return needs;
        const auto bits = [](TextMask mask) {
            return std::popcount(static_cast<std::uint64_t>(mask)) + std::popcount(static_cast<std::uint64_t>(mask >> 64));
        };
        if (test.what == TokenTest::What::figure) needs.figures = 1;
        if (std::popcount(gate.classes) + std::popcount(gate.kinds) + bits(gate.texts) == 1) {
            needs.all = gate;
        } else {
            needs.one_of = {gate};
        }
        if (test.what == TokenTest::What::classes && !test.text.empty()) needs.all.texts |= text_bit(test.text);
        return needs;
    }

    Pattern& pattern_;
    std::unordered_map<const PatternNode*, std::uint16_t> tests_;  ///< of nodes laid out: index into the pattern's
};

}  // namespace

std::variant<Pattern, PatternError> compile_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles) {
    const auto tree = parse_pattern(source, lexicon, roles);
    if (const auto* error = std::get_if<PatternError>(&tree)) return *error;
    Pattern pattern;
    pattern.source = source;
    if (!Compiler(pattern).run(std::get<PatternNode>(tree))) {
        return PatternError{0, "the pattern is too large",
                            "shorten its gaps or repetitions: a pattern has at most 1,000 states"};
    }
    return pattern;
}

}  // namespace tieout
