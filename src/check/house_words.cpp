#include "check/house_words.hpp"

namespace tieout {

void apply_house_words(const HouseWords& house, const Lexicon& lexicon, std::vector<Claim>& claims) {
    if (house.empty()) return;
    for (Claim& claim : claims) {
        if (const auto found = house.subjects.find(claim.subject); found != house.subjects.end()) claim.subject = found->second;
        const Unit* unit = claim.figure.unit;
        if (!unit || !unit->ambiguous) continue;
        const auto meant = house.currencies.find(unit->code);
        if (meant == house.currencies.end()) continue;
        if (const Unit* known = lexicon.unit(meant->second)) claim.figure.unit = known;
    }
}

}  // namespace tieout
