#include "check/operands.hpp"

namespace tieout {

ToBase to_base(const Figure& figure) {
    if (figure.kind == Kind::percent || figure.kind == Kind::point) {
        return {(figure.unit ? figure.unit->factor : Rational(1)) / Rational(100), 0};
    }
    if (!figure.unit) return {};
    return {figure.unit->factor, figure.unit->offset};
}

Interval to_base(const Interval& in_unit, const Figure& figure) {
    const ToBase way = to_base(figure);
    return in_unit * Interval::point(way.factor) + Interval::point(way.offset);
}

Interval from_base(const Interval& in_base, const Figure& figure) {
    const ToBase way = to_base(figure);
    return (in_base - Interval::point(way.offset)) / Interval::point(way.factor);
}

}  // namespace tieout
