#include "extract/date_reader.hpp"
#include "extract/figure_reader_core.hpp"
#include "extract/figure_reader_korean.hpp"
#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

Hedge hedge_of(std::string_view id) {
    for (const Hedge hedge :
         {Hedge::about, Hedge::at_least, Hedge::more_than, Hedge::at_most, Hedge::less_than, Hedge::nearly, Hedge::up_to}) {
        if (to_string(hedge) == id) return hedge;
    }
    return Hedge::none;
}

/// 대 and 선 directly behind an amount: the bucket that begins there. 10억원대, 20%대, 3000원 선; not 대비, 대출, 선물.
std::size_t bucket_at(const Scan& scan, const Figure& figure) {
    const std::size_t end = figure.span.end;
    const bool level =
        figure.kind == Kind::money || figure.kind == Kind::percent || figure.kind == Kind::number || figure.kind == Kind::point;
    const std::size_t at = end + blank_at(scan.text, end, scan.end);
    const std::string_view word = scan.text.substr(at, 3);
    const bool known = (word == "대" && at == end) || (word == "선" && (level || at == end));
    if (!known || (figure.kind == Kind::count && word == "선")) return 0;
    const std::size_t after = at + 3;
    if (after < scan.end && is_hangul(code_point_at(scan.text, after).value) &&
        !scan.lexicon->longest(scan.text, after, scan.end, mask(WordClass::particle)))
        return 0;
    return after;
}

/// "1억원대" ends one step later, "10억~20억원대" one behind its upper end; a line that is lost lies above.
void read_bucket(const Scan& scan, Figure& figure, std::size_t after) {
    Magnitude& magnitude = figure.magnitude;
    const bool line = scan.text.substr(after - 3, 3) == "선";
    if (magnitude.shape == Shape::range) {
        if (line || figure.reversed) return;
        magnitude.high += magnitude.high_step < magnitude.step ? magnitude.high_step : magnitude.step;
    } else if (magnitude.shape == Shape::point || magnitude.shape == Shape::exact) {
        magnitude.shape = Shape::bucket;
    } else {
        return;
    }
    figure.span.end = static_cast<std::uint32_t>(after);
    if (line && magnitude.hedge == Hedge::none && is_line_lost(scan, after)) magnitude.hedge = Hedge::less_than;
}

bool begins_with_particle(const Entry& entry) {
    for (const std::string_view particle : {"을", "를", "이 ", "가 ", "에", "도 ", "선을", "이 훌"}) {
        if (entry.form.compare(0, particle.size(), particle) == 0)
            return entry.form != "이상" && entry.form != "이하" && entry.form != "이내";
    }
    return false;
}

/// "$10 billion plus 2% of sales", "three people, at least 5": what stands before the next amount is that one's.
bool amount_at(const Scan& scan, std::size_t at) {
    at += blank_at(scan.text, at, scan.end);
    if (at >= scan.end) return false;
    return is_ascii_digit(scan.text[at]) ||
           scan.lexicon->longest(scan.text, at, scan.end, masks(WordClass::currency_before, WordClass::numeral));
}

void read_hedge_after(const Scan& scan, Figure& figure) {
    for (int words = 0; words < 2; ++words) {
        const std::size_t end = figure.span.end;
        const std::size_t at = end + blank_at(scan.text, end, scan.end);
        if (at >= scan.end) return;
        const auto match = scan.lexicon->longest(scan.text, at, scan.end, masks(WordClass::hedge_after, WordClass::stop));
        if (!match || !(match.entry->classes & mask(WordClass::hedge_after))) return;
        if (scan.lexicon->language() == Language::en && at > end && amount_at(scan, at + match.length)) return;
        const bool outside = begins_with_particle(*match.entry);
        if (outside && (at != end || is_benchmark(scan, figure))) return;
        const Hedge hedge = hedge_of(match.entry->sense(WordClass::hedge_after)->id);
        if (scan.lexicon->language() == Language::ko && at == end && figure.kind == Kind::number && match.length == 3) return;
        // "약 100억원 이상" states a bound; "최대 10% 이상" keeps the first.
        if (figure.magnitude.hedge == Hedge::none || figure.magnitude.hedge == Hedge::about) figure.magnitude.hedge = hedge;
        if (outside) return;
        figure.span.end = static_cast<std::uint32_t>(at + match.length);
    }
}

void read_per_after(const Scan& scan, Figure& figure) {
    if (figure.per != Per::none || figure.kind == Kind::ordinal) return;
    const std::size_t end = figure.span.end;
    std::size_t at = end + blank_at(scan.text, end, scan.end);
    if (at < scan.end && at == end && scan.text[at] == '-') ++at;
    if (at >= scan.end) return;
    const auto match = scan.lexicon->longest(scan.text, at, scan.end, masks(WordClass::per_after, WordClass::stop));
    if (!match || (match.entry->classes & mask(WordClass::stop))) return;
    // "$2bn a year earlier" is no rate.
    const std::size_t behind_article = at + 2;
    if (scan.text[at] == 'a' && (read_date(scan, at, {}) || read_date(scan, behind_article, {}))) return;
    const Sense* sense = match.entry->sense(WordClass::per_after);
    figure.per = per_of(sense->id);
    if (figure.per == Per::item) figure.per_noun = sense->id;
}

}  // namespace

Per per_of(std::string_view id) {
    for (const Per per : {Per::hour, Per::day, Per::week, Per::month, Per::quarter, Per::year}) {
        if (to_string(per) == id) return per;
    }
    return Per::item;
}

Prefix read_prefix(const Scan& scan, std::size_t at) {
    constexpr ClassMask kPrefix = masks(WordClass::hedge_before, WordClass::per_before);
    constexpr ClassMask kAll =
        kPrefix | masks(WordClass::numeral, WordClass::scale, WordClass::currency_before, WordClass::stop);
    constexpr int kMostWords = 4;
    Prefix prefix;
    std::size_t place = at;
    for (int words = 0; words < kMostWords && place < scan.end && !is_ascii_digit(scan.text[place]); ++words) {
        const auto match = scan.lexicon->longest(scan.text, place, scan.end, kAll);
        if (!match) {
            prefix.nothing = words == 0;
            break;
        }
        const Entry& entry = *match.entry;
        if ((entry.classes & mask(WordClass::stop)) && !(entry.classes & kPrefix)) {
            prefix.stop_end = place + match.length;
            break;
        }
        if (!(entry.classes & kPrefix)) break;
        if (const Sense* hedge = entry.sense(WordClass::hedge_before)) {
            if (hedge->id == "between") {
                prefix.between = true;
            } else if (hedge->id != "none" && prefix.kind == Hedge::none) {
                prefix.kind = hedge_of(hedge->id);
            }
            if (hedge->id != "none" && prefix.hedge == std::string_view::npos) prefix.hedge = place;
        } else {
            const Sense* per = entry.sense(WordClass::per_before);
            prefix.per_id = per->id;
            prefix.per = per_of(per->id);
        }
        place += match.length;
        place += blank_at(scan.text, place, scan.end);
    }
    prefix.core = place;
    return prefix;
}

void read_suffix(const Scan& scan, Figure& figure) {
    if (figure.kind == Kind::ordinal) return;
    if (scan.lexicon->language() == Language::ko) {
        take_extra(scan, figure);
        if (const std::size_t after = bucket_at(scan, figure)) read_bucket(scan, figure, after);
    }
    read_hedge_after(scan, figure);
    if (scan.lexicon->language() == Language::en) read_per_after(scan, figure);
}

}  // namespace tieout
