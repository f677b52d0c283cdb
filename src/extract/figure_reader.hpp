#pragma once

#include <optional>

#include "extract/scan.hpp"
#include "model/figure.hpp"

namespace tieout {

/// Reads the figure whose first byte (hedge, per-word, sign, currency sign or numeral) stands at `at`: money, percentages, points,
/// multiples, counts, physical quantities, durations, ordinals and bare numbers, with ranges and hedges on either side; never dates
/// (read_date is asked first). The caller makes sure that a word may begin at `at`. The figure may begin after `at` (a per-word such as
/// 하루 is not part of its span) and lies wholly before scan.end. Nothing where no figure stands here: identifiers (GPT-4, H100),
/// versions, phone numbers, words that only look like numerals (만났다). Time is linear in what is read.
std::optional<Figure> read_figure(const Scan& scan, std::size_t at);

}  // namespace tieout
