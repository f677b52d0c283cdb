#include "check/word_correction.hpp"

#include "base/utf8.hpp"

namespace tieout {
namespace {

/// The end of the Hangul run that goes on behind a stem or behind a noun with its verb ending ("증가" + "했다"); a noun's
/// particle stays as it is.
std::uint32_t end_of_word(std::uint32_t index, bool stem, const Draft& draft) {
    const auto& tokens = draft.stream.tokens;
    std::uint32_t end = tokens[index].span.end;
    const bool joined = index + 1 < tokens.size() && tokens[index + 1].span.begin == end;
    if (!joined || (tokens[index + 1].kind != TokenKind::word && !stem)) return end;
    const std::string& text = draft.document.text;
    while (end < text.size()) {
        const CodePoint c = code_point_at(text, end);
        if (!is_hangul(c.value)) break;
        end += c.length;
    }
    return end;
}

const Sense* multiple_of(const Entry& entry) {
    const Sense* numeral = entry.sense(WordClass::numeral);
    return numeral && numeral->id == "multiple" ? numeral : nullptr;
}

}  // namespace

std::optional<std::string> multiple_word(std::string_view written, const Rational& value, const Lexicon& lexicon) {
    constexpr std::size_t kLeastEnding = 2;
    const auto match = lexicon.longest(written, 0, written.size(), mask(WordClass::numeral));
    if (!match || match.length != written.size() || !multiple_of(*match.entry)) return std::nullopt;
    std::string best;
    std::size_t ending = kLeastEnding - 1;
    for (const Entry& entry : lexicon.entries()) {
        const Sense* multiple = multiple_of(entry);
        if (!multiple || multiple->value != value) continue;
        const std::size_t shared = common_ending(entry.form, match.entry->form);
        // Of two that end alike the plainer: tenfold before ten-fold.
        if (shared < ending || (shared == ending && (best.empty() || entry.form.size() >= best.size()))) continue;
        ending = shared;
        best = entry.form;
    }
    return best;
}

std::optional<Suggestion> word_correction(const Relation::Binding& binding, const Draft& draft, const std::string& why) {
    if (!binding.word) return std::nullopt;
    const Token& token = draft.stream.tokens[binding.token];
    if (!token.entry || token.entry->opposite.empty()) return std::nullopt;
    const std::string& text = draft.document.text;
    const std::string_view written = token.span.of(text);
    Suggestion out{{token.span.begin, end_of_word(binding.token, binding.word->mode == MatchMode::stem, draft)},
                   token.entry->opposite,
                   why};
    if (written[0] >= 'A' && written[0] <= 'Z' && out.replacement[0] >= 'a' && out.replacement[0] <= 'z') {
        out.replacement[0] = static_cast<char>(out.replacement[0] - 32);
    }
    // What follows the form in a stem's token is its ending, and so is what follows a noun's.
    const std::size_t form = std::min(token.entry->form.size(), written.size());
    out.replacement += std::string_view(text).substr(token.span.begin + form, out.span.end - token.span.begin - form);
    return out;
}

}  // namespace tieout
