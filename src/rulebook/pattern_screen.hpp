#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rulebook/rule.hpp"

namespace tieout {

/// What the patterns of many rules need, apart from the patterns, in one piece: most patterns cannot match in most sentences,
/// and a look at one line of the processor's cache says so.
class PatternScreen {
public:
    enum class Which : std::uint8_t { strict, loose };
    PatternScreen() = default;
    /// Of the strict patterns of those rules that run over so many sentences (Rule::across), or of all loose ones.
    PatternScreen(std::span<const Rule> rules, Language language, Which which, int across);

    /// Where a pattern stands.
    struct Place {
        std::uint32_t rule = 0;     ///< among the rules
        std::uint32_t pattern = 0;  ///< among the rule's patterns of this language, strict or loose
    };

    Which which() const { return which_; }
    int across() const { return across_; }

    /// Puts into `out`, in the order of rules and patterns, the places of those that what is `there` and so many figures may be
    /// enough for.
    void pass(const Traits& there, std::size_t figures, std::vector<Place>& out) const;

private:
    struct Row {
        Traits all;  ///< PatternNeeds::all
        Place place;
        std::uint32_t figures = 0;  ///< PatternNeeds::figures
    };

    Which which_ = Which::strict;
    int across_ = 1;
    std::vector<Row> rows_;
};

const std::vector<Pattern>& patterns_of(const Rule& rule, Language language, PatternScreen::Which which);

/// The screens that bind the rules in one language: a strict one for every reach, then the loose one.
std::vector<PatternScreen> screens_of(std::span<const Rule> rules, Language language);

}  // namespace tieout
