#include "check/draft_rates.hpp"

namespace tieout {
namespace {

constexpr int kYearsUndated = 25;

RateQuote inverse(const RateQuote& quote) {
    RateQuote out = quote;
    out.range = Interval::point(1) / quote.range;
    out.rate = Rational(1) / quote.rate;
    return out;
}

/// A period of the past that is long enough to have a rate of its own.
bool has_own_rate(const std::optional<Period>& period, Day date) {
    return period && period->grain != Grain::day && !period->open_from && !period->open_to && period->from < date && period->from <= period->to;
}

}  // namespace

DraftRates::DraftRates(const Document& document, const std::vector<Claim>& claims, const RateTable& table)
    : table_(table), date_(document.date), date_known_(document.date_source != DateSource::today) {
    for (const Claim& claim : claims) {
        const Figure& figure = claim.figure;
        if (figure.kind != Kind::money || !figure.unit || figure.per != Per::item || figure.per_noun.size() != 3) continue;
        if (figure.per_noun == figure.unit->code) continue;
        const Interval range = reading(figure.magnitude, Tier::usual);
        if (range.contains_zero() || figure.magnitude.value.sign() <= 0) continue;
        stated_.emplace(Pair(figure.per_noun, figure.unit->code), RateQuote{range, figure.magnitude.value, std::nullopt, false});
    }
}

std::optional<RateQuote> DraftRates::stated(const std::string& from, const std::string& to) const {
    if (const auto found = stated_.find({from, to}); found != stated_.end()) return found->second;
    if (const auto found = stated_.find({to, from}); found != stated_.end()) return inverse(found->second);
    return std::nullopt;
}

const std::optional<RateTable::Quote>& DraftRates::of_date_line(const std::string& from, const std::string& to) const {
    const auto [known, fresh] = of_date_line_.try_emplace({from, to});
    // A draft without a date line may be of any year: only what no rate of the last decades explains is wrong then.
    if (fresh) known->second = date_known_ ? table_.at(from, to, date_) : table_.over_years(from, to, date_, kYearsUndated);
    return known->second;
}

std::optional<RateQuote> DraftRates::rate(const Claim& from, const Claim& to, bool ever) const {
    if (!from.figure.unit || !to.figure.unit || from.figure.unit->ambiguous || to.figure.unit->ambiguous) return std::nullopt;
    const std::string& a = from.figure.unit->code;
    const std::string& b = to.figure.unit->code;
    if (a == b) return std::nullopt;
    if (ever) {
        const auto quote = table_.over_years(a, b, date_, 5);
        if (!quote) return std::nullopt;
        return RateQuote{quote->range, quote->rate, quote->on, false};
    }
    if (auto found = stated(a, b)) return found;
    if (prefer_learnt_) {
        if (const auto found = learnt_.find({a, b}); found != learnt_.end()) return found->second;
        if (const auto found = learnt_.find({b, a}); found != learnt_.end()) return inverse(found->second);
    }
    const auto& quote = of_date_line(a, b);
    if (!quote) return std::nullopt;
    if (quote->past_end) past_end_ = true;
    RateQuote out{quote->range, quote->rate, quote->on, quote->past_end};
    for (const Claim* claim : {&from, &to}) {
        if (!has_own_rate(claim->period, date_)) continue;
        if (const auto own = table_.during(a, b, *claim->period)) out.range = out.range.hull(own->range);
    }
    return out;
}

void DraftRates::learn(const std::string& from, const std::string& to, const Interval& rate) {
    const auto middle = rate.middle();
    if (!middle || middle->sign() <= 0) return;
    learnt_.emplace(Pair(from, to), RateQuote{Interval::point(*middle), *middle, std::nullopt, false});
}

}  // namespace tieout
