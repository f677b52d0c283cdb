#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr std::string_view kOf = "분의";

/// What is needed to read on behind a number.
struct Text {
    const Lexicon& lexicon;
    std::string_view text;
    std::size_t end;
    NumeralContext context;

    bool has(std::size_t at, std::string_view word) const { return at < end && text.substr(at, word.size()) == word; }
    bool digit(std::size_t at) const { return at < end && is_ascii_digit(text[at]); }
    std::size_t past_blanks(std::size_t at) const {
        for (int blanks = 0; blanks < 4; ++blanks) at += blank_at(text, at, end);
        return at;
    }
};

void set_share(Numeral& numeral, const Rational& value, std::size_t end) {
    numeral.value = numeral.step = numeral.finest = value;
    numeral.end = end;
    numeral.shape = Shape::exact;
    numeral.multiple = true;
    numeral.single = numeral.bare_scale = false;
}

/// "3분의 1", "오 분의 이": `numeral` so far is the lower half.
bool read_of(const Text& in, Numeral& numeral) {
    const std::size_t of = numeral.end + blank_at(in.text, numeral.end, in.end);
    if (!in.has(of, kOf)) return false;
    const std::size_t at = in.past_blanks(of + kOf.size());
    Numeral upper;
    if (at >= in.end || !read_korean_number(in.lexicon, in.text, at, in.end, in.context, upper) || upper.shape != Shape::point)
        return false;
    constexpr std::string_view kOnly = "만";
    if (upper.scale == 4 && in.text.substr(upper.end - kOnly.size(), kOnly.size()) == kOnly) {  // "3분의 일만": only a third
        upper.value /= Rational(10000);
        upper.end -= kOnly.size();
    }
    set_share(numeral, upper.value / numeral.value, upper.end);
    return true;
}

/// "1/3로", "2/3 이상".
bool tells_how_much(const Text& in, std::size_t at) {
    const std::size_t hedge = at + blank_at(in.text, at, in.end);
    if (in.lexicon.longest(in.text, hedge, in.end, mask(WordClass::hedge_after))) return true;
    const auto particle = in.lexicon.longest(in.text, at, in.end, mask(WordClass::particle));
    return particle && particle.entry->sense(WordClass::particle)->id == "로";
}

/// "응답자의 2/3가": digits over digits are a share only behind 의 or where it is said how much, since they are also dates and
/// names
/// ("9/11 테러").
bool read_slash(const Text& in, std::size_t begin, Numeral& numeral) {
    if (!in.has(numeral.end, "/") || !in.digit(numeral.end + 1) || !numeral.value.is_integer()) return false;
    constexpr std::string_view kPossessive = "의 ";
    const bool of =
        begin >= kPossessive.size() && in.text.substr(begin - kPossessive.size(), kPossessive.size()) == kPossessive;
    const auto lower = read_digits(in.text, numeral.end + 1, in.end);
    if (!lower || lower->exponent < 0 || lower->count > 3 || lower->leading_zero || lower->mantissa < 2) return false;
    if (lower->end < in.end && (in.text[lower->end] == '/' || in.text[lower->end] == '-')) return false;
    const Rational value = numeral.value / Rational(lower->mantissa, 1);
    const bool share = value < Rational(1) && (of || tells_how_much(in, lower->end));
    if (!share && !in.context.all_numbers) return false;
    set_share(numeral, value, lower->end);
    return true;
}

/// "일과 이분의 일", "2와 3분의 1", "1 4/5": a whole number and a share of one.
void read_mixed(const Text& in, Numeral& numeral) {
    constexpr std::size_t kSyllable = 3;
    std::size_t at = numeral.end;
    const bool joined = in.has(at, "과") || in.has(at, "와");
    if (joined) at += kSyllable;
    at = in.past_blanks(at);
    if (at >= in.end || at == numeral.end || (!joined && !(in.context.all_numbers && in.digit(at)))) return;
    Numeral share;
    if (!read_korean_number(in.lexicon, in.text, at, in.end, in.context, share) || share.shape != Shape::point ||
        share.value.is_zero())
        return;
    if ((!joined || !read_of(in, share)) && !read_slash(in, at, share)) return;
    set_share(numeral, numeral.value + share.value, share.end);
}

/// "반이 넘는", "배 이상": 반 is a half and 배 double only where something is said of how much.
bool stands_for_more(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end) {
    return lexicon.longest(text, at + blank_at(text, at, end), end, mask(WordClass::hedge_after)).found();
}

}  // namespace

bool read_korean_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context,
                         Numeral& out) {
    if (!is_ascii_digit(text[at])) {
        const auto match = lexicon.longest(text, at, end, mask(WordClass::numeral));
        const Sense* sense = match ? match.entry->sense(WordClass::numeral) : nullptr;
        const bool half =
            sense &&
            ((sense->id == "half" && context.all_numbers) ||
             ((sense->id == "half" || sense->id == "double") && stands_for_more(lexicon, text, at + match.length, end)));
        if (half || (sense && (sense->id == "multiple" || sense->id == "part" || sense->id == "ordinal"))) {
            out.value = out.step = out.finest = sense->value;
            out.shape = Shape::exact;
            out.words = true;
            out.ordinal = sense->id == "ordinal";
            out.multiple = !out.ordinal;
            out.end = at + match.length;
            return true;
        }
    }
    if (!read_korean_number(lexicon, text, at, end, context, out)) return false;
    if (out.shape != Shape::point || out.value.is_zero() || out.end >= end) return true;
    const Text in{lexicon, text, end, context};
    if (!read_of(in, out) && !read_slash(in, at, out) && out.value.is_integer()) read_mixed(in, out);
    return true;
}

}  // namespace tieout
