#include "extract/claims.hpp"

#include <algorithm>
#include <unordered_map>

#include "extract/period_binding.hpp"
#include "extract/sentence_view.hpp"
#include "extract/tables.hpp"
#include "extract/topics.hpp"

namespace tieout {
namespace {

/// How many sentences back an amount without a metric may take it from.
constexpr std::uint32_t kInheritSentences = 4;
/// How many tokens behind a figure a metric may stand and still be the figure's ("$5bn in annual revenue").
constexpr std::uint32_t kMetricBehind = 3;
/// … and where it is linked to it ("25% of the group's own output").
constexpr std::uint32_t kMetricLinked = 5;
constexpr std::uint32_t kLongestBracket = 16;  ///< tokens

/// How many tokens to either side of a figure stand close beside it.
constexpr std::uint32_t kBeside = 4;

bool can_inherit(Kind kind) {
    return kind == Kind::money || kind == Kind::count || kind == Kind::quantity;
}

class ClaimReader {
public:
    ClaimReader(const Document& document, const TokenStream& stream, const Lexicon& lexicon)
        : document_(document), stream_(stream), heads_(document, stream, lexicon) {
        claims_.resize(stream.figures.size());
    }

    std::vector<Claim> run() {
        for (std::uint32_t i = 0; i < stream_.sentence_count(); ++i) {
            const SentenceView sentence(document_, stream_, i);
            topics_.read(sentence);
            read(sentence);
        }
        spread_growth();
        return std::move(claims_);
    }

private:
    struct Growth {
        std::string market;
        Span words;
    };

    void read(const SentenceView& s) {
        const bool figures =
            std::any_of(s.begin(), s.end(), [](const Token& token) { return token.kind == TokenKind::figure; });
        const std::vector<PeriodBinding> periods = figures ? bind_periods(s) : std::vector<PeriodBinding>();
        bool of_market = topics_.market_named();
        if (of_market) market_sentence_ = s.index();
        for (std::uint32_t i = 0; i < s.size(); ++i) {
            const Figure* figure = s.figure(i);
            if (!figure) continue;
            Claim& claim = claims_[s[i].claim];
            claim.figure = *figure;
            claim.sentence = s.index();
            claim.token = s.first() + i;
            claim.block = s.block();
            claim.place = document_.blocks[s.block()].kind;
            claim.beside = classes_beside(s, i);
            if (figure->kind == Kind::date) {
                claim.period = s.period(i);
                claim.subject = topics_.entity();
                continue;
            }
            claim.period = periods[i].period;
            claim.basis_period = periods[i].basis;
            claim.basis = periods[i].basis_id;
            claim.metric = metric_near(s, i);
            claim.scope = scopes_before(s, i);
            claim.modality = modality_near(s, i);
            claim.source = topics_.source();
            const bool cell = heads_.describe(claim);
            if (claim.metric.empty() && !cell) inherit(claim);
            if (claim.metric.empty() && !cell && is_market_forecast(claim)) {
                claim.metric = "market-size";
                claim.inherited = true;
            }
            if (claim.subject.empty()) claim.subject = claim.metric == "market-size" ? topics_.market() : topics_.entity();
            if (claim.metric == "market-size") of_market = true;
            if (!claim.metric.empty() && can_inherit(figure->kind)) last_of_unit_[unit_key(*figure)] = s[i].claim;
        }
        if (of_market) read_growth(s);
    }

    /// The classes of the words around a figure, up to the next figure or sign. What changes to a figure does not change by it:
    /// "climbs to $2bn", "17명으로 늘어".
    static ClassMask classes_beside(const SentenceView& s, std::uint32_t at) {
        ClassMask classes = 0;
        const bool reached = s.language() == Language::ko ? s.is_particle(at + 1, "로") : at > 0 && s.is_word(at - 1, "to");
        const auto ends = [&](std::uint32_t i) { return s.figure(i) || s[i].kind == TokenKind::punctuation; };
        for (std::uint32_t i = at + 1; i < std::min(s.size(), at + 1 + kBeside) && !ends(i); ++i) classes |= s[i].classes;
        for (std::uint32_t i = at; i-- > 0 && at - i <= kBeside && !ends(i);) classes |= s[i].classes;
        return reached ? classes & ~mask(WordClass::change) : classes;
    }

