#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr ClassMask kParts = masks(WordClass::numeral, WordClass::scale);

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// The word stands at `at`, ends there and is written in small letters in `word`.
bool word_at(std::string_view text, std::size_t at, std::size_t end, std::string_view word) {
    if (at + word.size() > end) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lower(text[at + i]) != word[i]) return false;
    }
    return at + word.size() == end || !is_ascii_letter(text[at + word.size()]);
}

class EnglishNumber {
public:
    EnglishNumber(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context)
        : lexicon_(lexicon), text_(text), at_(at), end_(end), context_(context) {}

    bool read(Numeral& out) {
        if (is_ascii_digit(text_[at_]) || text_[at_] == '.') return read_digits_first(out);
        if (word_at(text_, at_, end_, "a") || word_at(text_, at_, end_, "an")) return read_article(out);
        const auto match = lexicon_.longest(text_, at_, end_, kParts);
        if (!match) return false;
        out.words = true;
        if (const Sense* scale = match->entry->sense(WordClass::scale)) return read_plural(*scale, match->length, out);
        const Sense& sense = *match->entry->sense(WordClass::numeral);
        if (sense.id == "multiple" || sense.id == "part") return whole(sense.value, at_ + match->length, out);
        if (sense.id == "half") return read_half(match->length, out);
        if (sense.id == "parts") return false;
        return read_words(out);
    }

private:
    const Sense* numeral_at(std::size_t at, std::uint32_t& length) const {
        const auto match = lexicon_.longest(text_, at, end_, mask(WordClass::numeral));
        if (!match) return nullptr;
        length = match->length;
        return match->entry->sense(WordClass::numeral);
    }

    static bool whole(const Rational& value, std::size_t end, Numeral& out) {
        out.value = out.step = out.finest = value;
        out.shape = Shape::exact;
        out.multiple = true;
        out.end = end;
        return true;
    }

    bool read_digits_first(Numeral& out) {
        const auto digits = read_digits(text_, at_, end_);
        if (!digits) return false;
        DecimalSum sum;
        sum.add(digits->mantissa, digits->exponent, 0);
        out.valid = digits->valid;
        out.code_like = digits->leading_zero || (digits->count > 15 && !digits->grouped);
        at_ = digits->end;
        if (read_ordinal_end() && digits->exponent == 0) {
            out.ordinal = true;
            out.end = at_;
            sum.to(out);
            return true;
        }
        Rational times = 1;
        while (read_scale(sum, out, times)) {
        }
        sum.to(out);
        out.value *= times;
        out.step *= times;
        out.finest *= times;
        out.end = at_;
        if (out.scale == 0) read_fraction_end(out);
        return sum.fits();
    }

