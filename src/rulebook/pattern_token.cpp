#include "rulebook/pattern_token.hpp"

#include <algorithm>

#include "rulebook/file_check.hpp"
#include "rulebook/folding.hpp"
#include "rulebook/role_types.hpp"

namespace tieout {
namespace {

constexpr std::size_t kMostRoles = 32;

bool in_name(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
}

/// Letters and digits of any script; what is left of the code points above ASCII are signs.
bool in_word(char32_t c) {
    if (c < 0x80) return is_latin(c);
    return is_latin(c) || is_hangul(c) || (c >= 0x370 && c < 0x2000) || (c >= 0x3040 && c < 0x3100) ||
           (c >= 0x3400 && c < 0xA000) || (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190) ||
           (c >= 0xF900 && c < 0xFB00);
}

}  // namespace

TokenTest TokenTestParser::token_test() {
    TokenTest test;
    const std::size_t start = at_;
    if (take("{")) {
        capture(test);
    } else if (take("<cell>")) {
        test.what = TokenTest::What::sign;
        test.sign = U'|';
    } else if (at("<")) {
        word_class(test);
    } else if (take("\"")) {
        quoted(test, start);
    } else {
        bare(test);
    }
    return test;
}

std::string TokenTestParser::name() {
    const std::size_t start = at_;
    while (at_ < source_.size() && in_name(source_[at_])) ++at_;
    return std::string(source_.substr(start, at_ - start));
}

/// "<class>" or "<class:id,id>".
void TokenTestParser::word_class(TokenTest& test) {
    ++at_;
    const std::size_t start = at_;
    const std::string of = name();
    test.what = TokenTest::What::classes;
    const std::optional<WordClass> known = class_with_words(of, start);
    if (!known) return;
    test.classes = mask(*known);
    if (take(":")) test.ids = ids(*known);
    if (!take(">")) return fail(at_, "'>' is expected here");
    if (test.ids.empty()) return;
    for (const Entry& entry : lexicon_.entries()) {
        const bool fits = std::any_of(entry.senses.begin(), entry.senses.end(), [&](const Sense& sense) {
            return sense.word_class == *known && std::find(test.ids.begin(), test.ids.end(), sense.id) != test.ids.end();
        });
        if (fits) test.entries.push_back(&entry);
    }
    std::sort(test.entries.begin(), test.entries.end(), std::less<>());
}

std::optional<WordClass> TokenTestParser::class_with_words(const std::string& of, std::size_t start) {
    const std::optional<WordClass> known = lexicon_.find_class(of);
    ClassMask used = 0;
    for (const Entry& entry : lexicon_.entries()) used |= entry.classes;
    if (known && (used & mask(*known))) return known;
    std::vector<std::string> names = {"sentence", "cell"};
    for (unsigned i = 0; i < 64; ++i) {
        if (used >> i & 1) names.emplace_back(lexicon_.class_name(static_cast<WordClass>(i)));
    }
    fail(start, "the lexicon has no words of a class \"" + of + "\", so nothing can match", nearest_hint(of, names));
    return std::nullopt;
}

/// The ids after ':' or '#', parted by commas; each must be one that a word of the class has.
std::vector<std::string> TokenTestParser::ids(WordClass of) {
    std::vector<std::string> out;
    do {
        const std::size_t start = at_;
        while (at_ < source_.size() && std::string_view(" ,>}|").find(source_[at_]) == std::string_view::npos) ++at_;
        const std::string id(source_.substr(start, at_ - start));
        std::vector<std::string> known;
        for (const Entry& entry : lexicon_.entries()) {
            for (const Sense& sense : entry.senses) {
                if (sense.word_class == of) known.push_back(sense.id);
            }
        }
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            std::sort(known.begin(), known.end());
            known.erase(std::unique(known.begin(), known.end()), known.end());
            fail(start, "no word of the class " + std::string(lexicon_.class_name(of)) + " has the id \"" + id + "\"",
                 nearest_hint(id, known));
        }
        out.push_back(id);
    } while (!error_ && take(","));
    return out;
}

/// "{role:type …}" behind the brace.
void TokenTestParser::capture(TokenTest& test) {
    const std::size_t start = at_;
    const std::string role = name();
    if (!take(":"))
        return fail(at_, "a type is expected here", "{from:money}, {change:<change>} or, without a role, {:percent}");
    if (at("<")) {
        word_class(test);
    } else {
        const std::size_t place = at_;
        while (at_ < source_.size() && (in_name(source_[at_]) || source_[at_] == '|')) ++at_;
        const std::string type(source_.substr(place, at_ - place));
        const std::optional<KindMask> kinds = kinds_of(type);
        if (!kinds) return fail(place, "there is no type \"" + type + "\"", nearest_hint(type, type_names()));
        test.what = TokenTest::What::figure;
        test.kinds = *kinds;
    }
    if (!error_ && !role.empty()) test.role = bind(role, test, start);
    for (blanks(); !ends() && !at("}"); blanks()) condition(test);
    if (!take("}")) fail(start, "this '{' is never closed");
}

