#pragma once

#include <string>

#include "report/series.hpp"

namespace tieout {

/// Appends a series as an inline SVG of dots and a line, each dot with its value and its time: a hollow dot for a forecast, a
/// crossed ring for one that contradicts another figure. `id` makes its title's name unique in the page. Colours come from the
/// page's style.
void append_chart(std::string& out, const Report& report, const Series& series, std::string_view id, Language language);

}  // namespace tieout
