#include "relate/finder.hpp"

#include <algorithm>
#include <optional>

#include "relate/claim_filter.hpp"

namespace tieout {
namespace {

constexpr std::uint32_t kMostLooks = 200;
constexpr std::uint32_t kSentencesBehind = 2;

std::optional<std::uint32_t> claim_of(const Relation& relation, std::int16_t role) {
    if (role < 0) return std::nullopt;
    const auto& claims = relation.bindings[static_cast<std::size_t>(role)].claims;
    return claims.empty() ? std::nullopt : std::optional(claims.back());
}

bool is_bound(const Relation& relation, std::uint32_t claim) {
    return std::any_of(relation.bindings.begin(), relation.bindings.end(), [&](const Relation::Binding& binding) {
        return std::find(binding.claims.begin(), binding.claims.end(), claim) != binding.claims.end();
    });
}

Period shifted(const Period& period, int months) {
    Period out = period;
    out.from = add_months(period.from, -months);
    out.to = add_months(period.to, -months);
    return out;
}

/// The candidate is of the days that the change is measured against.
bool is_base(const Claim& candidate, const Claim& anchor, const Claim& change) {
    if (!candidate.period || candidate.period->open_from || candidate.period->open_to) return false;
    if (change.basis_period) {
        return candidate.period->from <= change.basis_period->to && change.basis_period->from <= candidate.period->to &&
               candidate.period->grain == change.basis_period->grain;
    }
    if (!anchor.period) return false;
    int months = 0;
    if (change.basis == "year-on-year") months = 12;
    if (change.basis == "quarter-on-quarter") months = 3;
    if (change.basis == "month-on-month") months = 1;
    if (months == 0) return candidate.period->to < anchor.period->from && candidate.period->grain == anchor.period->grain;
    const Period base = shifted(*anchor.period, months);
    return candidate.period->from == base.from && candidate.period->grain == base.grain;
}

bool fits(const Find& find, const Claim& candidate, const Claim& anchor, const Claim* change, Language language) {
    if (!passes(find.filter, candidate, language)) return false;
    for (const SameKey key : find.same) {
        if (!agree(key, candidate, anchor)) return false;
    }
    if (find.period == "basis") return change && is_base(candidate, anchor, *change);
    if (find.period == "earlier") return candidate.period && anchor.period && candidate.period->to < anchor.period->from;
    return true;
}

}  // namespace

void find_roles(const Rule& rule, const std::vector<Claim>& claims, Language language, Relation& relation) {
    for (const Find& find : rule.finds) {
        if (claim_of(relation, find.role)) continue;
        const auto anchor = claim_of(relation, find.anchor);
        if (!anchor) continue;
        const auto change_index = claim_of(relation, find.basis_of);
        const Claim* change = change_index ? &claims[*change_index] : nullptr;
        const Claim& from = claims[*anchor];
        std::optional<std::uint32_t> found;
        std::uint32_t looks = 0;
        for (std::uint32_t i = *anchor; i-- > 0 && looks < kMostLooks && !found; ++looks) {
            if (from.sentence - claims[i].sentence > static_cast<std::uint32_t>(find.sentences)) break;
            if (!is_bound(relation, i) && fits(find, claims[i], from, change, language)) found = i;
        }
        for (std::uint32_t i = *anchor + 1; i < claims.size() && looks < kMostLooks && !found; ++i, ++looks) {
            if (claims[i].sentence - from.sentence > std::min(kSentencesBehind, static_cast<std::uint32_t>(find.sentences))) break;
            if (!is_bound(relation, i) && fits(find, claims[i], from, change, language)) found = i;
        }
        if (found) relation.bindings[static_cast<std::size_t>(find.role)].claims.push_back(*found);
    }
}

}  // namespace tieout
