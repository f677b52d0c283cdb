#pragma once

#include <optional>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/finding.hpp"

namespace tieout {

/// The weekday that a date with its weekday beside it falls on, in the form the writer used ("화" -> "월", "Sunday" -> "Saturday").
std::optional<Suggestion> weekday_suggestion(const Claim& claim, const Document& document);

/// "월요일", "Monday".
std::string weekday_name(unsigned weekday, Language language);

}  // namespace tieout
