#include "extract/numeral_english.hpp"

namespace tieout::english {
namespace {

constexpr int kLargestScale = 18;

}  // namespace

bool Words::is(std::size_t at, std::string_view word) const {
    if (at + word.size() > end) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (ascii_lower(text[at + i]) != word[i]) return false;
    }
    return at + word.size() == end || !is_ascii_letter(text[at + word.size()]);
}

std::size_t Words::skip(std::size_t at, std::string_view word) const {
    return is(at, word) ? skip_blanks(at + word.size()) : at;
}

std::size_t Words::skip_article(std::size_t at) const {
    const std::size_t letters = is(at, "a") ? 1 : is(at, "an") ? 2 : 0;
    if (letters == 0) return at;
    const std::size_t next = skip_blanks(at + letters);
    return next > at + letters ? next : at;
}

std::size_t Words::skip_blanks(std::size_t at) const {
    constexpr int kMostBlanks = 4;
    for (int blanks = 0; blanks < kMostBlanks; ++blanks) {
        const std::size_t blank = blank_at(text, at, end);
        if (blank == 0) break;
        at += blank;
    }
    return at;
}

std::size_t Words::skip_gap(std::size_t at) const {
    const auto hyphen = [&](std::size_t place) -> std::size_t {
        if (place >= end) return 0;
        if (text[place] == '-') return 1;
        const std::string_view three = text.substr(place, 3);
        return three == "‐" || three == "‑" || (context.all_numbers && (three == "–" || three == "—")) ? 3 : 0;
    };
    if (const std::size_t length = hyphen(at)) return at + length;
    const std::size_t next = skip_blanks(at);
    if (!context.all_numbers || next == at) return next;
    const std::size_t length = hyphen(next);
    const std::size_t behind = length > 0 ? skip_blanks(next + length) : next;
    return behind > next + length ? behind : next;
}

Words::Found Words::find(std::size_t at, WordClass word_class) const {
    const auto match = at < end ? lexicon.longest(text, at, end, mask(word_class)) : LexiconMatch{};
    if (!match) return {};
    return {match.entry->sense(word_class), at + match.length};
}

Words::Found Words::scale(std::size_t at) const {
    const Found found = find(at, WordClass::scale);
    return found && found.sense->id == "letter" ? Found{} : found;
}

Rational Cardinal::value() const {
    Numeral numeral;
    to(numeral);
    return numeral.value;
}

DecimalSum Cardinal::sum() const {
    DecimalSum sum = closed_;
    if (open_ || sum.empty()) sum.add(group_, exponent_, 0);
    return sum;
}

void Cardinal::to(Numeral& out) const {
    sum().to(out);
    out.value *= times_;
    out.step *= times_;
    out.finest *= times_;
    out.scale = last_scale_ > 0 ? last_scale_ : open_ && hundred_ ? 2 : 0;
}

bool Cardinal::put(const Digits& digits) {
    if (times_ != Rational(1)) return false;
    if (open_) {
        if (!ends_in_hundred() || digits.exponent != 0 || digits.mantissa == 0 || digits.mantissa >= 100) return false;
        group_ += digits.mantissa;
    } else {
        group_ = digits.mantissa;
        exponent_ = digits.exponent;
    }
    open_ = digits_ = true;
    hundred_ = false;
    return true;
}

bool Cardinal::put(int value) {
    if (times_ != Rational(1) || (value == 0 && !empty())) return false;
    if (!open_) {
        group_ = value;
        exponent_ = 0;
        digits_ = false;
    } else if ((ends_in_hundred() && value < 100) || (ends_in_ten() && value < 10)) {
        group_ += value;
    } else {
        return false;
    }
    open_ = true;
    hundred_ = false;
    return true;
}

