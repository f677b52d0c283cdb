#include "command/draft_lines.hpp"

#include "base/files.hpp"
#include "base/position.hpp"
#include "command/batch_line.hpp"
#include "reader/json_member.hpp"

namespace tieout {
namespace {

/// The draft of one line, or what is wrong with it. `enclosure` says where the line stands.
Result<Document> read_line(Enclosure enclosure, const ReadOptions& reading) {
    const auto wrong = [&](std::string what, std::string hint) {
        return Error{reading.name, static_cast<int>(enclosure.line_number), 0, std::move(what), std::move(hint)};
    };
    BatchLine line = read_batch_line(enclosure.line);
    if (!line.error.empty()) return wrong(std::move(line.error), R"(a draft is a line such as {"id":"a1","text":"…"})");
    ReadOptions options = line.options;
    options.name = reading.name;
    options.today = reading.today;
    options.encoding = "UTF-8";
    const bool is_dated = options.date && !reading.date;
    if (reading.date) options.date = reading.date;
    auto document = read_document(std::move(line.text), options);
    if (!document) return wrong(std::move(document.error().what), std::move(document.error().hint));
    if (is_dated) document->date_source = DateSource::metadata;
    enclosure.id = std::move(line.id);
    if (enclosure.id.front() != '"') {
        enclosure.label = enclosure.id == "null" ? "" : enclosure.id;
    } else if (auto id = json_member(enclosure.line, "id")) {
        enclosure.label = std::move(id->text);
    }
    if (auto text = json_member(enclosure.line, "text")) enclosure.offsets = std::move(text->offsets);
    document->enclosure = std::move(enclosure);
    return document;
}

}  // namespace

bool holds_draft_lines(const std::string& name) {
    const std::string extension = extension_of(name);
    return extension == "jsonl" || extension == "ndjson";
}

void for_each_draft_line(const std::string& bytes, const ReadOptions& reading, const std::function<void(Document)>& use,
                         const std::function<void(const Error&)>& fail, const std::function<bool(double)>& go_on) {
    Enclosure place;
    for (std::size_t begin = 0; begin < bytes.size(); ++place.line_number) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        place.line = bytes.substr(begin, end - begin);
        if (!go_on(static_cast<double>(begin) / static_cast<double>(bytes.size()))) return;
        place.byte = static_cast<std::uint32_t>(begin);
        if (place.line.find_first_not_of(" \t\r\n") != std::string::npos) {
            auto document = read_line(place, reading);
            document ? use(std::move(*document)) : fail(document.error());
        }
        place.utf16 += PositionIndex(place.line).at(static_cast<std::uint32_t>(place.line.size())).utf16;
        begin = end;
    }
}

}  // namespace tieout
