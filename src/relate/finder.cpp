#include "relate/finder.hpp"

#include <algorithm>
#include <optional>

#include "relate/claim_filter.hpp"

namespace tieout {
namespace {

constexpr std::uint32_t kMostLooks = 200;
constexpr std::uint32_t kMostWords = 400;
constexpr std::size_t kMostNear = 12;  ///< among more figures no two stand out as a pair

std::uint32_t reach_behind(const Find& find) {
    return static_cast<std::uint32_t>(std::min(find.sentences, find.behind));
}

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

/// The candidate is of the days that the change is measured against. It lies before what is compared with it, and is so much
/// for the same thing: of two figures of one year neither is the other's base, nor is a price per share a profit's.
bool is_base(const Claim& candidate, const Claim& anchor, const Claim& change) {
    if (!candidate.period || candidate.period->open_from || candidate.period->open_to || !anchor.period) return false;
    if (candidate.period->to >= anchor.period->from || per_code(candidate.figure) != per_code(anchor.figure)) return false;
    if (change.basis_period) {
        return candidate.period->from <= change.basis_period->to && change.basis_period->from <= candidate.period->to &&
               candidate.period->grain == change.basis_period->grain;
    }
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

/// Another claim in reach fits as well and has another value.
bool says_otherwise(const Find& find, std::uint32_t anchor, std::uint32_t found, const Surroundings& draft,
                    const Relation& relation) {
    const std::vector<Claim>& claims = draft.claims;
    const Claim& from = claims[anchor];
    const auto other = [&](std::uint32_t i) {
        return i != found && i != anchor && !is_bound(relation, i) && fits(find, claims[i], from, nullptr, draft.language) &&
               claims[i].figure.magnitude.value != claims[found].figure.magnitude.value;
    };
    std::uint32_t looks = 0;
    for (std::uint32_t i = anchor; i-- > 0 && looks < kMostLooks; ++looks) {
        if (from.sentence - claims[i].sentence > static_cast<std::uint32_t>(find.sentences)) break;
        if (other(i)) return true;
    }
    return false;
}

/// The nearest claim before the anchor that fits, else behind it. Where only one may fit, a second that says something else
/// leaves open which is meant.
void find_claim(const Find& find, std::uint32_t anchor, const Surroundings& draft, Relation& relation) {
    const std::vector<Claim>& claims = draft.claims;
    const auto change_index = claim_of(relation, find.basis_of);
    const Claim* change = change_index ? &claims[*change_index] : nullptr;
    const Claim& from = claims[anchor];
    std::optional<std::uint32_t> found;
    std::uint32_t looks = 0;
    for (std::uint32_t i = anchor; i-- > 0 && looks < kMostLooks && !found; ++looks) {
        if (from.sentence - claims[i].sentence > static_cast<std::uint32_t>(find.sentences)) break;
        if (!is_bound(relation, i) && fits(find, claims[i], from, change, draft.language)) found = i;
    }
    for (std::uint32_t i = anchor + 1; i < claims.size() && looks < kMostLooks && !found; ++i, ++looks) {
        if (claims[i].sentence - from.sentence > reach_behind(find)) break;
        if (!is_bound(relation, i) && fits(find, claims[i], from, change, draft.language)) found = i;
    }
    if (found && find.only && says_otherwise(find, anchor, *found, draft, relation)) return;
    if (found) relation.bindings[static_cast<std::size_t>(find.role)].claims.push_back(*found);
}

/// The claims whose periods follow one on the other from the anchor's first day to its last. Where two figures are given for
/// one of these periods nothing is bound: it is not known which of them the total was made of.
void find_parts(const Find& find, std::uint32_t anchor, const Surroundings& draft, Relation& relation) {
    const std::vector<Claim>& claims = draft.claims;
    const Claim& total = claims[anchor];
    if (!total.period || total.period->open_from || total.period->open_to) return;
    const auto reach = static_cast<std::uint32_t>(find.sentences);
    std::vector<std::uint32_t> parts;
    const auto take = [&](std::uint32_t i) {
        const Claim& claim = claims[i];
        if (is_bound(relation, i) || !claim.period || claim.period->open_from || claim.period->open_to) return;
        const bool inside = total.period->from <= claim.period->from && claim.period->to <= total.period->to;
        if (inside && claim.period->grain != total.period->grain && fits(find, claim, total, nullptr, draft.language))
            parts.push_back(i);
    };
    std::uint32_t looks = 0;
    for (std::uint32_t i = anchor; i-- > 0 && looks < kMostLooks && total.sentence - claims[i].sentence <= reach; ++looks)
        take(i);
    for (std::uint32_t i = anchor + 1; i < claims.size() && looks < kMostLooks; ++i, ++looks) {
        if (claims[i].sentence - total.sentence > reach_behind(find)) break;
        take(i);
    }
    std::sort(parts.begin(), parts.end(),
              [&](std::uint32_t a, std::uint32_t b) { return claims[a].period->from < claims[b].period->from; });
    Day next = total.period->from;
    for (const std::uint32_t i : parts) {
        if (claims[i].period->from != next) return;
        next = claims[i].period->to + std::chrono::days{1};
    }
    if (parts.size() < 2 || next != total.period->to + std::chrono::days{1}) return;
    relation.bindings[static_cast<std::size_t>(find.role)].claims = std::move(parts);
}

/// Two figures that may be one thing at two times, of which the change may be said: they move the way its word says, and the
/// earlier is what it is compared with, where it says with what.
bool are_pair(const Claim& earlier, const Claim& later, const Claim& change, int sign) {
    const Rational& before = earlier.figure.magnitude.value;
    const Rational& after = later.figure.magnitude.value;
    if (before == after || (sign != 0 && (before < after) != (sign > 0))) return false;
    if ((!change.basis.empty() || change.basis_period) && !is_base(earlier, later, change)) return false;
    if (!lies_before(earlier, later) || per_code(earlier.figure) != per_code(later.figure)) return false;
    const auto differ = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
    return !differ(earlier.metric, later.metric) && !differ(earlier.subject, later.subject) && earlier.scope == later.scope;
}

/// The only two figures of one unit about the anchor, said of two times: in its own sentence, else together with as few
/// sentences before it as have two. Below a headline the first sentences of the text are as near to it.
void find_pair(const Find& find, std::uint32_t anchor, const Surroundings& draft, Relation& relation) {
    const std::vector<Claim>& claims = draft.claims;
    const Claim& change = claims[anchor];
    int sign = 0;
    for (const Relation::Binding& binding : relation.bindings) {
        if (binding.word && binding.word->sign != 0) sign = binding.word->sign;
    }
    const bool heads = change.place == BlockKind::headline || change.place == BlockKind::heading;
    std::vector<std::uint32_t> near;
    const auto take = [&](std::uint32_t i) {
        if (!is_bound(relation, i) && passes(find.filter, claims[i], draft.language)) near.push_back(i);
    };
    const auto settle = [&] {
        if (near.size() > kMostNear) return true;
        for (std::size_t a = 0; a < near.size(); ++a) {
            std::size_t same = 0, partner = a;
            for (std::size_t b = 0; b < near.size(); ++b) {
                if (!comparable(claims[near[a]].figure, claims[near[b]].figure)) continue;
                ++same;
                if (b != a) partner = b;
            }
            if (same != 2) continue;
            std::uint32_t earlier = near[a], later = near[partner];
            if (lies_before(claims[later], claims[earlier])) std::swap(earlier, later);
            const bool alike = std::all_of(find.same.begin(), find.same.end(),
                                           [&](SameKey key) { return agree(key, claims[earlier], claims[later]); });
            if (!alike || !are_pair(claims[earlier], claims[later], change, sign)) continue;
            relation.bindings[static_cast<std::size_t>(find.role)].claims = {earlier};
            relation.bindings[static_cast<std::size_t>(find.later)].claims = {later};
            return true;
        }
        return false;
    };
    const auto reach = static_cast<std::uint32_t>(find.sentences);
    std::uint32_t looks = 0;
    std::uint32_t end = anchor + 1;
    for (; end < claims.size() && claims[end].sentence == change.sentence && looks < kMostLooks; ++end, ++looks) take(end);
    std::uint32_t at = anchor;
    for (std::uint32_t back = 0; back <= reach && looks < kMostLooks; ++back) {
        for (; at > 0 && change.sentence - claims[at - 1].sentence <= back && looks < kMostLooks; --at, ++looks)
            take(at - 1);
        if (settle()) return;
    }
    if (!heads) return;
    for (; end < claims.size() && claims[end].sentence - change.sentence <= reach && looks < kMostLooks; ++end, ++looks) take(end);
    settle();
}

/// The nearest word before the anchor in its own sentence or those before it, else the nearest behind it.
void find_word(const Find& find, std::uint32_t anchor, const Surroundings& draft, Relation& relation) {
    const ClassMask wanted = find.words[static_cast<std::size_t>(draft.language)];
    const Claim& from = draft.claims[anchor];
    const auto reach = static_cast<std::uint32_t>(find.sentences);
    const auto& first = draft.stream.first;
    const std::uint32_t begin = first[from.sentence - std::min(from.sentence, reach)];
    const std::uint32_t last = std::min(from.sentence + reach_behind(find) + 1, draft.stream.sentence_count());
    const std::uint32_t end = std::min(first[last], from.token + kMostWords);
    const auto take = [&](std::uint32_t i) {
        const Token& token = draft.stream.tokens[i];
        if (!(token.classes & wanted)) return false;
        const auto sense = std::find_if(token.entry->senses.begin(), token.entry->senses.end(),
                                        [&](const Sense& one) { return (mask(one.word_class) & wanted & token.classes) != 0; });
        if (sense == token.entry->senses.end()) return false;
        Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(find.role)];
        binding.word = &*sense;
        binding.token = i;
        binding.words = 1;
        return true;
    };
    std::uint32_t looks = 0;
    for (std::uint32_t i = from.token; i-- > begin && looks < kMostWords; ++looks) {
        if (take(i)) return;
    }
    for (std::uint32_t i = from.token + 1; i < end; ++i) {
        if (take(i)) return;
    }
}

}  // namespace

void find_roles(const Rule& rule, const Surroundings& draft, Relation& relation) {
    for (const Find& find : rule.finds) {
        const Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(find.role)];
        if (binding.word || !binding.claims.empty()) continue;
        const auto anchor = claim_of(relation, find.anchor);
        if (!anchor) continue;
        if (find.words[static_cast<std::size_t>(draft.language)]) {
            find_word(find, *anchor, draft, relation);
        } else if (find.later >= 0) {
            // Half a pair that a pattern bound is none to look for.
            if (relation.bindings[static_cast<std::size_t>(find.later)].claims.empty() && relation.loose)
                find_pair(find, *anchor, draft, relation);
        } else if (find.period == "parts") {
            find_parts(find, *anchor, draft, relation);
        } else if (find.words == PerLanguage<ClassMask>{}) {
            find_claim(find, *anchor, draft, relation);
        }
    }
}

}  // namespace tieout
