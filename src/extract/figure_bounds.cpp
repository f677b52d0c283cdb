#include "extract/figure_reader.hpp"
#include "extract/figure_reader_core.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

/// What a figure bounds a range with, and where the words that say so end.
enum class Side { none, lower, upper };
struct Bound {
    Side side = Side::none;
    std::size_t end = 0;
};

/// The word of class `beside` that bounds a figure at `at`, behind at most a blank; null where none stands.
const Sense* bound_word(const Scan& scan, std::size_t at, std::size_t& end) {
    const auto bound = scan.lexicon->find_class("beside");
    const std::size_t from = at + blank_at(scan.text, at, scan.end);
    const auto match = bound ? scan.lexicon->longest(scan.text, from, scan.end, mask(*bound)) : LexiconMatch{};
    if (!match) return nullptr;
    end = from + match.length;
    return match.entry->sense(*bound);
}

/// "3억원 초과", "최대 100개", "20보다 크고".
Bound bound_of(const Scan& scan, const Figure& figure) {
    switch (figure.magnitude.hedge) {
        case Hedge::at_least:
        case Hedge::more_than:
            return {Side::lower, figure.span.end};
        case Hedge::at_most:
        case Hedge::less_than:
        case Hedge::up_to:
            return {Side::upper, figure.span.end};
        case Hedge::none:
            break;
        default:
            return {};
    }
    Bound bound;
    const Sense* word = bound_word(scan, figure.span.end, bound.end);
    if (word) bound.side = word->id == "lower" ? Side::lower : word->id == "upper" ? Side::upper : Side::none;
    return bound;
}

/// Where the second figure of a range may begin behind the first bound: only a comma, ~, 에서 or a blank stand between.
std::size_t behind_bound(const Scan& scan, std::size_t at) {
    for (const std::string_view sign : {",", "~", "에서"}) {
        if (scan.text.substr(at, sign.size()) != sign) continue;
        at += sign.size();
        break;
    }
    return at + blank_at(scan.text, at, scan.end);
}

/// The particle between two figures that 사이 or 까지 closes.
struct Between {
    std::size_t end = 0;  ///< 0 where none stands
    std::string_view closed_by;
};

Between between_at(const Scan& scan, std::size_t at) {
    constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
        {"과", "between"}, {"와", "between"}, {"에서", "between"}, {"부터", "until"}};
    for (const auto& [word, closed_by] : kPairs) {
        if (scan.text.substr(at, word.size()) != word) continue;
        const std::size_t end = at + word.size();
        return {end + blank_at(scan.text, end, scan.end), closed_by};
    }
    return {};
}

bool number_at(const Scan& scan, std::size_t at) {
    if (at >= scan.end) return false;
    return is_ascii_digit(scan.text[at]) ||
           scan.lexicon->longest(scan.text, at, scan.end, masks(WordClass::numeral, WordClass::scale, WordClass::hedge_before))
               .found();
}

bool one_value(const Figure& figure) {
    return figure.magnitude.shape == Shape::point || figure.magnitude.shape == Shape::exact;
}

/// Makes one range of two figures in the same unit; the unit may stand once behind the second ("3억 초과 12억원 이하").
bool make_range(Figure& first, const Figure& second, bool falling) {
    const bool bare = first.kind == Kind::number && !first.unit;
    if (!one_value(first) || !one_value(second) || !first.valid || !second.valid) return false;
    if (!bare && (first.kind != second.kind || first.unit != second.unit || first.noun != second.noun)) return false;
    const Magnitude low = falling ? second.magnitude : first.magnitude;
    const Magnitude high = falling ? first.magnitude : second.magnitude;
    if (!(low.value < high.value)) return false;
    Magnitude range = low;
    range.shape = Shape::range;
    range.hedge = Hedge::none;
    range.high = high.value;
    range.high_step = high.step;
    if (high.finest < range.finest) range.finest = high.finest;
    range.as_written = second.magnitude.as_written;
    first.magnitude = range;
    first.kind = second.kind;
    first.unit = second.unit;
    first.noun = second.noun;
    first.numeral.end = second.numeral.end;
    first.core.end = second.core.end;
    first.span.end = second.span.end;
    return true;
}

/// "5억원 이상 10억원 미만", "최소 3%에서 최대 5%", "20보다 크고 30보다 작은": a bound on either side.
bool join_bounds(const Scan& scan, Figure& figure) {
    const Bound first = bound_of(scan, figure);
    if (first.side == Side::none) return false;
    const std::size_t at = behind_bound(scan, first.end);
    if (!number_at(scan, at)) return false;
    const auto second = read_single(scan, at);
    if (!second || second->kind == Kind::date) return false;
    const Bound last = bound_of(scan, *second);
    return last.side != Side::none && last.side != first.side && make_range(figure, *second, first.side == Side::upper);
}

/// "20%와 30% 사이", "10에서 15 사이", "3명부터 5명까지".
bool join_between(const Scan& scan, Figure& figure) {
    const Between between = between_at(scan, figure.span.end);
    if (between.end == 0 || figure.magnitude.hedge != Hedge::none || !number_at(scan, between.end)) return false;
    const auto second = read_single(scan, between.end);
    std::size_t end = 0;
    const Sense* word = second && second->magnitude.hedge == Hedge::none ? bound_word(scan, second->span.end, end) : nullptr;
    return word && word->id == between.closed_by && make_range(figure, *second, false);
}

}  // namespace

std::optional<Figure> read_figure(const Scan& scan, std::size_t at) {
    std::optional<Figure> figure = read_single(scan, at);
    if (!figure || scan.lexicon->language() != Language::ko || figure->span.end >= scan.end) return figure;
    if (!join_between(scan, *figure)) join_bounds(scan, *figure);
    return figure;
}

}  // namespace tieout
