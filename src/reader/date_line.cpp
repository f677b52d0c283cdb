#include "reader/date_line.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace tieout {

namespace {
using Words = std::string_view;

constexpr std::array<Words, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<Words, 32> kLabels = {
    "입력",   "기사입력", "최초입력", "등록", "기사등록", "승인", "기사승인",  "수정",   "최종수정", "발행", "게재",
    "작성",   "작성일",   "송고",     "날짜", "일시",     "date", "published", "posted", "updated",  "on",   "last",
    "mon",    "tue",      "wed",      "thu",  "fri",      "sat",  "sun",       "송고시간", "등록일", "입력일"};

/// Reads one line from left to right.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    bool done() const { return at_ == text_.size(); }
    char peek() const { return done() ? '\0' : text_[at_]; }
    std::string_view rest() const { return text_.substr(at_); }
    void skip(std::string_view any_of) {
        while (!done() && any_of.find(peek()) != std::string_view::npos) ++at_;
    }
    bool take(std::string_view sign) {
        if (rest().substr(0, sign.size()) != sign) return false;
        at_ += sign.size();
        return true;
    }
    /// A number of at most `digits` digits; nothing where there is none or a longer one.
    std::optional<int> number(std::size_t digits) {
        std::size_t end = at_;
        int value = 0;
        while (end < text_.size() && end - at_ <= digits && is_ascii_digit(text_[end])) value = value * 10 + (text_[end++] - '0');
        if (end == at_ || end - at_ > digits) return std::nullopt;
        at_ = end;
        return value;
    }
    /// A run of Latin letters in lower case, or of Hangul; empty for anything else.
    std::string word() {
        std::string word;
        constexpr std::size_t kLongest = 48;
        while (!done() && word.size() < kLongest) {
            const CodePoint c = code_point_at(text_, at_);
            if (!is_hangul(c.value) && !(c.value < 0x80 && is_ascii_letter(peek()))) break;
            word += text_.substr(at_, c.length);
            at_ += c.length;
        }
        return ascii_lower(word);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// 1 to 12 for a month's name or its first three or four letters.
int month_named(std::string_view word) {
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word == kMonths[i] || (word.size() <= 4 && kMonths[i].substr(0, word.size()) == word)) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::optional<Day> day_of(std::optional<int> year, int month, std::optional<int> day) {
    if (!year || !day || *year < 1900 || *year > 2200 || month < 1 || *day < 1) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(month), static_cast<unsigned>(*day));
}

/// Behind the month's name: "17, 2023".
std::optional<Day> after_month(Cursor& cursor, int month) {
    cursor.skip(". ");
    const std::optional<int> day = cursor.number(2);
    cursor.skip(", ");
    return day_of(cursor.number(4), month, day);
}

/// "2023.04.17", "2023. 4. 17.", "2023-04-17", "2023/4/17", "2023년 4월 17일", "17 April 2023".
std::optional<Day> in_numbers(Cursor& cursor) {
    const std::optional<int> first = cursor.number(4);
    if (!first) return std::nullopt;
    if (*first <= 31) {
        cursor.skip(" ");
        const int month = month_named(cursor.word());
        cursor.skip("., ");
        return day_of(cursor.number(4), month, first);
    }
    const bool korean = cursor.take("년");
    if (!korean && !cursor.take(".") && !cursor.take("-") && !cursor.take("/")) return std::nullopt;
    cursor.skip(" ");
    const std::optional<int> month = cursor.number(2);
    if (!(korean ? cursor.take("월") : cursor.take(".") || cursor.take("-") || cursor.take("/"))) return std::nullopt;
    cursor.skip(" ");
    const std::optional<int> day = cursor.number(2);
    if (korean && !cursor.take("일")) return std::nullopt;
    if (!korean) cursor.take(".");
    return day_of(first, month.value_or(0), day);
}

/// Nothing but a time, a weekday, labels and signs is left.
bool says_nothing_more(Cursor cursor) {
    while (true) {
        cursor.skip(" .,:;|()[]<>-/~+0123456789");
        if (cursor.done()) return true;
        const std::string word = cursor.word();
        if (word.empty()) return false;
        const bool known = std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end() || word == "오전" || word == "오후" ||
                           word == "am" || word == "pm" || word == "a" || word == "p" || word == "m" || word == "t" || word == "z" ||
                           word == "kst" || word == "gmt" || word == "utc" || word == "et" || word == "est" || word == "edt";
        const bool weekday = word == "월" || word == "화" || word == "수" || word == "목" || word == "금" || word == "토" ||
                             word == "일" || (word.size() == 9 && word.substr(3) == "요일");
        if (!known && !weekday) return false;
    }
}
}  // namespace

std::optional<Day> read_leading_day(std::string_view text) {
    Cursor cursor(text);
    cursor.skip(" \"'");
    if (is_ascii_digit(cursor.peek())) return in_numbers(cursor);
    const int month = month_named(cursor.word());
    return month > 0 ? after_month(cursor, month) : std::nullopt;
}

std::optional<DateLine> read_date_line(std::string_view line) {
    constexpr std::size_t kHead = 160;
    constexpr int kPlaceWords = 4;
    Cursor cursor(line.substr(0, kHead));
    int places = 0;
    std::optional<Day> day;
    while (!day) {
        cursor.skip(" :|()[]<>,-=");
        if (cursor.done()) return std::nullopt;
        if (is_ascii_digit(cursor.peek())) {
            day = in_numbers(cursor);
            if (!day) return std::nullopt;
            break;
        }
        const bool capital = cursor.peek() >= 'A' && cursor.peek() <= 'Z';
        const std::string word = cursor.word();
        if (word.empty()) return std::nullopt;
        const bool label = std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end() ||
                           (word.size() > 5 && word.substr(word.size() - 3) == "day");
        if (label) continue;
        if (const int month = month_named(word); month > 0) {
            day = after_month(cursor, month);
            if (!day) return std::nullopt;
            break;
        }
        if (!capital || ++places > kPlaceWords) return std::nullopt;
    }
    const bool alone = line.size() <= kHead && places == 0 && says_nothing_more(cursor);
    if (alone) return DateLine{*day, true};
    // A sentence may begin with a date too; a place, the date and a sign are how agencies open a report.
    cursor.skip(" ");
    const std::string_view rest = cursor.rest();
    const bool opening = places > 0 && (rest.substr(0, 1) == "/" || rest.substr(0, 1) == "(" || rest.substr(0, 1) == "-" ||
                                        rest.substr(0, 3) == "–" || rest.substr(0, 3) == "—");
    if (opening) return DateLine{*day, false};
    return std::nullopt;
}

}  // namespace tieout
