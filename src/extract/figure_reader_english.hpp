#pragma once

#include "extract/figure_reader_core.hpp"

/// English amounts whose number and unit stand in several pieces.
namespace tieout::english {

/// "half an hour", "three quarters of a mile", "1/2 mile": a share whose unit follows is an amount in that unit.
void take_unit_of_fraction(const Scan& scan, Core& core);

/// Behind "of" or "of an" after a mixed number ("one and a half of an hour"), on the blank before what follows; `at` elsewhere.
std::size_t behind_of(const Scan& scan, std::size_t at);

/// "an hour and a half", and where all numbers are asked for "a dollar": an article that stands for one before a unit.
bool read_article_unit(const Scan& scan, std::size_t at, Core& core);

/// "a year and a half": the fraction behind an amount is one of the same unit.
void add_fraction_of_unit(const Scan& scan, Core& core);

/// "6 feet 2 inches", "2 years, 3 months", "13 dollars 45 cents": smaller units behind an amount belong to it, which is then
/// told in the smallest of them.
void add_smaller_units(const Scan& scan, Core& core);

/// Time that is not whole in its unit, told in the next smaller one that it is whole in: half an hour and 0.5 hours are 30
/// minutes.
void tell_time_in_whole_units(const Scan& scan, Core& core);

/// "75 USD million": the scale word behind a currency code.
void take_scale_behind_code(const Scan& scan, Core& core);

/// "won 4 to 1", "odds of 3 to 1": bare digits [begin, end) with fewer behind "to", or more before it, are a score, a vote or
/// odds.
bool in_a_score(const Scan& scan, std::size_t begin, std::size_t end);

/// "spread over 10 years", "over 6 months sales rose": how long something went on, and not that it was longer. `core` is the
/// length behind the hedge of `prefix`.
bool means_during(const Scan& scan, const Prefix& prefix, const Core& core);

/// "First National Bank", "Second Avenue": a rank in a name. `core` is an ordinal in words.
bool part_of_a_title(const Scan& scan, const Core& core);

/// "more than 10 but fewer than 20 people": a bound and its opposite are the two ends of one range.
void join_opposite_bound(const Scan& scan, Core& core, Figure& figure);

}  // namespace tieout::english
