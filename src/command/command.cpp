#include "command/command.hpp"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "command/progress.hpp"
#include "report/text_layout.hpp"

namespace tieout {

void complain(std::string_view what) {
    const std::string line = "tieout: " + safe(what) + "\n";
    erase_progress();
    std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(const Error& error) {
    complain(error.to_string());
}

bool print(std::string_view text) {
    static const bool on_terminal = isatty(STDOUT_FILENO);
    if (on_terminal && !text.empty()) erase_progress();
    static std::atomic<bool> broken = false;  // what is lost once is not made up for, and one complaint is enough
    if (broken) return false;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return true;
    if (broken.exchange(true)) return false;
    complain(std::string("cannot write to standard output: ") + std::strerror(errno));
    return false;
}

}  // namespace tieout
