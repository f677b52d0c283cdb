#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/sentence_view.hpp"

namespace tieout {

/// The days an amount is of, and the days a change is measured against.
struct PeriodBinding {
    std::optional<Period> period;
    std::optional<Period> basis;
    std::string basis_id;  ///< of the basis lexicon, or "date" where a date itself is compared with ("2021년보다")
};

/// For every token of a sentence that is an amount, the period its sentence gives it. A date right behind an amount is that amount's
/// ("$31.0 million a year earlier"); any other date counts for the amounts that follow, up to the next date. A date that something is
/// compared with (보다, 대비, than) is a basis and no period.
std::vector<PeriodBinding> bind_periods(const SentenceView& sentence);

}  // namespace tieout
