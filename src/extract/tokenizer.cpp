#include "extract/tokenizer.hpp"

#include "base/utf8.hpp"
#include "extract/date_reader.hpp"
#include "extract/figure_reader.hpp"

namespace tieout {
namespace {

constexpr ClassMask kAll = ~ClassMask{0};
constexpr ClassMask kDateStart =
    masks(WordClass::month, WordClass::weekday, WordClass::period, WordClass::period_unit, WordClass::date_word, WordClass::numeral);
constexpr ClassMask kFigureStart =
    masks(WordClass::numeral, WordClass::scale, WordClass::hedge_before, WordClass::per_before, WordClass::currency_before);
/// The longest particle is four syllables (으로부터).
constexpr int kParticleSyllables = 4;

bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F);
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0'; }

/// Signs that may stand before a number and belong to it.
bool is_number_sign(char32_t c) {
    return c == '-' || c == '+' || c == '$' || c == '.' || c == '\'' || c == U'’' || c == U'‘' || c == U'−' || c == U'△' || c == U'▲' ||
           c == U'▽' || c == U'▼' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF);
}

class Tokenizer {
public:
    Tokenizer(const Document& document, const Lexicon& lexicon, bool all_numbers) : document_(document), lexicon_(lexicon) {
        scan_.text = document.text;
        scan_.lexicon = &lexicon;
        scan_.date_line = document.date;
        scan_.all_numbers = all_numbers;
        out_.tokens.reserve(document.text.size() / 6);
    }

    TokenStream run() {
        const Block* last = nullptr;
        for (const Sentence& sentence : document_.sentences) {
            const Block& block = document_.blocks[sentence.block];
            const bool same_row = last && block.kind == BlockKind::table_cell && last->table == block.table && last->row == block.row;
            if (same_row) {
                if (last != &block) border(sentence.span.begin);
            } else {
                out_.first.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
                out_.blocks.push_back(sentence.block);
            }
            if (!last || last != &block) context_.last.reset();
            last = &block;
            read(sentence.span);
        }
        out_.first.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
        return std::move(out_);
    }

private:
    void border(std::uint32_t at) {
        Token token;
        token.span = {at, at};
        token.kind = TokenKind::punctuation;
        token.sign = '|';
        out_.tokens.push_back(token);
    }

    void read(Span sentence) {
        scan_.begin = sentence.begin;
        scan_.end = sentence.end;
        at_ = sentence.begin;
        word_start_ = true;
        while (at_ < scan_.end) {
            if (is_space(scan_.text[at_])) {
                ++at_;
                word_start_ = true;
                continue;
            }
            step();
        }
    }

    void step() {
        const CodePoint c = code_point_at(scan_.text, at_);
        if (c.value < 0x80 && is_ascii_digit(static_cast<char>(c.value))) {
            if (part_of_name() || !figure_here(true, true)) run_of_digits();
            return;
        }
        const auto match = lexicon_.longest(scan_.text, at_, scan_.end, kAll);
        const ClassMask allowed = match ? allowed_here(*match->entry) : 0;
        if (match && starts_figure(allowed, c.value)) return;
        if (!match && is_number_sign(c.value) && figure_here(true, true)) return;
        if (allowed) {
            entry(*match, allowed);
        } else if (is_hangul(c.value)) {
            hangul_word();
        } else if (is_letter(c.value)) {
            latin_word();
        } else {
            Token& token = push({at(), at() + c.length}, TokenKind::punctuation);
            token.sign = c.value;
            at_ += c.length;
            word_start_ = true;
        }
    }

    /// Digits right behind a word of no meaning for figures, with no unit behind them, belong to a name (코로나19, 부동산114).
    bool part_of_name() const {
        if (out_.tokens.empty() || out_.tokens.back().span.end != at_) return false;
        const Token& before = out_.tokens.back();
        if (before.kind != TokenKind::word && !(before.kind == TokenKind::entry && before.classes == mask(WordClass::stop))) return false;
        const auto figure = read_figure(scan_, at_);
        return !figure || figure->kind == Kind::number || figure->kind == Kind::ordinal;
    }

