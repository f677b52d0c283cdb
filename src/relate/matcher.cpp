#include "relate/matcher.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "relate/claim_filter.hpp"

namespace tieout {
namespace {

constexpr ClassMask kEndsShortGap = masks(WordClass::change, WordClass::metric);

/// `lower` may be the end of the text alone: "*ed".
bool same_text(std::string_view text, std::string_view lower) {
    if (lower.size() > 1 && lower.front() == '*') {
        lower.remove_prefix(1);
        if (text.size() <= lower.size()) return false;
        text.remove_prefix(text.size() - lower.size());
    }
    return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

bool is_border(const Token& token) {
    return token.sign == '|' && token.span.empty();
}

bool is_level(const Claim& claim) {
    return claim.figure.kind != Kind::date && claim.figure.kind != Kind::duration && claim.figure.kind != Kind::ordinal;
}

bool has_form(const Figure& figure, TokenTest::Form form, std::string_view text) {
    switch (form) {
        case TokenTest::Form::sound:
            return figure.valid || figure.kind == Kind::date;
        case TokenTest::Form::range:
            return figure.valid && !figure.upper.empty();
        case TokenTest::Form::reversed:
            return figure.valid && figure.reversed;
        case TokenTest::Form::malformed:
            return !figure.valid;
        case TokenTest::Form::scaled:
            return figure.valid && !figure.numeral.empty() && !is_ascii_digit(text[figure.numeral.end - 1]);
        case TokenTest::Form::dated:
            return figure.valid && figure.explicit_year;
        case TokenTest::Form::monthly:
            return figure.valid && figure.explicit_year && figure.period && figure.period->grain < Grain::year;
        case TokenTest::Form::hedged:
            return figure.valid && figure.magnitude.hedge != Hedge::none;
    }
    return false;
}

bool same_bindings(const PatternMatch& a, const PatternMatch& b) {
    return a.count == b.count && std::equal(a.captures.begin(), a.captures.begin() + a.count, b.captures.begin());
}

}  // namespace

void Matcher::enter(std::uint32_t sentence, std::uint32_t end) {
    first_ = stream_.first[sentence];
    last_ = stream_.first[end];
    figures_.clear();
    starts_ = last_;
    for (const std::uint32_t first = sentence; sentence < end; ++sentence) {
        const Known& known = know(sentence);
        if (sentence > first && !known.figures.empty()) starts_ = std::min(starts_, stream_.first[sentence]);
        figures_.insert(figures_.end(), known.figures.begin(), known.figures.end());
    }
    traits_there_ = {};
    for (std::uint32_t i = first_; i < last_; ++i) traits_there_ |= traits_[i];
}

const Matcher::Known& Matcher::know(std::uint32_t sentence) {
    Known& known = known_[sentence];
    if (known.read) return known;
    known.read = true;
    for (std::uint32_t i = stream_.first[sentence]; i < stream_.first[sentence + 1]; ++i) {
        traits_[i] = traits_of(stream_.tokens[i]);
        if (stream_.tokens[i].kind == TokenKind::figure) known.figures.push_back(i);
    }
    return known;
}

Traits Matcher::traits_of(const Token& token) const {
    if (token.kind == TokenKind::figure)
        return {0, 0, Traits::kInside | 1u << static_cast<unsigned>(claims_[token.claim].figure.kind)};
    if (is_border(token)) return {0, 0, Traits::kBorder};
    Traits traits{token.classes, text_bit(token.span.of(text_)), Traits::kInside};
    if (token.kind != TokenKind::punctuation) traits.kinds |= Traits::kWord;
    if (token.entry) traits.texts |= token.entry->ids;
    return traits;
}

const std::vector<PatternMatch>& Matcher::match(const Pattern& pattern) {
    found_.clear();
    const auto figures = static_cast<std::uint32_t>(figures_.size());
    if (figures < pattern.needs.figures || !pattern.needs.met_by(traits_there_)) return found_;
    if (pattern.begins_with_figure) {
        for (std::uint32_t i = 0; i + pattern.needs.figures <= figures && figures_[i] < starts_; ++i) {
            if (traits_[figures_[i]].kinds & pattern.begin.kinds) try_from(pattern, figures_[i]);
        }
    } else if (pattern.milestones.empty() || pattern.milestones.front().within == 0) {
        for (std::uint32_t from = first_; from < starts_; ++from) {
            if (traits_[from].meet(pattern.begin)) try_from(pattern, from);
        }
    } else {
        match_before_milestone(pattern, pattern.milestones.front());
    }
    return found_;
}

/// Tries only the tokens that what they must come to stands close behind.
void Matcher::match_before_milestone(const Pattern& pattern, const Pattern::Milestone& first) {
    std::uint32_t from = first_;
    for (std::uint32_t token = first_; token < last_; ++token) {
        if (!traits_[token].meet(first.some)) continue;
        if (token - from > first.within) from = token - first.within;
        for (; from <= token && from < starts_; ++from) {
            if (traits_[from].meet(pattern.begin)) try_from(pattern, from);
        }
    }
}

/// A match that begins at `from` can come to all it must, as far as traits tell: each milestone taken as early as can be.
bool Matcher::passes_milestones(const Pattern& pattern, std::uint32_t from) const {
    std::uint32_t token = from;
    for (const Pattern::Milestone& milestone : pattern.milestones) {
        const std::uint32_t end = std::min(last_, from + milestone.within + 1);
        while (token < end && !traits_[token].meet(milestone.some)) ++token;
        if (token++ >= end) return false;
    }
    return true;
}

/// `from` can begin a match.
void Matcher::try_from(const Pattern& pattern, std::uint32_t from) {
    if (!passes_milestones(pattern, from) || !run(pattern, from)) return;
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const PatternMatch& match) { return same_bindings(match, best_); });
    if (!known) found_.push_back(best_);
}

