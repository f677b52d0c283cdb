#include "check/same_mistake.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace tieout {
namespace {

/// Findings on one figure that are compared with each other; more are not found on one.
constexpr std::size_t kMostOnOne = 16;

using Claims = std::vector<std::uint32_t>;

Claims sorted(Claims claims) {
    std::sort(claims.begin(), claims.end());
    return claims;
}

/// How much a finding says: how sure it is, whether it knows the cause and what should stand there, how much it has taken into
/// account.
auto weight(const Finding& finding) {
    return std::tuple(finding.severity, !finding.cause.empty(), finding.expected.has_value(), finding.claims.size());
}

}  // namespace

void tell_once(std::vector<Finding>& findings) {
    std::vector<Claims> claims;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> on_figure;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        claims.push_back(sorted(findings[i].claims));
        for (const std::uint32_t claim : claims.back()) on_figure[claim].push_back(i);
    }
    std::vector<bool> repeats(findings.size(), false);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (claims[i].empty()) continue;
        const auto& others = on_figure[claims[i].front()];
        for (std::size_t k = 0; k < std::min(others.size(), kMostOnOne); ++k) {
            const std::size_t j = others[k];
            if (i == j || findings[i].rule == findings[j].rule) continue;
            if (!std::includes(claims[j].begin(), claims[j].end(), claims[i].begin(), claims[i].end())) continue;
            repeats[weight(findings[i]) <= weight(findings[j]) ? i : j] = true;
        }
    }
    std::set<std::pair<std::string_view, std::string_view>> told;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        // The same sentence again: a lead that a summary repeats.
        if (!told.insert({findings[i].rule, findings[i].message}).second) repeats[i] = true;
    }
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (repeats[i]) findings[i].severity = Severity::note;
    }
}

}  // namespace tieout
