#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/token.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// What a newsroom knows to be so: one figure of one subject, metric and period.
struct Fact {
    std::vector<std::string> subjects;  ///< every way of writing it; ASCII letters in lower case
    std::string metric;                 ///< an id of the metric lexicon
    std::string scope;                  ///< an id of the scope lexicon; empty: none
    Period period;
    Figure figure;       ///< its unit belongs to a built-in lexicon
    std::string text;    ///< the figure as it was written
    std::string source;  ///< may be empty
};

/// The facts of a newsroom, to be looked up by what a claim says. Immutable; shared by all threads.
class Facts {
public:
    explicit Facts(std::vector<Fact> facts);

    /// The fact of this subject, in lower case, that a claim of its metric and period can be compared with. What a claim leaves
    /// open, and what it only expects, is no fact's. Null where there is none, or more than one.
    const Fact* find(const std::string& subject, const Claim& claim) const;

    /// The subjects that a sentence names, in lower case. `begins`: where its words begin; names are looked for there alone.
    std::set<std::string> named_in(std::string_view sentence, const std::vector<std::size_t>& begins,
                                   const Lexicon& lexicon) const;

    const std::vector<Fact>& all() const { return facts_; }

private:
    std::vector<Fact> facts_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  ///< subject, metric and period -> places in facts_
    std::unordered_set<std::string> names_;
    std::set<std::size_t> lengths_;  ///< of the names, in bytes
};

/// The facts that speak of a draft's figures. A fact is said of a claim whose subject is one of its names or, where the draft's
/// sentence shows no subject, whose sentence names it and no other subject of the facts.
class DraftFacts {
public:
    /// None speak.
    DraftFacts() = default;
    DraftFacts(const Facts& facts, const Document& document, const TokenStream& stream, const std::vector<Claim>& claims,
               const Lexicon& lexicon);

    bool empty() const { return by_token_.empty(); }

    /// Null where none speaks of it. Also of a copy of the claim with another figure, as corrections try it.
    const Fact* of(const Claim& claim) const;

private:
    std::unordered_map<std::uint32_t, const Fact*> by_token_;  ///< by Claim::token
};

}  // namespace tieout
