#include "rulebook/role_types.hpp"

namespace tieout {
namespace {

constexpr KindMask kAmount = kind_bit(Kind::money) | kind_bit(Kind::count) | kind_bit(Kind::quantity);
constexpr KindMask kLevel = kAmount | kind_bit(Kind::number);
constexpr KindMask kAny = (KindMask{1} << kKinds) - 1;

std::optional<KindMask> one_type(std::string_view name) {
    if (name == "level") return kLevel;
    if (name == "amount") return kAmount;
    if (name == "any") return kAny;
    for (int i = 0; i < kKinds; ++i) {
        if (name == to_string(static_cast<Kind>(i))) return KindMask{1} << i;
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& type_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out = {"level", "amount", "any"};
        for (int i = 0; i < kKinds; ++i) out.emplace_back(to_string(static_cast<Kind>(i)));
        return out;
    }();
    return names;
}

std::optional<KindMask> kinds_of(std::string_view type) {
    KindMask kinds = 0;
    while (true) {
        const std::size_t bar = type.find('|');
        const std::optional<KindMask> one = one_type(type.substr(0, bar));
        if (!one) return std::nullopt;
        kinds |= *one;
        if (bar == std::string_view::npos) return kinds;
        type.remove_prefix(bar + 1);
    }
}

std::string kinds_text(KindMask kinds) {
    if (kinds == kAny) return "any figure";
    std::string out;
    for (int i = 0; i < kKinds; ++i) {
        if (kinds >> i & 1) out += (out.empty() ? "" : " or ") + std::string(to_string(static_cast<Kind>(i)));
    }
    return out;
}

}  // namespace tieout
