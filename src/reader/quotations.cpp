#include "reader/quotations.hpp"

#include <algorithm>

namespace tieout {

namespace {
constexpr std::size_t kQuotation = 2000, kAside = 500;

bool is_space(char c) { return c == ' ' || c == '\n'; }
bool is_terminator(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x3002; }

/// Particles that tie a quotation to the sentence although a space stands between.
constexpr std::array<std::string_view, 10> kParticles = {"라고", "이라고", "라며", "이라며", "라는", "이라는", "라면서", "고 ", "며 ", "하고"};
}  // namespace

const std::array<Quotations::Pair, 9> Quotations::kPairs = {{
    {'"', '"', kQuotation},
    {0x201C, 0x201D, kQuotation},
    {0x2018, 0x2019, kAside},
    {'\'', '\'', kAside},
    {0x300C, 0x300D, kQuotation},
    {0x300E, 0x300F, kQuotation},
    {0x300A, 0x300B, kAside},
    {'(', ')', kAside},
    {'[', ']', kAside},
}};

void Quotations::see(std::size_t at, CodePoint sign) {
    if (at < busy_until_) return;
    for (std::size_t i = 0; i < kPairs.size(); ++i) {
        const Pair& pair = kPairs[i];
        if (pair.open != sign.value) continue;
        const std::size_t inside = at + sign.length;
        // A straight apostrophe opens nothing in English.
        if (sign.value == '\'' && (inside >= end_ || !is_hangul(code_point_at(text_, inside).value))) return;
        // A straight mark before a space closes what was not seen to open.
        if (sign.value == '"' && (inside >= end_ || is_space(text_[inside]))) return;
        const std::size_t close = find(i, inside);
        if (close == end_) return;
        const std::size_t after = close + code_point_at(text_, close).length;
        busy_until_ = after;
        closer_ = pair.close < 0x80 ? close : static_cast<std::size_t>(-1);
        if (goes_on_after(close, pair)) hold_until_ = after;
        return;
    }
}

/// The closing sign of a pair within its reach; the end of the block where there is none.
std::size_t Quotations::find(std::size_t pair, std::size_t from) {
    const std::size_t limit = std::min(end_, from + kPairs[pair].reach);
    const char32_t wanted = kPairs[pair].close;
    for (std::size_t at = std::max(from, none_until_[pair]); at < limit;) {
        const CodePoint c = code_point_at(text_, at);
        if (c.value == wanted) {
            // ’ is an apostrophe too ("it’s").
            const bool apostrophe = wanted == 0x2019 && at + c.length < end_ && is_ascii_letter(text_[at + c.length]);
            if (!apostrophe) return at;
        }
        at += c.length;
    }
    none_until_[pair] = std::max(none_until_[pair], limit);
    return end_;
}

bool Quotations::goes_on_after(std::size_t close, const Pair& pair) const {
    if (pair.open == '(' || pair.open == '[') return true;
    std::size_t at = close + code_point_at(text_, close).length;
    if (at >= end_) return false;
    if (!is_space(text_[at])) return true;
    if (!is_terminator(code_point_at(text_, previous_code_point(text_, close)).value)) return true;
    while (at < end_ && is_space(text_[at])) ++at;
    if (at == end_) return false;
    const std::string_view next = text_.substr(at, end_ - at);
    if (next[0] >= 'a' && next[0] <= 'z') return true;
    return std::any_of(kParticles.begin(), kParticles.end(), [&](std::string_view p) { return next.substr(0, p.size()) == p; });
}

}  // namespace tieout
