#pragma once

#include "extract/units.hpp"

namespace tieout {

/// One amount: sign, currency sign, number and unit, without hedges and ranges.
struct Core {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t numeral_begin = 0;
    Numeral numeral;
    UnitMatch unit;
    bool negative = false;
    bool sign = false;
    bool currency_before = false;
    bool needs_range = false;  ///< a number in words that counts only as the lower end of a range: "two to three weeks"
};

/// Reads the amount at `at`. Nothing for identifiers, versions, phone numbers and words that only look like numbers.
std::optional<Core> read_core(const Scan& scan, std::size_t at, bool in_range);

/// The word before `at`, one blank away, as one of the lexicon's class `name`; null where it is none.
const Sense* word_before(const Scan& scan, std::size_t at, std::string_view name);

/// Kind, unit and noun of an amount.
void set_unit(const Scan& scan, const Core& core, Figure& figure);

/// Value and steps of an amount of the kind that `figure` has: percentages, points and multiples are read as written.
void set_magnitude(const Core& core, Figure& figure);

/// What stands before the number: hedges and per-words.
struct Prefix {
    std::size_t core = 0;                        ///< where the amount begins
    std::size_t hedge = std::string_view::npos;  ///< where the first hedge begins
    Hedge kind = Hedge::none;
    Per per = Per::none;
    std::string_view per_id;  ///< the id of the per-word, in the lexicon
    bool between = false;
    bool nothing = false;      ///< no word of the lexicon that a figure may begin with stands here
    std::size_t stop_end = 0;  ///< where the stop word ends that stands at `core`; 0 where none does
};

Prefix read_prefix(const Scan& scan, std::size_t at);

/// Hedges, 대/선 and per-words behind the amount that ends at figure.span.end.
void read_suffix(const Scan& scan, Figure& figure);

/// A figure as read_figure gives it, but for ranges that are written as two bounds.
std::optional<Figure> read_single(const Scan& scan, std::size_t at);

Per per_of(std::string_view id);  ///< Per::item for the ids that are no stretch of time

}  // namespace tieout