    static std::string unit_key(const Figure& figure) {
        return std::string(to_string(figure.kind)) + std::string(unit_code(figure));
    }

    /// The metric named nearest before the figure; one close behind it where it says "of" or "in" or nothing stands before.
    std::string metric_near(const SentenceView& s, std::uint32_t at) const {
        const bool linked = s.is_word(at + 1, "in") || s.is_word(at + 1, "of") || s.is_particle(at + 1, "의");
        const std::uint32_t end = std::min(s.size(), at + 1 + (linked ? kMetricLinked : kMetricBehind));
        std::string behind;
        for (std::uint32_t i = at + 1; i < end && !s.figure(i); ++i) {
            if (const Sense* metric = s.sense(i, WordClass::metric)) {
                behind = metric->id;
                break;
            }
            if (s[i].kind == TokenKind::punctuation) break;
        }
        if (linked && !behind.empty()) return behind;
        for (std::uint32_t i = at; i-- > 0;) {
            if (s.is_sign(i, '|')) break;
            if (s.sense(i, WordClass::metric)) return s.sense(head_of(s, i), WordClass::metric)->id;
        }
        if (!behind.empty()) return behind;
        // Nothing said before: what the verb behind says ("300억원을 조달했다", "$300 million was raised").
        for (std::uint32_t i = past_brackets(s, at + 1); i < s.size() && !s.is_amount(i) && !s.is_sign(i, '|'); ++i) {
            if (const Sense* metric = s.sense(i, WordClass::metric)) return metric->id;
        }
        return {};
    }

    /// What stands in brackets right behind a figure says it again ("31억달러(약 4조원)에 수주했다").
    static std::uint32_t past_brackets(const SentenceView& s, std::uint32_t at) {
        if (!s.is_sign(at, '(')) return at;
        const std::uint32_t end = std::min(s.size(), at + kLongestBracket);  // brackets that never close are not searched again
        for (std::uint32_t close = at + 1; close < end; ++close) {
            if (s.is_sign(close, ')')) return close;
        }
        return at;
    }

    /// "A backlog of orders" is a backlog: the metric that the one at `at` only says more about, else itself.
    static std::uint32_t head_of(const SentenceView& s, std::uint32_t at) {
        const bool more = at >= 2 && s.is_word(at - 1, "of") && s.sense(at - 2, WordClass::metric);
        return more ? at - 2 : at;
    }

    /// Scope words of the figure's clause: from the last comma behind another amount up to the figure.
    std::string scopes_before(const SentenceView& s, std::uint32_t at) const {
        std::uint32_t start = 0;
        for (std::uint32_t i = at; i-- > 0;) {
            if (s.is_sign(i, ',') && i > 0 && has_amount(s, i)) {
                start = i + 1;
                break;
            }
        }
        std::vector<std::string_view> ids;
        const auto take = [&](std::uint32_t i) {
            const Sense* scope = s.sense(i, WordClass::scope);
            if (scope && std::find(ids.begin(), ids.end(), scope->id) == ids.end()) ids.push_back(scope->id);
        };
        for (std::uint32_t i = start; i < at; ++i) take(i);
        // "2100억달러인 세계 OTT 시장": what the figure is said of stands behind it.
        if (s.is_word(at + 1, "인") || s.is_word(at + 1, "이던") || s.is_word(at + 1, "였던")) {
            for (std::uint32_t i = at + 2; i < std::min(s.size(), at + 6) && !s.figure(i) && !s.is(i, WordClass::metric); ++i)
                take(i);
        }
        // A scope may follow in English: "46,000 pumps in total".
        if (s.language() == Language::en) {
            for (std::uint32_t i = at + 1; i < std::min(s.size(), at + 6) && !s.is_amount(i) && !s.is_sign(i, ','); ++i)
                take(i);
        }
        std::sort(ids.begin(), ids.end());
        std::string out;
        for (const std::string_view id : ids) (out += out.empty() ? "" : "+") += id;
        return out;
    }

