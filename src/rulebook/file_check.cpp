#include "rulebook/file_check.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {
namespace {

/// Levenshtein's distance. Both words are short: keys and ids.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

constexpr std::size_t kLongestWord = 64;  ///< longer ones are no misspelling of anything
constexpr std::size_t kFewCandidates = 12;

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > kLongestWord) return {};
    std::string best;
    std::size_t least = std::max<std::size_t>(1, (word.size() + 1) / 3) + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongestWord) continue;
        const std::size_t steps = distance(word, candidate);
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates) {
    if (const std::string best = nearest(word, candidates); !best.empty()) return "did you mean \"" + best + "\"?";
    if (candidates.empty() || candidates.size() > kFewCandidates) return {};
    std::string out = "one of";
    for (const std::string& candidate : candidates) out += (&candidate == &candidates.front() ? " " : ", ") + candidate;
    return out;
}

const JsonValue* FileCheck::root() {
    Result<JsonValue> read = read_json(text_, file_);
    if (!read) {
        error_ = read.error();
        return nullptr;
    }
    root_ = std::move(*read);
    return is(root_, JsonValue::Kind::object) ? &root_ : nullptr;
}

void FileCheck::fail(std::size_t offset, std::string what, std::string hint) {
    if (!error_) error_ = error_at(text_, file_, offset, std::move(what), std::move(hint));
}

int FileCheck::line_of(const JsonValue& value) {
    if (value.offset < counted_) {
        counted_ = 0;
        line_ = 1;
    }
    line_ +=
        static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_), text_.begin() + value.offset, '\n'));
    counted_ = value.offset;
    return line_;
}

bool FileCheck::is(const JsonValue& value, JsonValue::Kind kind) {
    if (value.kind == kind) return true;
    fail(value, std::string(to_string(kind)) + " is expected here, not " + std::string(to_string(value.kind)),
         kind == JsonValue::Kind::string && value.kind == JsonValue::Kind::number ? "write numbers in quotes" : "");
    return false;
}

bool FileCheck::object(const JsonValue& value, std::initializer_list<const char*> keys) {
    if (!is(value, JsonValue::Kind::object)) return false;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        if (std::find(keys.begin(), keys.end(), value.keys[i]) != keys.end()) continue;
        fail(value.places[i], "unknown key \"" + value.keys[i] + "\"",
             nearest_hint(value.keys[i], std::vector<std::string>(keys.begin(), keys.end())));
        return false;
    }
    return true;
}

const JsonValue* FileCheck::member(const JsonValue& object, std::string_view key, bool required) {
    if (object.kind != JsonValue::Kind::object) return nullptr;
    const JsonValue* value = object.find(key);
    if (!value && required) fail(object, "the key \"" + std::string(key) + "\" is missing");
    return value;
}

std::string FileCheck::string(const JsonValue& object, std::string_view key, bool required) {
    const JsonValue* value = member(object, key, required);
    if (!value || !is(*value, JsonValue::Kind::string)) return {};
    if (required && value->text.empty()) fail(*value, "\"" + std::string(key) + "\" is empty");
    return value->text;
}

bool FileCheck::boolean(const JsonValue& object, std::string_view key) {
    const JsonValue* value = member(object, key, false);
    return value && is(*value, JsonValue::Kind::boolean) && value->boolean;
}

int FileCheck::integer(const JsonValue& object, std::string_view key, int otherwise, int low, int high) {
    const JsonValue* value = member(object, key, false);
    if (!value || !is(*value, JsonValue::Kind::number)) return otherwise;
    int number = 0;
    bool good = value->text.size() <= 6;
    for (const char c : value->text) {
        good = good && is_ascii_digit(c);
        if (good) number = number * 10 + (c - '0');
    }
    if (good && number >= low && number <= high) return number;
    fail(*value, "a whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is expected here");
    return otherwise;
}

std::optional<Rational> FileCheck::rational(const JsonValue& object, std::string_view key, bool required) {
    const JsonValue* value = member(object, key, required);
    if (!value || !is(*value, JsonValue::Kind::string)) return std::nullopt;
    std::optional<Rational> number = Rational::parse(value->text);
    if (!number) fail(*value, "\"" + value->text + "\" is not a number", "write it like \"12\", \"0.25\", \"1e6\" or \"3/4\"");
    return number;
}

std::vector<const JsonValue*> FileCheck::array(const JsonValue& object, std::string_view key, bool required) {
    std::vector<const JsonValue*> out;
    const JsonValue* value = member(object, key, required);
    if (!value || !is(*value, JsonValue::Kind::array)) return out;
    if (required && value->items.empty()) fail(*value, "\"" + std::string(key) + "\" is empty");
    for (const JsonValue& item : value->items) out.push_back(&item);
    return out;
}

std::vector<const JsonValue*> FileCheck::strings(const JsonValue& object, std::string_view key, bool required) {
    const JsonValue* value = member(object, key, required);
    if (value && value->kind == JsonValue::Kind::string) return {value};
    std::vector<const JsonValue*> out = array(object, key, required);
    for (const JsonValue* item : out) {
        if (!is(*item, JsonValue::Kind::string)) return {};
    }
    return out;
}

std::size_t FileCheck::inside(const JsonValue& string, std::size_t index) const {
    std::size_t at = string.offset + 1;
    std::size_t seen = 0;
    while (seen < index && at < text_.size() && text_[at] != '"') {
        if (text_[at] != '\\') {
            ++at;
            ++seen;
        } else if (text_.substr(at + 1, 1) == "u") {
            const unsigned long value =
                std::stoul(std::string(text_.substr(at + 2, 4)), nullptr, 16);  // read_json saw four digits
            const bool half = value >= 0xD800 && value <= 0xDFFF;
            seen += value < 0x80 ? 1 : value < 0x800 || half ? 2 : 3;
            at += 6;
        } else {
            at += 2;
            ++seen;
        }
    }
    return at;
}

}  // namespace tieout
