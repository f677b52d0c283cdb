#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace tieout::server {

using Json = nlohmann::json;

/// Messages that were read and not yet handled. A thread of its own fills it, so that a request can be cancelled while it
/// waits.
class Inbox {
public:
    /// A message as it came; `parsed` is discarded where it is no JSON.
    void put(Json parsed);
    /// No more will come; `error` says why where the client did something wrong.
    void close(std::optional<Error> error);

    /// The next message; waits for it. Nothing once all are taken and the inbox is closed.
    std::optional<Json> take();
    /// Nothing waits, and more may come: time to do what was put off.
    bool idle() const;
    const std::optional<Error>& error() const { return error_; }

    /// Whether the client has withdrawn a request that is still to be answered; asked once for each request.
    bool withdrawn(const Json& id);

private:
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Json> messages_;
    std::deque<Json> withdrawn_;  ///< ids; bounded, since a client may withdraw what it never asked
    bool closed_ = false;
    std::optional<Error> error_;
};

}  // namespace tieout::server
