#include "extract/numeral_english.hpp"

/// Numbers that leave open how many: "hundreds of thousands", "several million".
namespace tieout::english {

bool read_plural(const Words& words, const Words::Found& scale, Numeral& out) {
    if (words.text[scale.end - 1] != 's' && words.text[scale.end - 1] != 'S') return false;
    if (scale.sense->id == "letter") return false;
    Rational times = 1;
    out.end = scale.end;
    const std::size_t next = words.skip_blanks(scale.end);
    if (const std::size_t of = words.skip(next, "of"); of > next) {
        if (const auto more = words.scale(of)) {
            times = more.sense->value;
            out.end = more.end;
        }
    }
    out.value = scale.sense->value * times * Rational(2);
    out.high = scale.sense->id == "dozen" ? times * Rational(99) : (scale.sense->value * Rational(10) - Rational(1)) * times;
    out.step = out.finest = times;
    out.shape = Shape::several;
    return true;
}

bool read_several(const Words& words, std::size_t at, Numeral& out) {
    Rational size = 1;
    out.end = at;
    for (int scales = 0; scales < 2; ++scales) {
        const std::size_t next = words.skip_gap(out.end);
        const auto scale = next > out.end ? words.scale(next) : Words::Found{};
        if (!scale || scale.sense->value < Rational(12)) break;
        size *= scale.sense->value;
        out.end = scale.end;
    }
    if (size == Rational(1)) return false;
    out.value = size * Rational(2);
    out.high = size * Rational(9);
    out.step = out.finest = size;
    out.shape = Shape::several;
    return true;
}

}  // namespace tieout::english
