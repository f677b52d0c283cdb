#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace tieout {

class RuleBook;

/// The rule that a comment which silences nothing is reported by. It has no file: it judges comments, not figures.
inline constexpr const char* kUnusedSilence = "unused-silence";

/// Takes out of a report what comments in the draft silence (reader/directives.hpp), and adds a note for each comment that does
/// nothing: none of its rules found anything there, or it names a rule that there is not. Rules in `skipped` (sorted) were not
/// run, and whether a comment for them is needed cannot be said.
///
/// The words of such a comment are appended to Document::text behind all blocks, so that the note has a span like any other.
void apply_directives(Report& report, const RuleBook& rules, const std::vector<std::string>& skipped, Language language);

}  // namespace tieout
