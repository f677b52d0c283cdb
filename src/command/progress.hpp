#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace tieout {

/// How far a long run is, on one line of the terminal on standard error: from its second second on, and only where there is a
/// terminal that can rewrite a line. print() and complain() take the line away before they write, so that nothing mixes with
/// it.
class Progress {
public:
    explicit Progress(bool wanted);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `done` of `total` files, the one that is being read in part; `what` is its name.
    void update(double done, double total, std::string_view what);

private:
    bool shown_;
    std::chrono::steady_clock::time_point next_;  ///< when the line is to be written again
};

/// Takes away the line of progress where there is one.
void erase_progress();

}  // namespace tieout
