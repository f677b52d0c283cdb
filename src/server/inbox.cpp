#include "server/inbox.hpp"

#include <algorithm>

namespace tieout::server {

namespace {
constexpr std::size_t kMostWithdrawn = 1000;

/// The id that a $/cancelRequest names; null where the message is none.
const Json* cancelled_id(const Json& message) {
    if (!message.is_object()) return nullptr;
    const auto method = message.find("method");
    if (method == message.end() || *method != "$/cancelRequest") return nullptr;
    const auto params = message.find("params");
    if (params == message.end() || !params->is_object()) return nullptr;
    const auto id = params->find("id");
    return id == params->end() || id->is_structured() ? nullptr : &*id;
}
}  // namespace

void Inbox::put(Json parsed) {
    const std::lock_guard lock(mutex_);
    if (const Json* id = cancelled_id(parsed)) {
        withdrawn_.push_back(*id);
        if (withdrawn_.size() > kMostWithdrawn) withdrawn_.pop_front();
        return;
    }
    messages_.push_back(std::move(parsed));
    arrived_.notify_one();
}

void Inbox::close(std::optional<Error> error) {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    error_ = std::move(error);
    arrived_.notify_one();
}

std::optional<Json> Inbox::take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closed_ || !messages_.empty(); });
    if (messages_.empty()) return std::nullopt;
    std::optional<Json> message(std::move(messages_.front()));
    messages_.pop_front();
    return message;
}

bool Inbox::idle() const {
    const std::lock_guard lock(mutex_);
    return messages_.empty() && !closed_;
}

bool Inbox::withdrawn(const Json& id) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find(withdrawn_.begin(), withdrawn_.end(), id);
    if (found == withdrawn_.end()) return false;
    withdrawn_.erase(found);
    return true;
}

}  // namespace tieout::server
