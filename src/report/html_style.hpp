#pragma once

#include <string_view>

namespace tieout {

/// The style sheet of the HTML report: light and dark as the reader's system asks, one column on narrow screens, black on white
/// in print. What colour says is said by shape too (waves, lines, signs).
std::string_view html_style();

}  // namespace tieout
