#include "check/weekdays.hpp"

#include <array>

namespace tieout {
namespace {

constexpr std::array<std::string_view, 7> kKorean = {"일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"};
constexpr std::array<std::string_view, 7> kEnglish = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

constexpr std::size_t kSyllable = 3;       // bytes of 월
constexpr std::size_t kAbbreviation = 3;   // letters of Mon

}  // namespace

std::string weekday_name(unsigned weekday, Language language) {
    return std::string(language == Language::ko ? kKorean[weekday % 7] : kEnglish[weekday % 7]);
}

std::optional<Suggestion> weekday_suggestion(const Claim& claim, const Document& document) {
    const Figure& figure = claim.figure;
    if (!figure.weekday || !figure.period || figure.weekday_span.empty()) return std::nullopt;
    const std::string_view written = figure.weekday_span.of(document.text);
    const bool latin = written[0] > 0 && written[0] < 0x7F;
    const unsigned right = weekday_of(figure.period->from);
    std::string_view name = latin ? kEnglish[right] : kKorean[right];
    if (latin && written.size() <= kAbbreviation + 1) name = name.substr(0, kAbbreviation);
    if (!latin && written.size() <= kSyllable) name = name.substr(0, kSyllable);
    return Suggestion{figure.weekday_span, std::string(name), "expected"};
}

}  // namespace tieout
