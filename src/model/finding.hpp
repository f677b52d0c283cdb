#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "number/interval.hpp"

namespace tieout {

enum class Severity : std::uint8_t { note, warning, error };
enum class Outcome : std::uint8_t { holds, fails, undetermined };

/// The value a role would have to have, as the other figures of a relation leave it.
struct Expected {
    std::uint32_t claim = 0;
    Interval range;    ///< in the claim's unit
    std::string text;  ///< one value of it, in the writer's own style
};

/// Parts of one whole, for a picture of them. Indices are those of the draft's claims.
struct Composition {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;    ///< all of them, or one with its share
    std::optional<std::uint32_t> share;  ///< the percentage that the part is said to be
};

struct Suggestion {
    Span span;  ///< in Document::text
    std::string replacement;
    std::string why;
};

/// One rule applied once. Claims are indices into the draft's claims.
struct Check {
    std::string rule;
    Outcome outcome = Outcome::undetermined;
    std::vector<std::uint32_t> claims;
    std::vector<std::string> working;  ///< the arithmetic, a line each, to follow and repeat by hand
    std::optional<Composition> composition = std::nullopt;
};

/// A check that failed, in an editor's words.
struct Finding {
    std::string rule;
    Severity severity = Severity::error;
    Span span;  ///< in Document::text: the figure to look at first
    std::vector<std::uint32_t> claims;
    std::string message;
    std::vector<std::string> working;
    std::optional<Composition> composition = std::nullopt;
    std::optional<Expected> expected;
    std::string cause;   ///< "magnitude-slip", …; empty where none or several explain the gap
    std::string factor;  ///< for magnitude-slip: "10", "1/1000"; else empty
    std::vector<Suggestion> suggestions;
    std::string help;         ///< where the rule is explained: "docs/rules/<id>.md"
    std::string fingerprint;  ///< 16 hex digits, stable under edits elsewhere in the draft
};

std::string_view to_string(Severity severity);
std::string_view to_string(Outcome outcome);

}  // namespace tieout
