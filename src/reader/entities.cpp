#include "reader/entities.hpp"

#include <array>

#include "base/utf8.hpp"

namespace tieout {

namespace {
struct Named {
    std::string_view name, meaning;
};
/// The names that word processors and editing systems write; any other character they write as itself or by number.
constexpr std::array<Named, 40> kNamed = {{
    {"amp", "&"},     {"lt", "<"},      {"gt", ">"},     {"quot", "\""},   {"apos", "'"},   {"nbsp", " "},   {"ensp", " "},
    {"emsp", " "},    {"thinsp", " "},  {"shy", ""},     {"zwj", ""},      {"zwnj", ""},    {"ndash", "–"},  {"mdash", "—"},
    {"lsquo", "‘"},   {"rsquo", "’"},   {"ldquo", "“"},  {"rdquo", "”"},   {"hellip", "…"}, {"middot", "·"}, {"bull", "•"},
    {"times", "×"},   {"divide", "÷"},  {"plusmn", "±"}, {"minus", "−"},   {"deg", "°"},    {"micro", "µ"},  {"permil", "‰"},
    {"cent", "¢"},    {"pound", "£"},   {"yen", "¥"},    {"euro", "€"},    {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"},
    {"sup2", "²"},    {"sup3", "³"},    {"trade", "™"},  {"reg", "®"},     {"copy", "©"},
}};

int digit_of(char c, int base) {
    int value = base;
    if (c >= '0' && c <= '9') value = c - '0';
    if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
    if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
    return value < base ? value : -1;
}
}  // namespace

std::string entity_meaning(std::string_view reference) {
    const std::string itself(reference);
    if (reference.size() < 3) return itself;
    std::string_view name = reference.substr(1, reference.size() - 2);
    if (name[0] != '#') {
        for (const Named& named : kNamed) {
            if (named.name == name) return std::string(named.meaning);
        }
        return itself;
    }
    const int base = name.size() > 1 && (name[1] | 0x20) == 'x' ? 16 : 10;
    name.remove_prefix(base == 16 ? 2 : 1);
    char32_t value = 0;
    for (const char c : name) {
        const int digit = digit_of(c, base);
        if (digit < 0 || value > 0x10FFFF) return itself;
        value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    }
    std::string meaning;
    if (value <= 0x20 || value == 0x7F || value == 0xA0 || value == 0x3000) return " ";
    append_utf8(meaning, value);
    return meaning;
}

}  // namespace tieout
