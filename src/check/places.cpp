#include "check/places.hpp"

#include "reference/countries.hpp"

namespace tieout {
namespace {

constexpr std::string_view kWorld = "WLD";

/// The country of a scope's id; empty for scopes that are no single country.
std::string_view country_of(std::string_view scope, std::string_view home) {
    if (scope == "domestic") return home;
    if (scope == "china") return "CHN";
    if (scope == "japan") return "JPN";
    return {};
}

bool is_place(std::string_view scope) {
    return scope == "global" || scope == "overseas" || scope == "america" || scope == "europe";
}

/// The one country that a claim is said of; the world where its scope names none, or more than one place.
std::string_view place_of(const Claim& claim, std::string_view home) {
    std::string_view place;
    std::string_view rest = claim.scope;
    while (!rest.empty()) {
        const std::size_t plus = std::min(rest.find('+'), rest.size());
        const std::string_view scope = rest.substr(0, plus);
        rest.remove_prefix(std::min(plus + 1, rest.size()));
        const std::string_view country = country_of(scope, home);
        if (is_place(scope) || (!country.empty() && !place.empty())) return kWorld;
        if (!country.empty()) place = country;
    }
    return place.empty() ? kWorld : place;
}

}  // namespace

std::optional<Interval> people_where(const Claim& claim, std::string_view home) {
    const Country* country = Countries::built_in().find(place_of(claim, home));
    return country && country->people.sign() > 0 ? std::optional(Interval::point(country->people)) : std::nullopt;
}

std::optional<Interval> product_where(const Claim& claim, std::string_view home, const RateSource* rates) {
    const Country* country = Countries::built_in().find(place_of(claim, home));
    if (!country || country->gdp.sign() <= 0 || !claim.figure.unit) return std::nullopt;
    if (claim.figure.unit->code == "USD") return Interval::point(country->gdp);
    static const Unit kDollar{"USD", Dimension::money, 1, 0, false};
    Claim dollars;
    dollars.figure.kind = Kind::money;
    dollars.figure.unit = &kDollar;
    const auto rate = rates ? rates->rate(dollars, claim, false) : std::nullopt;
    return rate ? std::optional(Interval::point(country->gdp) * rate->range) : std::nullopt;
}

}  // namespace tieout
