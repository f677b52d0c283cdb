#include "extract/settled_units.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "extract/each_figure.hpp"
#include "extract/named_words.hpp"

namespace tieout {
namespace {

/// How many tokens may stand between the word of comparison and the number: "against a revised 64 mln".
constexpr std::uint32_t kBeforeNumber = 4;
/// How many tokens back the amount may stand that a number is compared with.
constexpr std::uint32_t kBack = 30;
/// How many figures back "of them" may point.
constexpr std::uint32_t kFiguresBack = 8;

class UnitSettler {
public:
    UnitSettler(const Document& document, const Lexicon& lexicon, TokenStream& stream)
        : document_(document),
          lexicon_(lexicon),
          stream_(stream),
          function_(lexicon.find_class("function_word")),
          material_(lexicon.find_class("material")) {}

    void run() {
        const Unit* ounce = lexicon_.unit("[oz_av]");
        const Unit* troy = lexicon_.unit("[oz_tr]");
        for_each_figure(stream_, [&](std::uint32_t first, std::uint32_t end, std::uint32_t t, Figure& figure) {
            first_ = first;
            end_ = end;
            if (figure.kind == Kind::quantity && figure.unit == ounce && speaks_of_precious_metal()) figure.unit = troy;
            if (bare(figure)) settle(figure, t);
        });
    }

private:
    Figure* figure_at(std::uint32_t t) const {
        if (t >= end_ || stream_.tokens[t].kind != TokenKind::figure) return nullptr;
        return &stream_.figures[stream_.tokens[t].claim];
    }

    std::string_view text(std::uint32_t t) const { return stream_.tokens[t].span.of(document_.text); }
    bool is(std::uint32_t t, WordClass word_class) const {
        return t < end_ && (stream_.tokens[t].classes & mask(word_class)) != 0;
    }
    bool is_function(std::uint32_t t) const { return function_ && is(t, *function_); }

    static bool bare(const Figure& figure) { return figure.kind == Kind::number && !figure.unit && figure.noun.empty(); }
    static bool amount(const Figure& figure) {
        return figure.kind != Kind::date && figure.kind != Kind::ordinal && figure.kind != Kind::duration;
    }

    /// The number has a scale word, or digits in groups: it may stand beside one that has.
    bool large(const Figure& figure) const {
        const std::string_view numeral = figure.numeral.of(document_.text);
        return std::any_of(numeral.begin(), numeral.end(), [](char c) { return is_ascii_letter(c) || c == ','; });
    }

    void settle(Figure& figure, std::uint32_t t) {
        if (t + 1 < end_ && text(t + 1) == "of them") {
            count_of_them(figure, t);
            return;
        }
        if (const auto other = compared_with(figure, t)) take_unit(figure, **other);
    }

    void count_of_them(Figure& figure, std::uint32_t t) {
        const std::uint32_t claim = stream_.tokens[t].claim;
        for (std::uint32_t back = 1; back <= std::min(claim, kFiguresBack); ++back) {
            const Figure& before = stream_.figures[claim - back];
            if (before.kind != Kind::count) continue;
            take_unit(figure, before);
            return;
        }
    }

    /// The amount that the number is compared with and told in the unit of; nothing where the number has a noun of its own.
    std::optional<const Figure*> compared_with(const Figure& figure, std::uint32_t t) const {
        const std::uint32_t word = comparison_before(t);
        if (word == Token::kNone) return amount_behind(figure, t);
        for (std::uint32_t i = word; i-- > first_ && word - i <= kBack;) {
            if (stream_.tokens[i].sign == ';' || stream_.tokens[i].sign == '|') return std::nullopt;
            const Figure* other = figure_at(i);
            if (!other || !amount(*other)) continue;
            if (bare(*other)) return std::nullopt;
            const bool share = other->kind == Kind::percent || other->kind == Kind::point || other->kind == Kind::multiple;
            // "Up 5 pct to 76 mln dlrs from 64 mln", "76 mln dlrs, or 40 cts a share, against 64 mln".
            if ((share || other->per != Per::none) && large(figure)) continue;
            if (share && text(word) == "from" && (i == first_ || text(i - 1) != "to")) return std::nullopt;
            if (other->per != Per::none && figure.per != other->per) return std::nullopt;
            const bool alike = large(figure) || !large(*other);
            return alike && ends_amount(t, other->kind) ? std::optional(other) : std::nullopt;
        }
        return std::nullopt;
    }

