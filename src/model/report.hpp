#pragma once

#include <string>
#include <vector>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/finding.hpp"

namespace tieout {

/// Everything found out about one draft. Renderers take this and nothing else.
struct Report {
    Document document;
    std::vector<Claim> claims;         ///< in order of place
    std::vector<Check> checks;         ///< in order of the first claim's place
    std::vector<Finding> findings;     ///< in order of place
    std::uint32_t silenced = 0;        ///< findings left out because a comment in the draft or a baseline says so
    std::vector<std::string> remarks;  ///< what the reader must know: an assumed date line, rates past the table's end
};

}  // namespace tieout
