#include "extract/tokenizer.hpp"

#include "base/utf8.hpp"
#include "extract/currency_country.hpp"
#include "extract/date_reader.hpp"
#include "extract/figure_reader.hpp"
#include "extract/settled_measures.hpp"
#include "extract/settled_units.hpp"
#include "extract/tense.hpp"

namespace tieout {
namespace {

constexpr ClassMask kDateStart = masks(WordClass::month, WordClass::weekday, WordClass::period, WordClass::period_unit,
                                       WordClass::date_word, WordClass::numeral, WordClass::scale);
constexpr ClassMask kFigureStart =
    masks(WordClass::numeral, WordClass::scale, WordClass::hedge_before, WordClass::per_before, WordClass::currency_before);
/// Classes of words that are looked up beside a figure and make no tokens.
constexpr std::string_view kNoTokens[] = {"country", "shared_currency", "material"};
/// The longest particle is four syllables (으로부터).
constexpr int kParticleSyllables = 4;

bool is_letter(char32_t c) {
    return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F);
}

bool ends_in_consonant(char32_t syllable) {
    constexpr char32_t kFirst = 0xAC00;
    constexpr char32_t kFinals = 28;
    return is_hangul(syllable) && (syllable - kFirst) % kFinals != 0;
}

/// Signs that a particle may stand right behind: "전년(90억원)보다".
bool closes(char32_t c) {
    return c == ')' || c == U'’' || c == U'”';
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0';
}

/// Signs that may stand before a number and belong to it.
bool is_number_sign(char32_t c) {
    return c == '-' || c == '+' || c == '$' || c == '.' || c == '\'' || c == U'’' || c == U'‘' || c == U'−' || c == U'△' ||
           c == U'▲' || c == U'▽' || c == U'▼' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF);
}

class Tokenizer {
public:
    Tokenizer(const Document& document, const Lexicon& lexicon, bool all_numbers) : document_(document), lexicon_(lexicon) {
        scan_.text = document.text;
        scan_.lexicon = &lexicon;
        scan_.date_line = document.date;
        scan_.all_numbers = all_numbers;
        for (const std::string_view name : kNoTokens) {
            if (const auto word_class = lexicon.find_class(name)) all_ &= ~mask(*word_class);
        }
        // What only the reader of figures asks for beside one makes none either.
        beside_ = lexicon.find_class("beside");
        if (beside_) all_ &= ~mask(*beside_);
        out_.tokens.reserve(document.text.size() / 6);
    }

