#include "relate/claim_filter.hpp"

#include <algorithm>

namespace tieout {
namespace {

bool one_of(const std::vector<std::string>& ids, std::string_view id) {
    return ids.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// What a key compares; nothing where the claim does not say.
std::optional<std::string> value_of(SameKey key, const Claim& claim) {
    const auto known = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    switch (key) {
        case SameKey::metric:
            return known(claim.metric);
        case SameKey::subject:
            return known(claim.subject);
        case SameKey::source:
            return known(claim.source);
        case SameKey::basis:
            return known(claim.basis);
        case SameKey::scope:
            return claim.scope;
        case SameKey::unit:
            return std::string(to_string(claim.figure.kind)) + " " + std::string(unit_code(claim.figure));
        case SameKey::dimension: {
            const bool converts =
                claim.figure.unit && (claim.figure.kind == Kind::quantity || claim.figure.kind == Kind::duration);
            if (converts) return "dimension " + std::to_string(static_cast<int>(claim.figure.unit->dimension));
            return value_of(SameKey::unit, claim);
        }
        case SameKey::period:
            return claim.period ? std::optional(to_string(*claim.period)) : std::nullopt;
        case SameKey::sentence:
            return std::to_string(claim.sentence);
        case SameKey::kind:
            return std::string(to_string(claim.figure.kind));
        case SameKey::paragraph:
            return std::to_string(claim.block);
        case SameKey::column:
            return claim.column_id ? std::optional(std::to_string(claim.column_id)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

bool comparable(const Figure& a, const Figure& b) {
    const auto counts = [](const Figure& figure) {
        return figure.kind == Kind::count || (figure.kind == Kind::number && !figure.unit);
    };
    return same_dimension(a, b) || (a.kind != b.kind && counts(a) && counts(b));
}

bool lies_before(const Claim& earlier, const Claim& later) {
    return earlier.period && later.period && !earlier.period->open_to && !later.period->open_from &&
           earlier.period->to < later.period->from;
}

bool has_scope(const Claim& claim, std::string_view id) {
    std::string_view rest = claim.scope;
    while (!rest.empty()) {
        const std::size_t plus = std::min(rest.find('+'), rest.size());
        if (rest.substr(0, plus) == id) return true;
        rest.remove_prefix(std::min(plus + 1, rest.size()));
    }
    return false;
}

bool passes(const ClaimFilter& filter, const Claim& claim, Language language) {
    const Figure& figure = claim.figure;
    if (filter.kinds && !(filter.kinds & 1u << static_cast<unsigned>(figure.kind))) return false;
    if (!one_of(filter.metrics, claim.metric) || !one_of(filter.modalities, to_string(claim.modality))) return false;
    if (!one_of(filter.units, unit_code(figure))) return false;
    if (filter.blocks && !(filter.blocks & 1u << static_cast<unsigned>(claim.place))) return false;
    const ClassMask beside = filter.beside[static_cast<std::size_t>(language)];
    if (beside && !(beside & claim.beside)) return false;
    const ClassMask row = filter.row[static_cast<std::size_t>(language)];
    if (row && !(row & claim.row)) return false;
    if (filter.not_beside[static_cast<std::size_t>(language)] & claim.beside) return false;
    if (filter.named && (claim.inherited || claim.metric.empty())) return false;
    for (const std::string& scope : filter.scopes) {
        if (!has_scope(claim, scope)) return false;
    }
    for (const std::string& scope : filter.without_scopes) {
        if (has_scope(claim, scope)) return false;
    }
    if (filter.per && *filter.per != (figure.per != Per::none)) return false;
    return !filter.period || *filter.period == claim.period.has_value();
}

bool agree(SameKey key, const Claim& a, const Claim& b) {
    const auto x = value_of(key, a);
    return x && x == value_of(key, b);
}

std::string key_of(const std::vector<SameKey>& same, const Claim& claim) {
    std::string out = "=";
    for (const SameKey key : same) {
        const auto value = value_of(key, claim);
        if (!value) return {};
        out += *value;
        out += '\x1f';
    }
    return out;
}

}  // namespace tieout
