#include "command/batch_line.hpp"

#include <nlohmann/json.hpp>

#include "report/json_writer.hpp"

namespace tieout {
namespace {

/// Takes what batch knows out of the events of the parser, so that no tree is built and any depth of nesting is only passed
/// over.
class LineHandler : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit LineHandler(BatchLine& line) : line_(line) {}

    bool null() override {
        return value([] {});
    }
    bool boolean(bool) override { return wrong_unless_unknown(); }
    bool number_integer(number_integer_t number) override { return whole_number(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return whole_number(std::to_string(number)); }
    bool number_float(number_float_t, const string_t&) override { return wrong_unless_unknown(); }
    bool binary(binary_t&) override { return wrong_unless_unknown(); }

    bool string(string_t& text) override {
        return value([&] {
            if (key_ == "text") {
                line_.text = std::move(text);
                has_text_ = true;
            } else if (key_ == "id") {
                line_.id.clear();
                append_json_string(line_.id, text);
            } else if (key_ == "date") {
                date(text);
            } else if (key_ == "lang") {
                language(text);
            } else if (key_ == "format") {
                format(text);
            }
        });
    }

    bool start_object(std::size_t) override {
        if (depth_ > 0 && !wrong_unless_unknown()) return false;
        ++depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        if (!wrong_unless_unknown()) return false;
        ++depth_;
        return true;
    }
    bool end_object() override { return --depth_, true; }
    bool end_array() override { return --depth_, true; }
    bool key(string_t& name) override {
        if (depth_ == 1) key_ = name;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        line_.error = "no JSON object: wrong at byte " + std::to_string(position);
        return false;
    }

    void finish() {
        if (line_.error.empty() && !has_text_) line_.error = "\"text\" is missing";
    }

private:
    template <class Take>
    bool value(Take take) {
        if (depth_ == 0) return fail("no JSON object");
        if (depth_ == 1) take();
        return true;
    }
    bool wrong_unless_unknown() {
        if (depth_ == 0) return fail("no JSON object");
        const bool known = key_ == "id" || key_ == "text" || key_ == "date" || key_ == "lang" || key_ == "format";
        return depth_ > 1 || !known || fail("\"" + key_ + "\" must be a string");
    }
    bool whole_number(std::string digits) {
        if (depth_ != 1 || key_ != "id") return wrong_unless_unknown();
        line_.id = std::move(digits);
        return true;
    }
    bool fail(std::string what) {
        if (line_.error.empty()) line_.error = std::move(what);
        return false;
    }

    // These go on after an error, so that an id that comes later is still found.
    void note(std::string what) {
        if (line_.error.empty()) line_.error = std::move(what);
    }
    void date(const std::string& text) {
        line_.options.date = parse_day(text);
        if (!line_.options.date) note("\"date\" is no date: write it as 2023-04-17");
    }
    void language(const std::string& text) {
        if (text != "ko" && text != "en") return note("\"lang\" is not ko or en");
        line_.options.language = text == "ko" ? Language::ko : Language::en;
    }
    void format(const std::string& text) {
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
    std::string key_;  ///< the last one of the outermost object
    std::size_t depth_ = 0;
    bool has_text_ = false;
};

}  // namespace

BatchLine read_batch_line(std::string_view line) {
    BatchLine out;
    out.options.format = Format::text;
    LineHandler handler(out);
    nlohmann::json::sax_parse(line.begin(), line.end(), &handler);
    handler.finish();
    return out;
}

}  // namespace tieout
