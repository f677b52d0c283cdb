#include "extract/numeral_parts.hpp"

namespace tieout {
namespace {

constexpr ClassMask kParts = masks(WordClass::numeral, WordClass::scale);
constexpr ClassMask kUnits = masks(WordClass::unit, WordClass::currency, WordClass::counter);
constexpr int kNone = INT_MAX;
constexpr std::string_view kPoint = "점";

enum class Place { start, digits, sino, native, small, large, extra };

/// Walks one Korean number. `total` holds the finished groups of 만, 억, 조; `group` what stands before the next of them;
/// `digit` the digits that the next scale word multiplies.
class KoreanNumber {
public:
    KoreanNumber(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context)
        : lexicon_(lexicon), text_(text), begin_(at), at_(at), end_(end), context_(context) {}

    bool read(Numeral& out) {
        while (step(out)) good_ = at_;
        at_ = good_;
        if (at_ == begin_ || place_ == Place::start) return false;
        if (several_ && largest_seen_ == kNone && small_several_ < 0) return false;
        finish(out);
        return total_.fits();
    }

private:
    bool step(Numeral& out) {
        if (at_ >= end_ || done_) return false;
        if (is_ascii_digit(text_[at_]) || (at_ == begin_ && text_[at_] == '.')) return read_digit_run(out);
        if (const std::size_t blank = blank_at(text_, at_, end_)) return read_across(blank, out);
        if (extra_at(at_)) return read_extra(out);
        if (text_.substr(at_, 3) == kPoint && !from_digits_ && (place_ == Place::sino || place_ == Place::small))
            return read_point();
        const auto match = lexicon_.longest(text_, at_, end_, kParts | kUnits);
        if (!match || !(match.entry->classes & kParts)) return false;
        if (const Sense* scale = match.entry->sense(WordClass::scale)) return read_scale(*scale, match.length);
        return read_word(*match.entry->sense(WordClass::numeral), match.length, out);
    }

    bool read_digit_run(Numeral& out) {
        if (has_digit_ || place_ == Place::extra || several_ || native_) return false;
        const auto digits = read_digits(text_, at_, end_);
        if (!digits || (bare_large_ && place_ == Place::large && digits->count < 3 && !scale_at(digits->end)))
            return false;  // "만30세" are years of age
        from_digits_ = has_digit_ = true;
        mantissa_ = digits->mantissa;
        exponent_ = digits->exponent;
        out.valid = out.valid && digits->valid && !digits->indian;
        if (at_ == begin_) out.code_like = digits->leading_zero || (digits->count > 15 && !digits->grouped);
        at_ = digits->end;
        place_ = Place::digits;
        scale_ = 0;
        return true;
    }

    bool read_word(const Sense& sense, std::uint32_t length, Numeral& out) {
        const int value = static_cast<int>(sense.value.to_int64().value_or(0));
        if (sense.id == "several") {
            if (place_ != Place::start) return false;
            length += static_cast<std::uint32_t>(blank_at(text_, at_ + length, end_));
            const auto next = lexicon_.longest(text_, at_ + length, end_, kParts | kUnits);
            if (!next || !next.entry->sense(WordClass::scale)) return false;
            several_ = true;
            place_ = Place::sino;
        } else if (sense.id == "pair") {
            if (place_ != Place::start) return false;
            out.shape = Shape::range;
            native_ = done_ = true;
            total_.add(value, 0, 0);
            place_ = Place::native;
        } else if (sense.id == "native") {
            if (from_digits_ || has_digit_ || several_ || (place_ == Place::native && (native_unit_ || value >= 10)))
                return false;
            if (bare_large_ && place_ == Place::large) return false;  // "그럴 만한 점"
            group_.add(value, 0, 0);
            native_ = true;
            native_unit_ = value < 10;
            place_ = Place::native;
        } else if (sense.id == "sino") {
            if (native_ || several_ || to_next_ || (has_digit_ && (from_digits_ || scales_ > 0))) return false;
            if (place_ != Place::start && ending_at(at_)) return false;
            if (has_digit_ && lexicon_.longest(text_, at_, end_, mask(WordClass::particle))) return false;  // "십분의 일이"
            if (from_digits_ && !digit_behind_digits(length)) return false;
            if (++sino_digits_ > 16) return false;
            mantissa_ = (has_digit_ ? mantissa_ * 10 : 0) + value;
            exponent_ = 0;
            has_digit_ = true;
            scale_ = 0;
            place_ = Place::sino;
        } else {
            return false;
        }
        at_ += length;
        return true;
    }

