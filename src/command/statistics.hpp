#pragma once

#include <array>
#include <chrono>
#include <map>
#include <string>

#include "report/totals.hpp"

namespace tieout {

/// How often each rule was judged and how it came out, and how long that took; on standard error, beside any report.
class Statistics {
public:
    void add(const Report& report);
    void print(const Totals& totals) const;

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::size_t bytes_ = 0;
    std::map<std::string, std::array<std::size_t, 3>> rules_;
};

}  // namespace tieout
