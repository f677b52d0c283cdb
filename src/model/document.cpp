#include "model/document.hpp"

#include <algorithm>
#include <iterator>

namespace tieout {

void OffsetMap::append(Run run) {
    if (run.length == 0) return;
    if (!runs_.empty()) {
        Run& last = runs_.back();
        const bool alike = last.text_unit == run.text_unit && last.source_unit == run.source_unit;
        if (alike && last.text_end() == run.text && last.source_end() == run.source) {
            last.length += run.length;
            return;
        }
    }
    runs_.push_back(run);
}

void OffsetMap::add(std::uint32_t text_begin, std::uint32_t source_begin, std::uint32_t length) {
    append({text_begin, source_begin, length, 1, 1});
}

void OffsetMap::add_folded(std::uint32_t text_begin, std::uint32_t text_length, std::uint32_t source_begin,
                           std::uint32_t source_length) {
    if (text_length == source_length) {
        add(text_begin, source_begin, text_length);
    } else {
        append({text_begin, source_begin, text_length, text_length, source_length});
    }
}

void OffsetMap::add_through(const OffsetMap& middle, std::uint32_t text_begin, std::uint32_t middle_begin,
                            std::uint32_t length) {
    const std::uint32_t middle_end = middle_begin + length;
    const Run* run = middle.run_at(middle_begin);
    const Run* const end = middle.runs_.data() + middle.runs_.size();
    for (; run && run != end && run->text < middle_end; ++run) {
        const std::uint32_t from = std::max(run->text, middle_begin);
        const std::uint32_t to = std::min(run->text_end(), middle_end);
        if (from >= to) continue;
        const std::uint32_t source = run->source + (from - run->text) / run->text_unit * run->source_unit;
        append({text_begin + (from - middle_begin), source, to - from, run->text_unit, run->source_unit});
    }
}

/// The last run that starts at or before the offset; null where there is none.
const OffsetMap::Run* OffsetMap::run_at(std::uint32_t text_offset) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                                        [](std::uint32_t at, const Run& run) { return at < run.text; });
    return after == runs_.begin() ? nullptr : &*std::prev(after);
}

std::uint32_t OffsetMap::to_source(std::uint32_t text_offset) const {
    const Run* run = run_at(text_offset);
    if (!run) return runs_.empty() ? 0 : runs_.front().source;
    if (text_offset >= run->text_end()) return run->source_end();
    return run->source + (text_offset - run->text) / run->text_unit * run->source_unit;
}

Span OffsetMap::to_source(Span span) const {
    const std::uint32_t begin = to_source(span.begin);
    if (span.empty()) return {begin, begin};
    const Run* last = run_at(span.end - 1);
    if (!last) return {begin, begin};
    const std::uint32_t into = std::min(span.end, last->text_end()) - last->text;
    const std::uint32_t units = (into + last->text_unit - 1) / last->text_unit;
    return {begin, std::max(begin, last->source + units * last->source_unit)};
}

std::uint32_t OffsetMap::to_text(std::uint32_t source_offset) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), source_offset,
                                        [](std::uint32_t at, const Run& run) { return at < run.source; });
    if (after == runs_.begin()) return 0;
    const Run& run = *std::prev(after);
    const std::uint32_t into = std::min(source_offset - run.source, run.source_end() - run.source);
    return run.text + into / run.source_unit * run.text_unit;
}

std::string Document::title() const {
    if (!enclosure) return name;
    const std::string title = name + ":" + std::to_string(enclosure->line_number);
    return enclosure->label.empty() ? title : title + " (" + enclosure->label + ")";
}

std::string_view words_of(ReadingNote note, Language language) {
    const bool korean = language == Language::ko;
    switch (note) {
        case ReadingNote::extracted_text:
            return korean ? "위치는 파일에서 꺼낸 글의 문단 번호와 글자 번호입니다."
                          : "Places are paragraphs and columns of the text extracted from the file.";
        case ReadingNote::markdown_as_text:
            return korean ? "마크다운이 너무 크거나 깊어 기호까지 일반 글로 읽었습니다."
                          : "The Markdown is too large or nested too deeply: it was read as plain text, signs and all.";
    }
    return {};
}

}  // namespace tieout
