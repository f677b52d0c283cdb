#pragma once

#include <string>
#include <vector>

namespace tieout {

/// A fact as a newsroom writes it down: one figure of one subject. docs/facts.md has the file.
struct FactText {
    std::vector<std::string> subjects;  ///< every way of writing whom it is said of
    std::string metric;                 ///< an id or a word of the metric lexicon: "revenue", "매출"
    std::string period;                 ///< "2022", "2022-H1", "2022-Q2", "2022-04" or "2022-04-17"
    std::string value;                  ///< as in a draft: "302조원", "$5.2bn", "12.5%"
    std::string scope;                  ///< an id or a word of the scope lexicon; empty: none
    std::string source;                 ///< where it is from, for messages; may be empty
};

}  // namespace tieout
