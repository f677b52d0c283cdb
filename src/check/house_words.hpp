#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/claim.hpp"

namespace tieout {

/// What a newsroom means by its words where a draft alone does not say.
struct HouseWords {
    std::map<std::string, std::string> subjects;  ///< a way of writing a subject -> the one it stands for
    std::map<std::string, std::string>
        currencies;  ///< the usual code of a currency name that countries share -> the code meant

    bool empty() const { return subjects.empty() && currencies.empty(); }
};

/// Puts them into the claims: subjects written in several ways become one, and an amount whose country the draft leaves open
/// gets the currency that is meant. A draft that names the country keeps it.
void apply_house_words(const HouseWords& house, const Lexicon& lexicon, std::vector<Claim>& claims);

}  // namespace tieout
