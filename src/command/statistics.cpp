#include "command/statistics.hpp"

#include <cstdio>

namespace tieout {

void Statistics::add(const Report& report) {
    bytes_ += report.document.source.size();
    for (const Check& check : report.checks) ++rules_[check.rule][static_cast<std::size_t>(check.outcome)];
}

void Statistics::print(const Totals& totals) const {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start_;
    std::fprintf(stderr, "%-24s %8s %8s %8s\n", "rule", "holds", "fails", "open");
    for (const auto& [rule, counts] : rules_)
        std::fprintf(stderr, "%-24s %8zu %8zu %8zu\n", rule.c_str(), counts[0], counts[1], counts[2]);
    std::fprintf(stderr, "%zu drafts, %zu bytes, %zu figures, %zu findings, %zu silenced in %.1f ms\n", totals.documents,
                 bytes_, totals.claims, totals.findings(), totals.silenced, took.count());
}

}  // namespace tieout
