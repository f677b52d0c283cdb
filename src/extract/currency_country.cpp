#include "extract/currency_country.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

class CurrencySettler {
public:
    CurrencySettler(const Document& document, const Lexicon& lexicon, TokenStream& stream, WordClass name, WordClass country)
        : document_(document), lexicon_(lexicon), stream_(stream), name_(name), country_(country) {}

    void run() {
        for (std::uint32_t i = 0; i < stream_.sentence_count(); ++i) {
            for (std::uint32_t t = stream_.first[i]; t < stream_.first[i + 1]; ++t) {
                const Token& token = stream_.tokens[t];
                if (token.kind == TokenKind::figure) settle(stream_.figures[token.claim], t, i);
            }
        }
    }

private:
    struct Country {
        std::size_t at = 0;
        const Sense* sense = nullptr;
    };

    void settle(Figure& figure, std::uint32_t token, std::uint32_t sentence) {
        if (figure.kind != Kind::money || !figure.unit) return;
        const Sense* name = shared_name(figure);
        if (!name) return;
        find_countries();
        const Unit* unit = nullptr;
        for (const Span& span :
             {sentence_of(figure), document_.blocks[stream_.blocks[sentence]].span, document_.blocks.front().span}) {
            const Found found = country_in(span, name->id);
            if (found.several) return;
            unit = found.unit;
            if (unit) break;
        }
        if (!unit || unit == figure.unit) return;
        // A name with no usual country takes the country's; one with another says that it could be either's.
        if (figure.unit->ambiguous) {
            figure.unit = unit;
        } else if (const Unit* open = lexicon_.unit(figure.unit->code + "?"); open && !converted(token, sentence)) {
            figure.unit = open;
        }
    }

    /// The amount stands in brackets behind another, or has one behind it: "12만달러(1억6000만원)". The two say whose money is
    /// meant.
    bool converted(std::uint32_t token, std::uint32_t sentence) const {
        constexpr std::uint32_t kNear = 6;
        const std::uint32_t first = std::max(stream_.first[sentence], token - std::min(token, kNear));
        const std::uint32_t last = std::min(stream_.first[sentence + 1], token + kNear + 1);
        bool bracket = false;
        for (std::uint32_t t = first; t < last; ++t) {
            const Token& near = stream_.tokens[t];
            bracket = bracket || near.sign == '(';
            if (t == token || near.kind != TokenKind::figure) continue;
            const Figure& other = stream_.figures[near.claim];
            const bool amount = other.kind == Kind::money || other.kind == Kind::number;
            if (amount && other.unit != stream_.figures[stream_.tokens[token].claim].unit && (bracket || t < token))
                return true;
        }
        return false;
    }

    /// The shared name that the figure's unit is written with, and nothing else: 호주달러 is none.
    const Sense* shared_name(const Figure& figure) const {
        const std::string_view text = document_.text;
        const Span behind{figure.numeral.end, figure.core.end};
        std::size_t at = behind.begin;
        while (at < behind.end && text[at] == ' ') ++at;
        const auto match = lexicon_.longest(text, at, behind.end, mask(name_));
        if (match && at + match.length == behind.end) return match.entry->sense(name_);
        const Span before{figure.core.begin, figure.numeral.begin};
        const auto sign = lexicon_.longest(text, before.begin, before.end, mask(name_));
        return sign && before.begin + sign.length == before.end ? sign.entry->sense(name_) : nullptr;
    }

    Span sentence_of(const Figure& figure) const {
        auto sentence = std::upper_bound(document_.sentences.begin(), document_.sentences.end(), figure.span.begin,
                                         [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
        return sentence == document_.sentences.begin() ? figure.span : std::prev(sentence)->span;
    }

    /// Every country that the draft names, in order; looked for once, and only where a shared name stands.
    void find_countries() {
        if (searched_) return;
        searched_ = true;
        const std::string_view text = document_.text;
        bool inside = false;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = code_point_at(text, at);
            const bool letter = is_hangul(c.value) || (c.value < 0x80 && is_ascii_letter(text[at]));
            std::size_t length = c.length;
            if (letter && !inside) {
                if (const auto match = lexicon_.longest(text, at, text.size(), mask(country_))) {
                    countries_.push_back({at, match.entry->sense(country_)});
                    length = match.length;
                }
            }
            inside = letter;
            at += length;
        }
    }

    struct Found {
        const Unit* unit = nullptr;
        bool several = false;
    };

    Found country_in(Span span, const std::string& family) const {
        Found found;
        const auto first = std::lower_bound(countries_.begin(), countries_.end(), span.begin,
                                            [](const Country& country, std::uint32_t at) { return country.at < at; });
        constexpr int kMost = 64;
        int seen = 0;
        for (auto it = first; it != countries_.end() && it->at < span.end && ++seen <= kMost; ++it) {
            if (it->sense->id != family || it->sense->unit == found.unit) continue;
            found.several = found.unit != nullptr;
            if (found.several) break;
            found.unit = it->sense->unit;
        }
        return found;
    }

    const Document& document_;
    const Lexicon& lexicon_;
    TokenStream& stream_;
    WordClass name_;
    WordClass country_;
    std::vector<Country> countries_;
    bool searched_ = false;
};

/// "5000억달러(약 720조)": the amount that a foreign one is converted into, with its currency left out, is in won.
void settle_won(const Document& document, const Lexicon& lexicon, TokenStream& stream) {
    const Unit* won = lexicon.unit("KRW");
    const std::string_view text = document.text;
    for (std::size_t i = 1; won && i < stream.figures.size(); ++i) {
        const Figure& before = stream.figures[i - 1];
        Figure& figure = stream.figures[i];
        if (figure.kind != Kind::number || before.kind != Kind::money || before.unit == won) continue;
        const std::size_t from = before.span.end;
        const std::size_t to = figure.span.begin;
        if (to <= from || text[from] != '(' || text.substr(figure.span.end, 1) != ")") continue;
        const std::string_view between = text.substr(from + 1, to - from - 1);
        if (!between.empty() && between != "약 " && between != "한화 " && between != "한화 약 " && between != "우리 돈 ")
            continue;
        const std::string_view numeral = figure.numeral.of(text);
        if (!numeral.ends_with("만") && !numeral.ends_with("억") && !numeral.ends_with("조")) continue;
        figure.kind = Kind::money;
        figure.unit = won;
    }
}

}  // namespace

void settle_currencies(const Document& document, const Lexicon& lexicon, TokenStream& stream) {
    if (lexicon.language() == Language::ko) settle_won(document, lexicon, stream);
    const auto name = lexicon.find_class("shared_currency");
    const auto country = lexicon.find_class("country");
    if (name && country && !document.blocks.empty()) CurrencySettler(document, lexicon, stream, *name, *country).run();
}

}  // namespace tieout
