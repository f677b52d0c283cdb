#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tieout {

/// Some lines of input on their way through the pool.
struct LineChunk {
    std::string lines;           ///< whole lines, each with its '\n' (the last of the input may lack it)
    std::size_t first_line = 1;  ///< the number of the first, from 1
    std::string output;
    bool failed = false;  ///< a line could not be used
};

/// Works on chunks with several threads and hands them on in the order they came. No more than a few chunks a thread are held
/// at a time: submit() waits until there is room, so memory does not grow with the input.
class OrderedPool {
public:
    /// `work` fills `output`, on any thread; `deliver` gets each chunk in order, on one thread, and says whether to go on.
    OrderedPool(std::size_t threads, std::function<void(LineChunk&)> work, std::function<bool(const LineChunk&)> deliver);
    /// As finish().
    ~OrderedPool();
    OrderedPool(const OrderedPool&) = delete;
    OrderedPool& operator=(const OrderedPool&) = delete;

    /// False once `deliver` wanted no more.
    bool submit(LineChunk chunk);
    /// Waits until everything is delivered.
    void finish();

private:
    struct Slot {
        LineChunk chunk;
        bool done = false;
    };

    void run_worker();
    void run_delivery();
    Slot& slot(std::size_t number) { return slots_[number % slots_.size()]; }

    const std::function<void(LineChunk&)> work_;
    const std::function<bool(const LineChunk&)> deliver_;
    std::mutex mutex_;
    std::condition_variable submitted_cv_, done_cv_, delivered_cv_;
    std::vector<Slot> slots_;    ///< chunk n lies in slot n modulo their number
    std::size_t submitted_ = 0;  ///< chunks so far; the next one's number
    std::size_t taken_ = 0;
    std::size_t delivered_ = 0;
    bool closed_ = false;   ///< no more will be submitted
    bool stopped_ = false;  ///< `deliver` wants no more
    std::vector<std::thread> threads_;
};

}  // namespace tieout
