#include "check/same_mistake.hpp"

#include <algorithm>
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

/// It says what should stand there; a finding that does not (rates that disagree) tells something of its own, unless one of its
/// figures is proved wrong by itself.
bool corrects(const Finding& finding) {
    return finding.expected || !finding.suggestions.empty();
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
        if (claims[i].empty() || !corrects(findings[i])) continue;
        const auto& others = on_figure[claims[i].front()];
        for (std::size_t k = 0; k < std::min(others.size(), kMostOnOne); ++k) {
            const std::size_t j = others[k];
            if (i == j || findings[i].rule == findings[j].rule) continue;
            if (!std::includes(claims[j].begin(), claims[j].end(), claims[i].begin(), claims[i].end())) continue;
            if (!corrects(findings[j])) {
                // Of two conversions that disagree the one proved wrong is told already.
                if (findings[i].severity == Severity::error) repeats[j] = true;
                continue;
            }
            repeats[weight(findings[i]) <= weight(findings[j]) ? i : j] = true;
        }
    }
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (repeats[i]) findings[i].severity = Severity::note;
    }
}

}  // namespace tieout
