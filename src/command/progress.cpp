#include "command/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "command/terminal.hpp"
#include "report/text_layout.hpp"

namespace tieout {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kLong = std::chrono::seconds(1);  // a shorter run needs no progress
constexpr auto kStep = std::chrono::milliseconds(100);
constexpr int kBar = 24;

// Standard error is one for the whole process; batch writes its results from another thread than it reads from.
std::mutex mutex;
bool drawn = false;

void write_error(std::string_view text) {
    // What the terminal does not take is not worth another word.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

void erase() {
    if (std::exchange(drawn, false)) write_error("\r\x1b[K");
}

std::string line(double done, double total, std::string_view what) {
    const double part = total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
    const auto filled = static_cast<std::size_t>(part * kBar);
    const std::string percent = std::to_string(static_cast<int>(part * 100));
    std::string out = " [" + std::string(filled, '=') + std::string(kBar - filled, ' ') + "] ";
    out += std::string(3 - percent.size(), ' ') + percent + "% ";
    const std::string name = safe(what);
    out += fitting(name, terminal_width(STDERR_FILENO) - static_cast<int>(out.size()) - 1);
    return out;
}

}  // namespace

Progress::Progress(bool wanted) : shown_(wanted && rewrites_lines(STDERR_FILENO)), next_(Clock::now() + kLong) {}

Progress::~Progress() {
    erase_progress();
}

void Progress::update(double done, double total, std::string_view what) {
    if (!shown_ || Clock::now() < next_) return;
    next_ = Clock::now() + kStep;
    const std::lock_guard lock(mutex);
    write_error("\r\x1b[K" + line(done, total, what));
    drawn = true;
}

void erase_progress() {
    const std::lock_guard lock(mutex);
    erase();
}

}  // namespace tieout
