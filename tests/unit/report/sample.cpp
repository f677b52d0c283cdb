#include "sample.hpp"

namespace tieout::sample {

Draft::Draft(std::string name, std::string text, Language language) {
    Document& document = report.document;
    document.name = std::move(name);
    document.source = text;
    document.text = text;
    document.language = language;
    document.date = *parse_day("2023-04-17");
    document.date_source = DateSource::option;
    document.offsets.add(0, 0, static_cast<std::uint32_t>(text.size()));
    document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n') continue;
        document.sentences.push_back({{begin, i}, 0});
        begin = i + 1;
    }
}

Span Draft::span(std::string_view part) const {
    const auto at = static_cast<std::uint32_t>(report.document.text.find(part));
    return {at, at + static_cast<std::uint32_t>(part.size())};
}

std::uint32_t Draft::money(std::string_view part, long long value, const Unit& unit) {
    Claim claim;
    claim.figure.span = span(part);
    claim.figure.kind = Kind::money;
    claim.figure.magnitude.value = value;
    claim.figure.unit = &unit;
    report.claims.push_back(std::move(claim));
    return static_cast<std::uint32_t>(report.claims.size() - 1);
}

const Unit& dollar() {
    static const Unit unit{"USD", Dimension::money, 1, 0, false};
    return unit;
}

const Unit& won() {
    static const Unit unit{"KRW", Dimension::money, 1, 0, false};
    return unit;
}

Report conversion(Language language) {
    const bool korean = language == Language::ko;
    Draft draft(
        korean ? "기사.md" : "story.md",
        korean
            ? "가나전자는 다라연구소에 100억달러(1조3000억원)를 넣기로 했다.\n앞서 마바은행도 50억달러(약 6조6000억원)를 "
              "댔다.\n"
            : "Acme will put $10 billion (1.3 trillion won) into the lab.\nA bank had lent it $5 billion (6.6 trillion won).\n",
        language);
    const auto a = draft.money(korean ? "100억달러" : "$10 billion", 10'000'000'000, dollar());
    const auto b = draft.money(korean ? "1조3000억원" : "1.3 trillion won", 1'300'000'000'000, won());
    const auto c = draft.money(korean ? "50억달러" : "$5 billion", 5'000'000'000, dollar());
    const auto d = draft.money(korean ? "약 6조6000억원" : "6.6 trillion won", 6'600'000'000'000, won());
    Report& report = draft.report;
    report.claims[d].figure.magnitude.hedge = korean ? Hedge::about : Hedge::none;

    Finding finding;
    finding.rule = "currency-conversion";
    finding.span = report.claims[b].figure.span;
    finding.claims = {a, b};
    finding.message = korean ? "100억달러는 13조원쯤인데 1조3000억원이라고 적혀 있습니다"
                             : "$10 billion is about 13 trillion won, not 1.3 trillion won";
    finding.working = {korean ? "100억달러 × 1,311.5원 = 13조1150억원" : "$10 billion × 1,311.5 = 13.115 trillion won"};
    finding.expected = Expected{b, Interval::closed(Rational(12'900'000'000'000LL), Rational(13'400'000'000'000LL)),
                                korean ? "13조원" : "13 trillion won"};
    finding.cause = "magnitude-slip";
    finding.factor = "10";
    finding.suggestions = {{report.claims[b].figure.span, korean ? "13조원" : "13 trillion won", ""}};
    finding.help = "docs/rules/currency-conversion.md";
    finding.fingerprint = "0123456789abcdef";
    report.checks = {{"currency-conversion", Outcome::fails, {a, b}, finding.working},
                     {"currency-conversion",
                      Outcome::holds,
                      {c, d},
                      {korean ? "50억달러 × 1,311.5원 = 6조5575억원" : "$5 billion × 1,311.5 = 6.5575 trillion won"}}};
    report.findings = {finding};
    report.remarks = {korean ? "환율표가 끝난 뒤의 날짜입니다" : "The date lies past the rate table's end"};
    return report;
}

}  // namespace tieout::sample
