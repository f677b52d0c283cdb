#include "rulebook/pattern_syntax.hpp"

#include "base/utf8.hpp"
#include "rulebook/pattern_token.hpp"

namespace tieout {
namespace {

constexpr int kDepth = 24;
constexpr int kLongestGap = 60;
constexpr int kMostRepeats = 24;
constexpr std::size_t kMostTests = 2000;

class Parser : private TokenTestParser {
public:
    using TokenTestParser::TokenTestParser;

    std::optional<SourceError> parse(PatternNode& root) {
        root = choice(0);
        if (!error_ && at_ < source_.size()) fail(at_, "nothing opens this ')'");
        return error_;
    }

private:
    PatternNode choice(int depth) {
        PatternNode out;
        out.what = PatternNode::What::choice;
        out.at = at_;
        if (depth > kDepth) fail(at_, "this pattern nests too deep");
        do {
            out.children.push_back(sequence(depth));
        } while (!error_ && take("|"));
        if (out.children.size() == 1) {
            PatternNode only = std::move(out.children.front());
            return only;
        }
        return out;
    }

    PatternNode sequence(int depth) {
        PatternNode out;
        out.at = at_;
        for (blanks(); !ends() && !at("|") && !at(")"); blanks()) out.children.push_back(postfix(element(depth)));
        if (!error_ && out.children.empty()) fail(at_, "something to match is expected here");
        return out;
    }

    PatternNode element(int depth) {
        PatternNode out;
        out.at = at_;
        const std::size_t start = at_;
        if (take("..")) {
            out.what = PatternNode::What::gap;
            out.high = count(kLongestGap);
            return out;
        }
        if (take("(")) {
            out = choice(depth + 1);
            if (!error_ && !take(")")) fail(start, "this '(' is never closed", "a sign '(' is written \"(\"");
            return out;
        }
        if (take("<sentence>")) {
            out.what = PatternNode::What::sentence;
            return out;
        }
        out.what = PatternNode::What::token;
        TokenTest test = token_test();
        if (pattern_.tests.size() >= kMostTests) fail(start, "this pattern is too long");
        out.test = static_cast<std::uint16_t>(pattern_.tests.size());
        pattern_.tests.push_back(std::move(test));
        return out;
    }

    PatternNode postfix(PatternNode inner) {
        while (!ends() && (at("?") || at("+") || at("*"))) {
            const std::size_t start = at_;
            PatternNode out;
            out.what = PatternNode::What::repeat;
            out.at = start;
            out.low = at("+") ? 1 : 0;
            const bool optional = at("?");
            ++at_;
            out.high = optional ? 1 : count(kMostRepeats);
            if (!error_ && (inner.what == PatternNode::What::gap || inner.what == PatternNode::What::sentence) && !optional)
                fail(start, "a gap or a sentence border cannot be repeated");
            out.children.push_back(std::move(inner));
            inner = std::move(out);
        }
        return inner;
    }

    int count(int most) {
        const std::size_t start = at_;
        int out = 0;
        while (at_ < source_.size() && is_ascii_digit(source_[at_]) && at_ - start < 4) out = out * 10 + (source_[at_++] - '0');
        if (out < 1 || out > most)
            fail(start, "how many at most is expected here, from 1 to " + std::to_string(most), "..6, *8 or +8");
        return out;
    }
};

}  // namespace

std::optional<SourceError> parse_pattern(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles,
                                         Pattern& pattern, PatternNode& root) {
    return Parser(source, lexicon, roles, pattern).parse(root);
}

}  // namespace tieout
