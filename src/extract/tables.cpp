#include "extract/tables.hpp"

#include <string>

#include "extract/figure_reader.hpp"
#include "extract/figure_reader_core.hpp"
#include "extract/sentence_view.hpp"

namespace tieout {
namespace {

/// The unit that these words are, and nothing more: "㎡", "miles", "%", "US$".
std::optional<TableHeads::HeadUnit> read_unit(std::string_view words, const Lexicon& lexicon, bool counts) {
    constexpr std::size_t kLongest = 24;
    if (words.empty() || words.size() > kLongest) return std::nullopt;
    const std::string name(words);
    for (const std::string& text : {"1 " + name, "1" + name, name + "1"}) {
        Scan scan;
        scan.text = text;
        scan.end = text.size();
        scan.lexicon = &lexicon;
        const auto figure = read_figure(scan, 0);
        if (!figure || figure->span.begin != 0 || figure->span.end != text.size() || !figure->unit) continue;
        const bool measured = figure->kind == Kind::money || figure->kind == Kind::percent || figure->kind == Kind::point ||
                              figure->kind == Kind::quantity || (counts && figure->kind == Kind::count);
        // What a head scales ("억원", "$ million") stays a bare number: it would be written differently than it is meant.
        if (measured && figure->magnitude.value == Rational(1)) return TableHeads::HeadUnit{figure->kind, figure->unit};
    }
    return std::nullopt;
}

/// The unit that a head gives the numbers below it, alone, in brackets or behind a comma: "Miles", "면적(㎡)", "Area, km²".
std::optional<TableHeads::HeadUnit> unit_of(std::string_view head, const Lexicon& lexicon) {
    const auto trimmed = [](std::string_view text) {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        return text;
    };
    head = trimmed(head);
    if (head.ends_with(')') && head.rfind('(') != std::string_view::npos) {
        const std::size_t open = head.rfind('(');
        return read_unit(trimmed(head.substr(open + 1, head.size() - open - 2)), lexicon, true);
    }
    if (const std::size_t comma = head.rfind(','); comma != std::string_view::npos)
        return read_unit(trimmed(head.substr(comma + 1)), lexicon, true);
    return read_unit(head, lexicon, false);
}

/// The stretch of time that a head says its figures are per: "Per month", "연간 비용".
Per stretch_of(std::string_view head, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < head.size(); ++at) {
        if (at > 0 && head[at - 1] != ' ' && head[at - 1] != '(') continue;
        const auto match = lexicon.longest(head, at, head.size(), masks(WordClass::per_before, WordClass::per_after));
        if (!match) continue;
        const Sense* before = match.entry->sense(WordClass::per_before);
        const Per per = per_of(before ? before->id : match.entry->sense(WordClass::per_after)->id);
        if (per != Per::none && per != Per::item) return per;
    }
    return Per::none;
}

}  // namespace

std::uint64_t TableHeads::key(std::int32_t table, std::int32_t row, std::int32_t column) {
    return static_cast<std::uint64_t>(table) << 40 | static_cast<std::uint64_t>(row) << 16 |
           (static_cast<std::uint64_t>(column) & 0xFFFF);
}

TableHeads::TableHeads(const Document& document, const TokenStream& stream, const Lexicon& lexicon) : document_(document) {
    for (std::uint32_t i = 0; i < stream.sentence_count(); ++i) {
        std::uint32_t block = stream.blocks[i];
        if (document.blocks[block].kind != BlockKind::table_cell) continue;
        const SentenceView row(document, stream, i);
        for (std::uint32_t t = 0; t < row.size(); ++t) {
            while (block + 1 < document.blocks.size() && document.blocks[block].span.end <= row[t].span.begin &&
                   !row.is_sign(t, '|'))
                ++block;
            const Block& cell = document.blocks[block];
            if (cell.row != 0 && cell.column != 0) continue;
            const auto [place, first] = cells_.try_emplace(key(cell.table, cell.row, cell.column));
            Head& head = place->second;
            if (first) {
                head.text = std::string(cell.span.of(document.text));
                if (cell.row == 0) {
                    head.unit = unit_of(head.text, lexicon);
                    if (head.unit) head.classes |= mask(head.unit->kind == Kind::money ? WordClass::currency : WordClass::unit);
                    head.per = stretch_of(head.text, lexicon);
                }
            }
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
        if (claim.figure.per == Per::none && claim.figure.kind != Kind::percent) claim.figure.per = column->second.per;
        if (column->second.unit && claim.figure.kind == Kind::number && claim.figure.valid) {
            claim.figure.kind = column->second.unit->kind;
            claim.figure.unit = column->second.unit->unit;
            claim.figure.magnitude.as_written = claim.figure.kind == Kind::percent || claim.figure.kind == Kind::point;
        }
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