    static bool has_amount(const SentenceView& s, std::uint32_t before) {
        for (std::uint32_t i = before; i-- > 0;) {
            if (s.is_amount(i)) return true;
        }
        return false;
    }

    Modality modality_near(const SentenceView& s, std::uint32_t at) const {
        const auto of = [&](std::uint32_t i) -> std::optional<Modality> {
            const Sense* sense = s.sense(i, WordClass::modality);
            if (!sense) return std::nullopt;
            if (sense->id == "target") return Modality::target;
            return sense->id == "estimate" ? Modality::estimate : Modality::forecast;
        };
        if (s.language() == Language::ko) {
            for (std::uint32_t i = at + 1; i < s.size(); ++i) {
                if (const auto modality = of(i)) return *modality;
            }
        } else {
            for (std::uint32_t i = at; i-- > 0;) {
                if (const auto modality = of(i)) return *modality;
            }
        }
        return Modality::reported;
    }

    /// Takes over what the last amount of the same unit was said of, as Korean drops what was said before.
    void inherit(Claim& claim) const {
        if (!can_inherit(claim.figure.kind)) return;
        const auto found = last_of_unit_.find(unit_key(claim.figure));
        if (found == last_of_unit_.end()) return;
        const Claim& before = claims_[found->second];
        if (claim.sentence - before.sentence > kInheritSentences) return;
        claim.metric = before.metric;
        // Who a sentence names itself is whom its figures are of, but for a market's, where it is who forecasts them.
        const bool of_market = claim.metric == "market-size" || claim.metric == "industry-size";
        claim.subject = of_market || topics_.sentence_entity().empty() ? before.subject : topics_.sentence_entity();
        claim.inherited = true;
        // A running total is said to be one each time.
        if (claim.scope.empty() && before.scope.find("cumulative") == std::string::npos) claim.scope = before.scope;
    }

    /// "One house expects it to be worth $3bn by 2028", soon after a market was named.
    bool is_market_forecast(const Claim& claim) const {
        return claim.figure.kind == Kind::money && claim.modality == Modality::forecast && claim.period &&
               !topics_.market().empty() && claim.sentence - market_sentence_ <= kInheritSentences;
    }

    void read_growth(const SentenceView& s) {
        for (std::uint32_t i = 0; i < s.size(); ++i) {
            if (s.is(i, WordClass::growth)) {
                Span words = s[i].span;
                if (s.language() == Language::ko && i + 1 < s.size() && s.is(i + 1, WordClass::modality))
                    words.end = s[i + 1].span.end;
                growth_.push_back({topics_.market(), words});
            }
        }
    }

    /// What the draft says of a market's growth holds for every figure of that market. The first words found are the evidence.
    void spread_growth() {
        std::unordered_map<std::string_view, Span> words;
        for (const Growth& growth : growth_) words.emplace(growth.market, growth.words);
        for (Claim& claim : claims_) {
            if (claim.metric != "market-size") continue;
            const auto found = words.find(claim.subject);
            if (found != words.end()) claim.growth = found->second;
        }
    }

    const Document& document_;
    const TokenStream& stream_;
    TableHeads heads_;
    Topics topics_;
    std::vector<Claim> claims_;
    std::vector<Growth> growth_;
    std::uint32_t market_sentence_ = 0;
    std::unordered_map<std::string, std::uint32_t> last_of_unit_;
};

}  // namespace

std::vector<Claim> understand(const Document& document, const TokenStream& stream, const Lexicon& lexicon) {
    return ClaimReader(document, stream, lexicon).run();
}

}  // namespace tieout
