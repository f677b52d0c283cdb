#include "rulebook/json_tree.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/utf8.hpp"

namespace tieout {
namespace {

class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), file_(file), valid_(valid_utf8_prefix(text)) {}

    Result<JsonValue> read() {
        if (text_.size() > std::numeric_limits<std::uint32_t>::max()) return error_at("", file_, 0, "the file is too large");
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
        JsonValue root;
        if (value(root, 0) && space() && at_ < text_.size()) fail(at_, "something follows the end of the value");
        if (error_) return *error_;
        return root;
    }

private:
    bool fail(std::size_t at, std::string what, std::string hint = {}) {
        if (!error_) error_ = error_at(text_, file_, at, std::move(what), std::move(hint));
        return false;
    }

    bool ends() const { return at_ >= text_.size(); }

    /// Skips blanks and comments; false only where a comment does not end.
    bool space() {
        while (!ends()) {
            const char c = text_[at_];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                ++at_;
            } else if (text_.substr(at_, 2) == "//") {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (text_.substr(at_, 2) == "/*") {
                const std::size_t close = text_.find("*/", at_ + 2);
                if (close == std::string_view::npos) return fail(at_, "this comment never ends");
                at_ = close + 2;
            } else {
                break;
            }
        }
        return true;
    }

    bool value(JsonValue& out, int depth) {
        if (!space()) return false;
        if (ends()) return fail(text_.size(), "the file ends where a value is expected");
        out.offset = static_cast<std::uint32_t>(at_);
        const char c = text_[at_];
        if (c == '{' || c == '[') {
            if (depth >= kJsonDepth) return fail(at_, "nested deeper than " + std::to_string(kJsonDepth) + " levels");
            return c == '{' ? object(out, depth + 1) : array(out, depth + 1);
        }
        if (c == '"') {
            out.kind = JsonValue::Kind::string;
            return string(out.text);
        }
        if (c == '-' || is_ascii_digit(c)) return number(out);
        if (word("true") || word("false")) {
            out.kind = JsonValue::Kind::boolean;
            out.boolean = c == 't';
            return true;
        }
        if (word("null")) return true;
        return fail(at_, "a value is expected here", c == '\'' ? "strings stand in double quotes" : "");
    }

    bool word(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return false;
        at_ += expected.size();
        return true;
    }

