#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tieout {

/// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD, so the output is always valid.
void append_json_string(std::string& out, std::string_view text);

/// Appends JSON to a string as it is told, with no tree in between; it sets the commas. The caller closes what it opens. Keys
/// are plain ASCII of ours and are not escaped.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& open_object() { return open('{'); }
    JsonWriter& close_object() { return close('}'); }
    JsonWriter& open_array() { return open('['); }
    JsonWriter& close_array() { return close(']'); }

    /// One append a key: there are dozens in every claim.
    template <std::size_t N>
    JsonWriter& key(const char (&name)[N]) {
        char text[N + 3];
        text[0] = ',';
        text[1] = '"';
        std::memcpy(text + 2, name, N - 1);
        text[N + 1] = '"';
        text[N + 2] = ':';
        out_.append(text + separated_, N + 3 - separated_);
        separated_ = true;
        return *this;
    }

    JsonWriter& string(std::string_view text) {
        separate();
        append_json_string(out_, text);
        return *this;
    }
    /// A string, or null where it is empty.
    JsonWriter& string_or_null(std::string_view text) { return text.empty() ? null() : string(text); }
    JsonWriter& number(std::uint64_t value);
    JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
    JsonWriter& null() { return raw("null"); }
    /// JSON written elsewhere.
    JsonWriter& raw(std::string_view json) {
        separate();
        out_ += json;
        return *this;
    }

private:
    JsonWriter& open(char bracket) {
        separate();
        out_ += bracket;
        separated_ = true;
        return *this;
    }
    JsonWriter& close(char bracket) {
        out_ += bracket;
        separated_ = false;
        return *this;
    }
    void separate() {
        if (!separated_) out_ += ',';
        separated_ = false;
    }

    std::string& out_;
    bool separated_ = true;  ///< the next value needs no comma before it
};

}  // namespace tieout
