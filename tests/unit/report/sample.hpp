#pragma once

#include <string>
#include <string_view>

#include "model/report.hpp"

namespace tieout::sample {

/// Builds a report by hand, so that the outputs are tested without the stages before them.
class Draft {
public:
    Draft(std::string name, std::string text, Language language);

    Span span(std::string_view part) const;
    /// Adds a claim of money; returns its index.
    std::uint32_t money(std::string_view part, long long value, const Unit& unit);

    Report report;
};

const Unit& dollar();
const Unit& won();

/// A short article with one error (a lost zero), its correction, one verified conversion and a remark.
Report conversion(Language language);

}  // namespace tieout::sample