    bool starts_figure(ClassMask allowed, char32_t first) {
        const bool sign = !is_hangul(first) && !is_letter(first);
        const bool date = sign || (allowed & kDateStart) != 0;
        const bool figure = sign || (allowed & kFigureStart) != 0;
        return (date || figure) && figure_here(date, figure);
    }

    /// The classes of the senses that may stand here: a suffix needs something to stand behind, a word or a stem the start of a word.
    ClassMask allowed_here(const Entry& entry) const {
        ClassMask classes = 0;
        for (const Sense& sense : entry.senses) {
            bool fits = true;
            if (sense.mode == MatchMode::word || sense.mode == MatchMode::stem) fits = word_start_;
            if (sense.mode == MatchMode::suffix) fits = after_figure_ || after_entry_;
            if (fits) classes |= mask(sense.word_class);
        }
        return classes;
    }

    bool figure_here(bool date, bool figure) {
        std::optional<Figure> found;
        if (date) found = read_date(scan_, at_, context_);
        if (!found && figure) found = read_figure(scan_, at_);
        if (!found || found->span.end <= at_ || found->span.begin < at_) return false;
        if (found->span.begin > at_) words_before(found->span.begin);
        if (found->kind == Kind::date) remember(scan_, *found, context_);
        Token& token = push(found->span, TokenKind::figure);
        token.claim = static_cast<std::uint32_t>(out_.figures.size());
        at_ = found->span.end;
        out_.figures.push_back(std::move(*found));
        word_start_ = true;
        after_figure_ = true;
        return true;
    }

    /// A figure's span may begin behind a word that only qualifies it (하루): that word is a token too.
    void words_before(std::uint32_t end) {
        while (at_ < end) {
            if (is_space(scan_.text[at_])) {
                ++at_;
                continue;
            }
            const auto match = lexicon_.longest(scan_.text, at_, end, kAll);
            if (match && at_ + match->length <= end) {
                push_entry({at(), at() + match->length}, *match->entry, match->entry->classes);
                at_ += match->length;
            } else {
                std::size_t stop = at_;
                while (stop < end && !is_space(scan_.text[stop])) ++stop;
                push({at(), static_cast<std::uint32_t>(stop)}, TokenKind::word);
                at_ = stop;
            }
        }
    }

    void entry(const LexiconMatch& match, ClassMask allowed) {
        std::size_t end = at_ + match.length;
        if (is_stem(*match.entry, allowed)) end = end_of_hangul(end);
        push_entry({at(), static_cast<std::uint32_t>(end)}, *match.entry, allowed);
        at_ = end;
        word_start_ = false;
        after_entry_ = true;
    }

    static bool is_stem(const Entry& entry, ClassMask allowed) {
        for (const Sense& sense : entry.senses) {
            if ((mask(sense.word_class) & allowed) && sense.mode != MatchMode::stem) return false;
        }
        return true;
    }

    /// Letters no entry begins at, up to the next noun inside the run or the run's end, where a particle is split off.
    void hangul_word() {
        const std::size_t start = at_;
        std::size_t stop = at_ + 3;
        while (stop < scan_.end) {
            const char32_t c = code_point_at(scan_.text, stop).value;
            if (!is_hangul(c)) break;
            if (lexicon_.noun_begins(c)) {
                const auto match = lexicon_.longest(scan_.text, stop, scan_.end, kAll);
                if (match && allowed_inside(*match->entry)) break;
            }
            stop += 3;
        }
        const bool whole_run = stop >= scan_.end || !is_hangul(code_point_at(scan_.text, stop).value);
        std::size_t particle = stop;
        const bool before_digit = stop < scan_.end && is_ascii_digit(scan_.text[stop]);  // 코로나19: 나 is no particle
        if (whole_run && !before_digit) particle = particle_start(start, stop);
        push({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(particle)}, TokenKind::word);
        at_ = particle;
        word_start_ = false;
        if (particle < stop) {
            const auto match = lexicon_.longest(scan_.text, particle, stop, mask(WordClass::particle));
            push_entry({static_cast<std::uint32_t>(particle), static_cast<std::uint32_t>(stop)}, *match->entry, mask(WordClass::particle));
            at_ = stop;
        }
    }

