#include "command/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace tieout {

int terminal_width(int descriptor) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return std::clamp<int>(size.ws_col, 40, 200);
}

bool is_color_choice(std::string_view choice) {
    return choice == "auto" || choice == "always" || choice == "never";
}

bool rewrites_lines(int descriptor) {
    const char* terminal = std::getenv("TERM");
    return isatty(descriptor) && !(terminal && std::string_view(terminal) == "dumb");
}

bool use_color(std::string_view choice) {
    if (choice != "auto") return choice == "always";
    const char* no_color = std::getenv("NO_COLOR");
    return rewrites_lines(STDOUT_FILENO) && !(no_color && *no_color);
}

}  // namespace tieout
