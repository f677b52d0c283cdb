#include "extract/topics.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr std::array<std::string_view, 9> kWhere = {"in", "at", "near", "outside", "from", "to", "with", "for", "during"};

/// How many words a name may have.
constexpr std::uint32_t kNameWords = 4;

bool is_plain_word(const SentenceView& s, std::uint32_t i) {
    return i < s.size() && s[i].kind == TokenKind::word &&
           (is_hangul(code_point_at(s.text(i), 0).value) || is_ascii_letter(s.text(i)[0]));
}

bool is_capitalised(std::string_view word) {
    return !word.empty() && is_ascii_capital(word[0]);
}

/// The text of tokens [from, to), without spaces in Korean so that "생성 AI" and "생성AI" are one.
std::string name_of(const SentenceView& s, std::uint32_t from, std::uint32_t to) {
    std::string name;
    for (std::uint32_t i = from; i < to; ++i) {
        if (!name.empty() && s.language() == Language::en && !s.joined(i - 1)) name += ' ';
        name += s.text(i);
    }
    name = ascii_lower(name);
    for (std::string_view possessive : {"'s", "’s"}) {
        if (name.ends_with(possessive)) name.resize(name.size() - possessive.size());
    }
    return name;
}

/// One syllable is what a longer word was cut to (시가), but for 시, 군, 구 and 도 as topics.
bool is_torn(const SentenceView& s, std::uint32_t word) {
    constexpr std::size_t kSyllable = 3;
    constexpr std::array<std::string_view, 4> kPlaces = {"시", "군", "구", "도"};
    const std::string_view text = s.text(word);
    if (text.size() != kSyllable || !is_hangul(code_point_at(text, 0).value)) return false;
    if (word > 0 && s.joined(word - 1) && s[word - 1].kind != TokenKind::punctuation) return false;
    return !s.is_particle(word + 1, "은") || std::find(kPlaces.begin(), kPlaces.end(), text) == kPlaces.end();
}

/// Where the run of plain words that ends before `end` begins. Word must follow word with no sign or particle between.
std::uint32_t name_start(const SentenceView& s, std::uint32_t end, std::uint32_t limit) {
    std::uint32_t start = end;
    while (start > 0 && end - start < limit && is_plain_word(s, start - 1)) --start;
    return start;
}

}  // namespace

void Topics::read(const SentenceView& sentence) {
    sentence_entity_ = sentence.language() == Language::ko ? korean_subject(sentence) : english_subject(sentence);
    if (!sentence_entity_.empty()) entity_ = sentence_entity_;
    read_market(sentence);
    source_ = read_source(sentence);
}

void Topics::read_market(const SentenceView& s) {
    market_named_ = false;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        const Sense* metric = s.sense(i, WordClass::metric);
        if (!metric || metric->id != "market-size") continue;
        market_named_ = true;
        std::string name;
        if (s.language() == Language::en) {
            if (s.is_word(i + 1, "for") || s.is_word(i + 1, "in")) {
                std::uint32_t end = i + 2;
                while (end < s.size() && end - i - 2 < kNameWords && is_plain_word(s, end)) ++end;
                name = name_of(s, i + 2, end);
            } else {
                std::uint32_t start = name_start(s, i, kNameWords);
                while (start < i &&
                       (s.text(start) == "the" || s.text(start) == "The" || s.text(start) == "a" || s.text(start) == "A"))
                    ++start;
                name = name_of(s, start, i);
            }
        } else {
            const std::uint32_t start = name_start(s, i, kNameWords);
            // The rest of a word that something else was read out of names nothing (열 + 릴 시장).
            const bool rest = start > 0 && s.joined(start - 1) && s[start - 1].kind != TokenKind::punctuation;
            if (!rest) name = name_of(s, start, i);
            // "관련 장비 시장" is the market of such machines that was named before.
            constexpr std::string_view kRelated = "관련";
            const bool related = name.starts_with(kRelated) && !market_.empty();
            if (related && (name == kRelated || market_.find(name.substr(kRelated.size())) != std::string::npos)) name.clear();
        }
        if (!name.empty()) market_ = name;
        if (market_.empty()) market_ = s.text(i);
    }
}

