#include "extract/tense.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

/// How many tokens to either side of a date its verb is looked for.
constexpr std::uint32_t kReach = 20;
/// A word of speech tells the tense only of a date right behind it ("said in March").
constexpr std::uint32_t kSpoken = 2;
/// What lies at most so many days ahead is not taken for last year's, which would be said.
constexpr int kSoon = 60;
constexpr int kYear = 12;  ///< months

enum class Tense { unknown, past, future };

Day moved(Day day, int months, bool month_end) {
    const Day to = add_months(day, months);
    return month_end ? month_period(year_of(to), month_of(to)).to : to;
}

class TenseSettler {
public:
    TenseSettler(const Document& document, const Lexicon& lexicon, TokenStream& stream, WordClass function)
        : document_(document), lexicon_(lexicon), stream_(stream), function_(function) {}

    void run() {
        for (std::uint32_t i = 0; i < stream_.sentence_count(); ++i) {
            first_ = stream_.first[i];
            end_ = stream_.first[i + 1];
            for (std::uint32_t t = first_; t < end_; ++t) {
                if (stream_.tokens[t].kind != TokenKind::figure) continue;
                Figure& figure = stream_.figures[stream_.tokens[t].claim];
                if (figure.kind == Kind::date && open_to_tense(figure)) settle(*figure.period, t);
            }
        }
    }

private:
    /// A month, a quarter, a half or a day of a month, with no year and no word that says which way it lies.
    bool open_to_tense(const Figure& figure) const {
        if (figure.explicit_year || !figure.period || figure.period->grain == Grain::year ||
            figure.period->grain == Grain::week)
            return false;
        bool named = false;
        bool inside = false;
        for (std::size_t at = figure.span.begin; at < figure.span.end; ++at) {
            const char c = document_.text[at];
            const bool word = is_ascii_letter(c) || is_ascii_digit(c);
            if (word && !inside && is_ascii_letter(c)) {
                const auto match = lexicon_.longest(document_.text, at, figure.span.end,
                                                    masks(WordClass::month, WordClass::period, WordClass::period_unit));
                if (match && (match.entry->classes & mask(WordClass::period))) return false;
                if (match && (match.entry->classes & mask(WordClass::month))) named = true;
                const Sense* unit = match ? match.entry->sense(WordClass::period_unit) : nullptr;
                if (unit && (unit->id == "quarter" || unit->id == "half")) named = true;
            }
            inside = word;
        }
        return named;
    }

    void settle(Period& period, std::uint32_t t) const {
        const Day now = document_.date;
        const bool ahead = !period.open_from && period.from > now;
        const bool behind = !period.open_to && period.to < now;
        if (!ahead && !behind) return;
        const bool soon = (period.from - now).count() <= kSoon;
        // "Sugar for October": what will be delivered then has its price today.
        const bool delivered = t > first_ && text(t - 1) == "for";
        const bool nearer = (add_months(period.from, kYear) - now).count() < (now - period.to).count();
        if ((ahead && (soon || delivered)) || (behind && !nearer)) return;
        const Tense tense = tense_of(t);
        if (ahead && tense == Tense::past) shift(period, -kYear);
        if (behind && tense == Tense::future) shift(period, kYear);
    }

    static void shift(Period& period, int months) {
        const bool month_end =
            period.grain != Grain::day && period.to == month_period(year_of(period.to), month_of(period.to)).to;
        period.from = moved(period.from, months, false);
        period.to = moved(period.to, months, month_end);
    }

    /// The tense of the verb nearest before the date, else of the one behind it.
    Tense tense_of(std::uint32_t t) const {
        if (t > first_ && is_one_of(text(t - 1), {"since", "Since"})) return Tense::past;
        for (std::uint32_t i = t; i-- > first_ && t - i <= kReach;) {
            if (stream_.tokens[i].sign == ';') break;
            if (infinitive(i)) return Tense::unknown;
            const Tense tense = tense_at(i, t);
            if (tense != Tense::unknown) return tense;
        }
        for (std::uint32_t i = t + 1; i < end_ && i - t <= kReach; ++i) {
            if (stream_.tokens[i].sign == ';') break;
            const Tense tense = tense_at(i, t);
            if (tense != Tense::unknown) return tense;
        }
        return Tense::unknown;
    }

    Tense tense_at(std::uint32_t i, std::uint32_t date) const {
        const Token& token = stream_.tokens[i];
        if (token.kind == TokenKind::figure || token.kind == TokenKind::punctuation) return Tense::unknown;
        if (token.classes & mask(WordClass::modality)) return Tense::future;
        if (token.classes & mask(WordClass::attribution)) return i < date && date - i <= kSpoken ? Tense::past : Tense::unknown;
        if (const Sense* sense = token.classes & mask(function_) ? token.entry->sense(function_) : nullptr) {
            if (sense->id.starts_with("past")) return Tense::past;
            if (sense->id == "future") return Tense::future;
            return Tense::unknown;
        }
        const std::string_view word = text(i);
        if (word.size() <= 4 || !word.ends_with("ed") || !is_ascii_small(word[0]) || describes(i)) return Tense::unknown;
        return i > first_ && text(i - 1) == "be" ? Tense::future : Tense::past;
    }

    /// "A revised outlook", "the planned sale": no verb.
    bool describes(std::uint32_t i) const {
        if (i == first_) return false;
        const Token& before = stream_.tokens[i - 1];
        const Sense* sense = before.classes & mask(function_) ? before.entry->sense(function_) : nullptr;
        return sense && (sense->id == "determiner" || sense->id == "article" || sense->id == "preposition");
    }

    /// "Agreed to sell it in April": when it will be is not said by "agreed".
    bool infinitive(std::uint32_t i) const {
        if (i + 1 >= end_ || text(i) != "to") return false;
        const Token& next = stream_.tokens[i + 1];
        if (next.kind == TokenKind::word) return is_ascii_small(text(i + 1)[0]);
        if (next.kind != TokenKind::entry || (next.classes & mask(WordClass::modality))) return false;
        const Sense* sense = next.classes & mask(function_) ? next.entry->sense(function_) : nullptr;
        return !sense || sense->id == "verb";
    }

    static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }
    std::string_view text(std::uint32_t t) const { return stream_.tokens[t].span.of(document_.text); }

    const Document& document_;
    const Lexicon& lexicon_;
    TokenStream& stream_;
    WordClass function_;
    std::uint32_t first_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

void settle_tense(const Document& document, const Lexicon& lexicon, TokenStream& stream) {
    const auto function = lexicon.find_class("function_word");
    if (lexicon.language() == Language::en && function) TenseSettler(document, lexicon, stream, *function).run();
}

}  // namespace tieout
