#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "number/rational.hpp"
#include "rulebook/json_tree.hpp"

namespace tieout {

/// The candidate that a misspelt word is closest to, where one is close: at most a third of its letters wrong.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// The same as a hint: `did you mean "metric"?`, or the candidates where none is close and they are few.
std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates);

/// Reads typed values out of one JSON file and remembers the first thing that is wrong. After that every answer is empty, so
/// that a loader can read on straight through and ask for the error once, at its end.
class FileCheck {
public:
    FileCheck(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

    /// The file's root, which must be an object. Null after an error.
    const JsonValue* root();

    void fail(std::size_t offset, std::string what, std::string hint = {});
    void fail(const JsonValue& value, std::string what, std::string hint = {}) {
        fail(value.offset, std::move(what), std::move(hint));
    }
    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }

    /// The value must be an object with no other keys than these.
    bool object(const JsonValue& value, std::initializer_list<const char*> keys);
    bool is(const JsonValue& value, JsonValue::Kind kind);

    /// Members of an object: the default where the key is absent and not `required`, or of the wrong type (an error).
    std::string string(const JsonValue& object, std::string_view key, bool required = false);
    bool boolean(const JsonValue& object, std::string_view key);
    int integer(const JsonValue& object, std::string_view key, int otherwise, int low, int high);
    std::optional<Rational> rational(const JsonValue& object, std::string_view key,
                                     bool required = false);  ///< a quoted number
    std::vector<const JsonValue*> array(const JsonValue& object, std::string_view key, bool required = false);
    /// A string, or an array of strings.
    std::vector<const JsonValue*> strings(const JsonValue& object, std::string_view key, bool required = false);

    /// Where the character `index` bytes into the content of a string value stands in the file (escapes counted).
    std::size_t inside(const JsonValue& string, std::size_t index) const;

    /// The line a value stands on, from 1. Values are best asked for in their order.
    int line_of(const JsonValue& value);

    std::string_view text() const { return text_; }
    const std::string& file() const { return file_; }

private:
    const JsonValue* member(const JsonValue& object, std::string_view key, bool required);

    std::string_view text_;
    std::string file_;
    JsonValue root_;
    std::size_t counted_ = 0;  ///< bytes whose line breaks are in line_
    int line_ = 1;
    std::optional<Error> error_;
};

}  // namespace tieout
