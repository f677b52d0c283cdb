#include "reference/countries.hpp"

#include "base/embedded.hpp"

namespace tieout {
namespace {

/// Takes what stands before the next `end` off the front of a text.
std::string_view take(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

}  // namespace

const Countries& Countries::built_in() {
    static const Countries countries = parse(embedded_file("rules/reference/countries.txt"));
    return countries;
}

Countries Countries::parse(std::string_view text) {
    Countries out;
    while (!text.empty()) {
        std::string_view line = take(text, '\n');
        const std::string_view code = take(line, ' ');
        const std::optional<Rational> people = Rational::parse(take(line, ' '));
        const std::optional<Rational> gdp = Rational::parse(take(line, ' '));
        if (code.size() == 3 && people && gdp) out.countries_.emplace(code, Country{*people, *gdp});
    }
    return out;
}

const Country* Countries::find(std::string_view code) const {
    const auto found = countries_.find(code);
    return found == countries_.end() ? nullptr : &found->second;
}

}  // namespace tieout
