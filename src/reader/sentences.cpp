#include "reader/sentences.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "reader/quotations.hpp"

namespace tieout {

namespace {
enum : std::uint8_t { kOther, kStop, kWide };

/// Which bytes may end a sentence or open a quotation. The lead bytes of … 。 and of the curly and corner quotation marks never occur
/// inside other code points.
constexpr std::array<std::uint8_t, 256> byte_classes() {
    std::array<std::uint8_t, 256> classes{};
    for (const char c : {'.', '!', '?', '"', '\'', '(', '['}) classes[static_cast<std::uint8_t>(c)] = kStop;
    classes[0xE2] = classes[0xE3] = kWide;
    return classes;
}
constexpr auto kByteClass = byte_classes();

constexpr char32_t kEllipsis = 0x2026;

bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == kEllipsis || c == 0x3002; }
bool is_closer(char32_t c) {
    return c == 0x201D || c == 0x2019 || c == ')' || c == ']' || c == 0x300D || c == 0x300F || c == 0x300B || c == 0x3009;
}
/// Endings of Korean sentences.
bool is_ending(char32_t c) { return c == U'다' || c == U'요' || c == U'까' || c == U'죠'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

char32_t code_point_before(std::string_view text, std::size_t begin, std::size_t at) {
    return at > begin ? code_point_at(text, previous_code_point(text, at)).value : U' ';
}

/// A run of signs that may end a sentence, with what closes behind it.
struct Stop {
    std::size_t begin = 0;   ///< the first terminator
    std::size_t end = 0;     ///< behind the last one
    std::size_t after = 0;   ///< behind the closing signs
    char32_t last = 0;       ///< the last terminator
    bool ellipsis = false;
    bool full_stop = false;  ///< a single '.'
};

Stop read_stop(std::string_view text, std::size_t at, std::size_t end, std::size_t straight_closer) {
    constexpr std::size_t kLongestRun = 64;  // of a longer one the rest is looked at by itself
    end = std::min(end, at + kLongestRun);
    Stop stop;
    stop.begin = at;
    std::size_t count = 0;
    while (at < end) {
        const CodePoint c = code_point_at(text, at);
        if (!is_terminator(c.value)) break;
        stop.last = c.value;
        at += c.length;
        ++count;
    }
    stop.end = at;
    stop.ellipsis = stop.last == kEllipsis || (stop.last == '.' && count > 1 && text[stop.begin] == '.');
    stop.full_stop = stop.last == '.' && count == 1;
    while (at < end) {
        const CodePoint c = code_point_at(text, at);
        if (!is_closer(c.value) && at != straight_closer) break;
        at += c.length;
    }
    stop.after = at;
    return stop;
}

/// "2023. 4. 17. 기준", "1. 서론": the number before the full stop is counted with what follows.
bool numbers_go_on(std::string_view text, std::size_t begin, std::size_t stop, std::string_view next) {
    std::size_t start = stop;
    while (start > begin && stop - start <= 4 && is_ascii_digit(text[start - 1])) --start;
    const std::size_t digits = stop - start;
    if (digits == 0 || digits > 4) return false;
    if (start == begin) return true;
    if (text[start - 1] != ' ') return false;
    std::size_t ahead = 0;
    while (ahead < next.size() && ahead < 3 && is_ascii_digit(next[ahead])) ++ahead;
    if (ahead > 0 && ahead < 3 && next.substr(ahead, 1) == ".") return true;
    // The last number of such a date.
    return digits <= 2 && start >= begin + 3 && text[start - 2] == '.' && is_ascii_digit(text[start - 3]);
}

/// Whether the sentence that began at `begin` ends with this stop; `end` is the end of the block.
bool ends_here(std::string_view text, std::size_t begin, std::size_t end, const Stop& stop, bool headline) {
    const char32_t before = code_point_before(text, begin, stop.begin);
    if (before == U' ' && stop.begin == begin) return false;
    if (stop.after >= end) return true;
    if (stop.last == 0x3002) return true;
    const CodePoint c = code_point_at(text, stop.after);
    if (c.value != ' ') {
        // Lost line breaks: only behind an ending, and not behind a quotation, which a particle would follow.
        if (stop.after != stop.end || stop.ellipsis || !is_ending(before)) return false;
        const bool sign = c.value == '"' || c.value == 0x201C || c.value == 0x2018 || c.value == '[' || c.value == '(' || c.value == 0x25B2;
        return is_hangul(c.value) || is_ascii_digit(text[stop.after]) || is_capital(text[stop.after]) || sign;
    }
    std::size_t at = stop.after;
    while (at < end && text[at] == ' ') ++at;
    if (at == end) return true;
    const std::string_view next = text.substr(at, std::min<std::size_t>(end - at, 16));
    if (stop.ellipsis) return !headline && (is_ending(before) || (before < 0x80 && is_capital(next[0])));
    if (is_hangul(before)) return !(stop.full_stop && stop.begin - begin <= 3);
    if (stop.full_stop && numbers_go_on(text, begin, stop.begin, next)) return false;
    if (stop.full_stop && is_abbreviation(text, begin, stop.begin, next)) return false;
    // A name may be written with a small first letter ("iPhone").
    if (is_small(next[0])) return next.size() > 1 && is_capital(next[1]) && !headline;
    return true;
}

class Splitter {
public:
    explicit Splitter(Document& document) : document_(document), text_(document.text) {}

    void split(std::uint32_t block) {
        block_ = block;
        const Span span = document_.blocks[block].span;
        const bool headline = document_.blocks[block].kind == BlockKind::headline;
        std::size_t begin = skip_spaces(span.begin, span.end);
        std::size_t at = begin;
        Quotations quotations(text_, span.end);
        while (begin < span.end) {
            const std::size_t limit = std::min<std::size_t>(span.end, begin + kLongestSentence);
            std::size_t next = 0;  // where the next sentence begins
            while (at < limit) {
                const std::uint8_t kind = kByteClass[static_cast<std::uint8_t>(text_[at])];
                if (kind == kOther) {
                    ++at;
                    continue;
                }
                const CodePoint c = code_point_at(text_, at);
                if (!is_terminator(c.value)) {
                    quotations.see(at, c);
                    at += c.length;
                    continue;
                }
                if (quotations.holds(at)) {
                    at += c.length;
                    continue;
                }
                const Stop stop = read_stop(text_, at, span.end, quotations.closer());
                if (ends_here(text_, begin, span.end, stop, headline)) {
                    next = stop.after;
                    break;
                }
                at = stop.end;
            }
            if (next == 0) next = limit == span.end ? span.end : cut(begin, limit);
            add(begin, next);
            begin = skip_spaces(next, span.end);
            at = begin;
        }
    }

private:
    std::size_t skip_spaces(std::size_t at, std::size_t end) const {
        while (at < end && (text_[at] == ' ' || text_[at] == '\n')) ++at;
        return at;
    }

    /// Where to part a sentence that is too long: behind the last space of its second half, else before a code point.
    std::size_t cut(std::size_t begin, std::size_t limit) const {
        for (std::size_t at = limit; at > begin + kLongestSentence / 2; --at) {
            if (text_[at - 1] == ' ') return at;
        }
        std::size_t at = limit;
        while (at > limit - 3 && (static_cast<std::uint8_t>(text_[at]) & 0xC0) == 0x80) --at;
        return at;
    }

    void add(std::size_t begin, std::size_t end) {
        while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
        if (begin == end) return;
        document_.sentences.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, block_});
    }

    Document& document_;
    std::string_view text_;
    std::uint32_t block_ = 0;
};
}  // namespace

bool ends_sentence(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0) {
        const std::size_t start = previous_code_point(line, end);
        const char32_t c = code_point_at(line, start).value;
        if (!is_closer(c) && c != '"' && c != '\'' && c != ' ') break;
        end = start;
    }
    if (end == 0) return false;
    const std::size_t last = previous_code_point(line, end);
    const char32_t c = code_point_at(line, last).value;
    if (!is_terminator(c)) return false;
    if (c == kEllipsis) return is_ending(code_point_before(line, 0, last));
    return c != '.' || !is_abbreviation(line, 0, last, {});
}

void split_sentences(Document& document) {
    document.sentences.reserve(document.text.size() / 128);
    Splitter splitter(document);
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) splitter.split(block);
}

}  // namespace tieout
