#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/document.hpp"
#include "model/figure.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

enum class Modality : std::uint8_t { reported, forecast, target, estimate };

/// A figure and what is said of it. What the draft leaves open stays empty or absent; unknown never equals anything.
struct Claim {
    Figure figure;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;                 ///< the figure's token
    std::string metric;                      ///< an id of the metric lexicon
    std::string subject;                     ///< whom or what it is said of, as the draft words it ("생성AI")
    std::string scope;                       ///< ids of the scope lexicon in order, joined by '+'
    std::string source;                      ///< who says so
    std::string basis;                       ///< what a change is compared with: an id of the basis lexicon, or "date"
    std::optional<Period> basis_period;      ///< the days that basis means, where they are known
    std::optional<Period> period;            ///< the days the figure is of; never inherited from another sentence
    bool inherited = false;                  ///< the metric comes from an earlier sentence
    std::uint32_t block = 0;                 ///< the paragraph or cell it stands in
    BlockKind place = BlockKind::paragraph;  ///< what kind of block that is
    ClassMask column = 0;                    ///< for cells: the word classes in the column's head
    ClassMask row = 0;                       ///< … and in the row's first cell
    std::uint64_t column_id = 0;             ///< for cells: which column of which table; else 0
    ClassMask beside = 0;  ///< the classes of the lexicon's words close beside it, up to the next figure or sign
    Modality modality = Modality::reported;
    Span growth;  ///< words saying that what it is said of grows; empty where none do
};

std::string_view to_string(Modality modality);

}  // namespace tieout