    /// "From 3.6 billion to 4.5 billion francs", "3.6 billion against 4.5 billion francs": the unit stands once, behind both.
    std::optional<const Figure*> amount_behind(const Figure& figure, std::uint32_t t) const {
        const bool from = t > first_ && (text(t - 1) == "from" || text(t - 1) == "From");
        std::uint32_t i = t + 1;
        if (from) {
            while (i < end_ && i - t <= kBeforeNumber && (is_function(i) || is_date(i)) && text(i) != "to") ++i;
            if (i >= end_ || text(i) != "to") return std::nullopt;
        } else if (!compares(i)) {
            return std::nullopt;
        }
        const Figure* other = figure_at(i + 1);
        if (!other || bare(*other) || !amount(*other) || other->per != figure.per) return std::nullopt;
        return large(figure) == large(*other) ? std::optional(other) : std::nullopt;
    }

    bool is_date(std::uint32_t t) const {
        const Figure* figure = figure_at(t);
        return figure && figure->kind == Kind::date;
    }

    bool compares(std::uint32_t t) const {
        return is(t, WordClass::comparison) && stream_.tokens[t].kind == TokenKind::entry && text(t) != "than";
    }

    /// The word of comparison before the number at `t`; kNone where none stands.
    std::uint32_t comparison_before(std::uint32_t t) const {
        for (std::uint32_t i = t; i-- > first_ && t - i <= kBeforeNumber;) {
            if (compares(i)) return i;
            const Figure* figure = figure_at(i);
            if (stream_.tokens[i].kind == TokenKind::punctuation || (figure && figure->kind != Kind::date)) break;
        }
        return Token::kNone;
    }

    /// What follows the number at `t` is no noun that it could count.
    bool ends_amount(std::uint32_t t, Kind kind) const {
        const std::uint32_t next = t + 1;
        if (next >= end_ || stream_.tokens[next].kind == TokenKind::punctuation || is_date(next)) return true;
        if (document_.text.substr(stream_.tokens[t].span.end, stream_.tokens[next].span.begin - stream_.tokens[t].span.end)
                .find('\n') != std::string_view::npos)
            return true;
        if (kind == Kind::money && is(next, WordClass::metric)) return true;  // "against a 64 mln loss"
        constexpr ClassMask kOther = masks(WordClass::comparison, WordClass::change, WordClass::per_after, WordClass::basis);
        return is_function(next) || (stream_.tokens[next].classes & kOther) != 0;
    }

    /// Cents and pence are hundredths of the unit that their amount is told in.
    Rational written_factor(const Figure& figure) const {
        std::size_t at = figure.numeral.end;
        while (at < figure.core.end && document_.text[at] == ' ') ++at;
        const auto match = at < figure.core.end
                               ? lexicon_.longest(document_.text, at, figure.core.end, mask(WordClass::currency))
                               : LexiconMatch{};
        const Sense* sense = match ? match.entry->sense(WordClass::currency) : nullptr;
        return sense && !sense->value.is_zero() ? sense->value : Rational(1);
    }

    void take_unit(Figure& figure, const Figure& from) {
        Magnitude& magnitude = figure.magnitude;
        if (from.kind == Kind::money) {
            const Rational factor = written_factor(from);
            for (Rational* value :
                 {&magnitude.value, &magnitude.high, &magnitude.step, &magnitude.high_step, &magnitude.finest})
                *value *= factor;
        }
        figure.kind = from.kind;
        figure.unit = from.unit;
        figure.noun = from.noun;
        magnitude.as_written = from.magnitude.as_written;
    }

    /// Looked for once, and only where ounces stand.
    bool speaks_of_precious_metal() {
        if (!precious_) precious_ = names_precious();
        return *precious_;
    }

    bool names_precious() const {
        return material_ && names_word(document_.text, lexicon_, *material_, [](const Sense& sense) { return sense.id == "precious"; });
    }

    const Document& document_;
    const Lexicon& lexicon_;
    TokenStream& stream_;
    std::optional<WordClass> function_;
    std::optional<WordClass> material_;
    std::optional<bool> precious_;
    std::uint32_t first_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

void settle_units(const Document& document, const Lexicon& lexicon, TokenStream& stream) {
    if (lexicon.language() == Language::en && !document.blocks.empty()) UnitSettler(document, lexicon, stream).run();
}

}  // namespace tieout
