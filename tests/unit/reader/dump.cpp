#include "dump.hpp"

#include <algorithm>

#include "base/utf8.hpp"

using namespace tieout;

namespace {
const char* name_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::headline: return "headline";
        case BlockKind::heading: return "heading";
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::list_item: return "list_item";
        case BlockKind::table_cell: return "table_cell";
        case BlockKind::quote: return "quote";
        case BlockKind::caption: return "caption";
    }
    return "";
}

const char* name_of(DateSource source) {
    switch (source) {
        case DateSource::option: return "option";
        case DateSource::metadata: return "metadata";
        case DateSource::date_line: return "date_line";
        case DateSource::today: return "today";
    }
    return "";
}

std::string place(const Document& document, const PositionIndex& index, std::uint32_t at) {
    const Position position = index.at(document.offsets.to_source(at));
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

/// A character of the source may stand for one of the text.
bool stands_for(std::string_view source, char32_t read) {
    const CodePoint c = code_point_at(source, 0);
    if (c.value == read) return true;
    if (source[0] == '&' && source.size() > 2) return true;
    if (read == ' ') return c.value <= ' ' || c.value == 0x7F || c.value == 0xA0 || c.value == 0x3000 || (c.value >= 0x2000 && c.value <= 0x200A);
    return c.value >= 0xFF01 && c.value <= 0xFF5E && c.value - 0xFF01 + '!' == read;
}
}  // namespace

std::string dump(const Document& document) {
    const PositionIndex index(document.source);
    std::string out = document.language == Language::ko ? "language ko\n" : "language en\n";
    out += "date " + date::format("%F", document.date) + " " + name_of(document.date_source) + "\n";
    std::size_t sentence = 0;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        out += name_of(block.kind);
        if (block.table >= 0) out += " " + std::to_string(block.table) + "," + std::to_string(block.row) + "," + std::to_string(block.column);
        out += " " + place(document, index, block.span.begin) + "\n";
        for (; sentence < document.sentences.size() && document.sentences[sentence].block == i; ++sentence) {
            const Span span = document.sentences[sentence].span;
            out += "  " + place(document, index, span.begin) + " " + std::string(span.of(document.text)) + "\n";
        }
    }
    if (sentence != document.sentences.size()) out += "sentences out of order\n";
    return out;
}

std::string untraceable(const Document& document, bool utf8_source) {
    std::uint32_t last = 0;
    for (const Block& block : document.blocks) {
        if (block.span.begin < last || block.span.end > document.text.size() || block.span.empty()) return "blocks overlap or are empty";
        last = block.span.end;
        std::uint32_t before = document.offsets.to_source(block.span.begin);
        for (std::uint32_t at = block.span.begin; at < block.span.end;) {
            const CodePoint c = code_point_at(document.text, at);
            const Span source = document.offsets.to_source(Span{at, at + c.length});
            const std::string where = " at " + std::to_string(at) + " of " + document.name;
            if (source.begin < before || source.end > document.source.size()) return "goes back" + where;
            before = source.begin;
            // A space the reader put between two pieces (code that was left out) is from nowhere.
            const bool separator = source.empty() && c.value == ' ';
            if (!separator && source.empty()) return "from nowhere" + where;
            if (!separator && utf8_source && !stands_for(source.of(document.source), c.value)) return "another character" + where;
            at += c.length;
        }
    }
    std::uint32_t end = 0;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.span.begin < end || sentence.span.empty()) return "sentences overlap or are empty";
        if (!document.blocks[sentence.block].span.contains(sentence.span)) return "a sentence leaves its block";
        end = sentence.span.end;
    }
    return {};
}
