#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/claim.hpp"
#include "model/token.hpp"
#include "rulebook/pattern.hpp"

namespace tieout {

/// One way a pattern fits: which token each role took.
struct PatternMatch {
    struct Capture {
        std::int16_t role = -1;
        std::uint32_t token = 0;  ///< index into the stream

        friend bool operator==(const Capture&, const Capture&) = default;
    };
    static constexpr std::size_t kMost = 24;  ///< captures in one match; further ones are not bound

    std::array<Capture, kMost> captures;
    std::uint8_t count = 0;

    PatternMatch() = default;
    /// Only what is bound is worth copying: threads are copied at every token.
    PatternMatch(const PatternMatch& other) : count(other.count) {
        std::copy_n(other.captures.begin(), count, captures.begin());
    }
    PatternMatch& operator=(const PatternMatch& other) {
        count = other.count;
        std::copy_n(other.captures.begin(), count, captures.begin());
        return *this;
    }
};

/// Runs compiled patterns over sentences. From each token where a pattern can begin, all threads advance together, a token at a
/// time, in order of preference (Pike's method), so time is bounded by tokens x states and there is no backtracking. Of two
/// threads that reach one state at one token only the preferred goes on: where its bindings fail a later ~ condition, the other
/// is not tried. Reused between sentences to spare allocations; not thread-safe.
class Matcher {
public:
    Matcher(std::string_view text, const TokenStream& stream, std::span<const Claim> claims)
        : text_(text), stream_(stream), claims_(claims), traits_(stream.tokens.size()), known_(stream.sentence_count()) {}

    /// Takes up a sentence; calls to match() then speak of it.
    void enter(std::uint32_t sentence) { enter(sentence, sentence + 1); }
    /// The same for the sentences up to `end`. A match begins before the next of them that has figures: that is taken up itself.
    void enter(std::uint32_t sentence, std::uint32_t end);

    /// What its tokens are, taken together, and how many of them are figures.
    const Traits& traits() const { return traits_there_; }
    std::size_t figure_count() const { return figures_.size(); }

    /// It has one of these words, each as a pattern's text ("*ed": one that ends so).
    bool has_word(const std::vector<std::string>& words) const;

    /// All matches that begin at different tokens, from left to right; of those that bind the same figures only the first.
    const std::vector<PatternMatch>& match(const Pattern& pattern);

private:
    /// Stands at a step that takes the token at hand.
    struct Thread {
        const Pattern::Step* step = nullptr;
        PatternMatch bound;
    };
    /// Where a sentence's figures are.
    struct Known {
        bool read = false;
        std::vector<std::uint32_t> figures;
    };

    const Known& know(std::uint32_t sentence);
    Traits traits_of(const Token& token) const;
    void match_before_milestone(const Pattern& pattern, const Pattern::Milestone& first);
    bool passes_milestones(const Pattern& pattern, std::uint32_t from) const;
    void try_from(const Pattern& pattern, std::uint32_t from);
    bool run(const Pattern& pattern, std::uint32_t from);
    void follow(const Pattern& pattern, const PatternMatch& bound, std::uint16_t state, std::uint32_t token,
                std::vector<Thread>& threads);
    bool passes(const TokenTest& test, std::uint32_t token, const PatternMatch& bound) const;
    bool says(const Token& token, const std::string& text) const;
    bool is_barred(const TokenTest& test, std::uint32_t token) const;
    bool figure_passes(const TokenTest& test, const Claim& claim, const PatternMatch& bound) const;
    const Claim* bound_claim(const PatternMatch& bound, std::int16_t role) const;

    std::string_view text_;
    const TokenStream& stream_;
    std::span<const Claim> claims_;
    std::uint32_t first_ = 0;
    std::uint32_t last_ = 0;
    std::uint32_t starts_ = 0;            ///< matches begin before this token
    std::vector<Traits> traits_;          ///< by token, of the sentences read
    std::vector<Known> known_;            ///< by sentence
    Traits traits_there_;                 ///< of all tokens of the sentences taken up
    std::vector<std::uint32_t> figures_;  ///< tokens of the figures in the sentences taken up
    std::vector<Thread> now_;
    std::vector<Thread> next_;
    std::vector<std::uint32_t> seen_;  ///< by state: the step that last reached it
    std::uint32_t step_ = 0;
    PatternMatch best_;
    std::vector<PatternMatch> found_;
};

}  // namespace tieout
