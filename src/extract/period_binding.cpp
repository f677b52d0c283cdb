#include "extract/period_binding.hpp"

namespace tieout {
namespace {

/// How many tokens may stand between an English amount and the date that follows it ("in the first quarter").
constexpr std::uint32_t kDateBehind = 3;

/// The date at `i` is what something is compared with.
bool is_basis(const SentenceView& s, std::uint32_t i) {
    if (s.language() == Language::ko) {
        std::uint32_t next = i + 1;
        if (s.is_sign(next, '(')) {  // 지난해(90억원)보다
            while (next < s.size() && !s.is_sign(next, ')')) ++next;
            ++next;
        }
        return s.is(next, WordClass::comparison);
    }
    return i > 0 && s.is(i - 1, WordClass::comparison) && !s.is_word(i - 1, "from");
}

/// An English amount right before the date, with only a few small words between.
std::optional<std::uint32_t> amount_before(const SentenceView& s, std::uint32_t date) {
    for (std::uint32_t i = date, steps = 0; i-- > 0 && steps <= kDateBehind; ++steps) {
        if (s.is_amount(i)) return i;
        // "20,000 copies since it began in 2018" are no year's.
        if (s[i].kind == TokenKind::punctuation || s.is_word(i, "since") || s.is(i, WordClass::metric) ||
            s.is(i, WordClass::change) || s.is_date(i))
            return std::nullopt;
    }
    return std::nullopt;
}

/// The period holds the draft's day or lies ahead of it.
bool is_running(const SentenceView& s, const Period& period) {
    return !period.open_from && !period.open_to && period.to >= s.day();
}

/// Behind "617만원에서" the next amount is where the change ends: "637만원으로".
bool rises_to(const SentenceView& s, std::uint32_t from) {
    constexpr std::uint32_t kNear = 8;
    for (std::uint32_t i = from + 2; i < s.size() && i < from + kNear; ++i) {
        if (s.is_date(i)) return false;  // "2024년 5조원에서 2030년 10조원으로"
        if (s.is_amount(i)) return s.figure(i)->kind == s.figure(from)->kind && s.is_particle(i + 1, "로");
    }
    return false;
}

}  // namespace

std::vector<PeriodBinding> bind_periods(const SentenceView& s) {
    std::vector<PeriodBinding> out(s.size());
    std::optional<Period> basis;
    std::string basis_id;
    std::vector<bool> own(s.size(), false);
    std::vector<bool> taken(s.size(), false);

    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (const Sense* word = s.sense(i, WordClass::basis)) basis_id = word->id;
        if (!s.period(i)) continue;
        if (is_basis(s, i)) {
            basis = s.period(i);
            if (basis_id.empty()) basis_id = "date";
            taken[i] = true;
        } else if (s.language() == Language::en) {
            if (const auto amount = amount_before(s, i)) {
                if (!own[*amount]) {
                    out[*amount].period = s.period(i);
                    own[*amount] = true;
                    taken[i] = true;
                }
            }
        }
    }

    std::optional<Period> current;
    bool used_as_from = false;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (s.is_sign(i, '|')) current.reset();
        if (s.period(i)) {
            if (!taken[i]) {
                current = s.period(i);
                used_as_from = false;
            } else if (s.language() == Language::ko && s.is_sign(i + 1, '(') && s.is_amount(i + 2)) {
                out[i + 2].period = s.period(i);  // 지난해(90억원)보다
                own[i + 2] = true;
            }
            continue;
        }
        if (!s.is_amount(i)) continue;
        out[i].basis = basis;
        out[i].basis_id = basis_id;
        if (own[i]) continue;
        // "올해 617만원에서 637만원으로": what it rose from was before.
        if (current && !used_as_from && is_running(s, *current) && s.is_particle(i + 1, "에서") && rises_to(s, i)) continue;
        if (!used_as_from) out[i].period = current;
        // "1년 전 95억달러에서 76억달러로": the date was the first amount's alone.
        if (s.is_particle(i + 1, "에서") || (i > 0 && s.is_word(i - 1, "from"))) used_as_from = true;
    }
    return out;
}

}  // namespace tieout
