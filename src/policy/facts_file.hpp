#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "model/fact_text.hpp"
#include "reference/facts.hpp"

namespace tieout {

/// What is wrong with a fact.
struct FactError {
    const char* member = "";  ///< of FactText, as files name it
    std::string what;
    std::string hint;
};

/// Finds the metric and the scope, and reads the period and the figure as a draft's would be.
std::variant<Fact, FactError> read_fact(const FactText& text);

/// The facts in a text (docs/facts.md has the form). The first thing wrong is the error, two facts that contradict each other
/// too. `file` is its path, for errors.
Result<Facts> read_facts(std::string_view text, const std::string& file);

}  // namespace tieout
