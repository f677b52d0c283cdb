#include "command/watch.hpp"

#include <sys/stat.h>

#include <csignal>
#include <ctime>

namespace tieout {
namespace {

constexpr long kInterval = 200'000'000;  // nanoseconds

sigset_t ends() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// Whether one of the signals arrived meanwhile.
bool pause() {
    const sigset_t set = ends();
    const timespec interval{0, kInterval};
    return sigtimedwait(&set, nullptr, &interval) > 0;
}

}  // namespace

Watch::Watch(std::function<std::vector<std::string>()> files) : files_(std::move(files)) {
    const sigset_t set = ends();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

bool Watch::stopped() {
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
}

bool Watch::wait() const {
    State before;
    for (bool changed = false;; before = look()) {
        if (pause()) return false;
        const State now = look();
        // A file that is still being written is not read yet.
        if (changed && now == before) return true;
        changed = now != seen_;
    }
}

Watch::State Watch::look() const {
    State out;
    for (const std::string& file : files_()) {
        struct stat status {};
        if (stat(file.c_str(), &status) != 0) continue;
        const long long written = static_cast<long long>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
        out[file] = {written, static_cast<long long>(status.st_size)};
    }
    return out;
}

}  // namespace tieout
