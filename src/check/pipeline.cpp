#include "check/pipeline.hpp"

#include <algorithm>

#include "check/findings.hpp"
#include "check/group_judge.hpp"
#include "check/same_mistake.hpp"
#include "extract/claims.hpp"
#include "extract/tokenizer.hpp"
#include "relate/binder.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

Report read_claims(Document document, const Settings& settings, TokenStream& stream, const Lexicon& lexicon) {
    Report report;
    report.document = std::move(document);
    const Language language = settings.message_language.value_or(report.document.language);
    for (const ReadingNote note : report.document.notes) report.remarks.emplace_back(words_of(note, language));
    stream = tokenize(report.document, lexicon, settings.all_numbers);
    report.claims = understand(report.document, stream, lexicon);
    apply_house_words(settings.house, lexicon, report.claims);
    return report;
}

/// The lexicons that ship were read when the rules were; a draft is never refused for them.
const Lexicon* lexicon_of(Language language) {
    const auto& lexicon = built_in_lexicon(language);
    return lexicon.ok() ? lexicon->get() : nullptr;
}

std::optional<Claim> date_line_of(const Document& document) {
    if (document.date_source == DateSource::today) return std::nullopt;
    Claim claim;
    claim.figure.kind = Kind::date;
    claim.figure.period = claim.period = day_period(document.date);
    return claim;
}

bool is_skipped(const Settings& settings, const std::string& id) {
    return std::binary_search(settings.skipped.begin(), settings.skipped.end(), id);
}

/// One of the pairs of which one partner is enough.
bool is_of_any(const Relation& relation) {
    const auto& join = relation.rule->join;
    return join && join->any && !relation.bindings[static_cast<std::size_t>(join->sides[0].role)].claims.empty();
}

/// Sound conversions tell at which rate this draft converts; suggestions then use that rate.
void learn_rates(const std::vector<Judged>& judged, const Draft& draft, DraftRates& rates) {
    for (const Judged& one : judged) {
        if (one.verdict.outcome != Outcome::holds) continue;
        const auto claims = claims_of(one.relation);
        if (claims.size() != 2) continue;
        const Claim& from = draft.claims[claims[0]];
        const Claim& to = draft.claims[claims[1]];
        if (from.figure.kind != Kind::money || to.figure.kind != Kind::money || !from.figure.unit || !to.figure.unit) continue;
        if (from.figure.unit == to.figure.unit || from.figure.magnitude.value.is_zero()) continue;
        rates.learn(from.figure.unit->code, to.figure.unit->code,
                    Interval::point(to.figure.magnitude.value / from.figure.magnitude.value));
    }
}

template <class T>
void sort_by_place(std::vector<T>& items, const std::vector<Claim>& claims) {
    const auto place = [&](const T& item) {
        return item.claims.empty() ? 0u : claims[*std::min_element(item.claims.begin(), item.claims.end())].figure.span.begin;
    };
    std::stable_sort(items.begin(), items.end(), [&](const T& a, const T& b) { return place(a) < place(b); });
}

}  // namespace

Report claims_of(Document document, const Settings& settings) {
    TokenStream stream;
    const Lexicon* lexicon = lexicon_of(document.language);
    if (!lexicon) return {};
    return read_claims(std::move(document), settings, stream, *lexicon);
}

Report check_document(Document document, const Settings& settings) {
    TokenStream stream;
    const Lexicon* lexicon = lexicon_of(document.language);
    if (!lexicon) return {};
    Report report = read_claims(std::move(document), settings, stream, *lexicon);
    const DraftFacts facts =
        settings.facts ? DraftFacts(*settings.facts, report.document, stream, report.claims, *lexicon) : DraftFacts();
    const Draft draft{report.document,
                      stream,
                      report.claims,
                      *lexicon,
                      settings.message_language.value_or(report.document.language),
                      date_line_of(report.document),
                      facts};
    DraftRates rates(report.document, report.claims, settings.rates ? *settings.rates : RateTable::built_in());

    std::vector<Judged> judged;
    std::vector<Relation> any;
    for (Relation& relation : bind_rules(report.document, stream, report.claims, *settings.rules, facts)) {
        if (is_skipped(settings, relation.rule->id)) continue;
        if (is_of_any(relation)) {
            any.push_back(std::move(relation));
            continue;
        }
        if (auto verdict = judge(relation, draft, rates)) judged.push_back({std::move(relation), *verdict});
    }
    for (Judged& one : judge_any(std::move(any), draft, rates)) judged.push_back(std::move(one));
    for (const Judged& one : judged) {
        if (one.verdict.outcome != Outcome::undetermined || settings.explain)
            report.checks.push_back(make_check(one.relation, one.verdict, draft, rates));
    }
    learn_rates(judged, draft, rates);
    rates.prefer_learnt(true);
    for (const Judged& one : judged) {
        if (one.verdict.outcome == Outcome::fails)
            report.findings.push_back(make_finding(one.relation, one.verdict, draft, rates));
    }
    for (const Rule& rule : settings.rules->rules()) {
        if (rule.group && !is_skipped(settings, rule.id))
            judge_group(rule, judged, draft, rates, report.checks, report.findings);
    }
    tell_once(report.findings);
    sort_by_place(report.checks, report.claims);
    sort_by_place(report.findings, report.claims);
    if (rates.past_end()) {
        report.remarks.push_back(
            draft.language == Language::ko
                ? "환율표의 마지막 날 이후라 가장 가까운 달의 환율을 5% 넓혀 썼습니다."
                : "The date lies past the rate table's end: the nearest month's rates, widened to 5%, were used.");
    }
    return report;
}

}  // namespace tieout
