#pragma once

#include "extract/figure_reader_core.hpp"

namespace tieout {

/// Whether a number written in Hangul alone is one: the syllables of its digits and of most units also make other words (한전,
/// 이 전 대표, 세정제), so that only what cannot be one of them counts.
bool korean_words_count(const Scan& scan, const Core& core);

/// "3대 1", "5 대 0": a score or odds, where a number with no unit of its own stands behind 대.
bool in_odds(const Scan& scan, const Core& core);

/// What 대 behind a multiple of ten says.
enum class Tens {
    count,    ///< machines, or no such number at all
    age,      ///< the decades of life that it names: "30대", "40~60대"
    ranking,  ///< the ten greatest of a kind, which is no figure: "세계 10대 부자"
};
Tens tens_of(const Scan& scan, const Core& low, const Core* high, const Prefix& prefix);

/// "오후 7시 30분": the minutes of a clock's time.
bool tells_the_clock(const Scan& scan, const Core& core);

/// "2시간 20분" is 140 minutes.
void add_minutes(const Scan& scan, Core& core);

/// "232→229달러", "1, 2위": the unit behind the second number is the first one's too.
void share_unit_behind(const Scan& scan, Core& core);

/// 여 behind a unit, which says that a little more was counted: "2분여", "3주일여". Takes it into the figure.
void take_extra(const Scan& scan, Figure& figure);

/// "2500선 | 붕괴": what stands behind a line says that it was lost.
bool is_line_lost(const Scan& scan, std::size_t at);

/// The figure is what another is measured by ("예상치인 2.6%를 하회했다"), so that the verb's bound is not its own.
bool is_benchmark(const Scan& scan, const Figure& figure);

}  // namespace tieout
