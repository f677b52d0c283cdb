#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/claim.hpp"
#include "model/token.hpp"
#include "rulebook/pattern.hpp"

namespace tieout {

/// What patterns look at. All of it must outlive the Matcher.
struct MatchInput {
    std::string_view text;  ///< Document::text
    const TokenStream* tokens = nullptr;
    const std::vector<Claim>* claims = nullptr;       ///< claim i is that of figure i; null: no metric or subject is known
    const std::vector<ClassMask>* columns = nullptr;  ///< classes of the head of figure i's table column; null: no tables
};

/// A role bound to a token. `sense` is set for words: the meaning that was asked for.
struct Capture {
    std::int16_t role = -1;
    std::uint32_t token = 0;
    const Sense* sense = nullptr;

    friend bool operator==(const Capture&, const Capture&) = default;
};

/// One way a pattern fits. Tokens are indices into TokenStream::tokens.
struct Match {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<Capture> captures;  ///< in order of place; list roles several times
};

/// Runs patterns over the sentences of a draft.
///
/// From each token on, a pattern finds its first match in order of priority: alternatives as written, optional parts taken
/// rather than left, gaps as short as possible (K. Thompson's simulation with R. Pike's priorities: see R. Cox, "Regular
/// Expression Matching: the Virtual Machine Approach", 2009). Time is linear in the tokens: a pattern has no loops, so a run
/// from one token is bounded by the pattern's size.
///
/// Where a pattern looks back (~role), threads in one state are told apart by what they bound those roles to, at most kThreads
/// of them, since which one goes on to match depends on it. A matcher is used by one thread at a time.
class Matcher {
public:
    static constexpr std::size_t kThreads = 4;

    explicit Matcher(const MatchInput& input);

    /// Appends the matches that begin in a sentence, from left to right. After a match the next may begin behind its first
    /// figure, since figures may be shared; one that captures nothing but what an earlier one has is left out.
    void match(const Pattern& pattern, std::uint32_t sentence, std::vector<Match>& out);

    /// Whether the sentence, with those behind it that the pattern may reach into, has what the pattern needs.
    bool could_match(const Pattern& pattern, std::uint32_t sentence) const;

    std::uint32_t sentences() const { return static_cast<std::uint32_t>(summaries_.size()); }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    struct Summary {
        ClassMask classes = 0;
        std::uint32_t kinds = 0;
        int figures = 0;
    };
    /// Captures of a thread are a list from the last to the first; threads share its beginning.
    struct Link {
        std::uint32_t before = kNone;
        Capture capture;
    };
    using Key = std::array<std::uint32_t, Pattern::kReferred>;  ///< tokens bound to Pattern::referred
    struct Thread {
        std::uint16_t state = 0;
        std::uint32_t sentence = 0;
        std::uint32_t link = kNone;
        Key key{};
    };
    struct Seen {
        std::uint64_t stamp = 0;
        std::uint32_t count = 0;
        std::array<Key, kThreads> keys{};
    };

    bool may_begin(const Pattern& pattern, const Token& token) const;
    bool run(const Pattern& pattern, std::uint32_t start, std::uint32_t sentence, Match& out);
    void add(const Pattern& pattern, Thread thread, std::uint32_t place);
    bool first_visit(const Pattern& pattern, const Thread& thread);
    bool passes(const Pattern& pattern, const TokenTest& test, const Token& token, const Key& key, const Sense*& sense) const;
    bool passes_figure(const Pattern& pattern, const TokenTest& test, std::uint32_t figure, const Key& key) const;
    bool same(std::uint32_t a, std::uint32_t b) const;
    bool has_text(const TokenTest& test, const Token& token) const;

    MatchInput input_;
    std::vector<Summary> summaries_;
    std::vector<Thread> threads_, next_, open_;
    std::vector<Seen> seen_;  ///< two a state: for threads in the sentence of the current token, and for those before a border
    std::vector<Link> links_;
    std::uint64_t stamp_ = 0;
    std::uint32_t current_sentence_ = 0;
    std::uint32_t last_sentence_ = 0;  ///< behind the window
};

}  // namespace tieout
