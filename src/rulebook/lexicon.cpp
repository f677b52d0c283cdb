#include "rulebook/lexicon.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "rulebook/folding.hpp"

namespace tieout {

std::uint32_t Lexicon::first_node(char32_t c) const {
    const std::size_t page = c >> 8;
    return page < pages_.size() ? first_[pages_[page]][c & 0xFF] : 0;
}

std::uint32_t Lexicon::child(std::uint32_t node, char32_t c) const {
    const Node& parent = nodes_[node];
    std::uint32_t low = parent.first_child;
    std::uint32_t high = low + parent.children;
    while (high - low > 8) {
        const std::uint32_t middle = low + (high - low) / 2;
        (letters_[middle] <= c ? low : high) = middle;
    }
    for (; low < high; ++low) {
        if (letters_[low] == c) return low;
    }
    return 0;
}

/// Whether a word may end at `at`: no Latin word goes on there, and a Hangul run ends or goes on with a particle.
bool Lexicon::ends_word(std::string_view text, std::size_t at, std::size_t end) const {
    if (at >= end) return true;
    const char32_t before = code_point_at(text, previous_code_point(text, at)).value;
    const char32_t after = code_point_at(text, at).value;
    if (is_latin(before)) return !is_latin(after);
    if (is_hangul(before)) return !is_hangul(after) || walk(text, at, end, mask(WordClass::particle), kMoreParticles).found();
    return true;
}

bool Lexicon::ends_particle(std::string_view text, std::size_t at, std::size_t end, int more) const {
    if (at >= end || !is_hangul(code_point_at(text, at).value)) return true;
    return more > 0 && walk(text, at, end, mask(WordClass::particle), more - 1).found();
}

LexiconMatch Lexicon::longest(std::string_view text, std::size_t at, std::size_t end, ClassMask classes) const {
    return walk(text, at, std::min(end, text.size()), classes, kMoreParticles);
}

bool Lexicon::noun_may_begin(std::string_view text, std::size_t at) const {
    const CodePoint first = code_point_at(text, at);
    const std::uint32_t nouns = nodes_[first_node(first.value)].nouns;
    if (nouns == 0 || at + first.length >= text.size()) return nouns != 0;
    return (nouns & noun_bit(fold(code_point_at(text, at + first.length).value))) != 0;
}

/// `more`: how many particles may follow a particle.
LexiconMatch Lexicon::walk(std::string_view text, std::size_t at, std::size_t end, ClassMask classes, int more) const {
    LexiconMatch best;
    if (at >= end) return best;
    CodePoint c = code_point_at(text, at);
    std::size_t place = at;
    for (std::uint32_t node = first_node(fold(c.value)); node != 0; node = child(node, fold(c.value))) {
        const Node& here = nodes_[node];
        if (!(here.below & classes)) break;
        place += c.length;
        if (place > end) break;
        if (here.own & classes) {
            const Entry& entry = entries_[here.entry];
            if (fits(entry, classes, text, place, end, more)) best = {&entry, static_cast<std::uint32_t>(place - at)};
        }
        if (place >= end || here.children == 0) break;
        c = code_point_at(text, place);
        if (is_blank(c.value)) {
            // One blank of a form stands for up to kBlanks; the last of them takes the edge.
            std::size_t last = place;
            for (int blanks = 1; last + c.length < end; ++blanks) {
                const CodePoint next = code_point_at(text, last + c.length);
                if (!is_blank(next.value)) break;
                if (blanks == kBlanks) return best;
                last += c.length;
                c = next;
            }
            place = last;
        }
    }
    return best;
}

/// What stands behind the entry lets one of its senses in these classes end there.
bool Lexicon::fits(const Entry& entry, ClassMask classes, std::string_view text, std::size_t at, std::size_t end,
                   int more) const {
    constexpr ClassMask kParticle = mask(WordClass::particle);
    const ClassMask bounded = entry.bounded & classes;
    return (entry.classes & ~entry.bounded & classes) || ((bounded & ~kParticle) && ends_word(text, at, end)) ||
           ((bounded & kParticle) && ends_particle(text, at, end, more));
}

std::optional<WordClass> Lexicon::find_class(std::string_view name) const {
    const auto same = [](char a, char b) { return a == b || (a == '_' && b == '-'); };
    for (std::size_t i = 0; i < class_names_.size(); ++i) {
        if (std::equal(class_names_[i].begin(), class_names_[i].end(), name.begin(), name.end(), same))
            return static_cast<WordClass>(i);
    }
    return std::nullopt;
}

std::string_view Lexicon::class_name(WordClass word_class) const {
    const auto i = static_cast<std::size_t>(word_class);
    return i < class_names_.size() ? std::string_view(class_names_[i]) : std::string_view();
}

const Unit* Lexicon::unit(std::string_view code) const {
    const auto found = units_by_code_.find(std::string(code));
    return found == units_by_code_.end() ? nullptr : found->second;
}

std::string_view to_string(Language language) {
    return language == Language::ko ? "ko" : "en";
}

}  // namespace tieout
