#include "rulebook/pattern_compiler.hpp"

#include <algorithm>

namespace tieout {
namespace {

using What = PatternNode::What;

constexpr std::size_t kMostStates = 4000;
constexpr int kMostSentences = 6;

/// What every match of a piece of a pattern has.
struct Needs {
    ClassMask classes = 0;
    std::uint32_t kinds = 0;
    int figures = 0;
    int tokens = 0;
    int captures = 0;
};

class Compiler {
public:
    Compiler(Pattern& pattern, std::vector<Role>& roles) : pattern_(pattern), roles_(roles) {}

    std::optional<SourceError> compile(const PatternNode& root) {
        std::vector<std::int16_t> seen;
        find_lists(root, false, seen);
        if (is_gap(root, true))
            return SourceError{root.at, "a gap at the start skips what nothing has matched yet", "leave it out"};
        if (is_gap(root, false)) return SourceError{root.at, "a gap at the end matches nothing", "leave it out"};
        const Needs all = needs(root);
        if (all.tokens == 0)
            return SourceError{root.at, "this pattern would match where nothing stands", "make a part of it mandatory"};
        if (all.captures == 0) return SourceError{root.at, "this pattern need not capture any role", "{role:type}"};
        pattern_.needs = all.classes;
        pattern_.needs_kinds = all.kinds;
        pattern_.needs_figures = all.figures;
        pattern_.sentences = 1 + borders(root);
        if (pattern_.sentences > kMostSentences)
            return SourceError{root.at, "this pattern spans more than " + std::to_string(kMostSentences) + " sentences", {}};
        add({Pattern::State::Kind::match, 0, 0, 0});
        emit(root, 0);
        if (too_long_)
            return SourceError{root.at, "this pattern has more than " + std::to_string(kMostStates) + " states",
                               "shorten its gaps and repetitions"};
        // States were made from the end to the start: turn them round, so that the start is state 0.
        const auto last = static_cast<std::uint16_t>(pattern_.states.size() - 1);
        std::reverse(pattern_.states.begin(), pattern_.states.end());
        for (Pattern::State& state : pattern_.states) {
            state.next = static_cast<std::uint16_t>(last - state.next);
            state.second = static_cast<std::uint16_t>(last - state.second);
        }
        find_first();
        return std::nullopt;
    }

private:
    const TokenTest& test(const PatternNode& node) const { return pattern_.tests[node.test]; }

    /// Marks as lists the roles that one way through `node` captures twice. `seen`: roles that a way up to here captures; those
    /// of `node` are added.
    void find_lists(const PatternNode& node, bool repeated, std::vector<std::int16_t>& seen) {
        if (node.what == What::token) {
            const std::int16_t role = test(node).role;
            if (role < 0 || test(node).what != TokenTest::What::figure) return;
            if (repeated || std::find(seen.begin(), seen.end(), role) != seen.end())
                roles_[static_cast<std::size_t>(role)].list = true;
            seen.push_back(role);
        } else if (node.what == What::choice) {
            const std::vector<std::int16_t> before = seen;
            for (const PatternNode& child : node.children) {
                std::vector<std::int16_t> own = before;
                find_lists(child, repeated, own);
                seen.insert(seen.end(), own.begin() + static_cast<std::ptrdiff_t>(before.size()), own.end());
            }
        } else {
            for (const PatternNode& child : node.children)
                find_lists(child, repeated || (node.what == What::repeat && node.high > 1), seen);
        }
    }

    static bool is_gap(const PatternNode& node, bool first) {
        if (node.what == What::gap) return true;
        if (node.what == What::choice) {
            return std::any_of(node.children.begin(), node.children.end(),
                               [first](const PatternNode& child) { return is_gap(child, first); });
        }
        return !node.children.empty() && is_gap(first ? node.children.front() : node.children.back(), first);
    }

