#include "check/wording.hpp"

#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr int kFinals = 28;
constexpr int kRieul = 8;

struct ParticlePair {
    std::string_view written;
    std::string_view after_consonant;
    std::string_view after_vowel;
};

constexpr std::array<ParticlePair, 8> kParticles = {{
    {"은(는)", "은", "는"},
    {"이(가)", "이", "가"},
    {"을(를)", "을", "를"},
    {"(이)라던", "이라던", "라던"},
    {"와(과)", "과", "와"},
    {"(으)로", "으로", "로"},
    {"(이)라고", "이라고", "라고"},
    {"(이)다", "이다", "다"},
}};

std::string choose_particles(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const ParticlePair* found = nullptr;
        for (const ParticlePair& pair : kParticles) {
            if (std::string_view(text).substr(i, pair.written.size()) == pair.written) found = &pair;
        }
        if (!found || out.empty()) {
            out += text[i++];
            continue;
        }
        bool rieul = false;
        const bool consonant = ends_in_consonant(out, &rieul);
        const bool as_vowel = !consonant || (rieul && found->written == "(으)로");
        out += as_vowel ? found->after_vowel : found->after_consonant;
        i += found->written.size();
    }
    return out;
}

}  // namespace

bool ends_in_consonant(std::string_view word, bool* rieul) {
    *rieul = false;
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view tail : {")", " ", "\"", "’", "”"}) {
            if (!word.ends_with(tail)) continue;
            word.remove_suffix(tail.size());
            more = true;
        }
    }
    if (word.empty()) return false;
    const char32_t last = code_point_at(word, previous_code_point(word, word.size())).value;
    if (is_hangul(last)) {
        const int final = static_cast<int>(last - 0xAC00) % kFinals;
        *rieul = final == kRieul;
        return final != 0;
    }
    // 영 일 이 삼 사 오 육 칠 팔 구
    static constexpr std::array<int, 10> kDigitFinals = {21, kRieul, 0, 16, 0, 0, 1, kRieul, kRieul, 0};
    if (last >= '0' && last <= '9') {
        const int final = kDigitFinals[last - '0'];
        *rieul = final == kRieul;
        return final != 0;
    }
    return last == 'm' || last == 'n' || last == 'l' || last == 'L' || last == 'M' || last == 'N';
}

std::string fill_message(std::string_view message, Language language,
                         const std::function<std::optional<std::string>(std::string_view)>& value) {
    std::string out;
    std::size_t part = std::string::npos;  // where a bracketed part began in `out`
    bool empty = false;
    for (std::size_t i = 0; i < message.size();) {
        const std::size_t close = message[i] == '{' ? message.find('}', i) : std::string_view::npos;
        if (close != std::string_view::npos) {
            const auto text = value(message.substr(i + 1, close - i - 1));
            out += text ? std::string_view(*text) : message.substr(i, close + 1 - i);
            empty = empty || (text && text->empty());
            i = close + 1;
        } else if (message[i] == '[') {
            part = out.size();
            empty = false;
            ++i;
        } else if (message[i] == ']' && part != std::string::npos) {
            if (empty) out.resize(part);
            part = std::string::npos;
            ++i;
        } else {
            out += message[i++];
        }
    }
    return language == Language::ko ? choose_particles(out) : out;
}

}  // namespace tieout