    bool number(JsonValue& out) {
        out.kind = JsonValue::Kind::number;
        const std::size_t start = at_;
        const auto digits = [&] {
            const std::size_t first = at_;
            while (!ends() && is_ascii_digit(text_[at_])) ++at_;
            return at_ > first;
        };
        if (text_[at_] == '-') ++at_;
        const bool zero = !ends() && text_[at_] == '0';
        const std::size_t whole = at_;
        bool good = digits() && !(zero && at_ - whole > 1);
        if (good && !ends() && text_[at_] == '.') {
            ++at_;
            good = digits();
        }
        if (good && !ends() && (text_[at_] == 'e' || text_[at_] == 'E')) {
            ++at_;
            if (!ends() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
            good = digits();
        }
        if (!good) return fail(start, "this is not a number as JSON writes them");
        out.text = std::string(text_.substr(start, at_ - start));
        return true;
    }

    bool hex4(char32_t& out) {
        out = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = ends() ? '\0' : text_[at_];
            const int digit = is_ascii_digit(c)      ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) return fail(at_, "four hexadecimal digits must follow \\u");
            out = out * 16 + static_cast<char32_t>(digit);
        }
        return true;
    }

    bool escape(std::string& out) {
        const std::size_t start = at_++;
        const char c = ends() ? '\0' : text_[at_];
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        if (const std::size_t i = c ? kFrom.find(c) : std::string_view::npos; i != std::string_view::npos) {
            out += kTo[i];
            ++at_;
            return true;
        }
        if (c != 'u') return fail(start, "no such escape", "write \\\\ for a backslash");
        ++at_;
        char32_t value = 0;
        if (!hex4(value)) return false;
        if (value >= 0xD800 && value < 0xDC00 && text_.substr(at_, 2) == "\\u") {
            at_ += 2;
            char32_t low = 0;
            if (!hex4(low)) return false;
            if (low < 0xDC00 || low > 0xDFFF) return fail(start, "half of a surrogate pair");
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        }
        if (value >= 0xD800 && value <= 0xDFFF) return fail(start, "half of a surrogate pair");
        append_utf8(out, value);
        return true;
    }

    bool string(std::string& out) {
        const std::size_t start = at_++;
        while (!ends() && text_[at_] != '"') {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\\') {
                if (!escape(out)) return false;
            } else if (byte < 0x20) {
                return fail(at_, byte == '\n' ? "a string must end on its line" : "a control character inside a string");
            } else {
                const std::size_t plain = at_;
                while (!ends() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= 0x20)
                    ++at_;
                if (at_ > valid_) return fail(std::max(plain, valid_), "this is not UTF-8");
                out.append(text_, plain, at_ - plain);
            }
        }
        if (ends()) return fail(start, "this string never ends");
        ++at_;
        return true;
    }

    /// After an element: a comma and something behind it, or the closing bracket.
    bool more(char close, bool& done) {
        if (!space()) return false;
        if (ends()) return fail(text_.size(), std::string("the file ends where ',' or '") + close + "' is expected");
        done = text_[at_] == close;
        if (!done && text_[at_] != ',') return fail(at_, std::string("',' or '") + close + "' is expected here");
        const std::size_t comma = at_++;
        if (done) return true;
        if (!space()) return false;
        if (!ends() && text_[at_] == close) return fail(comma, "a comma stands after the last element");
        return true;
    }

    bool array(JsonValue& out, int depth) {
        out.kind = JsonValue::Kind::array;
        ++at_;
        if (!space()) return false;
        if (!ends() && text_[at_] == ']') {
            ++at_;
            return true;
        }
        for (bool done = false; !done;) {
            out.items.emplace_back();
            if (!value(out.items.back(), depth) || !more(']', done)) return false;
        }
        return true;
    }

    bool object(JsonValue& out, int depth) {
        out.kind = JsonValue::Kind::object;
        ++at_;
        if (!space()) return false;
        if (!ends() && text_[at_] == '}') {
            ++at_;
            return true;
        }
        for (bool done = false; !done;) {
            if (!space()) return false;
            if (ends() || text_[at_] != '"') return fail(at_, "a key in double quotes is expected here");
            out.places.push_back(static_cast<std::uint32_t>(at_));
            out.keys.emplace_back();
            if (!string(out.keys.back()) || !space()) return false;
            if (ends() || text_[at_] != ':') return fail(at_, "':' is expected after the key");
            ++at_;
            out.items.emplace_back();
            if (!value(out.items.back(), depth) || !more('}', done)) return false;
        }
        return unique_keys(out);
    }

    bool unique_keys(const JsonValue& object) {
        constexpr std::size_t kFew = 12;
        const auto& keys = object.keys;
        if (keys.size() <= kFew) {
            for (std::size_t i = 1; i < keys.size(); ++i) {
                if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), keys[i]) !=
                    keys.begin() + static_cast<std::ptrdiff_t>(i))
                    return stands_twice(object, i);
            }
            return true;
        }
        std::vector<std::size_t> order(object.keys.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
        });
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (keys[order[i - 1]] == keys[order[i]]) return stands_twice(object, order[i]);
        }
        return true;
    }
    bool stands_twice(const JsonValue& object, std::size_t i) {
        return fail(object.places[i], "the key \"" + object.keys[i] + "\" stands twice");
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t valid_;  ///< how much is UTF-8; a string may not lie beyond
    std::size_t at_ = 0;
    std::optional<Error> error_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::string_view to_string(JsonValue::Kind kind) {
    switch (kind) {
        case JsonValue::Kind::null:
            return "null";
        case JsonValue::Kind::boolean:
            return "true or false";
        case JsonValue::Kind::number:
            return "a number";
        case JsonValue::Kind::string:
            return "a string";
        case JsonValue::Kind::array:
            return "an array";
        case JsonValue::Kind::object:
            return "an object";
    }
    return "";
}

Result<JsonValue> read_json(std::string_view text, const std::string& file) {
    return Reader(text, file).read();
}

Error error_at(std::string_view text, const std::string& file, std::size_t offset, std::string what, std::string hint) {
    Error error{file, 1, 1, std::move(what), std::move(hint)};
    offset = std::min(offset, text.size());
    for (std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; at < offset;) {
        const CodePoint c = code_point_at(text, at);
        at += c.length;
        ++error.column;
        if (c.value == '\n') {
            ++error.line;
            error.column = 1;
        }
    }
    return error;
}

}  // namespace tieout
