#pragma once

#include <string_view>

namespace tieout {

/// Columns of the terminal on standard output; 80 where it is none.
int terminal_width();

bool is_color_choice(std::string_view choice);  ///< auto, always, never
/// auto: only on a terminal, and not where NO_COLOR is set or the terminal is dumb.
bool use_color(std::string_view choice);

}  // namespace tieout
