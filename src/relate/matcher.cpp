#include "relate/matcher.hpp"

#include <algorithm>

#include "base/utf8.hpp"

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

bool is_level(const Claim& claim) {
    return claim.figure.kind != Kind::date && claim.figure.kind != Kind::duration && claim.figure.kind != Kind::ordinal;
}

/// One unit, or a bare number beside a count, as in "from 200,000 bottles to 600,000".
bool comparable(const Figure& a, const Figure& b) {
    const auto counts = [](const Figure& figure) {
        return figure.kind == Kind::count || (figure.kind == Kind::number && !figure.unit);
    };
    return same_dimension(a, b) || (a.kind != b.kind && counts(a) && counts(b));
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
    has_ = {};
    figures_.clear();
    for (std::uint32_t i = first_; i < last_; ++i) {
        const Token& token = stream_.tokens[i];
        if (token.kind == TokenKind::figure) {
            has_.kinds |= 1u << static_cast<unsigned>(claims_[token.claim].figure.kind);
            figures_.push_back(i);
            continue;
        }
        has_.classes |= token.classes;
        has_.texts |= text_bit(token.span.of(text_));
        if (token.entry) has_.texts |= token.entry->ids;
    }
    has_.figures = static_cast<std::uint32_t>(figures_.size());
}

const std::vector<PatternMatch>& Matcher::match(const Pattern& pattern) {
    found_.clear();
    if (!pattern.needs.met_by(has_)) return found_;
    if (pattern.begins_with_figure) {
        for (const std::uint32_t from : figures_) try_from(pattern, from);
    } else {
        for (std::uint32_t from = first_; from < last_; ++from) try_from(pattern, from);
    }
    return found_;
}

void Matcher::try_from(const Pattern& pattern, std::uint32_t from) {
    if (!can_begin(pattern, from) || !run(pattern, from)) return;
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const PatternMatch& match) { return same_bindings(match, best_); });
    if (!known) found_.push_back(best_);
}

bool Matcher::can_begin(const Pattern& pattern, std::uint32_t token) const {
    static const PatternMatch kNothing;
    return std::any_of(pattern.first.begin(), pattern.first.end(),
                       [&](std::uint16_t test) { return passes(pattern.tests[test], token, kNothing); });
}

bool Matcher::run(const Pattern& pattern, std::uint32_t from) {
    if (seen_.size() < pattern.states.size()) seen_.resize(pattern.states.size(), 0);
    bool matched = false;
    now_.clear();
    ++step_;
    follow(pattern, now_, Thread{}, 0);
    for (std::uint32_t token = from; !now_.empty(); ++token) {
        next_.clear();
        ++step_;
        for (const Thread& thread : now_) {
            const Pattern::State& state = pattern.states[thread.state];
            if (state.kind == Pattern::State::Kind::match) {
                // Whatever stands after this thread is less preferred.
                best_ = thread.bound;
                matched = true;
                break;
            }
            const TokenTest& test = pattern.tests[state.test];
            if (token >= last_ || !passes(test, token, thread.bound)) continue;
            Thread moved = thread;
            if (test.role >= 0 && moved.bound.count < PatternMatch::kMost)
                moved.bound.captures[moved.bound.count++] = {test.role, token};
            follow(pattern, next_, moved, state.next);
        }
        std::swap(now_, next_);
    }
    return matched;
}

/// Adds the thread at every test or match state that can be reached without a token, in order of preference. The order of
/// states in a pattern is the order of preference only through `next` and `second`, so this walks them depth first.
void Matcher::follow(const Pattern& pattern, std::vector<Thread>& threads, const Thread& thread, std::uint16_t state) {
    while (true) {
        if (seen_[state] == step_) return;
        seen_[state] = step_;
        const Pattern::State& here = pattern.states[state];
        if (here.kind != Pattern::State::Kind::split) {
            threads.push_back(thread);
            threads.back().state = state;
            return;
        }
        follow(pattern, threads, thread, here.next);
        state = here.second;
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
    if (!test.ending.empty() && !figure.span.of(text_).ends_with(test.ending)) return false;
    if (!test.beginning.empty() && !figure.span.of(text_).starts_with(test.beginning)) return false;
    if (test.column && !(claim.column & test.column)) return false;
    return test.metrics.empty() || std::find(test.metrics.begin(), test.metrics.end(), claim.metric) != test.metrics.end();
}

bool Matcher::has_word(const std::vector<std::string>& words) const {
    return std::any_of(stream_.tokens.begin() + first_, stream_.tokens.begin() + last_, [&](const Token& token) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return same_text(token.span.of(text_), word); });
    });
}

bool Matcher::is_barred(const TokenTest& test, const Token& token) const {
    if (token.classes & test.barred_classes) return true;
    if (token.kind == TokenKind::figure)
        return (test.kinds & 1u << static_cast<unsigned>(claims_[token.claim].figure.kind)) != 0;
    return std::any_of(test.barred.begin(), test.barred.end(),
                       [&](const std::string& word) { return same_text(token.span.of(text_), word); });
}

bool Matcher::passes(const TokenTest& test, std::uint32_t index, const PatternMatch& bound) const {
    const Token& token = stream_.tokens[index];
    const bool border = token.sign == '|' && token.span.empty();
    switch (test.what) {
        case TokenTest::What::border:
            return border;
        case TokenTest::What::word:
            return (token.kind == TokenKind::word || token.kind == TokenKind::entry) && !(token.classes & test.classes);
        case TokenTest::What::any:
            return !border && !is_barred(test, token);
        case TokenTest::What::near:
            return !border && !is_barred(test, token) && !(token.classes & kEndsShortGap) &&
                   !(token.kind == TokenKind::figure && is_level(claims_[token.claim]));
        case TokenTest::What::figure:
            return token.kind == TokenKind::figure && figure_passes(test, claims_[token.claim], bound);
        case TokenTest::What::classes: {
            if (!(token.classes & test.classes)) return false;
            if (test.text.empty()) return true;
            return std::any_of(token.entry->senses.begin(), token.entry->senses.end(), [&](const Sense& sense) {
                return (mask(sense.word_class) & test.classes) && sense.id == test.text;
            });
        }
        case TokenTest::What::text: {
            if (same_text(token.span.of(text_), test.text)) return true;
            if (!token.entry) return false;
            return std::any_of(token.entry->senses.begin(), token.entry->senses.end(), [&](const Sense& sense) {
                return (mask(sense.word_class) & token.classes) && sense.id == test.text;
            });
        }
    }
    return false;
}

}  // namespace tieout