    /// st, nd, rd, th directly behind digits.
    bool read_ordinal_end() {
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (!word_at(text_, at_, end_, ending)) continue;
            at_ += 2;
            return true;
        }
        return false;
    }

    bool read_scale(DecimalSum& sum, Numeral& out, Rational& times) {
        std::size_t at = at_ + blank_at(text_, at_, end_);
        if (at == at_ && at < end_ && text_[at] == '-') ++at;
        const auto match = lexicon_.longest(text_, at, end_, mask(WordClass::scale));
        if (!match) return false;
        const Sense& scale = *match->entry->sense(WordClass::scale);
        if (scale.id == "letter" && (out.scale > 0 || !(context_.money || letter_counts(at, match->length, scale)))) return false;
        if (scale.id == "dozen") {
            times *= scale.value;
        } else {
            const int exponent = scale.value.magnitude();
            if (out.scale + exponent > 18) return false;
            sum.shift(exponent);
            out.scale += exponent;
        }
        at_ = at + match->length;
        return true;
    }

    /// A single letter is a scale word without a currency sign only before what it counts: "1.2m people", "30k jobs".
    bool letter_counts(std::size_t at, std::uint32_t length, const Sense& scale) const {
        if (at != at_ || length > 1) return false;
        if (text_[at] == 'k') return true;
        if (scale.value == Rational(1000)) return false;
        const std::size_t next = at + length + blank_at(text_, at + length, end_);
        if (next == at + length || next >= end_) return false;
        if (lexicon_.longest(text_, next, end_, masks(WordClass::currency, WordClass::counter))) return true;
        if (lexicon_.longest(text_, next, end_, masks(WordClass::unit, WordClass::stop))) return false;
        std::size_t stop = next;
        while (stop < end_ && text_[stop] >= 'a' && text_[stop] <= 'z') ++stop;
        return stop > next + 3 && text_[stop - 1] == 's' && text_[stop - 2] != 's';
    }

    /// "2 1/4", "2½", and "1/3" where all numbers are asked for.
    void read_fraction_end(Numeral& out) {
        std::uint32_t length = 0;
        const std::size_t at = at_ + blank_at(text_, at_, end_);
        if (const Sense* part = numeral_at(at, length); part && part->id == "part") {
            out.value += part->value;
            out.step = out.finest = Rational(1, 8);
            out.end = at + length;
            return;
        }
        const bool alone = at_ < end_ && text_[at_] == '/';
        Digits upper;
        if (!alone) {
            const auto read = at > at_ ? read_digits(text_, at, end_) : std::optional<Digits>();
            if (!read) return;
            upper = *read;
        }
        const std::size_t slash = alone ? at_ : upper.end;
        if (slash + 1 >= end_ || text_[slash] != '/' || (alone && !context_.all_numbers)) return;
        const auto below = read_digits(text_, slash + 1, end_);
        if (!below || below->mantissa == 0 || below->exponent < 0 || below->count > 6) return;
        if (below->end < end_ && (text_[below->end] == '/' || is_ascii_letter(text_[below->end]))) return;
        if (!alone && (upper.exponent < 0 || upper.mantissa >= below->mantissa)) return;
        out.value = alone ? out.value / Rational(below->mantissa, 1) : out.value + Rational(upper.mantissa, below->mantissa);
        out.step = out.finest = Rational(1, below->mantissa);
        out.shape = Shape::exact;
        out.multiple = alone;
        out.end = below->end;
    }

    /// "a million", "a dozen", "a third of", "a quarter of"; nothing for an article before anything else.
    bool read_article(Numeral& out) {
        std::size_t at = at_;
        while (at < end_ && is_ascii_letter(text_[at])) ++at;
        const std::size_t next = at + blank_at(text_, at, end_);
        const auto match = lexicon_.longest(text_, next, end_, kParts);
        if (next == at || !match) return false;
        out.words = true;
        const Sense* scale = match->entry->sense(WordClass::scale);
        if (scale && scale->id != "letter") {
            DecimalSum sum;
            sum.add(1, 0, 0);
            at_ = at;
            Rational times = 1;
            std::size_t before = at_;
            while (read_scale(sum, out, times)) {
                if (at_ == before) break;
                before = at_;
            }
            sum.to(out);
            out.value *= times;
            out.step *= times;
            out.finest *= times;
            out.end = at_;
            return sum.fits() && read_tail(out);
        }
        const Sense* word = match->entry->sense(WordClass::numeral);
        if (!word) return false;
        if (word->id == "half") {
            at_ = next;
            return read_half(match->length, out);
        }
        const std::size_t after = next + match->length;
        if ((word->id == "parts" || word->id == "ordinal") && word->value > Rational(2) &&
            word_at(text_, after + blank_at(text_, after, end_), end_, "of"))
            return whole(Rational(1) / word->value, after, out);
        return false;
    }

    bool read_half(std::uint32_t length, Numeral& out) {
        std::size_t at = at_ + length;
        std::size_t next = at + blank_at(text_, at, end_);
        if (next == at && next < end_ && text_[next] == '-') ++next;
        if (word_at(text_, next, end_, "a")) next += 2;
        const auto match = lexicon_.longest(text_, next, end_, mask(WordClass::scale));
        if (match && match->entry->sense(WordClass::scale)->id != "letter") {
            const Rational scale = match->entry->sense(WordClass::scale)->value;
            out.value = scale / Rational(2);
            out.step = out.finest = scale / Rational(scale == Rational(12) ? 2 : 10);
            out.scale = scale.magnitude();
            out.end = next + match->length;
            return true;
        }
        return whole(Rational(1, 2), at, out);
    }

    /// "hundreds of thousands", "dozens", "tens of millions"; a scale word alone is no number.
    bool read_plural(const Sense& scale, std::uint32_t length, Numeral& out) {
        if (lower(text_[at_ + length - 1]) != 's' || scale.id == "letter") return false;
        Rational times = 1;
        std::size_t at = at_ + length;
        std::size_t next = at + blank_at(text_, at, end_);
        if (word_at(text_, next, end_, "of")) {
            next += 2;
            next += blank_at(text_, next, end_);
            const auto match = lexicon_.longest(text_, next, end_, mask(WordClass::scale));
            if (match && match->entry->sense(WordClass::scale)->id != "letter") {
                times = match->entry->sense(WordClass::scale)->value;
                at = next + match->length;
            }
        }
        out.value = scale.value * times * Rational(2);
        out.high = scale.id == "dozen" ? times * Rational(99) : (scale.value * Rational(10) - Rational(1)) * times;
        out.step = out.finest = times;
        out.shape = Shape::several;
        out.end = at;
        return true;
    }

    /// Cardinal words; then a denominator ("two thirds"), a half ("one and a half"), "in" or "out of" ("one in three").
    bool read_words(Numeral& out) {
        std::size_t good = at_;
        bool any = false;
        bool scaled = false;
        while (true) {
            std::size_t at = good;
            if (any) {
                at += blank_at(text_, at, end_);
                if (at == good && at < end_ && text_[at] == '-') ++at;
                if (at == good) break;
                if (scaled && word_at(text_, at, end_, "and")) {
                    at += 3;
                    at += blank_at(text_, at, end_);
                }
            }
            const auto match = lexicon_.longest(text_, at, end_, kParts);
            if (!match) break;
            if (const Sense* scale = match->entry->sense(WordClass::scale)) {
                if (!any || scale->id == "letter" || !multiply(*scale)) break;
                scaled = true;
            } else {
                const Sense& word = *match->entry->sense(WordClass::numeral);
                if (word.id == "ordinal" && !any) return read_ordinal(word, at + match->length, out);
                if (!word.id.empty() || !put(static_cast<int>(word.value.to_int64().value_or(0)), any)) break;
            }
            any = true;
            good = at + match->length;
        }
        if (!any) return false;
        at_ = out.end = good;
        DecimalSum sum = total_;
        if (small_ > 0 || sum.empty()) sum.add(small_, 0, 0);
        sum.to(out);
        out.scale = last_scale_;
        out.value *= times_;
        out.step *= times_;
        out.finest *= times_;
        out.single = total_.empty() && times_ == Rational(1);
        return sum.fits() && read_tail(out);
    }

    static bool read_ordinal(const Sense& word, std::size_t end, Numeral& out) {
        out.value = word.value;
        out.ordinal = true;
        out.end = end;
        return true;
    }

    bool put(int value, bool any) {
        if (!any || small_ % 100 == 0) {
            if (any && (small_ == 0 && total_.empty())) return false;
            if (any && value == 0) return false;
            small_ += value;
            return true;
        }
        if (small_ % 100 < 20 || small_ % 10 != 0 || value > 9 || value == 0) return false;
        small_ += value;
        return true;
    }

    bool multiply(const Sense& scale) {
        if (scale.id == "dozen") {
            times_ *= scale.value;
            return true;
        }
        const int exponent = scale.value.magnitude();
        if (exponent == 2) {
            if (small_ == 0 || small_ > 99) return false;
            small_ *= 100;
            return true;
        }
        if (small_ == 0) {  // "a hundred thousand million" and its like
            if (total_.empty() || last_scale_ + exponent > 18) return false;
            total_.shift(exponent);
            last_scale_ += exponent;
            return true;
        }
        if (last_scale_ != 0 && exponent >= last_scale_) return false;
        total_.add(small_, 0, exponent);
        small_ = 0;
        last_scale_ = exponent;
        return true;
    }

    bool read_tail(Numeral& out) {
        at_ = out.end;
        std::uint32_t length = 0;
        std::size_t at = at_ + blank_at(text_, at_, end_);
        const bool hyphen = at == at_ && at < end_ && text_[at] == '-';
        if (hyphen) ++at;
        if (at > at_ && out.value < Rational(100)) {
            const Sense* part = numeral_at(at, length);
            const bool singular = out.value == Rational(1);
            if (part && part->value > Rational(1) &&
                (part->id == "parts" ? length > 7 || singular || text_[at + length - 1] == 's' : part->id == "ordinal" && singular)) {
                const std::size_t after = at + length;
                const bool quarter = part->value == Rational(4);
                const bool of = word_at(text_, after + blank_at(text_, after, end_), end_, "of");
                if ((quarter || singular) && !of && !hyphen && !context_.all_numbers) return true;
                if (out.value < part->value) return whole(out.value / part->value, after, out);
                return true;
            }
        }
        if (word_at(text_, at, end_, "and")) return read_and_half(at + 3, out);
        if (out.single && out.value < Rational(10)) read_ratio(at, out);
        return true;
    }

    bool read_and_half(std::size_t at, Numeral& out) {
        at += blank_at(text_, at, end_);
        if (!word_at(text_, at, end_, "a")) return true;
        at += 1;
        at += blank_at(text_, at, end_);
        if (!word_at(text_, at, end_, "half")) return true;
        at += 4;
        out.value += Rational(1, 2);
        out.step = out.finest = Rational(1, 2);
        out.end = at;
        const std::size_t next = at + blank_at(text_, at, end_);
        const auto match = lexicon_.longest(text_, next, end_, mask(WordClass::scale));
        if (match && match->entry->sense(WordClass::scale)->id.empty()) {
            const Rational scale = match->entry->sense(WordClass::scale)->value;
            out.value *= scale;
            out.step = out.finest = scale / Rational(10);
            out.scale = scale.magnitude();
            out.end = next + match->length;
        }
        return true;
    }

    /// "one in three", "two out of five".
    void read_ratio(std::size_t at, Numeral& out) {
        if (word_at(text_, at, end_, "in")) {
            at += 2;
        } else if (word_at(text_, at, end_, "out")) {
            at += 3;
            at += blank_at(text_, at, end_);
            if (!word_at(text_, at, end_, "of")) return;
            at += 2;
        } else {
            return;
        }
        at += blank_at(text_, at, end_);
        if (word_at(text_, at, end_, "every")) at += 6;
        std::uint32_t length = 0;
        const Sense* below = at < end_ ? numeral_at(at, length) : nullptr;
        if (below && below->id.empty() && below->value > out.value) whole(out.value / below->value, at + length, out);
    }

    const Lexicon& lexicon_;
    std::string_view text_;
    std::size_t at_;
    std::size_t end_;
    NumeralContext context_;
    DecimalSum total_;
    __int128 small_ = 0;  ///< below 10,000: what stands behind the last scale word
    Rational times_ = 1;
    int last_scale_ = 0;
};

}  // namespace

bool read_english_numeral(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context,
                          Numeral& out) {
    return EnglishNumber(lexicon, text, at, end, context).read(out);
}

}  // namespace tieout
