#include "relate/binder.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "relate/claim_filter.hpp"
#include "relate/columns.hpp"
#include "relate/finder.hpp"
#include "relate/matcher.hpp"

namespace tieout {
namespace {

/// How many pairs one bucket of a join gives at most; further ones are left out, so that no draft takes quadratic time.
constexpr std::size_t kMostPairs = 64;

class Binder {
public:
    Binder(const Document& document, const TokenStream& stream, const std::vector<Claim>& claims)
        : document_(document), stream_(stream), claims_(claims) {}

    std::vector<Relation> run(const RuleBook& book, const DraftFacts& facts) {
        const std::span<const Rule> rules = book.rules();
        std::vector<Bound> bound(rules.size());
        take_columns(rules, bound);
        Matcher matcher(document_.text, stream_, claims_);
        for (const auto which : {PatternScreen::Which::strict, PatternScreen::Which::loose})
            take_sentences(book, which, matcher, bound);
        std::vector<Relation> out;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            std::vector<Relation> joined;
            if (rules[r].join) join(rules[r], joined);
            if (rules[r].fact >= 0 && !facts.empty()) take_facts(rules[r], facts, joined);
            std::set<Figures> related;
            for (const Relation& relation : joined) related.insert(by_role(relation));
            for (Relation& relation : bound[r].relations) {
                // A loose pattern has nothing to add on figures that a join relates in the same way.
                if (!relation.loose || !related.contains(by_role(relation))) out.push_back(std::move(relation));
            }
            std::move(joined.begin(), joined.end(), std::back_inserter(out));
        }
        return out;
    }

private:
    /// What is bound of one rule, and the figures blamed so far.
    struct Bound {
        std::vector<Relation> relations;
        std::unordered_set<std::uint32_t> blamed;
    };

    /// All figures a relation binds, sorted.
    static std::vector<std::uint32_t> figures_of(const Relation& relation) {
        std::vector<std::uint32_t> figures;
        for (const Relation::Binding& binding : relation.bindings)
            figures.insert(figures.end(), binding.claims.begin(), binding.claims.end());
        std::sort(figures.begin(), figures.end());
        return figures;
    }

    using Figures = std::vector<std::vector<std::uint32_t>>;
    static Figures by_role(const Relation& relation) {
        Figures figures;
        for (const Relation::Binding& binding : relation.bindings) figures.push_back(binding.claims);
        return figures;
    }

    /// Strict patterns of the whole draft come before loose ones, which tell what no other of the rule has spoken of.
    void take_sentences(const RuleBook& book, PatternScreen::Which which, Matcher& matcher, std::vector<Bound>& bound) {
        std::vector<PatternScreen::Place> places;
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            // What binds no figure is no relation: only sentences that have one are asked.
            if (i > 0 && claims_[i].sentence == claims_[i - 1].sentence) continue;
            for (const PatternScreen& screen : book.screens(document_.language)) {
                if (screen.which() != which) continue;
                matcher.enter(claims_[i].sentence, end_of_reach(claims_[i].sentence, screen.across()));
                screen.pass(matcher.traits(), matcher.figure_count(), places);
                take_matches(book.rules(), which, places, matcher, bound);
            }
        }
    }

    void take_matches(std::span<const Rule> rules, PatternScreen::Which which, std::span<const PatternScreen::Place> places,
                      Matcher& matcher, std::vector<Bound>& bound) {
        const bool loose = which == PatternScreen::Which::loose;
        const Rule* silenced = nullptr;
        for (const PatternScreen::Place& place : places) {
            const Rule& rule = rules[place.rule];
            if (&rule == silenced) continue;
            const Pattern& pattern = patterns_of(rule, document_.language, which)[place.pattern];
            const std::vector<PatternMatch>& matches = matcher.match(pattern);
            const auto& silencing = rule.unless_words[static_cast<std::size_t>(document_.language)];
            if (!loose && !matches.empty() && !silencing.empty() && matcher.has_word(silencing))
                silenced = &rule;
            else {
                for (const PatternMatch& match : matches) take(rule, pattern, match, nullptr, bound[place.rule], loose);
            }
        }
    }

    /// The end of the sentences that a pattern may run over from `sentence` on: so many, and all of one paragraph.
    std::uint32_t end_of_reach(std::uint32_t sentence, int across) const {
        std::uint32_t end = sentence + 1;
        while (end < stream_.sentence_count() && end - sentence < static_cast<std::uint32_t>(across) &&
               stream_.blocks[end] == stream_.blocks[sentence])
            ++end;
        return end;
    }

