#include "command/batch_line.hpp"

#include <simdjson.h>

#include <nlohmann/json.hpp>

#include "reader/json_member.hpp"
#include "report/json_writer.hpp"

namespace tieout {
namespace {

/// Says what is wrong with a line that is no JSON. The fast parser does not know where, so a second one looks again.
std::string what_is_wrong(std::string_view line, simdjson::error_code error) {
    if (error == simdjson::DEPTH_ERROR) return "no JSON object: nests deeper than 1024 levels";
    try {
        [[maybe_unused]] const auto parsed = nlohmann::json::parse(line);
    } catch (const nlohmann::json::parse_error& wrong) {
        return "no JSON object: wrong at byte " + std::to_string(wrong.byte);
    } catch (const nlohmann::json::exception&) {
        // a number too large for it: no better place is known
    }
    return std::string("no JSON object: ") + simdjson::error_message(error);
}

/// Takes the members that batch knows. After an error it goes on, so that an id that comes later is still found.
class LineReader {
public:
    explicit LineReader(BatchLine& line) : line_(line) {}

    void take(std::string_view key, simdjson::dom::element value) {
        if (value.is_null()) return;
        if (key == "id" && (value.is_int64() || value.is_uint64())) {
            line_.id = simdjson::minify(value);
            return;
        }
        const bool known = key == "id" || key == "text" || key == "date" || key == "lang" || key == "format";
        if (!known) return;
        std::string_view text;
        if (value.get(text) != simdjson::SUCCESS) return note("\"" + std::string(key) + "\" must be a string");
        if (key == "text") {
            line_.text = text;
            has_text_ = true;
        } else if (key == "id") {
            line_.id.clear();
            append_json_string(line_.id, text);
        } else if (key == "date") {
            date(text);
        } else if (key == "lang") {
            language(text);
        } else {
            format(text);
        }
    }

    void finish() {
        if (!has_text_) note("\"text\" is missing");
    }

private:
    void note(std::string what) {
        if (line_.error.empty()) line_.error = std::move(what);
    }
    void date(std::string_view text) {
        line_.options.date = parse_day(text);
        if (!line_.options.date) note("\"date\" is no date: write it as 2023-04-17");
    }
    void language(std::string_view text) {
        if (text != "ko" && text != "en") return note("\"lang\" is not ko or en");
        line_.options.language = text == "ko" ? Language::ko : Language::en;
    }
    void format(std::string_view text) {
        if (text == "text") {
            line_.options.format = Format::text;
        } else if (text == "markdown") {
            line_.options.format = Format::markdown;
        } else if (text == "html") {
            line_.options.format = Format::html;
        } else {
            note("\"format\" is not text, markdown or html");
        }
    }

    BatchLine& line_;
    bool has_text_ = false;
};

}  // namespace

BatchLine read_batch_line(std::string_view line) {
    thread_local simdjson::dom::parser parser;  // keeps its buffers from line to line
    BatchLine out;
    out.options.format = Format::text;
    simdjson::dom::element root;
    if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
        out.error = what_is_wrong(line, error);
        // A line whose draft is broken may still say which it is.
        if (const auto id = json_member(line, "id")) {
            out.id.clear();
            append_json_string(out.id, id->text);
        }
        return out;
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
        out.error = "no JSON object";
        return out;
    }
    LineReader reader(out);
    for (const auto member : object) reader.take(member.key, member.value);
    reader.finish();
    return out;
}

}  // namespace tieout
