#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// A draft's relation with one mistake undone: copies of the claims that change.
struct Mutation {
    struct Change {
        std::int16_t role = -1;
        Claim claim;
    };
    std::vector<Change> changes;
    std::string factor;  ///< for magnitude slips: "10", "1/1000"
};

/// Undoes the mistake `cause` in every way a single slip allows, likeliest first, and offers each to `try_one` until it says yes.
/// `claims` holds the single claim of each role, null where it has none; `order` names the roles, likeliest culprit first. Causes
/// known here: magnitude-slip, digit-transposition, swapped-values, swapped-periods, wrong-currency, off-by-one-year. At most a few
/// hundred candidates. True where one was taken.
bool undo(std::string_view cause, const std::vector<const Claim*>& claims, const std::vector<std::int16_t>& order, const Lexicon& lexicon,
          const std::function<bool(const Mutation&)>& try_one);

}  // namespace tieout
