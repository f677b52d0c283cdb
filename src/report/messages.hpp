#pragma once

#include <string>
#include <string_view>

#include "model/finding.hpp"
#include "report/totals.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// The report's own words; what a finding says comes from its rule. One row of the table in messages.cpp each.
enum class Phrase : std::uint8_t {
    error,
    warning,
    note,
    verified,
    working,
    cause,
    suggestion,
    rule,
    remark,
    more_verified,  ///< {} stands for how many
    elsewhere,      ///< {} stands for how many more places a finding has
    undetermined,
    fails,
    no_checks,
    date,
    date_option,  ///< where the date line was taken from
    date_metadata,
    date_line,
    date_today,
};

std::string_view phrase(Language language, Phrase which);
std::string_view phrase(Language language, Severity severity);
/// A phrase with {} replaced.
std::string phrase(Language language, Phrase which, std::size_t count);

/// A cause in plain words ("magnitude-slip", "1/1000"); the cause's own id where there are none. Empty for no cause.
std::string cause_in_words(Language language, std::string_view cause, std::string_view factor);

/// "14 figures, 6 checks: 5 verified, 1 finding (1 warning)"
std::string closing_line(Language language, const Totals& totals);

}  // namespace tieout
