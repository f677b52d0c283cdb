#include "extract/date_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr int kBlanks = 3;

bool is_blank_byte(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

int DateWord::value() const {
    return static_cast<int>(sense->value.to_int64().value_or(0));
}

bool same_letters(std::string_view text, std::string_view lower) {
    return text.size() == lower.size() &&
           std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower) {
    return std::any_of(lower.begin(), lower.end(), [&](std::string_view word) { return same_letters(text, word); });
}

char32_t DateText::sign_before(std::size_t at) const {
    return at > scan_.begin && at <= scan_.end ? code_point_at(scan_.text, previous_code_point(scan_.text, at)).value : 0;
}

std::size_t DateText::skip_blanks(std::size_t at) const {
    for (int i = 0; i < kBlanks; ++i) {
        if (is_blank_byte(byte(at))) {
            ++at;
        } else if (has(at, "\u00A0")) {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

std::size_t DateText::skip_blanks_back(std::size_t at) const {
    for (int i = 0; i < kBlanks && at > scan_.begin && is_blank_byte(scan_.text[at - 1]); ++i) --at;
    return at;
}

bool DateText::ends_with(std::size_t at, std::string_view literal) const {
    return at >= scan_.begin + literal.size() && at <= scan_.end &&
           scan_.text.compare(at - literal.size(), literal.size(), literal) == 0;
}

std::size_t DateText::past(std::size_t at, std::initializer_list<std::string_view> literals) const {
    for (const std::string_view literal : literals) {
        if (has(at, literal)) return at + literal.size();
    }
    return kNone;
}

std::size_t DateText::past_word(std::size_t at, std::initializer_list<std::string_view> words) const {
    for (const std::string_view word : words) {
        std::size_t place = at;
        bool same = true;
        for (std::size_t i = 0; i < word.size() && same; ++i) {
            if (word[i] == ' ') {
                const std::size_t next = skip_blanks(place);
                same = next > place;
                place = next;
            } else {
                same = ascii_lower(byte(place)) == word[i];
                ++place;
            }
        }
        if (same && ends_latin(place)) return place;
    }
    return kNone;
}

std::size_t DateText::past_range_sign(std::size_t at, bool dashes) const {
    const std::size_t from = skip_blanks(at);
    std::size_t next = past(from, {"~", "∼", "〜", "～"});
    if (next == kNone && dashes) next = past(from, {"-", "–", "—", "‐", "‑", "−"});
    return next == kNone ? kNone : skip_blanks(next);
}

std::optional<DateDigits> DateText::digits(std::size_t at) const {
    DateDigits out;
    for (out.end = at; digit(out.end); ++out.end) {
        if (++out.count > 8) return std::nullopt;
        out.value = out.value * 10 + static_cast<unsigned>(byte(out.end) - '0');
    }
    if (out.count == 0) return std::nullopt;
    return out;
}

std::optional<DateWord> DateText::word(std::size_t at, WordClass word_class) const {
    const auto found = scan_.lexicon->longest(scan_.text, at, scan_.end, mask(word_class));
    if (!found) return std::nullopt;
    return DateWord{found.entry->sense(word_class), at + found.length};
}

std::optional<DateWord> DateText::date_word(std::size_t at, std::string_view id) const {
    std::optional<DateWord> found = word(at, WordClass::date_word);
    if (found && found->id() != id) return std::nullopt;
    return found;
}

std::optional<DateWord> DateText::period(std::size_t at) const {
    const std::optional<DateWord> found = word(at, WordClass::period);
    if (!found) return found;
    const auto other = date_word(at, "no-date");
    return other && other->end >= found->end ? std::nullopt : found;
}

bool DateText::ends_latin(std::size_t at) const {
    const char c = byte(at);
    return !is_ascii_letter(c) && !is_ascii_digit(c);
}

bool DateText::ends_korean(std::size_t at) const {
    static constexpr char32_t kBegin[] = U"에의까부이인쯤께로은는을를과와도만보엔라밖였입";
    const char32_t c = sign(at);
    return !is_hangul(c) || std::find(std::begin(kBegin), std::end(kBegin), c) != std::end(kBegin);
}

std::string_view DateText::word_before(std::size_t at) const {
    std::size_t end = skip_blanks_back(at);
    if (end == at && end > scan_.begin && scan_.text[end - 1] == '-') --end;  // "mid-March"
    std::size_t begin = end;
    while (begin > scan_.begin && is_ascii_letter(scan_.text[begin - 1])) {
        if (end - begin == 12) return {};
        --begin;
    }
    return scan_.text.substr(begin, end - begin);
}

bool DateText::date_word_before(std::size_t at, std::string_view id) const {
    constexpr std::size_t kSyllables = 4;
    constexpr std::size_t kBytes = 3;  // of a syllable
    const std::size_t end = skip_blanks_back(at);
    std::size_t begin = end;
    while (is_hangul(sign_before(begin))) {
        if (end - begin == kSyllables * kBytes) return false;
        begin -= kBytes;
    }
    const auto found = begin == end ? std::nullopt : date_word(begin, id);
    return found && found->end == end;
}

bool DateText::dated_before(std::size_t at) const {
    return is_one_of(word_before(at), {"in",     "by",      "since",  "until",   "till",  "of",   "from", "to",   "through",
                                       "before", "after",   "during", "and",     "early", "late", "mid",  "this", "last",
                                       "next",   "between", "around", "earlier", "later", "or",   "year", "past", "for"});
}

}  // namespace tieout