bool Matcher::run(const Pattern& pattern, std::uint32_t from) {
    if (seen_.size() < pattern.states.size()) seen_.resize(pattern.states.size(), 0);
    bool matched = false;
    now_.clear();
    ++step_;
    static const PatternMatch kNothing;
    follow(pattern, kNothing, 0, from, now_);
    for (std::uint32_t token = from; !now_.empty(); ++token) {
        next_.clear();
        ++step_;
        for (Thread& thread : now_) {
            if (thread.step->match()) {
                // Whatever stands after this thread is less preferred.
                best_ = thread.bound;
                matched = true;
                break;
            }
            const std::int16_t role = pattern.tests[thread.step->test].role;
            if (role >= 0 && thread.bound.count < PatternMatch::kMost)
                thread.bound.captures[thread.bound.count++] = {role, token};
            follow(pattern, thread.bound, pattern.states[thread.step->state].next, token + 1, next_);
        }
        std::swap(now_, next_);
    }
    return matched;
}

/// Adds a thread for every step that takes this token, in order of preference.
void Matcher::follow(const Pattern& pattern, const PatternMatch& bound, std::uint16_t state, std::uint32_t token,
                     std::vector<Thread>& threads) {
    const Pattern::Steps steps = pattern.reach[state];
    for (std::uint32_t i = steps.begin; i < steps.end; ++i) {
        const Pattern::Step& step = pattern.steps[i];
        if (!step.match() && (token >= last_ || !traits_[token].meet(pattern.gates[step.test]))) continue;
        if (seen_[step.state] == step_) continue;
        seen_[step.state] = step_;
        if (step.match() || passes(pattern.tests[step.test], token, bound)) threads.push_back({&step, bound});
    }
}

const Claim* Matcher::bound_claim(const PatternMatch& bound, std::int16_t role) const {
    for (std::size_t i = bound.count; i-- > 0;) {
        const Token& token = stream_.tokens[bound.captures[i].token];
        if (bound.captures[i].role == role && token.kind == TokenKind::figure) return &claims_[token.claim];
    }
    return nullptr;
}

