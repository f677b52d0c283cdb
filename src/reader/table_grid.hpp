#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reader/block_builder.hpp"

namespace tieout {

/// The rows and columns of one table of HTML or NITF. Cells that span rows push what stands below them aside.
class TableGrid {
public:
    void add_row();
    /// Where the next cell of the row stands.
    Cell add_cell(std::int32_t table, int columns, int rows);

private:
    std::int32_t row_ = -1;
    std::size_t column_ = 0;
    std::vector<int> covered_;  ///< for each column, the rows from this one on that are taken
};

/// The value of a `colspan` or `rowspan`, within reason; 1 where it is none.
int cells_spanned(std::string_view attribute);

}  // namespace tieout
