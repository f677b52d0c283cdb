#include "relate/binder.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "relate/claim_filter.hpp"
#include "relate/finder.hpp"
#include "relate/matcher.hpp"

namespace tieout {
namespace {

/// How many pairs one bucket of a join gives at most; further ones are left out, so that no draft takes quadratic time.
constexpr std::size_t kMostPairs = 64;

class Binder {
public:
    Binder(const Document& document, const TokenStream& stream, const std::vector<Claim>& claims)
        : document_(document), stream_(stream), claims_(claims), matcher_(document.text, stream, claims) {}

    std::vector<Relation> run(std::span<const Rule> rules) {
        std::vector<std::vector<Relation>> by_rule(rules.size());
        std::vector<std::unordered_set<std::uint32_t>> blamed(rules.size());
        const auto language = static_cast<std::size_t>(document_.language);
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            // What binds no figure is no relation: only sentences that have one are asked.
            if (i > 0 && claims_[i].sentence == claims_[i - 1].sentence) continue;
            matcher_.enter(claims_[i].sentence);
            for (std::size_t r = 0; r < rules.size(); ++r) {
                const std::vector<std::string>& words = rules[r].unless_words[language];
                for (const Pattern& pattern : rules[r].patterns[language]) {
                    const auto& matches = matcher_.match(pattern);
                    if (!matches.empty() && !words.empty() && matcher_.has_word(words)) break;
                    for (const PatternMatch& match : matches) take(rules[r], match, blamed[r], by_rule[r]);
                }
            }
        }
        std::vector<Relation> out;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            for (Relation& relation : by_rule[r]) out.push_back(std::move(relation));
            if (rules[r].join) join(rules[r], out);
        }
        return out;
    }

private:
    void take(const Rule& rule, const PatternMatch& match, std::unordered_set<std::uint32_t>& blamed, std::vector<Relation>& out) {
        Relation relation;
        relation.rule = &rule;
        relation.bindings.resize(rule.roles.size());
        for (std::uint8_t i = 0; i < match.count; ++i) {
            const Token& token = stream_.tokens[match.captures[i].token];
            Relation::Binding& binding = relation.bindings[static_cast<std::size_t>(match.captures[i].role)];
            if (token.kind == TokenKind::figure) {
                binding.claims.push_back(token.claim);
            } else {
                if (token.entry) binding.word = word_sense(token);
                binding.token = match.captures[i].token;
                ++binding.words;
            }
        }
        find_roles(rule, claims_, document_.language, relation);
        const std::uint32_t culprit = culprit_of(rule, relation);
        if (culprit == Token::kNone || is_silenced(relation) || !blamed.insert(culprit).second) return;
        out.push_back(std::move(relation));
    }

    /// A word of the rule's `unless` stands in a sentence of its figures, or in the one after, where writers explain.
    bool is_silenced(const Relation& relation) const {
        const ClassMask unless = relation.rule->unless[static_cast<std::size_t>(document_.language)];
        if (unless == 0) return false;
        for (const Relation::Binding& binding : relation.bindings) {
            for (const std::uint32_t claim : binding.claims) {
                const std::uint32_t sentence = claims_[claim].sentence;
                const std::uint32_t last = std::min(sentence + 2, stream_.sentence_count());
                for (std::uint32_t i = stream_.first[sentence]; i < stream_.first[last]; ++i) {
                    if (stream_.tokens[i].classes & unless) return true;
                }
            }
        }
        return false;
    }

    /// The sense that has what expressions ask of a word: a sign before a value before an id.
    static const Sense* word_sense(const Token& token) {
        const Sense* best = nullptr;
        for (const Sense& sense : token.entry->senses) {
            if (!(mask(sense.word_class) & token.classes)) continue;
            if (!best || (sense.sign != 0 && best->sign == 0)) best = &sense;
        }
        return best;
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

    void join(const Rule& rule, std::vector<Relation>& out) const {
        const Join& join = *rule.join;
        if (join.sides.size() != 2) return;
        std::unordered_map<std::string, std::vector<std::uint32_t>> buckets;
        std::vector<std::string> order;
        for (std::uint32_t i = 0; i < claims_.size(); ++i) {
            if (!passes(join.sides[0].filter, claims_[i], document_.language) && !passes(join.sides[1].filter, claims_[i], document_.language)) continue;
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
                find_roles(rule, claims_, document_.language, relation);
                if (!is_silenced(relation)) out.push_back(std::move(relation));
            }
        }
    }

    const Document& document_;
    const TokenStream& stream_;
    const std::vector<Claim>& claims_;
    Matcher matcher_;
};

}  // namespace

std::vector<Relation> bind_rules(const Document& document, const TokenStream& stream, const std::vector<Claim>& claims,
                                 std::span<const Rule> rules) {
    return Binder(document, stream, claims).run(rules);
}

}  // namespace tieout
