#pragma once

#include <cstddef>

#include "model/report.hpp"

namespace tieout {

/// What a run found over all of its drafts.
struct Totals {
    std::size_t documents = 0;
    std::size_t claims = 0;
    std::size_t checks = 0;    ///< those that could be judged: holds or fails
    std::size_t verified = 0;  ///< of these, those that hold
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::size_t silenced = 0;  ///< findings left out because a comment in the draft or a baseline says so

    std::size_t findings() const { return errors + warnings + notes; }
    void add(const Report& report);
};

}  // namespace tieout