std::int16_t TokenTestParser::bind(const std::string& name, const TokenTest& test, std::size_t place) {
    const bool word = test.what == TokenTest::What::classes;
    if (!is_ascii_letter(name[0]) || name.find('-') != std::string::npos) {
        fail(place, "a role is named in letters, digits and '_'");
        return -1;
    }
    auto found = std::find_if(roles_.begin(), roles_.end(), [&](const Role& role) { return role.name == name; });
    if (found == roles_.end()) {
        if (roles_.size() == kMostRoles) fail(place, "more than " + std::to_string(kMostRoles) + " roles");
        found = roles_.insert(roles_.end(), Role{name, 0, false, word});
    }
    if (found->word != word) fail(place, "\"" + name + "\" is a word in one pattern and a figure in another");
    found->kinds |= test.kinds;
    const auto index = static_cast<std::int16_t>(found - roles_.begin());
    if (std::find(captured_.begin(), captured_.end(), index) == captured_.end()) captured_.push_back(index);
    return index;
}

void TokenTestParser::condition(TokenTest& test) {
    const std::size_t start = at_;
    if (test.what != TokenTest::What::figure) return fail(start, "only figures have conditions");
    if (take("!~")) {
        test.other_unit_than = earlier();
    } else if (take("~")) {
        test.same_unit_as = earlier();
    } else if (take("@")) {
        const std::size_t place = at_;
        if (const std::optional<WordClass> known = class_with_words(name(), place)) test.column |= mask(*known);
    } else if (take("#")) {
        test.metrics = ids(WordClass::metric);
    } else {
        fail(start, "a condition or '}' is expected here", "~role, !~role, @class or #metric");
    }
}

std::int16_t TokenTestParser::earlier() {
    const std::size_t start = at_;
    const std::string of = name();
    std::vector<std::string> names;
    for (const std::int16_t role : captured_) {
        const Role& known = roles_[static_cast<std::size_t>(role)];
        if (known.word) continue;
        names.push_back(known.name);
        if (known.name != of) continue;
        if (std::find(pattern_.referred.begin(), pattern_.referred.end(), role) == pattern_.referred.end())
            pattern_.referred.push_back(role);
        if (pattern_.referred.size() > Pattern::kReferred) fail(start, "a pattern looks back at four roles at most");
        return role;
    }
    fail(start, "no figure \"" + of + "\" is captured before this", nearest_hint(of, names));
    return -1;
}

void TokenTestParser::quoted(TokenTest& test, std::size_t start) {
    const std::size_t end = source_.find('"', at_);
    if (end == std::string_view::npos || end == at_) return fail(start, "text and a closing quote are expected here");
    text(test, source_.substr(at_, end - at_), start);
    at_ = end + 1;
}

/// A word, or a sign with or without a backslash.
void TokenTestParser::bare(TokenTest& test) {
    const std::size_t start = at_;
    const bool escaped = take("\\");
    if (escaped && at_ >= source_.size()) return fail(start, "a sign is expected after the backslash");
    const CodePoint first = code_point_at(source_, at_);
    if (!escaped && first.value < 0x80 &&
        std::string_view("{}<>?*+").find(static_cast<char>(first.value)) != std::string_view::npos)
        return fail(start, std::string("'") + static_cast<char>(first.value) + "' cannot stand here",
                    "a sign is written in quotes");
    at_ += first.length;
    if (in_word(first.value)) {
        while (at_ < source_.size()) {
            const CodePoint c = code_point_at(source_, at_);
            const std::size_t behind = at_ + c.length;
            const bool inner =
                (c.value == '-' || c.value == '\'') && behind < source_.size() && in_word(code_point_at(source_, behind).value);
            if (!in_word(c.value) && !inner) break;
            at_ = behind;
        }
    }
    const std::size_t from = escaped ? start + 1 : start;
    text(test, source_.substr(from, at_ - from), start);
}

void TokenTestParser::text(TokenTest& test, std::string_view raw, std::size_t start) {
    const CodePoint first = code_point_at(raw, 0);
    if (first.length == raw.size() && !in_word(first.value)) {
        if (first.value == 0xFFFD || is_blank(first.value)) return fail(start, "this is no sign");
        test.what = TokenTest::What::sign;
        test.sign = first.value;
        return;
    }
    test.what = TokenTest::What::text;
    for (std::size_t i = 0; i < raw.size();) {
        const CodePoint c = code_point_at(raw, i);
        append_utf8(test.text, fold(c.value));
        i += c.length;
    }
    for (const Entry& entry : lexicon_.entries()) {
        const bool fits = entry.form == test.text || std::any_of(entry.senses.begin(), entry.senses.end(),
                                                                 [&](const Sense& sense) { return sense.id == test.text; });
        if (fits) test.entries.push_back(&entry);
    }
    std::sort(test.entries.begin(), test.entries.end(), std::less<>());
}

}  // namespace tieout