    TokenStream run() {
        const Block* last = nullptr;
        for (const Sentence& sentence : document_.sentences) {
            const Block& block = document_.blocks[sentence.block];
            const bool same_row =
                last && block.kind == BlockKind::table_cell && last->table == block.table && last->row == block.row;
            if (same_row) {
                if (last != &block) border(sentence.span.begin);
            } else {
                out_.first.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
                out_.blocks.push_back(sentence.block);
            }
            // In a table's head "전년 동기" is a year before the quarter that heads the column beside it.
            const bool goes_on = last == &block || (same_row && block.row == 0);
            if (!goes_on) context_.last.reset();
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
                after_entry_ = false;  // "세계 채권": 채 counts nothing here
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
        const auto match = lexicon_.longest(scan_.text, at_, scan_.end, all_);
        const ClassMask allowed = match ? allowed_here(*match.entry) : 0;
        if (match && starts_figure(allowed, hides_date(*match.entry, c.value), c.value)) return;
        if (!match && is_number_sign(c.value) && figure_here(true, true)) return;
        if (!allowed && article_of_rank(c.value) && figure_here(false, true)) return;
        if (article_here() && figure_here(false, true)) return;
        if (!match && word_start_ && may_begin_period_code(scan_, at_) && figure_here(true, false)) return;
        if (allowed) {
            entry(match, allowed);
        } else if (is_hangul(c.value)) {
            hangul_word();
        } else if (is_letter(c.value)) {
            latin_word();
        } else {
            Token& token = push({at(), at() + c.length}, TokenKind::punctuation);
            token.sign = c.value;
            at_ += c.length;
            word_start_ = true;
            after_entry_ = closes(c.value);
        }
    }

    /// A or an at the start of a word: "a dozen", "a third of", "an hour and a half".
    bool article_here() const {
        if (!word_start_ || lexicon_.language() != Language::en) return false;
        const std::string_view rest = scan_.text.substr(at_, std::min<std::size_t>(scan_.end - at_, 3));
        if (rest.size() < 3 || (rest[0] != 'a' && rest[0] != 'A')) return false;
        const std::size_t length = rest[1] == ' ' ? 2 : rest[1] == 'n' && rest[2] == ' ' ? 3 : 0;
        constexpr ClassMask kCounted = masks(WordClass::numeral, WordClass::scale, WordClass::unit, WordClass::currency);
        return length > 0 && lexicon_.longest(scan_.text, at_ + length, scan_.end, kCounted).found();
    }

    /// 제 before digits: 제5차.
    bool article_of_rank(char32_t c) const {
        return c == U'제' && word_start_ && at_ + 3 < scan_.end && is_ascii_digit(scan_.text[at_ + 3]);
    }

    /// A sign that began no figure: what it stands before is none either ("2 + 2", "-이십").
    bool behind_sign() const {
        if (out_.tokens.empty()) return false;
        const Token& before = out_.tokens.back();
        if (before.kind == TokenKind::entry) {
            const Sense* sense = before.entry->sense(WordClass::numeral);
            return sense && sense->id == "sign";
        }
        const bool joined = before.span.end == at_;
        return before.kind == TokenKind::punctuation &&
               (before.sign == '+' || (joined && (before.sign == '-' || before.sign == '.')));
    }

    /// Digits right behind a word of no meaning for figures, with no unit behind them, belong to a name (코로나19, 부동산114).
    bool part_of_name() const {
        if (out_.tokens.empty()) return false;
        const Token& before = out_.tokens.back();
        if (before.sign == '+') return behind_sign() && bare_number();
        if (before.span.end != at_) return false;
        constexpr ClassMask kPlain = masks(WordClass::numeral, WordClass::scale, WordClass::particle, WordClass::stop);
        if (before.kind != TokenKind::word && !(before.kind == TokenKind::entry && (before.classes & kPlain))) return false;
        return bare_number();
    }

    bool bare_number() const {
        const auto figure = read_figure(scan_, at_);
        return !figure || figure->kind == Kind::number || figure->kind == Kind::ordinal;
    }

    /// A word that is no date's hides the length that begins one: "a year earlier", "a day after May 5", 한 달 전.
    static bool hides_date(const Entry& entry, char32_t first) {
        if (entry.classes & masks(WordClass::per_before, WordClass::per_after)) return true;
        return (entry.classes & mask(WordClass::stop)) && (first == 'a' || first == 'A');
    }

    bool starts_figure(ClassMask allowed, bool hidden_date, char32_t first) {
        const bool sign = !is_hangul(first) && !is_letter(first);
        const bool inside = is_hangul(first) && !word_start_;  // 담당해, 수십 년 전
        const bool date = sign || (!inside && (allowed & kDateStart) != 0) || hidden_date;
        return (date && figure_here(true, sign)) || (!sign && word_start_ && number_begins(allowed) && !behind_sign() &&
                                                     !glued_to_figure() && figure_here(false, true));
    }

    /// What hangs on a figure is its particle or ending and no other number: "상반기만 해도", "6개월만".
    bool glued_to_figure() const { return after_figure_ && !out_.figures.empty() && out_.figures.back().span.end == at_; }

    /// Whether a figure may begin with the word here. Inside a word none does ("위해 100명" has no 해), but a longer word of no
    /// meaning for figures may hide one: 만이 stands before 천 in 만이천, and 두 번째 may be a date's.
    bool number_begins(ClassMask allowed) const {
        // "Twenty-first" may be a day of the month or a rank.
        const ClassMask starts = lexicon_.language() == Language::en ? kFigureStart | mask(WordClass::date_word) : kFigureStart;
        if (allowed & starts) return true;
        constexpr ClassMask kStop = mask(WordClass::stop);
        if (allowed & ~(kDateStart | kStop)) return false;
        const auto start = lexicon_.longest(scan_.text, at_, scan_.end, allowed & kStop ? kFigureStart : kFigureStart | kStop);
        if (!start || !(allowed_here(*start.entry) & kFigureStart)) return false;
        // 천사 is an angel, 천사백 a number: only one that goes on is asked for.
        return !(allowed & kStop) ||
               lexicon_.longest(scan_.text, at_ + start.length, scan_.end, masks(WordClass::numeral, WordClass::scale));
    }

    /// The classes of the senses that may stand here: a suffix needs something to stand behind, a word or a stem the start of a
    /// word.
    ClassMask allowed_here(const Entry& entry) const {
        ClassMask classes = entry.classes & all_;
        if (!word_start_) classes &= ~entry.starts;
        if (!after_figure_ && !after_entry_) classes &= ~entry.behind;
        return classes;
    }

    bool figure_here(bool date, bool figure) {
        std::optional<Figure> found;
        if (date) found = read_date(scan_, at_, context_);
        if (!found && figure) found = read_figure(scan_, at_);
        if (found && may_be_date(found->kind) && found->numeral.begin > at_) prefer_date(*found);
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

    static bool may_be_date(Kind kind) { return kind == Kind::number || kind == Kind::ordinal || kind == Kind::duration; }

    /// A word that qualifies figures may stand before a date too: "between 2007 and 2009", "about the first week of May", 불과
    /// 2주 전. But 최대 3일 is a length (▲3일 in a list is none), and 매월 10일 no day of any one month.
    void prefer_date(Figure& found) const {
        if (lexicon_.longest(scan_.text, at_, scan_.end, mask(WordClass::per_before))) return;
        auto date = read_date(scan_, found.numeral.begin, context_);
        if (!date || date->kind != Kind::date || date->span.end < found.core.end) return;
        const bool hedged = found.core.begin > at_;
        const bool length = found.kind == Kind::duration && hedged && date->span.end == found.core.end && !date->explicit_year;
        if (!length) found = std::move(*date);
    }

    /// A figure's span may begin behind a word that only qualifies it (하루): that word is a token too.
    void words_before(std::uint32_t end) {
        while (at_ < end) {
            if (is_space(scan_.text[at_])) {
                ++at_;
                continue;
            }
            const auto match = lexicon_.longest(scan_.text, at_, end, all_);
            if (match && at_ + match.length <= end) {
                push_entry({at(), at() + match.length}, *match.entry, match.entry->classes);
                at_ += match.length;
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
        if (!(allowed & ~match.entry->stems)) end = end_of_hangul(end);
        push_entry({at(), static_cast<std::uint32_t>(end)}, *match.entry, allowed);
        at_ = end;
        word_start_ = false;
        after_entry_ = true;
    }

    /// Letters no entry begins at, up to the next noun inside the run or the run's end, where a particle is split off.
    void hangul_word() {
        const std::size_t start = at_;
        std::size_t stop = at_ + 3;
        while (stop < scan_.end) {
            if (!is_hangul(code_point_at(scan_.text, stop).value)) break;
            if (lexicon_.noun_may_begin(scan_.text, stop)) {
                const auto match = lexicon_.longest(scan_.text, stop, scan_.end, all_);
                if (match && match.entry->inside) break;
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
            push_entry({static_cast<std::uint32_t>(particle), static_cast<std::uint32_t>(stop)}, *match.entry,
                       mask(WordClass::particle));
            at_ = stop;
        }
    }

    /// Particles of one syllable have two forms: 은, 이, 을 and 과 stand behind a syllable that ends in a consonant, 는, 가, 를
    /// and 와 behind a vowel. What has the other form is part of the word: 디스플레이, 전문가, 상관없는.
    bool agrees(std::size_t start, std::size_t particle, std::size_t stop) const {
        if (stop - particle != 3) return true;
        const char32_t c = code_point_at(scan_.text, particle).value;
        const bool topic = c == U'은' || c == U'는';
        const bool after_consonant = c == U'은' || c == U'이' || c == U'을' || c == U'과';
        if (!after_consonant && !topic && c != U'가' && c != U'를' && c != U'와') return true;
        if (ends_in_consonant(code_point_at(scan_.text, particle - 3).value) != after_consonant) return false;
        return !topic || !verb_stem(start, particle);
    }

    /// What ends here is a verb, which 은 or 는 makes say more of the noun that follows: "웃도는", "높은".
    bool verb_stem(std::size_t start, std::size_t end) const {
        constexpr std::size_t kSyllables = 3;
        if (!beside_) return false;
        for (std::size_t n = 1; n <= kSyllables && start + 3 * n <= end; ++n) {
            const auto stem = lexicon_.longest(scan_.text, end - 3 * n, end, mask(*beside_));
            if (stem && stem.length == 3 * n && stem.entry->sense(*beside_)->id == "verb-stem") return true;
        }
        return false;
    }

    /// Where the particle that ends [start, stop) begins; stop where none does. A word keeps at least one syllable.
    std::size_t particle_start(std::size_t start, std::size_t stop) const {
        const std::size_t syllables = (stop - start) / 3;
        for (std::size_t n = std::min<std::size_t>(kParticleSyllables, syllables - 1); n > 0; --n) {
            const std::size_t candidate = stop - 3 * n;
            const auto match = lexicon_.longest(scan_.text, candidate, stop, mask(WordClass::particle));
            if (match && candidate + match.length == stop && agrees(start, candidate, stop)) return candidate;
        }
        return stop;
    }

    void latin_word() {
        std::size_t stop = at_;
        while (stop < scan_.end) {
            const CodePoint c = code_point_at(scan_.text, stop);
            const bool joins = (c.value == '-' || c.value == '.' || c.value == '\'' || c.value == U'’' || c.value == '&') &&
                               stop > at_ && stop + c.length < scan_.end && word_goes_on(stop + c.length);
            if (!is_letter(c.value) && !(c.value < 0x80 && is_ascii_digit(static_cast<char>(c.value))) && !joins) break;
            stop += c.length;
        }
        stop = end_of_address(at_, stop);
        push({at(), static_cast<std::uint32_t>(stop)}, TokenKind::word);
        at_ = stop;
        word_start_ = false;
        after_entry_ = true;  // a Korean particle may stand right behind ("AI는")
    }

    /// The end of a web or mail address that begins with the word [start, stop), so that no figure is read inside; `stop` for
    /// other words.
    std::size_t end_of_address(std::size_t start, std::size_t stop) const {
        const std::string_view text = scan_.text;
        const bool scheme = text.substr(stop, 3) == "://";
        const bool mail = text.substr(stop, 1) == "@" && stop + 1 < scan_.end && word_goes_on(stop + 1);
        const bool path = text.substr(stop, 1) == "/" && text.substr(start, stop - start).find('.') != std::string_view::npos &&
                          stop + 1 < scan_.end && word_goes_on(stop + 1);
        const bool host = text.substr(start, 4) == "www.";
        if (!scheme && !mail && !path && !host) return stop;
        while (stop < scan_.end && text[stop] > ' ' && text[stop] != '<' && text[stop] != '>' && text[stop] != '"') ++stop;
        while (text[stop - 1] == '.' || text[stop - 1] == ',' || text[stop - 1] == ')' || text[stop - 1] == ';') --stop;
        return stop;
    }

    bool word_goes_on(std::size_t position) const {
        const CodePoint c = code_point_at(scan_.text, position);
        return is_letter(c.value) || (c.value < 0x80 && is_ascii_digit(static_cast<char>(c.value)));
    }

    /// Digits that are no figure (a stock code, a version), with the letters that stand right behind them.
    void run_of_digits() {
        std::size_t stop = at_;
        while (stop < scan_.end &&
               (word_goes_on(stop) || ((scan_.text[stop] == '.' || scan_.text[stop] == '-' || scan_.text[stop] == ':' ||
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
    ClassMask all_ = ~ClassMask{0};
    std::optional<WordClass> beside_;
    std::size_t at_ = 0;
    bool word_start_ = true;
    bool after_figure_ = false;
    bool after_entry_ = false;
};

}  // namespace

TokenStream tokenize(const Document& document, const Lexicon& lexicon, bool all_numbers) {
    TokenStream stream = Tokenizer(document, lexicon, all_numbers).run();
    settle_currencies(document, lexicon, stream);
    settle_measures(document, lexicon, stream);
    settle_units(document, lexicon, stream);
    settle_tense(document, lexicon, stream);
    return stream;
}

}  // namespace tieout
