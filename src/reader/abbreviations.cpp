#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "reader/sentences.hpp"

namespace tieout {

namespace {
/// Never end a sentence: something always follows them.
constexpr std::array<std::string_view, 38> kLeading = {
    "adm", "al",   "approx", "brig", "capt", "cf",  "cmdr",   "col",  "dr",  "e.g", "est", "ex", "fig",
    "gen", "gov",  "hon",    "i.e",  "lt",   "maj", "messrs", "mr",   "mrs", "ms",  "mt",  "mx", "op",
    "pp",  "pres", "prof",   "rep",  "reps", "rev", "sen",    "sens", "sgt", "st",  "viz", "vs"};
/// May end one; it does where the next word opens a sentence.
constexpr std::array<std::string_view, 24> kTrailing = {"a.m", "ave", "blvd", "bros", "co",  "corp", "cos", "dept",
                                                        "etc", "inc", "intl", "jr",   "llc", "ltd",  "mfg", "p.m",
                                                        "plc", "pty", "s.a",  "sr",   "u.k", "u.n",  "u.s", "univ"};
constexpr std::array<std::string_view, 14> kMonths = {"apr", "aug", "dec", "feb", "jan", "jul",  "jun",
                                                      "mar", "may", "nov", "oct", "sep", "sept", "thurs"};
/// Mean an abbreviation only before a number.
constexpr std::array<std::string_view, 9> kBeforeNumbers = {"art", "ch", "no", "nos", "p", "rs", "sec", "v", "vol"};
/// Capitalised, they open a sentence far more often than they go on with a name.
constexpr std::array<std::string_view, 34> kOpeners = {
    "A",     "After", "Also", "An",    "And",  "As",   "At", "But", "By",    "For", "He",  "However",
    "I",     "If",    "In",   "It",    "Its",  "Last", "Mr", "On",  "One",   "Our", "She", "Some",
    "Sales", "That",  "The",  "Their", "They", "This", "To", "We",  "While", "With"};

template <std::size_t n>
bool has(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end < 12 && is_ascii_letter(text[end])) ++end;
    return text.substr(0, end);
}
}  // namespace

bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t stop, std::string_view next) {
    constexpr std::size_t kLongest = 8;
    std::size_t start = stop;
    while (start > begin && stop - start <= kLongest && (is_ascii_letter(text[start - 1]) || text[start - 1] == '.')) --start;
    const std::string_view written = text.substr(start, stop - start);
    if (written.empty() || written.size() > kLongest) return false;
    const std::string word = ascii_lower(written);
    const bool opener = has(kOpeners, first_word(next));
    // An initial before a name or another initial, or letters with full stops between: J. P. Smith, U.S. Treasury.
    const bool initial = written.size() == 1 && written[0] >= 'A' && written[0] <= 'Z';
    const bool letters =
        written.size() >= 3 && written.size() % 2 == 1 && written[1] == '.' && written[written.size() - 2] == '.';
    if (initial) {
        const std::string_view name = first_word(next);
        if (name.size() == 1) return next.substr(1, 1) == ".";
        return !next.empty() && next[0] >= 'A' && next[0] <= 'Z' && !opener;
    }
    if (has(kLeading, word)) return true;
    if (letters || has(kTrailing, word)) return !opener;
    const bool number = !next.empty() && is_ascii_digit(next[0]);
    if (has(kMonths, word)) return number && written[0] <= 'Z';
    return number && has(kBeforeNumbers, word);
}

}  // namespace tieout