    void take_columns(std::span<const Rule> rules, std::vector<Bound>& bound) {
        const auto language = static_cast<std::size_t>(document_.language);
        const auto reads_columns = [&](const Rule& rule) { return !rule.columns[language].empty(); };
        if (std::none_of(rules.begin(), rules.end(), reads_columns)) return;
        const ColumnStream columns = read_columns(document_, stream_);
        if (columns.stream.sentence_count() == 0) return;
        Matcher matcher(document_.text, columns.stream, claims_);
        for (std::uint32_t column = 0; column < columns.stream.sentence_count(); ++column) {
            matcher.enter(column);
            for (std::size_t r = 0; r < rules.size(); ++r) {
                for (const Pattern& pattern : rules[r].columns[language]) {
                    for (const PatternMatch& match : matcher.match(pattern)) take(rules[r], pattern, match, &columns, bound[r]);
                }
            }
        }
    }

    /// A word of the rule's `unless` stands near one of its figures.
    bool is_silenced(const Relation& relation) const {
        return std::any_of(relation.rule->unless.begin(), relation.rule->unless.end(),
                           [&](const Unless& unless) { return says(unless, relation); });
    }

    bool says(const Unless& unless, const Relation& relation) const {
        const ClassMask wanted = unless.words[static_cast<std::size_t>(document_.language)];
        if (wanted == 0) return false;
        for (const Relation::Binding& binding : relation.bindings) {
            for (const std::uint32_t claim : binding.claims) {
                const std::uint32_t at = claims_[claim].sentence;
                const std::uint32_t begin = at - std::min(at, static_cast<std::uint32_t>(unless.before));
                const std::uint32_t end = std::min(at + static_cast<std::uint32_t>(unless.after) + 1, stream_.sentence_count());
                for (std::uint32_t i = stream_.first[begin]; i < stream_.first[end]; ++i) {
                    if (stream_.tokens[i].classes & wanted) return true;
                }
            }
        }
        return false;
    }

