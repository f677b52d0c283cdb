#pragma once

#include <string_view>

namespace tieout {

/// Columns of the terminal at a file descriptor; 80 where it is none.
int terminal_width(int descriptor);
/// Whether a line that was written there can be written again: on a terminal that is not dumb.
bool rewrites_lines(int descriptor);

bool is_color_choice(std::string_view choice);  ///< auto, always, never
/// auto: only on a terminal, and not where NO_COLOR is set or the terminal is dumb.
bool use_color(std::string_view choice);

}  // namespace tieout