    bool read_scale(const Sense& sense, std::uint32_t length) {
        const int exponent = sense.value.magnitude();
        if (native_) return false;
        if (has_digit_ && !from_digits_ && mantissa_ == 0 && !context_.all_numbers) return false;  // 공조, 영천
        if (exponent < 4) {
            if (sino_digits_ == 2 && scales_ == 0 && mantissa_ / 10 + 1 == mantissa_ % 10 &&
                !several_) {  // 이삼백: two to three hundred
                to_next_ = true;
                mantissa_ /= 10;
            }
            if (several_ && place_ != Place::sino) return false;
            if (exponent >= last_small_) return false;
            if (from_digits_ && !has_digit_ && !unit_follows(at_ + length)) return false;
            if (several_) small_several_ = exponent;
            group_.add(has_digit_ ? mantissa_ : 1, has_digit_ ? exponent_ : 0, exponent);
            scale_ = exponent;
            last_small_ = exponent;
            place_ = Place::small;
        } else {
            if (exponent >= last_large_) {
                // "15억9906억", "3만5억": digits glued to a larger number's scale word go on with it, though no number is
                // written so.
                if (!from_digits_ || !has_digit_) return false;
                disordered_ = true;
            }
            take_digit();
            if (group_.empty()) {
                // 만 may stand alone ("만5000명"); before 억 and 조 a number is written: "올 해 100억원" has no 해.
                if ((!total_.empty() && !context_.all_numbers) ||
                    (exponent > 4 && !several_ && !(context_.all_numbers && joined(at_ + length))))
                    return false;
                group_.add(1, 0, 0);
                bare_large_ = exponent == 4;
            }
            group_.shift(exponent);
            total_.add(group_);
            group_ = DecimalSum();
            scale_ = scale_ + exponent;
            last_large_ = exponent;
            largest_seen_ = exponent;
            last_small_ = kNone;
            place_ = Place::large;
        }
        ++scales_;
        has_digit_ = false;
        sino_digits_ = 0;
        at_ += length;
        return true;
    }

    /// "5만이 넘는": behind digits a syllable is a digit only before a scale word, or at the end where it means nothing else.
    bool digit_behind_digits(std::uint32_t length) const {
        const auto next = lexicon_.longest(text_, at_ + length, end_, kParts);
        if (next && next.entry->sense(WordClass::scale)) return true;
        return context_.all_numbers && !lexicon_.longest(text_, at_, end_, kUnits | mask(WordClass::particle)) &&
               unit_follows(at_ + length);
    }

    /// 여, which says that a little more was counted, behind digits or a scale word.
    bool extra_at(std::size_t at) const {
        return text_.substr(at, 3) == "여" && !lexicon_.longest(text_, at, end_, mask(WordClass::numeral));
    }

    bool read_extra(Numeral& out) {
        if (place_ == Place::start || place_ == Place::extra || place_ == Place::native || several_ || exponent_ < 0)
            return false;
        const std::size_t after = at_ + 3;
        const bool closed = after >= end_ || !is_hangul(code_point_at(text_, after).value);
        if (!closed && !lexicon_.longest(text_, after, end_, kParts | kUnits)) return false;
        const bool behind_digit = has_digit_;
        const bool large = place_ == Place::large;
        const int step = large ? last_large_ : last_small_;
        take_digit();
        if (!behind_digit) (large ? total_ : group_).set_step(step);
        out.shape = Shape::beyond;
        place_ = Place::extra;
        at_ = after;
        return true;
    }

    /// "구십구점구구": the decimals of a number in words.
    bool read_point() {
        std::size_t at = at_ + kPoint.size();
        if (context_.all_numbers && lexicon_.longest(text_, at + blank_at(text_, at, end_), end_, mask(WordClass::stop)))
            return false;
        if (context_.all_numbers) at += blank_at(text_, at, end_);
        int places = 0;
        Int128 decimals = 0;
        while (places < 12) {
            const auto next = lexicon_.longest(text_, at, end_, mask(WordClass::numeral));
            if (!next || next.entry->sense(WordClass::numeral)->id != "sino" || (places > 0 && ending_at(at))) break;
            decimals = decimals * 10 + next.entry->sense(WordClass::numeral)->value.to_int64().value_or(0);
            ++places;
            at += next.length;
        }
        if (places == 0) return false;
        if (place_ == Place::small) {
            group_.add(decimals, -places, 0);
            has_digit_ = false;
            done_ = true;
        } else {
            for (int i = 0; i < places; ++i) mantissa_ *= 10;
            mantissa_ += decimals;
            exponent_ = -places;
            if (!group_.empty()) done_ = true;
        }
        at_ = at;
        return true;
    }

