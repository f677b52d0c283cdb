#include "relate/columns.hpp"

#include <algorithm>

namespace tieout {
namespace {

constexpr std::uint32_t kMostLabel = 6;

struct Cell {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

bool is_border(const Token& token) {
    return token.sign == '|' && token.span.empty();
}

/// The cells of a row, in order; what a row lacks at its end is not there.
std::vector<Cell> cells_of(const TokenStream& stream, std::uint32_t row) {
    std::vector<Cell> out(1, Cell{stream.first[row], stream.first[row]});
    for (std::uint32_t i = stream.first[row]; i < stream.first[row + 1]; ++i) {
        if (is_border(stream.tokens[i])) {
            out.push_back({i + 1, i + 1});
        } else {
            out.back().end = i + 1;
        }
    }
    return out;
}

class Reader {
public:
    Reader(const Document& document, const TokenStream& stream) : document_(document), stream_(stream) {}

    ColumnStream run() {
        std::vector<std::vector<Cell>> rows;
        std::int32_t table = -1;
        for (std::uint32_t i = 0; i < stream_.sentence_count(); ++i) {
            const Block& block = document_.blocks[stream_.blocks[i]];
            const std::int32_t here = block.kind == BlockKind::table_cell ? block.table : -1;
            if (here != table) take(rows);
            table = here;
            if (here >= 0) rows.push_back(cells_of(stream_, i));
        }
        take(rows);
        if (!out_.stream.blocks.empty()) out_.stream.first.push_back(size());
        return std::move(out_);
    }

private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(out_.stream.tokens.size()); }

    void take(std::vector<std::vector<Cell>>& rows) {
        std::size_t width = 0;
        for (const auto& row : rows) width = std::max(width, row.size());
        for (std::size_t column = 1; column < width; ++column) add(rows, column);
        rows.clear();
    }

    void add(const std::vector<std::vector<Cell>>& rows, std::size_t column) {
        out_.stream.first.push_back(size());
        out_.stream.blocks.push_back(0);
        for (const auto& row : rows) {
            if (column >= row.size()) continue;
            const Cell label{row[0].begin, std::min(row[0].end, row[0].begin + kMostLabel)};
            copy(label);
            copy(row[column]);
            // A border stands behind every first cell: the row has this column.
            copy({row[column].begin - 1, row[column].begin});
        }
    }

    void copy(Cell cell) {
        for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
            out_.stream.tokens.push_back(stream_.tokens[i]);
            out_.origin.push_back(i);
        }
    }

    const Document& document_;
    const TokenStream& stream_;
    ColumnStream out_;
};

}  // namespace

ColumnStream read_columns(const Document& document, const TokenStream& stream) {
    return Reader(document, stream).run();
}

}  // namespace tieout
