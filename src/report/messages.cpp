#include "report/messages.hpp"

#include <array>

#include "rulebook/rule.hpp"

namespace tieout {
namespace {

using Words = PerLanguage<std::string_view>;

const Words& words(Phrase which) {
    static constexpr std::array<Words, 19> kWords = {{
        {"오류", "error"},
        {"경고", "warning"},
        {"참고", "note"},
        {"확인됨", "Verified"},
        {"계산", "Working"},
        {"원인", "Cause"},
        {"제안", "Suggestion"},
        {"규칙", "Rule"},
        {"알림", "Remark"},
        {"… {}건 더 있음 (--show-verified로 모두 표시)", "… and {} more (--show-verified shows all)"},
        {"… 그 밖에 {}곳", "… and {} more places"},
        {"미정", "Undetermined"},
        {"성립하지 않음", "Fails"},
        {"서로 견주어 볼 수치가 없습니다", "No figures that have to agree were found"},
        {"기준일", "Date line"},
        {"--date로 지정", "given by --date"},
        {"문서 정보에서", "from the draft's metadata"},
        {"원고의 날짜 줄에서", "from the draft's date line"},
        {"원고에 날짜가 없어 오늘로 간주, --date로 지정할 수 있음", "the draft has none, so today is assumed; --date sets it"},
    }};
    return kWords[static_cast<std::size_t>(which)];
}

struct CauseWords {
    std::string_view cause;
    Words words;
};

// What an editor can check at a glance, said as a likelihood: the engine knows that this one mistake explains the gap.
constexpr std::array<CauseWords, 13> kCauses = {{
    {"magnitude-slip", {"자릿수가 어긋난 것으로 보입니다", "a power of ten seems to be off"}},
    {"swapped-values", {"두 수치가 서로 바뀐 것으로 보입니다", "the two figures seem to be swapped"}},
    {"swapped-periods", {"두 시점이 서로 바뀐 것으로 보입니다", "the two dates seem to be swapped"}},
    {"wrong-currency", {"통화를 잘못 적은 것으로 보입니다", "the currency seems to be the wrong one"}},
    {"inverse-rate",
     {"환율을 거꾸로 적용한 것으로 보입니다", "the exchange rate seems to have been applied the wrong way round"}},
    {"percent-vs-point",
     {"퍼센트(%)와 퍼센트포인트(%p)를 혼동한 것으로 보입니다", "per cent and percentage points seem to be mixed up"}},
    {"wrong-base",
     {"변화율을 이전 값이 아니라 새 값으로 나눈 것으로 보입니다",
      "the change seems to be divided by the new value, not by the old one"}},
    {"multiple-vs-increase",
     {"'몇 배로'와 '몇 배만큼 증가'를 혼동한 것으로 보입니다", "\"times as much\" and \"times more\" seem to be mixed up"}},
    {"digit-transposition", {"이웃한 두 숫자가 뒤바뀐 것으로 보입니다", "two neighbouring digits seem to be transposed"}},
    {"wrong-direction", {"늘고 줄어든 방향이 반대로 적힌 것으로 보입니다", "the direction of the change seems to be reversed"}},
    {"stale-rate", {"지난 환율로 계산한 것으로 보입니다", "an outdated exchange rate seems to have been used"}},
    {"off-by-one-year", {"햇수를 한 해 잘못 센 것으로 보입니다", "the years seem to be counted one too many or too few"}},
    {"double-counting", {"같은 몫을 두 번 더한 것으로 보입니다", "a part seems to be counted twice"}},
}};

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
    return std::to_string(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string by_severity(Language language, const Totals& totals) {
    std::string out;
    const auto add = [&](std::size_t count, Severity severity) {
        if (count == 0) return;
        if (!out.empty()) out += ", ";
        const std::string name(phrase(language, severity));
        out += language == Language::ko ? name + " " + std::to_string(count) : count_of(count, name, name + "s");
    };
    add(totals.errors, Severity::error);
    add(totals.warnings, Severity::warning);
    add(totals.notes, Severity::note);
    return out.empty() ? out : " (" + out + ")";
}

}  // namespace

std::string_view phrase(Language language, Phrase which) {
    return words(which)[static_cast<std::size_t>(language)];
}

std::string_view phrase(Language language, Severity severity) {
    switch (severity) {
        case Severity::error:
            return phrase(language, Phrase::error);
        case Severity::warning:
            return phrase(language, Phrase::warning);
        case Severity::note:
            return phrase(language, Phrase::note);
    }
    return "";
}

std::string phrase(Language language, Phrase which, std::size_t count) {
    std::string out(phrase(language, which));
    if (const std::size_t at = out.find("{}"); at != std::string::npos) out.replace(at, 2, std::to_string(count));
    return out;
}

std::string cause_in_words(Language language, std::string_view cause, std::string_view factor) {
    for (const CauseWords& known : kCauses) {
        if (known.cause != cause) continue;
        std::string out(known.words[static_cast<std::size_t>(language)]);
        if (factor.empty()) return out;
        return out + (language == Language::ko ? " (맞는 값은 적힌 값의 " : " (the right value is ") + std::string(factor) +
               (language == Language::ko ? "배)" : " times what is written)");
    }
    return std::string(cause);
}

std::string closing_line(Language language, const Totals& totals) {
    if (language == Language::ko) {
        std::string out = totals.documents == 1 ? "" : "원고 " + std::to_string(totals.documents) + "건, ";
        return out + "수치 " + std::to_string(totals.claims) + "개, 검사 " + std::to_string(totals.checks) + "건: 확인 " +
               std::to_string(totals.verified) + "건, 지적 " + std::to_string(totals.findings()) + "건" +
               by_severity(language, totals) + (totals.silenced > 0 ? ", 숨김 " + std::to_string(totals.silenced) + "건" : "");
    }
    std::string out = totals.documents == 1 ? "" : count_of(totals.documents, "draft", "drafts") + ", ";
    return out + count_of(totals.claims, "figure", "figures") + ", " + count_of(totals.checks, "check", "checks") + ": " +
           std::to_string(totals.verified) + " verified, " + count_of(totals.findings(), "finding", "findings") +
           by_severity(language, totals) + (totals.silenced > 0 ? ", " + std::to_string(totals.silenced) + " silenced" : "");
}

}  // namespace tieout
