#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "number/rational.hpp"

namespace tieout {

/// How many people a country (or the world) has had at most, and what it has produced in a year at most: bounds that no count
/// of users and no market of that place can pass.
struct Country {
    Rational people;
    Rational gdp;  ///< in US dollars, of its greatest year
};

/// Countries by ISO 3166-1 alpha-3 code, the world as "WLD". Immutable; what is not known of a country is 0.
class Countries {
public:
    /// The table that ships with tieout, rules/reference/countries.txt. Read once; thread-safe.
    static const Countries& built_in();

    /// Lines "KOR 51849861 1818432106880", `#` for comments. Lines that are none of these are passed over.
    static Countries parse(std::string_view text);

    /// Null for an unknown code.
    const Country* find(std::string_view code) const;

private:
    std::map<std::string, Country, std::less<>> countries_;
};

}  // namespace tieout
