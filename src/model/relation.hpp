#pragma once

#include <cstdint>
#include <vector>

namespace tieout {

struct Rule;
struct Sense;

/// A rule bound to figures of a draft. bindings[i] belongs to the rule's role i.
struct Relation {
    struct Binding {
        std::vector<std::uint32_t>
            claims;                   ///< one for a single role, several for a list role, none for a word or an unbound role
        const Sense* word = nullptr;  ///< for word roles: what the lexicon says of it; null for words it does not know
        std::uint32_t token = 0;      ///< for word roles: where it (the last of a list) stands
        std::uint32_t words = 0;      ///< for word roles: how many were taken
    };

    const Rule* rule = nullptr;
    std::vector<Binding> bindings;
    bool loose = false;                  ///< found by a loose pattern: its figures need not belong together
    std::vector<std::uint32_t> members;  ///< for group rules: indices of the relations taken together
};

}  // namespace tieout