    /// A number goes on behind a blank only where what follows is a smaller part of it ("1조 2,345억", "3천 5백만", "2만 5000")
    /// or its scale word ("5 억 달러").
    bool read_across(std::size_t blank, Numeral& out) {
        std::size_t next = at_ + blank;
        for (std::size_t more = blank; context_.all_numbers && more > 0; next += more) more = blank_at(text_, next, end_);
        if (next >= end_ || several_ || to_next_ || out.shape == Shape::beyond) return false;
        const bool behind_scale = place_ == Place::small || place_ == Place::large;
        const bool in_words = !from_digits_ && (behind_scale || place_ == Place::sino);
        if (in_words && context_.all_numbers && text_.substr(next, kPoint.size()) == kPoint) {
            at_ = next;
            return read_point();
        }
        if (is_ascii_digit(text_[next])) {
            if (!behind_scale) return false;
            const auto digits = read_digits(text_, next, end_);
            if (!digits || digits->leading_zero || !(smaller(*digits) || out_of_order(*digits))) return false;
        } else if (!is_hangul(code_point_at(text_, next).value)) {
            return false;
        } else if (behind_scale) {
            if (!part_in_words(next)) return false;
        } else if (place_ == Place::native) {  // 스물 한 번
            const auto one = lexicon_.longest(text_, next, end_, kParts | kUnits);
            const Sense* sense = one ? one.entry->sense(WordClass::numeral) : nullptr;
            if (!context_.all_numbers || native_unit_ || !sense || sense->id != "native" || !(sense->value < Rational(10)))
                return false;
        } else if (place_ != Place::digits || !scale_of_digits(next)) {
            return false;
        }
        at_ = next;
        return true;
    }

    /// A scale word behind digits and a blank, with more of the number or a unit behind it.
    bool scale_of_digits(std::size_t at) const {
        const auto match = lexicon_.longest(text_, at, end_, kParts | kUnits);
        const Sense* scale = match ? match.entry->sense(WordClass::scale) : nullptr;
        if (!scale || scale->value.magnitude() > 12) return false;
        const std::size_t behind = at + match.length;
        const std::size_t after = behind + blank_at(text_, behind, end_);
        if (after < end_ && is_ascii_digit(text_[after])) return after == behind || scale->value.magnitude() >= 4;
        if (after >= end_) return context_.all_numbers;
        return lexicon_.longest(text_, after, end_, kUnits | kParts).found();
    }

    /// "190억 8400억원": four digits behind a blank, and a scale word that is no smaller than the last, before a currency.
    /// Lists go up by less; this is one amount with a wrong scale word, as without the blank.
    bool out_of_order(const Digits& digits) const {
        const auto follows = lexicon_.longest(text_, digits.end, end_, kParts);
        const Sense* scale = follows ? follows.entry->sense(WordClass::scale) : nullptr;
        if (!scale || scale->value.magnitude() < last_large_ || place_ != Place::large || !from_digits_) return false;
        const std::size_t unit = digits.end + follows.length;
        return digits.count == 4 && digits.exponent == 0 && scales_ == 1 &&
               lexicon_.longest(text_, unit + blank_at(text_, unit, end_), end_, mask(WordClass::currency)).entry != nullptr;
    }

    bool smaller(const Digits& digits) const {
        const std::size_t after = digits.end + blank_at(text_, digits.end, end_);
        const auto follows = lexicon_.longest(text_, after, end_, kParts | kUnits);
        const Sense* scale = follows ? follows.entry->sense(WordClass::scale) : nullptr;
        if (scale && after > digits.end && !scale_of_digits(after)) return false;
        const int width = digits.count;
        if (scale) {
            const int exponent = scale->value.magnitude();
            if (exponent < 4) return exponent < last_small_ && (place_ == Place::small || exponent < last_large_);
            return exponent < last_large_ && (last_small_ == kNone || width <= last_small_);
        }
        if (digits.exponent < 0 || width > (place_ == Place::small ? last_small_ : last_large_)) return false;
        // One or two digits behind a blank may begin something else, unless a currency closes both: "1만 30원".
        const bool money = follows && (follows.entry->classes & mask(WordClass::currency)) != 0;
        if (!money && !context_.all_numbers && (width < 3 || (place_ == Place::small && !follows))) return false;
        if (const Sense* counter = follows ? follows.entry->sense(WordClass::counter) : nullptr;
            counter && counter->id == "name")
            return false;
        const std::string_view unit = text_.substr(digits.end, 3);
        return unit != "년" && unit != "월" && unit != "일" && !(digits.end < end_ && is_ascii_letter(text_[digits.end]));
    }

