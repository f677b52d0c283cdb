#include "reference/facts.hpp"

#include "base/utf8.hpp"
#include "rulebook/folding.hpp"

namespace tieout {
namespace {

std::string key_of(std::string_view subject, std::string_view metric, const Period& period) {
    return std::string(subject) + '\x1f' + std::string(metric) + '\x1f' + to_string(period);
}

/// Annual figures of a company are those of its group unless a draft says otherwise.
bool same_scope(const Fact& fact, const Claim& claim) {
    constexpr std::string_view kGroup = "consolidated";
    if (fact.scope.empty() || fact.scope == kGroup) return claim.scope.empty() || claim.scope == kGroup;
    return claim.scope == fact.scope;
}

/// One converts into the other. Units are told by their codes: the fact's is of the lexicon of its own language.
bool same_measure(const Figure& a, const Figure& b) {
    if (a.kind != b.kind) return false;
    const bool converts = (a.kind == Kind::quantity || a.kind == Kind::duration) && a.unit && b.unit;
    return converts ? a.unit->dimension == b.unit->dimension : unit_code(a) == unit_code(b);
}

/// The name stands at `at` as a whole: no word goes on before it and, but for a particle, behind it.
bool stands_whole(std::string_view text, std::size_t at, std::size_t end, const Lexicon& lexicon) {
    const auto is_letter = [](char32_t c) { return is_latin(c) || is_hangul(c); };
    if (at > 0 && is_letter(code_point_at(text, previous_code_point(text, at)).value)) return false;
    if (end >= text.size()) return true;
    const char32_t behind = code_point_at(text, end).value;
    if (is_hangul(behind)) return lexicon.longest(text, end, text.size(), mask(WordClass::particle)).found();
    return !is_latin(behind) || !is_latin(code_point_at(text, previous_code_point(text, end)).value);
}

}  // namespace

Facts::Facts(std::vector<Fact> facts) : facts_(std::move(facts)) {
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        for (const std::string& name : facts_[i].subjects) {
            by_key_[key_of(name, facts_[i].metric, facts_[i].period)].push_back(i);
            names_.insert(name);
            lengths_.insert(name.size());
        }
    }
}

const Fact* Facts::find(const std::string& subject, const Claim& claim) const {
    const bool said = claim.figure.valid && !claim.metric.empty() && claim.period && !claim.period->guessed &&
                      claim.modality == Modality::reported && claim.figure.per == Per::none;
    if (!said) return nullptr;
    const auto found = by_key_.find(key_of(subject, claim.metric, *claim.period));
    if (found == by_key_.end()) return nullptr;
    const Fact* out = nullptr;
    for (const std::size_t i : found->second) {
        if (!same_measure(facts_[i].figure, claim.figure) || !same_scope(facts_[i], claim)) continue;
        if (out) return nullptr;
        out = &facts_[i];
    }
    return out;
}

std::set<std::string> Facts::named_in(std::string_view sentence, const std::vector<std::size_t>& begins,
                                      const Lexicon& lexicon) const {
    std::set<std::string> out;
    for (const std::size_t at : begins) {
        for (const std::size_t length : lengths_) {
            if (at + length > sentence.size()) break;
            std::string name = ascii_lower(sentence.substr(at, length));
            if (names_.contains(name) && stands_whole(sentence, at, at + length, lexicon)) out.insert(std::move(name));
        }
    }
    return out;
}

DraftFacts::DraftFacts(const Facts& facts, const Document& document, const TokenStream& stream,
                       const std::vector<Claim>& claims, const Lexicon& lexicon) {
    std::uint32_t read = Token::kNone;  // the sentence that `named` is of
    std::set<std::string> named;
    const auto read_names = [&](std::uint32_t index) {
        if (index == read) return;
        read = index;
        const std::uint32_t first = stream.first[index];
        const std::uint32_t end = stream.first[index + 1];
        const Span sentence{stream.tokens[first].span.begin, stream.tokens[end - 1].span.end};
        std::vector<std::size_t> begins;
        for (std::uint32_t i = first; i < end; ++i) begins.push_back(stream.tokens[i].span.begin - sentence.begin);
        named = facts.named_in(sentence.of(document.text), begins, lexicon);
    };
    for (const Claim& claim : claims) {
        if (claim.metric.empty() || !claim.period) continue;
        std::set<const Fact*> found;
        if (claim.subject.empty()) {
            read_names(claim.sentence);
            for (const std::string& name : named) found.insert(facts.find(name, claim));
        } else {
            found.insert(facts.find(ascii_lower(claim.subject), claim));
        }
        found.erase(nullptr);
        if (found.size() == 1) by_token_.emplace(claim.token, *found.begin());
    }
}

const Fact* DraftFacts::of(const Claim& claim) const {
    const auto found = by_token_.find(claim.token);
    return found == by_token_.end() ? nullptr : found->second;
}

}  // namespace tieout