bool Cardinal::multiply(const Sense& scale) {
    if (times_ != Rational(1)) return false;
    if (scale.id == "dozen") {
        if (empty()) return false;
        times_ = scale.value;
        return true;
    }
    const int exponent = scale.value.magnitude();
    if (exponent < 2) return false;
    if (exponent == 2) {
        if (!open_ || group_ == 0 || (exponent_ == 0 && group_ > 99)) return false;
        const int up = exponent_ < -2 ? 2 : -exponent_;
        exponent_ += up;
        for (int i = up; i < 2; ++i) group_ *= 10;
        hundred_ = true;
        return true;
    }
    if (!open_) {  // "a thousand million", "two lakh crore"
        if (closed_.empty() || last_scale_ + exponent > kLargestScale) return false;
        closed_.shift(exponent);
        last_scale_ += exponent;
        return true;
    }
    if (last_scale_ != 0 && exponent >= last_scale_) return false;
    closed_.add(group_, exponent_, exponent);
    group_ = 0;
    exponent_ = 0;
    open_ = digits_ = hundred_ = false;
    last_scale_ = exponent;
    return true;
}

std::optional<Cardinal> Cardinal::without_ten() const {
    if (!ends_in_ten() || (group_ < 100 && closed_.empty())) return std::nullopt;
    Cardinal rest = *this;
    rest.group_ -= group_ % 100;
    rest.open_ = rest.group_ > 0;
    return rest;
}

CardinalMatch read_cardinal(const Words& words, std::size_t at, Cardinal started, bool whole) {
    CardinalMatch match{std::move(started), at, {}, true};
    Cardinal& number = match.number;
    bool unsure = !number.empty();   // begun in digits, or gone on with in digits
    std::optional<Cardinal> scaled;  // the number up to its last scale word
    std::size_t scaled_end = at;
    std::optional<Cardinal> linked;  // the number up to the "and" before its last word
    std::size_t linked_end = at;
    for (bool first = number.empty();; first = false) {
        std::size_t place = match.end;
        bool with_and = false;
        if (!first) {
            place = words.skip_gap(match.end);
            if (place == match.end && !number.digits()) break;
            if (whole && (number.ends_in_hundred() || !number.open())) {
                const std::size_t behind = words.skip(place, "and");
                with_and = behind > place;
                if (with_and && read_fraction(words, behind)) break;  // "one hundred and three quarters"
                place = behind;
            }
        }
        if (place >= words.end) break;
        const std::optional<Cardinal> before = with_and ? std::optional(number) : std::nullopt;
        const std::size_t before_end = match.end;
        if (is_ascii_digit(words.text[place])) {
            const auto more = read_digits(words.text, place, words.end);
            if (!more || first || !scaled || !number.put(*more)) break;
            match.end = more->end;
            unsure = true;
            linked = with_and ? std::optional(before) : std::nullopt;
            linked_end = before_end;
        } else if (const auto scale = words.scale(place); scale && !with_and) {
            if (first) break;
            const bool dozen = scale.sense->id == "dozen" && linked;
            if (dozen || !number.multiply(*scale.sense)) {
                // "three hundred and two hundred" are two numbers, "one hundred and two dozen" too.
                if (linked) {
                    number = *linked;
                    match.end = linked_end;
                }
                break;
            }
            match.end = scale.end;
            linked.reset();
            scaled = number;
            scaled_end = match.end;
        } else {
            const auto word = words.numeral(place);
            if (!word) break;
            const std::string& id = word.sense->id;
            if (id == "ordinal" || id == "parts" || id == "half") match.behind = word;
            if (!id.empty() || !number.put(static_cast<int>(word.sense->value.to_int64().value_or(0)))) break;
            match.end = word.end;
            if (with_and) {
                linked = before;
                linked_end = before_end;
            }
        }
        if (!first) match.plain = false;
    }
    // "3 million two hundred" goes on only where a scale word follows too: what else stands there may be the next number.
    if (unsure && scaled && match.end != scaled_end && !words.context.all_numbers) {
        number = *scaled;
        match.end = scaled_end;
        match.behind = {};
    }
    return match;
}

}  // namespace tieout::english
