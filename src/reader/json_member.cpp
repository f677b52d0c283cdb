#include "reader/json_member.hpp"

#include <charconv>

#include "base/utf8.hpp"

namespace tieout {
namespace {

class Scanner {
public:
    explicit Scanner(std::string_view json) : json_(json) {}

    std::optional<JsonMember> find(std::string_view name) {
        std::optional<JsonMember> found;
        int depth = 0;
        bool is_value = false, is_wanted = false;
        while (at_ < json_.size()) {
            const char c = json_[at_];
            if (c == '"') {
                JsonMember string = read_string();
                if (depth != 1) continue;
                if (!is_value) {
                    is_wanted = string.text == name;
                } else if (is_wanted) {
                    found = std::move(string);
                }
                continue;
            }
            ++at_;
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            if (depth == 1 && (c == ':' || c == ',')) is_value = c == ':';
        }
        return found;
    }

private:
    /// Text and place of what is copied or stands for one character.
    JsonMember read_string() {
        JsonMember out;
        ++at_;
        while (at_ < json_.size() && json_[at_] != '"') {
            const std::size_t begin = at_, filled = out.text.size();
            if (json_[at_] == '\\') {
                append_utf8(out.text, read_escape());
                out.offsets.add_folded(place(filled), place(out.text.size() - filled), place(begin), place(at_ - begin));
            } else {
                at_ = std::min(json_.find_first_of("\"\\", at_), json_.size());
                out.text.append(json_, begin, at_ - begin);
                out.offsets.add(place(filled), place(begin), place(at_ - begin));
            }
        }
        ++at_;
        return out;
    }

    char32_t read_escape() {
        constexpr std::string_view kWritten = "bfnrt", kMeant = "\b\f\n\r\t";
        const char c = at_ + 1 < json_.size() ? json_[at_ + 1] : '\\';
        if (c == 'u') {
            const char32_t high = read_unit();
            if (high < 0xD800 || high > 0xDBFF) return high;
            return 0x10000 + ((high - 0xD800) << 10) + (read_unit() - 0xDC00);
        }
        at_ += 2;
        const std::size_t known = kWritten.find(c);
        return static_cast<char32_t>(known == std::string_view::npos ? c : kMeant[known]);
    }

    /// One of "\uD83D".
    char32_t read_unit() {
        std::uint16_t unit = 0;
        const std::string_view digits = json_.substr(std::min(at_ + 2, json_.size()), 4);
        std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
        at_ += 6;
        return unit;
    }

    static std::uint32_t place(std::size_t at) { return static_cast<std::uint32_t>(at); }

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<JsonMember> json_member(std::string_view json, std::string_view name) {
    return Scanner(json).find(name);
}

}  // namespace tieout