std::string Topics::korean_subject(const SentenceView& s) const {
    for (std::uint32_t i = 1; i < s.size(); ++i) {
        if (!s.is(i, WordClass::particle) || s[i - 1].span.end != s[i].span.begin) continue;
        if (!s.is_particle(i, "은") && !s.is_particle(i, "이")) continue;
        // "이 회사는", "매출은": nobody new is named; but where nobody was named yet, 이 회사 is who the draft is about.
        if (s.is(i - 1, WordClass::anaphora) && entity_.empty()) return std::string(s.text(i - 1));
        if (!is_plain_word(s, i - 1) || is_torn(s, i - 1)) continue;
        // A lexicon noun may stand by chance inside a name (금 in 금융지주); a metric there says that no name is meant
        // (영업이익 규모).
        std::uint32_t start = i - 1;
        bool metric = false;
        while (start > 0 && s.joined(start - 1) && !s.figure(start - 1) && s[start - 1].kind != TokenKind::punctuation) {
            --start;
            metric = metric || s.is(start, WordClass::metric);
        }
        if (metric) continue;
        return name_of(s, start, i);
    }
    return korean_owner(s);
}

/// Whose figure a sentence begins with: "한빛전자의 2022년 매출은". The name is one run of letters, whatever is known of its
/// parts.
std::string Topics::korean_owner(const SentenceView& s) const {
    constexpr std::uint32_t kBetween = 3;  // tokens from 의 to the metric
    std::uint32_t end = 0;
    while (s.joined(end) && !s.figure(end) && s[end].kind != TokenKind::punctuation && !s.is_particle(end, "의")) ++end;
    if (end == 0 || !s.is_particle(end, "의") || !is_plain_word(s, end - 1) || is_torn(s, end - 1)) return {};
    for (std::uint32_t i = 0; i < end; ++i) {
        if (s.is(i, WordClass::metric)) return {};
    }
    for (std::uint32_t i = end + 1; i < std::min(s.size(), end + 1 + kBetween); ++i) {
        if (s.is(i, WordClass::metric)) return name_of(s, 0, end);
        if (!s.is_date(i)) break;
    }
    return {};
}

std::string Topics::english_subject(const SentenceView& s) const {
    for (std::uint32_t i = 0; i < s.size() && i < 12; ++i) {
        if (s.is(i, WordClass::anaphora)) return entity_.empty() ? std::string("(the company)") : std::string();
        if (!is_plain_word(s, i) || !is_capitalised(s.text(i))) continue;
        // A place where something happened is nobody who does it, once somebody is known.
        if (i > 0 && !entity_.empty() && std::find(kWhere.begin(), kWhere.end(), s.text(i - 1)) != kWhere.end()) continue;
        if (i == 0 && (i + 1 >= s.size() || !is_plain_word(s, 1) || !is_capitalised(s.text(1)))) {
            // A lone capital at the start may be any word; a name is followed by a lexicon verb or a possessive.
            if (!s.text(0).ends_with("'s") && !s.text(0).ends_with("’s") && !s.is(1, WordClass::change) &&
                !s.is(1, WordClass::modality) && !s.is(1, WordClass::attribution)) {
                continue;
            }
        }
        std::uint32_t end = i;
        while (end < s.size() && end - i < kNameWords && is_plain_word(s, end) && is_capitalised(s.text(end))) ++end;
        return name_of(s, i, end);
    }
    return {};
}

std::string Topics::read_source(const SentenceView& s) const {
    bool forecast = false;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        const Sense* attribution = s.sense(i, WordClass::attribution);
        if (attribution && attribution->id == "according-to") {
            if (s.language() == Language::ko) return name_of(s, name_start(s, i, kNameWords), i);
            std::uint32_t end = i + 1;
            while (end < s.size() && end - i - 1 < kNameWords && is_plain_word(s, end)) ++end;
            return name_of(s, i + 1, end);
        }
        const Sense* modality = s.sense(i, WordClass::modality);
        if (modality && modality->id != "target") forecast = true;
    }
    return forecast ? sentence_entity_ : std::string();
}

}  // namespace tieout
