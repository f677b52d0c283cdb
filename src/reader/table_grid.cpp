#include "reader/table_grid.hpp"

#include <algorithm>
#include <charconv>

namespace tieout {

namespace {
constexpr int kMostSpanned = 1000;     // as browsers have it
constexpr std::size_t kWidest = 1000;  // columns beyond are not pushed aside
}  // namespace

void TableGrid::add_row() {
    ++row_;
    column_ = 0;
    for (int& rows : covered_) rows -= rows > 0;
}

Cell TableGrid::add_cell(std::int32_t table, int columns, int rows) {
    while (column_ < covered_.size() && covered_[column_] > 0) ++column_;
    const Cell place{table, row_, static_cast<std::int32_t>(column_)};
    const std::size_t end = column_ + static_cast<std::size_t>(columns);
    if (covered_.size() < std::min(end, kWidest)) covered_.resize(std::min(end, kWidest), 0);
    for (; column_ < std::min(end, kWidest); ++column_) covered_[column_] = rows;
    column_ = end;
    return place;
}

int cells_spanned(std::string_view attribute) {
    int value = 1;
    std::from_chars(attribute.data(), attribute.data() + attribute.size(), value);
    return std::clamp(value, 1, kMostSpanned);
}

}  // namespace tieout
