#include "extract/tables.hpp"

#include "extract/sentence_view.hpp"

namespace tieout {

std::uint64_t TableHeads::key(std::int32_t table, std::int32_t row, std::int32_t column) {
    return static_cast<std::uint64_t>(table) << 40 | static_cast<std::uint64_t>(row) << 16 | (static_cast<std::uint64_t>(column) & 0xFFFF);
}

TableHeads::TableHeads(const Document& document, const TokenStream& stream) : document_(document) {
    for (std::uint32_t i = 0; i < stream.sentence_count(); ++i) {
        std::uint32_t block = stream.blocks[i];
        if (document.blocks[block].kind != BlockKind::table_cell) continue;
        const SentenceView row(document, stream, i);
        for (std::uint32_t t = 0; t < row.size(); ++t) {
            while (block + 1 < document.blocks.size() && document.blocks[block].span.end <= row[t].span.begin && !row.is_sign(t, '|')) ++block;
            const Block& cell = document.blocks[block];
            if (cell.row != 0 && cell.column != 0) continue;
            Head& head = cells_[key(cell.table, cell.row, cell.column)];
            head.text = std::string(cell.span.of(document.text));
            head.classes |= row[t].classes;
            if (const Sense* metric = row.sense(t, WordClass::metric)) head.metric = metric->id;
            if (row.is_date(t)) head.period = row.figure(t)->period;
        }
    }
}

bool TableHeads::describe(Claim& claim) const {
    std::uint32_t index = claim.block;
    if (document_.blocks[index].kind != BlockKind::table_cell) return false;
    while (index + 1 < document_.blocks.size() && document_.blocks[index].span.end <= claim.figure.span.begin) ++index;
    const Block& cell = document_.blocks[index];
    claim.block = index;
    claim.scope.clear();
    claim.column_id = key(cell.table, 0, cell.column) + 1;
    if (const auto column = cells_.find(key(cell.table, 0, cell.column)); column != cells_.end() && cell.row > 0) {
        claim.column = column->second.classes;
        claim.metric = column->second.metric;
        if (!claim.period) claim.period = column->second.period;
    }
    if (const auto row = cells_.find(key(cell.table, cell.row, 0)); row != cells_.end() && cell.column > 0) {
        if (claim.metric.empty()) claim.metric = row->second.metric;
        claim.subject = row->second.text;
        claim.row = row->second.classes;
    }
    return true;
}

}  // namespace tieout