    /// A part in words behind a blank: with a scale word in it, or a currency behind it, and ending where a unit, a particle or
    /// no Hangul follows.
    bool part_in_words(std::size_t at) const {
        bool scale = context_.all_numbers;
        std::size_t place = at;
        for (int parts = 0; parts < 24; ++parts) {
            const auto match = lexicon_.longest(text_, place, end_, kParts | kUnits);
            if (!match || !(match.entry->classes & kParts)) break;
            if (const Sense* word = match.entry->sense(WordClass::numeral); word && word->id != "sino") break;
            if (place > at && ending_at(place)) break;
            if (place == at && match.entry->sense(WordClass::scale) &&
                match.entry->sense(WordClass::scale)->value.magnitude() >= last_small_)
                return false;
            scale = scale || match.entry->sense(WordClass::scale);
            place += match.length;
        }
        if (place == at) return false;
        const std::size_t after = place + blank_at(text_, place, end_);
        return (scale && unit_follows(place)) || lexicon_.longest(text_, after, end_, mask(WordClass::currency)).found();
    }

    /// The copula or a hedge begins here (이다, 이상, "이 넘는"): no digit, although it is written like one.
    bool ending_at(std::size_t at) const {
        const auto match = lexicon_.longest(text_, at, end_, masks(WordClass::particle, WordClass::hedge_after));
        return match && match.length > 3;
    }

    bool scale_at(std::size_t at) const { return lexicon_.longest(text_, at, end_, mask(WordClass::scale)).found(); }

    bool joined(std::size_t at) const { return at >= end_ || lexicon_.longest(text_, at, end_, kParts).found(); }

    bool unit_follows(std::size_t at) const {
        if (at >= end_ || !is_hangul(code_point_at(text_, at).value)) return true;
        return lexicon_.longest(text_, at, end_, kUnits | kParts | masks(WordClass::particle, WordClass::hedge_after)).found();
    }

    void take_digit() {
        if (has_digit_) group_.add(mantissa_, exponent_, 0);
        has_digit_ = false;
        if (exponent_ < 0) exponent_ = 0;
    }

    void finish(Numeral& out) {
        const bool lone_digit = has_digit_ && scales_ == 0;
        take_digit();
        total_.add(group_);
        out.end = at_;
        out.valid = out.valid && !disordered_;
        out.scale = scale_;
        out.words = !from_digits_;
        out.native = native_;
        out.single = out.words && lone_digit && at_ - begin_ == 3;
        out.code_like =
            out.code_like || (out.words && scales_ == 0 && sino_digits_ > 1);  // 공구, 일이삼: digits read out one by one
        out.bare_scale = out.words && scales_ == 1 && at_ - begin_ == 3;
        total_.to(out);
        if (several_) {
            const Rational unit = out.value;
            out.value = unit * Rational(2);
            // 수십: 20 to 99; 수억: 2 to 9 of the last scale word.
            const Rational top = small_several_ < 0 ? Rational(9) : power_of_ten(small_several_ + 1) - Rational(1);
            const Rational scale = small_several_ < 0 ? unit : unit / power_of_ten(small_several_);
            out.high = top * scale;
            out.shape = Shape::several;
            out.step = out.finest = scale;
        } else if (to_next_) {
            out.high = out.value + power_of_ten(scale_);
            out.shape = Shape::range;
        } else if (out.shape == Shape::range) {
            out.high = out.value + Rational(1);
        }
    }

    const Lexicon& lexicon_;
    std::string_view text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t end_;
    std::size_t good_ = begin_;
    NumeralContext context_;
    DecimalSum total_;
    DecimalSum group_;
    Int128 mantissa_ = 0;
    int exponent_ = 0;
    int last_small_ = kNone;
    int last_large_ = kNone;
    int largest_seen_ = kNone;
    int small_several_ = -1;
    int scale_ = 0;
    int scales_ = 0;
    int sino_digits_ = 0;
    Place place_ = Place::start;
    bool has_digit_ = false;
    bool from_digits_ = false;
    bool native_ = false;
    bool native_unit_ = false;
    bool several_ = false;
    bool to_next_ = false;
    bool bare_large_ = false;
    bool disordered_ = false;
    bool done_ = false;
};

}  // namespace

bool read_korean_number(const Lexicon& lexicon, std::string_view text, std::size_t at, std::size_t end, NumeralContext context,
                        Numeral& out) {
    return KoreanNumber(lexicon, text, at, end, context).read(out);
}

}  // namespace tieout
