#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "base/utf8.hpp"
#include "extract/scan.hpp"

namespace tieout {

/// A run of ASCII digits.
struct DateDigits {
    unsigned value = 0;
    unsigned count = 0;  ///< how many digits, at most 8
    std::size_t end = 0;
};

/// A word of the lexicon found in the text.
struct DateWord {
    const Sense* sense = nullptr;
    std::size_t end = 0;

    std::string_view id() const { return sense->id; }
    int value() const;
};

/// What the date readers ask of a sentence: small looks forwards and backwards, each bounded by a constant or by a word of the
/// lexicon.
class DateText {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    explicit DateText(const Scan& scan, bool nested = false) : scan_(scan), nested_(nested) {}

    /// For the date inside a date ("the end of | March"), which holds no further one: "end of end of end of …" is read once.
    DateText inside() const { return DateText(scan_, true); }
    bool nested() const { return nested_; }

    const Scan& scan() const { return scan_; }
    std::size_t end() const { return scan_.end; }
    Day date_line() const { return scan_.date_line; }
    bool korean() const { return scan_.lexicon->language() == Language::ko; }

    /// The byte at `at`; 0 outside the sentence.
    char byte(std::size_t at) const { return at >= scan_.begin && at < scan_.end ? scan_.text[at] : '\0'; }
    bool digit(std::size_t at) const { return is_ascii_digit(byte(at)); }
    /// The code point at `at`; 0 outside the sentence.
    char32_t sign(std::size_t at) const {
        return at >= scan_.begin && at < scan_.end ? code_point_at(scan_.text, at).value : 0;
    }
    /// The code point that ends before `at`; 0 outside the sentence.
    char32_t sign_before(std::size_t at) const;

    /// Past up to three blanks.
    std::size_t skip_blanks(std::size_t at) const;
    std::size_t skip_blanks_back(std::size_t at) const;
    bool has(std::size_t at, std::string_view literal) const {
        return at < scan_.end && scan_.text[at] == literal.front() && scan_.text.substr(at, scan_.end - at).starts_with(literal);
    }
    bool ends_with(std::size_t at, std::string_view literal) const;
    /// Past the first of these that stands at `at`, kNone where none does.
    std::size_t past(std::size_t at, std::initializer_list<std::string_view> literals) const;
    /// The same for Latin words, in any case, with a word's end after them; a space in a literal stands for blanks.
    std::size_t past_word(std::size_t at, std::initializer_list<std::string_view> words) const;
    /// Past "~" in its forms, or "-" and the dashes where `dashes`, with blanks on either side; kNone where none stands there.
    std::size_t past_range_sign(std::size_t at, bool dashes) const;

    /// One to eight digits.
    std::optional<DateDigits> digits(std::size_t at) const;

    /// A word of any of the classes begins here: the quick way to say no.
    bool any_word(std::size_t at, ClassMask classes) const {
        return scan_.lexicon->longest(scan_.text, at, scan_.end, classes).found();
    }
    std::optional<DateWord> word(std::size_t at, WordClass word_class) const;
    /// A word of class date_word with this id.
    std::optional<DateWord> date_word(std::size_t at, std::string_view id) const;
    /// A relative period, unless a word as long that is no date ("오늘날") stands there.
    std::optional<DateWord> period(std::size_t at) const;

    /// No Latin letter or digit goes on at `at`.
    bool ends_latin(std::size_t at) const;
    /// No Hangul goes on at `at`, or a particle's first syllable does.
    bool ends_korean(std::size_t at) const;
    /// The Latin word before `at` (blanks between), at most 12 letters long; empty where there is none.
    std::string_view word_before(std::size_t at) const;
    /// The run of Hangul before `at` (blanks between) is a word of class date_word with this id.
    bool date_word_before(std::size_t at, std::string_view id) const;
    /// A word stands before that dates what could be something else: "in 2000", "by May", "since H2".
    bool dated_before(std::size_t at) const;

private:
    const Scan& scan_;
    bool nested_;
};

/// The same in any case of ASCII letters; `lower` is lower case.
bool same_letters(std::string_view text, std::string_view lower);
bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower);

}  // namespace tieout
