#include "relate/matcher.hpp"

#include <algorithm>

#include "rulebook/folding.hpp"

namespace tieout {
namespace {

using StateKind = Pattern::State::Kind;

/// Earlier matches that a new one is compared with: those further back end before it begins, or nearly so.
constexpr std::size_t kCompared = 8;

bool only_repeats(const Match& match, const Match& earlier) {
    return std::all_of(match.captures.begin(), match.captures.end(), [&](const Capture& capture) {
        return std::find(earlier.captures.begin(), earlier.captures.end(), capture) != earlier.captures.end();
    });
}

}  // namespace

Matcher::Matcher(const MatchInput& input) : input_(input) {
    const TokenStream& stream = *input.tokens;
    if (stream.first.size() > 1) summaries_.resize(stream.first.size() - 1);
    for (std::size_t i = 0; i < summaries_.size(); ++i) {
        for (std::uint32_t at = stream.first[i]; at < stream.first[i + 1]; ++at) {
            const Token& token = stream.tokens[at];
            summaries_[i].classes |= token.classes();
            if (token.kind != TokenKind::figure) continue;
            summaries_[i].kinds |= 1U << static_cast<unsigned>(stream.figures[token.claim].kind);
            ++summaries_[i].figures;
        }
    }
}

bool Matcher::could_match(const Pattern& pattern, std::uint32_t sentence) const {
    if (sentence >= summaries_.size()) return false;
    Summary all = summaries_[sentence];
    const std::size_t end = std::min(summaries_.size(), std::size_t{sentence} + static_cast<std::size_t>(pattern.sentences));
    for (std::size_t i = sentence + std::size_t{1}; i < end; ++i) {
        all.classes |= summaries_[i].classes;
        all.kinds |= summaries_[i].kinds;
        all.figures += summaries_[i].figures;
    }
    return !(pattern.needs & ~all.classes) && !(pattern.needs_kinds & ~all.kinds) && all.figures >= pattern.needs_figures;
}

void Matcher::match(const Pattern& pattern, std::uint32_t sentence, std::vector<Match>& out) {
    if (!could_match(pattern, sentence)) return;
    const std::vector<std::uint32_t>& first = input_.tokens->first;
    if (seen_.size() < pattern.states.size() * 2) seen_.resize(pattern.states.size() * 2);
    last_sentence_ = std::min(sentences(), sentence + static_cast<std::uint32_t>(pattern.sentences));
    const std::size_t base = out.size();
    Match found;
    for (std::uint32_t start = first[sentence]; start < first[sentence + 1];) {
        const std::uint32_t next = start + 1;
        if (!may_begin(pattern, input_.tokens->tokens[start]) || !run(pattern, start, sentence, found)) {
            start = next;
            continue;
        }
        start = next;
        const std::size_t from = std::max(base, out.size() - std::min(out.size(), kCompared));
        const bool known = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
                                       [&](const Match& earlier) { return only_repeats(found, earlier); });
        if (known) continue;
        const auto figure =
            std::find_if(found.captures.begin(), found.captures.end(), [](const Capture& c) { return !c.sense; });
        if (figure != found.captures.end()) start = std::max(start, figure->token + 1);
        out.push_back(found);
    }
}

bool Matcher::may_begin(const Pattern& pattern, const Token& token) const {
    if (pattern.first_other || (pattern.first_classes & token.classes())) return true;
    if (token.kind != TokenKind::figure) return false;
    return pattern.first_kinds >> static_cast<unsigned>(input_.tokens->figures[token.claim].kind) & 1;
}

bool Matcher::run(const Pattern& pattern, std::uint32_t start, std::uint32_t sentence, Match& out) {
    const TokenStream& stream = *input_.tokens;
    const std::uint32_t end = stream.first[last_sentence_];
    threads_.clear();
    links_.clear();
    current_sentence_ = sentence;
    Thread begin;
    begin.sentence = sentence;
    begin.key.fill(kNone);
    next_.clear();
    ++stamp_;
    add(pattern, begin, start);
    std::uint32_t link = kNone;
    bool matched = false;
    for (std::uint32_t place = start; !next_.empty(); ++place) {
        threads_.swap(next_);
        next_.clear();
        ++stamp_;
        const std::uint32_t behind = place + 1;
        while (current_sentence_ < last_sentence_ && stream.first[current_sentence_ + 1] <= behind) ++current_sentence_;
        for (const Thread& thread : threads_) {
            const Pattern::State& state = pattern.states[thread.state];
            if (state.kind == StateKind::match) {
                matched = true;
                link = thread.link;
                out.end = place;
                break;  // all that follow have a lower priority
            }
            if (place >= end) continue;
            const TokenTest& test = pattern.tests[state.test];
            const Sense* sense = nullptr;
            if (!passes(pattern, test, stream.tokens[place], thread.key, sense)) continue;
            Thread moved = thread;
            moved.state = state.next;
            if (test.role >= 0) {
                links_.push_back({thread.link, {test.role, place, sense}});
                moved.link = static_cast<std::uint32_t>(links_.size() - 1);
                for (std::size_t i = 0; i < pattern.referred.size(); ++i) {
                    if (pattern.referred[i] == test.role) moved.key[i] = place;
                }
            }
            add(pattern, moved, behind);
        }
    }
    if (!matched) return false;
    out.begin = start;
    out.captures.clear();
    for (; link != kNone; link = links_[link].before) out.captures.push_back(links_[link].capture);
    std::reverse(out.captures.begin(), out.captures.end());
    return true;
}

