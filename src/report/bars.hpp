#pragma once

#include <string>
#include <string_view>

#include "model/report.hpp"

namespace tieout {

/// Appends parts and their whole as an inline SVG of horizontal bars on one scale. Parts that are to add up stand one behind
/// the other, so that what is missing or too much is seen beside the whole; a part with its share stands against the place
/// where the share would put it. Nothing where a figure has no single value or there are too many. `id` makes the names of its
/// titles unique in the page.
void append_bars(std::string& out, const Report& report, const Composition& composition, bool fails, std::string_view id,
                 Language language);

}  // namespace tieout