    static bool allowed_inside(const Entry& entry) {
        for (const Sense& sense : entry.senses) {
            if (sense.mode == MatchMode::noun) return true;
        }
        return false;
    }

    /// Where the particle that ends [start, stop) begins; stop where none does. A word keeps at least one syllable.
    std::size_t particle_start(std::size_t start, std::size_t stop) const {
        const std::size_t syllables = (stop - start) / 3;
        for (std::size_t n = std::min<std::size_t>(kParticleSyllables, syllables - 1); n > 0; --n) {
            const std::size_t candidate = stop - 3 * n;
            const auto match = lexicon_.longest(scan_.text, candidate, stop, mask(WordClass::particle));
            if (match && candidate + match->length == stop) return candidate;
        }
        return stop;
    }

    void latin_word() {
        std::size_t stop = at_;
        while (stop < scan_.end) {
            const CodePoint c = code_point_at(scan_.text, stop);
            const bool joins = (c.value == '-' || c.value == '.' || c.value == '\'' || c.value == U'’' || c.value == '&') && stop > at_ &&
                               stop + c.length < scan_.end && word_goes_on(stop + c.length);
            if (!is_letter(c.value) && !(c.value < 0x80 && is_ascii_digit(static_cast<char>(c.value))) && !joins) break;
            stop += c.length;
        }
        push({at(), static_cast<std::uint32_t>(stop)}, TokenKind::word);
        at_ = stop;
        word_start_ = false;
        after_entry_ = true;  // a Korean particle may stand right behind ("AI는")
    }

    bool word_goes_on(std::size_t position) const {
        const CodePoint c = code_point_at(scan_.text, position);
        return is_letter(c.value) || (c.value < 0x80 && is_ascii_digit(static_cast<char>(c.value)));
    }

    /// Digits that are no figure (a stock code, a version), with the letters that stand right behind them.
    void run_of_digits() {
        std::size_t stop = at_;
        while (stop < scan_.end && (word_goes_on(stop) || ((scan_.text[stop] == '.' || scan_.text[stop] == '-' || scan_.text[stop] == ':' ||
                                                            scan_.text[stop] == '/' || scan_.text[stop] == ',') &&
                                                           stop + 1 < scan_.end && word_goes_on(stop + 1)))) {
            stop += code_point_at(scan_.text, stop).length;
        }
        if (stop == at_) ++stop;
        push({at(), static_cast<std::uint32_t>(stop)}, TokenKind::word);
        at_ = stop;
        word_start_ = false;
        after_entry_ = true;
    }

    std::size_t end_of_hangul(std::size_t from) const {
        while (from < scan_.end && is_hangul(code_point_at(scan_.text, from).value)) from += 3;
        return from;
    }

    Token& push(Span span, TokenKind kind) {
        after_figure_ = after_entry_ = false;
        Token& token = out_.tokens.emplace_back();
        token.span = span;
        token.kind = kind;
        return token;
    }

    void push_entry(Span span, const Entry& entry, ClassMask classes) {
        Token& token = push(span, TokenKind::entry);
        token.entry = &entry;
        token.classes = classes;
    }

    std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }

    const Document& document_;
    const Lexicon& lexicon_;
    Scan scan_;
    DateContext context_;
    TokenStream out_;
    std::size_t at_ = 0;
    bool word_start_ = true;
    bool after_figure_ = false;
    bool after_entry_ = false;
};

}  // namespace

TokenStream tokenize(const Document& document, const Lexicon& lexicon, bool all_numbers) {
    return Tokenizer(document, lexicon, all_numbers).run();
}

}  // namespace tieout
