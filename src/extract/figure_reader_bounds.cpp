#include "extract/figure_reader_core.hpp"
#include "extract/figure_reader_english.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout::english {
namespace {

bool bounds_below(Hedge hedge) {
    return hedge == Hedge::more_than || hedge == Hedge::at_least;
}
bool bounds_above(Hedge hedge) {
    return hedge == Hedge::less_than || hedge == Hedge::at_most || hedge == Hedge::up_to;
}

}  // namespace

bool means_during(const Scan& scan, const Prefix& prefix, const Core& core) {
    constexpr std::string_view kOver = "ver";
    if (core.unit.state != UnitMatch::State::found || core.unit.kind != Kind::duration) return false;
    const std::size_t at = prefix.hedge;
    if (scan.text.substr(at + 1, kOver.size()) != kOver || (scan.text[at] != 'o' && scan.text[at] != 'O')) return false;
    // "For over 10 years", "was over a year", "took over a week".
    if (const Sense* word = word_before(scan, at, "function_word")) {
        for (const std::string_view id : {"preposition", "auxiliary", "past-lasting", "conjunction", "lasting", "adverb"}) {
            if (word->id == id) return false;
        }
    }
    // "Over 10 years ago", "over 20 years of talks".
    const auto behind = scan.lexicon->find_class("function_word");
    const std::size_t next = core.end + blank_at(scan.text, core.end, scan.end);
    const auto word = behind && next < scan.end ? scan.lexicon->longest(scan.text, next, scan.end, mask(*behind)) : LexiconMatch{};
    return !word || (word.entry->sense(*behind)->id != "length" && word.entry->form != "of");
}

void join_opposite_bound(const Scan& scan, Core& core, Figure& figure) {
    const Hedge first = figure.magnitude.hedge;
    const bool below = bounds_below(first);
    if ((!below && !bounds_above(first)) || core.numeral.shape != Shape::point || core.numeral.multiple || core.numeral.ordinal)
        return;
    std::size_t at = figure.span.end;
    const bool comma = at < scan.end && scan.text[at] == ',';
    at += comma ? 1 : 0;
    at += blank_at(scan.text, at, scan.end);
    bool linked = comma;
    for (const std::string_view word : {"and ", "but "}) {
        if (scan.text.substr(at, word.size()) != word) continue;
        at += word.size();
        linked = true;
    }
    if (!linked || at >= scan.end) return;
    const Prefix prefix = read_prefix(scan, at);
    if (prefix.stop_end > 0 || prefix.core >= scan.end || !(below ? bounds_above(prefix.kind) : bounds_below(prefix.kind)))
        return;
    auto other = read_core(scan, prefix.core, true);
    if (!other || other->numeral.shape != Shape::point || other->numeral.multiple || other->numeral.ordinal) return;
    const bool unit = core.unit.state == UnitMatch::State::found;
    const bool other_unit = other->unit.state == UnitMatch::State::found;
    if (unit && other_unit && (core.unit.unit != other->unit.unit || core.unit.kind != other->unit.kind)) return;
    if (!unit) core.unit = other->unit;
    if (!other_unit) other->unit = core.unit;
    Figure upper;
    set_unit(scan, core, figure);
    set_unit(scan, *other, upper);
    set_magnitude(core, figure);
    set_magnitude(*other, upper);
    Magnitude& magnitude = figure.magnitude;
    const bool ordered = below ? magnitude.value < upper.magnitude.value : upper.magnitude.value < magnitude.value;
    magnitude.hedge = first;
    if (!ordered) return;
    const Magnitude low = below ? magnitude : upper.magnitude;
    const Magnitude high = below ? upper.magnitude : magnitude;
    magnitude = low;
    magnitude.shape = Shape::range;
    magnitude.high = high.value;
    magnitude.high_step = high.step;
    magnitude.hedge = Hedge::none;
    figure.noun = upper.noun;
    figure.span.end = figure.core.end = static_cast<std::uint32_t>(other->end);
    figure.numeral.end = static_cast<std::uint32_t>(other->numeral.end);
}

}  // namespace tieout::english