bool Matcher::figure_passes(const TokenTest& test, const Claim& claim, const PatternMatch& bound) const {
    const Figure& figure = claim.figure;
    if (!(test.kinds & 1u << static_cast<unsigned>(figure.kind)) || !has_form(figure, test.form, text_)) return false;
    if (test.same_unit_as >= 0) {
        const Claim* other = bound_claim(bound, test.same_unit_as);
        if (!other || !comparable(figure, other->figure)) return false;
    }
    if (test.other_unit_than >= 0) {
        const Claim* other = bound_claim(bound, test.other_unit_than);
        if (!other || same_unit(figure, other->figure)) return false;
    }
    if (test.before >= 0) {
        const Claim* other = bound_claim(bound, test.before);
        if (!other || !lies_before(claim, *other)) return false;
    }
    if (test.not_before >= 0) {
        const Claim* other = bound_claim(bound, test.not_before);
        if (other && lies_before(claim, *other)) return false;
    }
    if (!test.ending.empty() && !figure.span.of(text_).ends_with(test.ending)) return false;
    if (!test.beginning.empty() && !figure.span.of(text_).starts_with(test.beginning)) return false;
    if (test.column && !(claim.column & test.column)) return false;
    if (claim.column & test.other_column) return false;
    return test.metrics.empty() || std::find(test.metrics.begin(), test.metrics.end(), claim.metric) != test.metrics.end();
}

bool Matcher::has_word(const std::vector<std::string>& words) const {
    return std::any_of(stream_.tokens.begin() + first_, stream_.tokens.begin() + last_, [&](const Token& token) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return same_text(token.span.of(text_), word); });
    });
}

bool Matcher::is_barred(const TokenTest& test, std::uint32_t index) const {
    if (!traits_[index].meet(test.bars)) return false;
    const Token& token = stream_.tokens[index];
    if (token.classes & test.barred_classes) return true;
    if (token.kind == TokenKind::figure)
        return (test.kinds & 1u << static_cast<unsigned>(claims_[token.claim].figure.kind)) != 0;
    return std::any_of(test.barred.begin(), test.barred.end(),
                       [&](const std::string& word) { return same_text(token.span.of(text_), word); });
}

/// As it stands, or by a sense's id.
bool Matcher::says(const Token& token, const std::string& text) const {
    if (same_text(token.span.of(text_), text)) return true;
    return token.entry && std::any_of(token.entry->senses.begin(), token.entry->senses.end(), [&](const Sense& sense) {
               return (mask(sense.word_class) & token.classes) && sense.id == text;
           });
}

/// Asked only of a token that shares traits with what the test asks.
bool Matcher::passes(const TokenTest& test, std::uint32_t index, const PatternMatch& bound) const {
    const Token& token = stream_.tokens[index];
    switch (test.what) {
        case TokenTest::What::border:
            return true;
        case TokenTest::What::word:
            return !(token.classes & test.classes);
        case TokenTest::What::any:
            return !is_barred(test, index);
        case TokenTest::What::near:
            return !is_barred(test, index) && !(token.classes & kEndsShortGap) &&
                   !(token.kind == TokenKind::figure && is_level(claims_[token.claim]));
        case TokenTest::What::figure:
            return figure_passes(test, claims_[token.claim], bound);
        case TokenTest::What::classes: {
            if (test.text.empty()) return true;
            return std::any_of(token.entry->senses.begin(), token.entry->senses.end(), [&](const Sense& sense) {
                return (mask(sense.word_class) & test.classes) && sense.id == test.text;
            });
        }
        case TokenTest::What::text:
            return std::any_of(test.texts.begin(), test.texts.end(),
                               [&](const std::string& text) { return says(token, text); });
    }
    return false;
}

}  // namespace tieout