    Needs needs(const PatternNode& node) const {
        Needs out;
        if (node.what == What::token) {
            const TokenTest& token = test(node);
            out.tokens = 1;
            out.captures = token.role >= 0;
            if (token.what == TokenTest::What::classes) out.classes = token.classes;
            if (token.what == TokenTest::What::figure) {
                out.figures = 1;
                if ((token.kinds & (token.kinds - 1)) == 0) out.kinds = token.kinds;
            }
        } else if (node.what == What::choice) {
            out = needs(node.children.front());
            for (const PatternNode& child : node.children) {
                const Needs of = needs(child);
                out = {out.classes & of.classes, out.kinds & of.kinds, std::min(out.figures, of.figures),
                       std::min(out.tokens, of.tokens), std::min(out.captures, of.captures)};
            }
        } else if (node.what == What::sequence || (node.what == What::repeat && node.low > 0)) {
            for (const PatternNode& child : node.children) {
                const Needs of = needs(child);
                out = {out.classes | of.classes, out.kinds | of.kinds, out.figures + of.figures, out.tokens + of.tokens,
                       out.captures + of.captures};
            }
        }
        return out;
    }

    /// How many sentence borders a match may cross at most.
    static int borders(const PatternNode& node) {
        if (node.what == What::sentence) return 1;
        int out = 0;
        for (const PatternNode& child : node.children)
            out = node.what == What::choice ? std::max(out, borders(child)) : out + borders(child);
        return std::min(node.what == What::repeat ? out * node.high : out, kMostSentences);
    }

    std::uint16_t add(Pattern::State state) {
        if (pattern_.states.size() >= kMostStates) {
            too_long_ = true;
            return 0;
        }
        pattern_.states.push_back(state);
        return static_cast<std::uint16_t>(pattern_.states.size() - 1);
    }

    /// Adds the states of `node`, which go on at `next`; returns their start, which is the state added last.
    std::uint16_t emit(const PatternNode& node, std::uint16_t next) {
        using Kind = Pattern::State::Kind;
        if (too_long_) return 0;
        switch (node.what) {
            case What::token:
                return add({Kind::test, node.test, next, next});
            case What::sentence:
                return add({Kind::sentence, 0, next, next});
            case What::sequence:
                for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = emit(*child, next);
                return next;
            case What::choice: {
                std::uint16_t out = emit(node.children.back(), next);
                for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) {
                    const std::uint16_t first = emit(*child, next);
                    out = add({Kind::split, 0, first, out});
                }
                return out;
            }
            case What::repeat: {
                std::uint16_t out = next;
                for (int i = node.low; i < node.high && !too_long_; ++i)
                    out = add({Kind::split, 0, emit(node.children.front(), out), next});
                for (int i = 0; i < node.low; ++i) out = emit(node.children.front(), out);
                return out;
            }
            case What::gap: {
                const auto any = static_cast<std::uint16_t>(pattern_.tests.size());
                pattern_.tests.emplace_back();
                std::uint16_t out = next;
                for (int i = 0; i < node.high && !too_long_; ++i) {
                    const std::uint16_t skip = add({Kind::test, any, out, out});
                    out = add({Kind::split, 0, next, skip});
                }
                return out;
            }
        }
        return next;
    }

    void find_first() {
        std::vector<std::uint16_t> open = {0};
        std::vector<bool> seen(pattern_.states.size());
        while (!open.empty()) {
            const std::uint16_t at = open.back();
            open.pop_back();
            if (seen[at]) continue;
            seen[at] = true;
            const Pattern::State& state = pattern_.states[at];
            if (state.kind == Pattern::State::Kind::test) {
                const TokenTest& first = pattern_.tests[state.test];
                pattern_.first_classes |= first.classes;
                pattern_.first_kinds |= first.kinds;
                pattern_.first_other =
                    pattern_.first_other || (first.what != TokenTest::What::figure && first.what != TokenTest::What::classes);
            } else if (state.kind != Pattern::State::Kind::match) {
                open.push_back(state.next);
                open.push_back(state.second);
            }
        }
    }

    Pattern& pattern_;
    std::vector<Role>& roles_;
    bool too_long_ = false;
};

}  // namespace

std::optional<SourceError> compile_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles,
                                           Pattern& out) {
    out = {};
    out.source = std::string(source);
    PatternNode root;
    if (std::optional<SourceError> error = parse_pattern(source, lexicon, roles, out, root)) return error;
    return Compiler(out, roles).compile(root);
}

}  // namespace tieout