/// Follows splits and sentence borders from a thread's state, in order of priority, to the states that look at the token at
/// `place`.
void Matcher::add(const Pattern& pattern, Thread thread, std::uint32_t place) {
    const std::vector<std::uint32_t>& first = input_.tokens->first;
    open_.clear();
    open_.push_back(thread);
    while (!open_.empty()) {
        thread = open_.back();
        open_.pop_back();
        if (!first_visit(pattern, thread)) continue;
        const Pattern::State& state = pattern.states[thread.state];
        switch (state.kind) {
            case StateKind::split:
                thread.state = state.second;
                open_.push_back(thread);
                thread.state = state.next;
                open_.push_back(thread);
                break;
            case StateKind::sentence:
                if (thread.sentence + 1 >= last_sentence_ || first[thread.sentence + 1] != place) break;
                ++thread.sentence;
                thread.state = state.next;
                open_.push_back(thread);
                break;
            case StateKind::test:
                if (thread.sentence == current_sentence_) next_.push_back(thread);
                break;
            case StateKind::match:
                next_.push_back(thread);
                break;
        }
    }
}

/// Whether this state is reached for the first time at this token, or the first time with these bindings.
bool Matcher::first_visit(const Pattern& pattern, const Thread& thread) {
    Seen& seen = seen_[thread.state * std::size_t{2} + (thread.sentence == current_sentence_)];
    if (seen.stamp != stamp_) {
        seen.stamp = stamp_;
        seen.count = 0;
    } else if (pattern.referred.empty() || seen.count == kThreads) {
        return false;
    }
    for (std::uint32_t i = 0; i < seen.count; ++i) {
        if (seen.keys[i] == thread.key) return false;
    }
    seen.keys[seen.count++] = thread.key;
    return true;
}

bool Matcher::passes(const Pattern& pattern, const TokenTest& test, const Token& token, const Key& key,
                     const Sense*& sense) const {
    switch (test.what) {
        case TokenTest::What::any:
            return token.kind != TokenKind::punctuation || token.sign != U'|';
        case TokenTest::What::sign:
            return token.kind == TokenKind::punctuation && token.sign == test.sign;
        case TokenTest::What::text:
            return has_text(test, token);
        case TokenTest::What::figure:
            return token.kind == TokenKind::figure && passes_figure(pattern, test, token.claim, key);
        case TokenTest::What::classes:
            break;
    }
    if (!(token.classes() & test.classes)) return false;
    if (!test.ids.empty() && !std::binary_search(test.entries.begin(), test.entries.end(), token.entry, std::less<>()))
        return false;
    if (test.role < 0) return true;
    for (const Sense& meaning : token.entry->senses) {
        const bool asked = test.ids.empty() || std::find(test.ids.begin(), test.ids.end(), meaning.id) != test.ids.end();
        if (!asked || !(mask(meaning.word_class) & test.classes)) continue;
        sense = &meaning;
        break;
    }
    return true;
}

bool Matcher::has_text(const TokenTest& test, const Token& token) const {
    if (token.entry) return std::binary_search(test.entries.begin(), test.entries.end(), token.entry, std::less<>());
    if (token.kind != TokenKind::word) return false;
    const std::string_view text = token.span.of(input_.text);
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (wanted >= test.text.size()) return false;
        const CodePoint c = code_point_at(text, i);
        const CodePoint w = code_point_at(test.text, wanted);
        if (fold(c.value) != w.value) return false;
        i += c.length;
        wanted += w.length;
    }
    return wanted == test.text.size();
}

bool Matcher::passes_figure(const Pattern& pattern, const TokenTest& test, std::uint32_t index, const Key& key) const {
    const TokenStream& stream = *input_.tokens;
    const Figure& figure = stream.figures[index];
    if (!(test.kinds >> static_cast<unsigned>(figure.kind) & 1)) return false;
    if (test.column && !(input_.columns && ((*input_.columns)[index] & test.column))) return false;
    if (!test.metrics.empty()) {
        const std::string_view metric = input_.claims ? std::string_view((*input_.claims)[index].metric) : std::string_view();
        if (std::find(test.metrics.begin(), test.metrics.end(), metric) == test.metrics.end()) return false;
    }
    for (std::size_t i = 0; i < pattern.referred.size(); ++i) {
        const std::int16_t role = pattern.referred[i];
        if (key[i] == kNone) continue;  // an optional part that was left out asks nothing
        const std::uint32_t other = stream.tokens[key[i]].claim;
        const Figure& earlier = stream.figures[other];
        if (role == test.same_unit_as && !same(index, other)) return false;
        if (role == test.other_unit_than) {
            const bool measured = figure.kind == Kind::quantity || figure.kind == Kind::duration;
            const bool dimension = !measured || same_dimension(figure, earlier);
            if (figure.kind != earlier.kind || !dimension || same_unit(figure, earlier)) return false;
        }
    }
    return true;
}

bool Matcher::same(std::uint32_t a, std::uint32_t b) const {
    const Figure& x = input_.tokens->figures[a];
    const Figure& y = input_.tokens->figures[b];
    const bool bare = x.kind == Kind::number || y.kind == Kind::number;
    if (!bare && !same_dimension(x, y)) return false;
    if (!input_.claims) return true;
    const Claim& p = (*input_.claims)[a];
    const Claim& q = (*input_.claims)[b];
    const auto differ = [](const std::string& s, const std::string& t) { return !s.empty() && !t.empty() && s != t; };
    return !differ(p.metric, q.metric) && !differ(p.subject, q.subject);
}

}  // namespace tieout
