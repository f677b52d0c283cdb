#include "command/ordered_pool.hpp"

namespace tieout {

OrderedPool::OrderedPool(std::size_t threads, std::function<void(LineChunk&)> work,
                         std::function<bool(const LineChunk&)> deliver)
    : work_(std::move(work)), deliver_(std::move(deliver)), slots_(4 * threads) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run_worker(); });
    threads_.emplace_back([this] { run_delivery(); });
}

OrderedPool::~OrderedPool() {
    finish();
}

bool OrderedPool::submit(LineChunk chunk) {
    std::unique_lock lock(mutex_);
    delivered_cv_.wait(lock, [&] { return stopped_ || submitted_ - delivered_ < slots_.size(); });
    if (stopped_) return false;
    slot(submitted_) = {std::move(chunk), false};
    ++submitted_;
    submitted_cv_.notify_one();
    return true;
}

void OrderedPool::finish() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    submitted_cv_.notify_all();
    done_cv_.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void OrderedPool::run_worker() {
    std::unique_lock lock(mutex_);
    while (true) {
        submitted_cv_.wait(lock, [&] { return stopped_ || closed_ || taken_ < submitted_; });
        if (stopped_ || taken_ == submitted_) return;
        Slot& mine = slot(taken_++);
        lock.unlock();
        work_(mine.chunk);
        lock.lock();
        mine.done = true;
        done_cv_.notify_one();
    }
}

void OrderedPool::run_delivery() {
    std::unique_lock lock(mutex_);
    while (true) {
        done_cv_.wait(lock, [&] { return delivered_ < submitted_ ? slot(delivered_).done : closed_; });
        if (delivered_ == submitted_) return;
        const LineChunk chunk = std::move(slot(delivered_).chunk);
        lock.unlock();
        const bool go_on = deliver_(chunk);
        lock.lock();
        ++delivered_;
        stopped_ = stopped_ || !go_on;
        delivered_cv_.notify_one();
        if (!stopped_) continue;
        submitted_cv_.notify_all();
        return;
    }
}

}  // namespace tieout