    /// `columns`: where the match was found; null in the draft's own sentences.
    void take(const Rule& rule, const Pattern& pattern, const PatternMatch& match, const ColumnStream* columns, Bound& bound,
              bool loose = false) {
        Relation relation;
        relation.rule = &rule;
        relation.loose = loose;
        relation.bindings.resize(rule.roles.size());
        for (std::uint8_t i = 0; i < match.count; ++i) {
            const std::uint32_t at = columns ? columns->origin[match.captures[i].token] : match.captures[i].token;
            const Token& token = stream_.tokens[at];
            Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(match.captures[i].role)];
            if (token.kind == TokenKind::figure) {
                binding.claims.push_back(token.claim);
            } else {
                if (token.entry) binding.word = word_sense(token, classes_of(pattern, match.captures[i].role));
                binding.token = at;
                ++binding.words;
            }
        }
        if (rule.exhausts >= 0 && !columns && !exhausts(relation)) return;
        find_roles(rule, {stream_, claims_, document_.language}, relation);
        const std::uint32_t culprit = culprit_of(rule, relation);
        if (culprit == Token::kNone || is_silenced(relation) || !bound.blamed.insert(culprit).second) return;
        bound.relations.push_back(std::move(relation));
    }

    /// No figure of the unit is left out between the start of the first figure's sentence and the last figure bound: of a list
    /// that is not whole nothing can be said.
    bool exhausts(const Relation& relation) const {
        const auto& of = relation.bindings[static_cast<std::size_t>(relation.rule->exhausts)].claims;
        if (of.empty()) return true;
        const std::vector<std::uint32_t> bound = figures_of(relation);
        for (std::uint32_t i = bound.back(); i-- > 0 && claims_[i].sentence >= claims_[bound.front()].sentence;) {
            if (same_unit(claims_[i].figure, claims_[of.front()].figure) && !std::binary_search(bound.begin(), bound.end(), i))
                return false;
        }
        return true;
    }

    /// The classes that a pattern asks for where it binds a role.
    static ClassMask classes_of(const Pattern& pattern, std::int16_t role) {
        ClassMask classes = 0;
        for (const TokenTest& test : pattern.tests) {
            if (test.role == role) classes |= test.classes;
        }
        return classes;
    }

    /// The sense that the pattern asked for.
    static const Sense* word_sense(const Token& token, ClassMask classes) {
        const auto fits = [&](const Sense& sense) { return (mask(sense.word_class) & token.classes & classes) != 0; };
        const auto& senses = token.entry->senses;
        const auto found = std::find_if(senses.begin(), senses.end(), fits);
        return found == senses.end() ? nullptr : &*found;
    }

    /// The figure to blame first; kNone where the relation binds no figure at all.
    static std::uint32_t culprit_of(const Rule& rule, const Relation& relation) {
        for (const std::int16_t role : rule.corrects) {
            const auto& claims = relation.bindings[static_cast<std::size_t>(role)].claims;
            if (!claims.empty()) return claims.front();
        }
        for (const Relation::Binding& binding : relation.bindings) {
            if (!binding.claims.empty()) return binding.claims.front();
        }
        return Token::kNone;
    }

    void take_facts(const Rule& rule, const DraftFacts& facts, std::vector<Relation>& out) const {
        const Role& role = rule.roles[static_cast<std::size_t>(rule.fact)];
        for (std::uint32_t i = 0; i < claims_.size(); ++i) {
            if (!(role.kinds & 1u << static_cast<unsigned>(claims_[i].figure.kind)) || !facts.of(claims_[i])) continue;
            Relation relation;
            relation.rule = &rule;
            relation.bindings.resize(rule.roles.size());
            relation.bindings[static_cast<std::size_t>(rule.fact)].claims.push_back(i);
            find_roles(rule, {stream_, claims_, document_.language}, relation);
            if (!is_silenced(relation)) out.push_back(std::move(relation));
        }
    }

    void join(const Rule& rule, std::vector<Relation>& out) const {
        const Join& join = *rule.join;
        if (join.sides.size() != 2) return;
        std::unordered_map<std::string, std::vector<std::uint32_t>> buckets;
        std::vector<std::string> order;
        for (std::uint32_t i = 0; i < claims_.size(); ++i) {
            if (!passes(join.sides[0].filter, claims_[i], document_.language) &&
                !passes(join.sides[1].filter, claims_[i], document_.language))
                continue;
            const std::string key = key_of(join.same, claims_[i]);
            if (key.empty()) continue;
            auto& bucket = buckets[key];
            if (bucket.empty()) order.push_back(key);
            bucket.push_back(i);
        }
        for (const std::string& key : order) pair_up(rule, buckets[key], out);
    }

    void pair_up(const Rule& rule, const std::vector<std::uint32_t>& bucket, std::vector<Relation>& out) const {
        const Join& join = *rule.join;
        std::size_t pairs = 0;
        std::unordered_map<std::uint32_t, std::uint32_t> in_block;
        for (const std::uint32_t claim : bucket) ++in_block[claims_[claim].block];
        for (const std::uint32_t a : bucket) {
            if (!passes(join.sides[0].filter, claims_[a], document_.language)) continue;
            if (join.sides[0].alone && in_block[claims_[a].block] > 1) continue;
            for (const std::uint32_t b : bucket) {
                if (a == b || !passes(join.sides[1].filter, claims_[b], document_.language)) continue;
                if (join.sentences > 0) {
                    const std::int64_t apart = std::int64_t{claims_[a].sentence} - claims_[b].sentence;
                    if (std::abs(apart) > join.sentences) continue;
                }
                if (++pairs > kMostPairs) return;
                Relation relation;
                relation.rule = &rule;
                relation.bindings.resize(rule.roles.size());
                relation.bindings[static_cast<std::size_t>(join.sides[0].role)].claims.push_back(a);
                relation.bindings[static_cast<std::size_t>(join.sides[1].role)].claims.push_back(b);
                find_roles(rule, {stream_, claims_, document_.language}, relation);
                if (!is_silenced(relation)) out.push_back(std::move(relation));
            }
        }
    }

    const Document& document_;
    const TokenStream& stream_;
    const std::vector<Claim>& claims_;
};

}  // namespace

std::vector<Relation> bind_rules(const Document& document, const TokenStream& stream, const std::vector<Claim>& claims,
                                 const RuleBook& book, const DraftFacts& facts) {
    return Binder(document, stream, claims).run(book, facts);
}

}  // namespace tieout
