#include "rulebook/pattern_screen.hpp"

#include <set>

namespace tieout {

const std::vector<Pattern>& patterns_of(const Rule& rule, Language language, PatternScreen::Which which) {
    return (which == PatternScreen::Which::loose ? rule.loose : rule.patterns)[static_cast<std::size_t>(language)];
}

PatternScreen::PatternScreen(std::span<const Rule> rules, Language language, Which which, int across)
    : which_(which), across_(across) {
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
        if (which == Which::strict && rules[r].across != across) continue;
        const std::vector<Pattern>& patterns = patterns_of(rules[r], language, which);
        for (std::uint32_t p = 0; p < patterns.size(); ++p)
            rows_.push_back({patterns[p].needs.all, {r, p}, patterns[p].needs.figures});
    }
}

void PatternScreen::pass(const Traits& there, std::size_t figures, std::vector<Place>& out) const {
    out.clear();
    for (const Row& row : rows_) {
        if (row.figures <= figures && there.hold(row.all)) out.push_back(row.place);
    }
}

std::vector<PatternScreen> screens_of(std::span<const Rule> rules, Language language) {
    std::set<int> reaches;
    for (const Rule& rule : rules) reaches.insert(rule.across);
    std::vector<PatternScreen> out;
    for (const int across : reaches) out.emplace_back(rules, language, PatternScreen::Which::strict, across);
    out.emplace_back(rules, language, PatternScreen::Which::loose, 1);
    return out;
}

}  // namespace tieout
