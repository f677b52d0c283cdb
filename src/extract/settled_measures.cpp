#include "extract/settled_measures.hpp"

#include <optional>

#include "base/utf8.hpp"
#include "extract/each_figure.hpp"
#include "extract/named_words.hpp"

namespace tieout {
namespace {

/// How many tokens before pounds a word may stand that says that they are a weight: "weighs more than 2,000 pounds".
constexpr std::uint32_t kNear = 3;

class MeasureSettler {
public:
    MeasureSettler(const Document& document, const Lexicon& lexicon, TokenStream& stream)
        : document_(document), lexicon_(lexicon), stream_(stream), function_(lexicon.find_class("function_word")) {}

    void run() {
        for_each_figure(stream_, [&](std::uint32_t first, std::uint32_t end, std::uint32_t t, Figure& figure) {
            first_ = first;
            end_ = end;
            if (written_in_pounds(figure) && (is_weight(t) || describes_weight(figure))) weigh(figure);
            if (written_as_times(figure) && says_how_often(t)) count(figure);
        });
        if (lexicon_.language() == Language::en) make_imperial();
    }

private:
    Figure* figure_at(std::uint32_t t) const {
        if (t < first_ || t >= end_ || stream_.tokens[t].kind != TokenKind::figure) return nullptr;
        return &stream_.figures[stream_.tokens[t].claim];
    }
    char32_t sign(std::uint32_t t) const {
        return t < end_ && stream_.tokens[t].kind == TokenKind::punctuation ? stream_.tokens[t].sign : 0;
    }
    std::string_view function(std::uint32_t t) const {
        const Token& token = stream_.tokens[t];
        const bool is = function_ && token.kind == TokenKind::entry && (token.classes & mask(*function_)) != 0;
        return is ? std::string_view(token.entry->sense(*function_)->id) : std::string_view();
    }
    std::string_view core(const Figure& figure) const { return figure.core.of(document_.text); }

    bool written_in_pounds(const Figure& figure) const {
        if (figure.kind != Kind::money || figure.unit->code != "GBP") return false;
        return core(figure).ends_with(" pounds") || core(figure).ends_with("-pound") || core(figure).ends_with("파운드");
    }
    static bool is_mass(const Figure* figure) {
        return figure && figure->kind == Kind::quantity && figure->unit && figure->unit->dimension == Dimension::mass;
    }

    /// "A 200-pound man": in a draft that has nothing to do with Britain.
    bool describes_weight(const Figure& figure) {
        const std::string_view written = core(figure);
        if (!written.ends_with("-pound") || written.size() != figure.numeral.size() + 6 || figure.magnitude.value >= Rational(100000))
            return false;
        if (!british_) british_ = document_.text.find("£") != std::string_view::npos || names_british_place();
        return !*british_;
    }

    /// A weight stands in brackets behind the pounds, or before the brackets that they stand in; or they are what is weighed.
    bool is_weight(std::uint32_t t) const {
        if (sign(t + 1) == '(' && is_mass(figure_at(t + 2))) return true;
        if (t >= first_ + 2 && sign(t - 1) == '(' && is_mass(figure_at(t - 2))) return true;
        for (std::uint32_t back = 1; back <= kNear && t >= first_ + back; ++back) {
            if (function(t - back) == "weighs") return true;
        }
        return false;
    }

    void weigh(Figure& figure) const {
        const Unit* pound = lexicon_.unit("[lb_av]");
        if (!pound) return;
        figure.kind = Kind::quantity;
        figure.unit = pound;
    }

    bool written_as_times(const Figure& figure) const {
        return figure.kind == Kind::multiple && core(figure).ends_with(" times");
    }

    /// "Was arrested 14 times last year": nothing stands behind it that it could be a multiple of, and before it no change and no
    /// word that says how large something is ("rose 3 times", "to 3 times", "is 3 times").
    bool says_how_often(std::uint32_t t) const {
        if (t == first_ || stream_.tokens[t - 1].kind == TokenKind::punctuation || figure_at(t - 1)) return false;
        constexpr ClassMask kChanged = masks(WordClass::change, WordClass::comparison, WordClass::metric);
        if ((stream_.tokens[t - 1].classes & kChanged) || stream_.tokens[t - 1].span.of(document_.text).ends_with(" to")) return false;
        const std::string_view before = function(t - 1);
        for (const std::string_view id : {"preposition", "conjunction", "auxiliary", "past-lasting", "multiplied"}) {
            if (before == id) return false;
        }
        if (t + 1 >= end_ || stream_.tokens[t + 1].kind == TokenKind::punctuation) return true;
        if (const Figure* next = figure_at(t + 1)) return next->kind == Kind::date;
        const Span next = stream_.tokens[t + 1].span;
        const bool compound = next.end < document_.text.size() && document_.text[next.end] == '-';
        if (compound || next.of(document_.text) == "as") return false;  // "10 times as hard", "10 times after-tax profit"
        return function(t + 1) == "preposition" || function(t + 1) == "conjunction";
    }

    static void count(Figure& figure) {
        figure.kind = Kind::count;
        figure.unit = nullptr;
        figure.noun = "time";
        figure.magnitude.as_written = false;
    }

    /// American units and the British ones of the same name; "US gallons" name theirs.
    void make_imperial() {
        struct Pair {
            std::string_view name, american, british;
        };
        static constexpr Pair kPairs[] = {
            {"gal", "[gal_us]", "[gal_br]"}, {"pint", "[pt_us]", "[pt_br]"}, {"quart", "[qt_us]", "[qt_br]"}};
        std::optional<bool> british;
        for (Figure& figure : stream_.figures) {
            if (figure.kind != Kind::quantity || !figure.unit) continue;
            for (const Pair& pair : kPairs) {
                if (figure.unit->code != pair.american) continue;
                std::size_t at = figure.numeral.end;
                while (at < figure.core.end && !is_ascii_letter(document_.text[at])) ++at;
                const bool named = document_.text.substr(at, pair.name.size()) != pair.name;
                if (!british) british = is_british();
                const Unit* unit = lexicon_.unit(pair.british);
                if (!named && *british && unit) figure.unit = unit;
                break;
            }
        }
    }

    /// Its money is the British pound, or it names a British place and no other money.
    bool is_british() const {
        std::size_t pounds = 0;
        std::size_t other = 0;
        for (const Figure& figure : stream_.figures) {
            if (figure.kind == Kind::money) ++(figure.unit->code == "GBP" ? pounds : other);
        }
        return pounds + other > 0 ? pounds > other : names_british_place();
    }

    bool names_british_place() const {
        const auto country = lexicon_.find_class("country");
        return country && names_word(document_.text, lexicon_, *country,
                                     [](const Sense& sense) { return sense.unit && sense.unit->code == "GBP"; });
    }

    const Document& document_;
    const Lexicon& lexicon_;
    TokenStream& stream_;
    std::optional<WordClass> function_;
    std::optional<bool> british_;  ///< its signs or places are, looked for once
    std::uint32_t first_ = 0;
    std::uint32_t end_ = 0;
};

}  // namespace

void settle_measures(const Document& document, const Lexicon& lexicon, TokenStream& stream) {
    if (!document.blocks.empty()) MeasureSettler(document, lexicon, stream).run();
}

}  // namespace tieout
