#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tieout::fuzz {

/// What is done with one input. It aborts (invariants.hpp) where something does not hold.
using Target = std::function<void(std::string_view input)>;

/// The targets by name.
std::map<std::string, Target>& targets();

/// Registers a target: `const Registered html("html", [](std::string_view input) { … });`
struct Registered {
    Registered(const char* name, Target target) { targets().emplace(name, std::move(target)); }
};

}  // namespace tieout::fuzz
