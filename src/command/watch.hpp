#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tieout {

/// Looks a few times a second at when files were last written, which holds on every file system, mounted ones included. From
/// its making on, an interrupt (Ctrl-C) or a request to terminate is not the end of the process but an answer of stopped().
class Watch {
public:
    /// `files`: all that are to be watched, asked anew every time.
    explicit Watch(std::function<std::vector<std::string>()> files);

    /// What changes after this is a change to wait for.
    void remember() { seen_ = look(); }
    /// Waits until something changed and then kept still; false where the process is to end.
    bool wait() const;
    static bool stopped();

private:
    using State = std::map<std::string, std::pair<long long, long long>>;  ///< time of writing and size by file
    State look() const;

    std::function<std::vector<std::string>()> files_;
    State seen_;
};

}  // namespace tieout
