#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"

namespace tieout {

/// A change of a draft's source.
struct Edit {
    Span bytes;  ///< in Document::source
    std::string replacement;
};

/// What can be corrected without choosing: the suggestions of findings that have exactly one. In order of place and not
/// overlapping; of two that do, the first stays. Left out are those whose place in the source is not written as in the text
/// (between marks of emphasis, in full-width digits, in another encoding).
std::vector<Edit> single_corrections(const Report& report);

/// Why a draft's file cannot be corrected, in a few words: its text is not what the file holds. Empty where it can.
std::string_view why_uncorrectable(const Document& document);

std::string corrected(const std::string& source, const std::vector<Edit>& edits);

}  // namespace tieout
