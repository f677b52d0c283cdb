#include "rulebook/kind_algebra.hpp"

#include <utility>

namespace tieout {
namespace {

/// Has a unit and can be had n times.
bool measured(Kind kind) {
    return kind == Kind::money || kind == Kind::count || kind == Kind::quantity || kind == Kind::duration;
}

}  // namespace

bool pure(Kind kind) {
    return kind == Kind::number || kind == Kind::multiple || kind == Kind::percent;
}

std::optional<Kind> add_kinds(Kind a, Kind b, bool minus) {
    if (a == Kind::date || a == Kind::ordinal || b == Kind::date || b == Kind::ordinal) return std::nullopt;
    if (a == Kind::percent && b == Kind::percent) return minus ? Kind::point : Kind::percent;
    if (a == b) return a;
    if (a == Kind::percent && b == Kind::point) return Kind::percent;
    if (a == Kind::point && b == Kind::percent && !minus) return Kind::percent;
    if (pure(a) && pure(b)) return Kind::number;
    return std::nullopt;
}

std::optional<Kind> multiply_kinds(Kind a, Kind b) {
    if (pure(b) && !pure(a)) std::swap(a, b);
    if (pure(a)) {
        if (measured(b) || b == Kind::point) return b;
        if (!pure(b)) return std::nullopt;
        if (a == Kind::percent || b == Kind::percent) return Kind::percent;
        return a == b ? a : Kind::number;
    }
    if (!measured(a) || !measured(b)) return std::nullopt;
    // So many at so much each; so many days at so much a day.
    for (const Kind each : {Kind::count, Kind::duration, Kind::quantity}) {
        if (a == each && (b != Kind::quantity || each != Kind::quantity)) return b;
        if (b == each && (a != Kind::quantity || each != Kind::quantity)) return a;
    }
    return std::nullopt;
}

std::optional<Kind> divide_kinds(Kind a, Kind b) {
    if (a == Kind::date || a == Kind::ordinal || b == Kind::date || b == Kind::ordinal) return std::nullopt;
    if (a == Kind::percent && b == Kind::number) return Kind::percent;
    if (a == b || (pure(a) && pure(b)) || (a == Kind::point && b == Kind::percent)) return Kind::number;
    if (pure(b)) return a;
    if (a == Kind::money && measured(b)) return a;
    if ((a == Kind::quantity || a == Kind::count) && (b == Kind::count || b == Kind::duration)) return a;
    return std::nullopt;
}

bool comparable(Kind a, Kind b) {
    if (a == Kind::date || b == Kind::date) return false;
    if (a == b || (pure(a) && pure(b))) return true;
    const auto counted = [](Kind kind) { return kind == Kind::number || kind == Kind::count || kind == Kind::ordinal; };
    return counted(a) && counted(b);
}

KindMask beside(KindMask kinds, KindMask other) {
    constexpr KindMask kUnits = kind_bit(Kind::money) | kind_bit(Kind::count) | kind_bit(Kind::quantity);
    constexpr KindMask kShares = kind_bit(Kind::percent) | kind_bit(Kind::multiple);
    return (kinds & kUnits) && !(other & ~kShares) ? kinds & ~kind_bit(Kind::number) : kinds;
}

}  // namespace tieout
