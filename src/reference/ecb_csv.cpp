#include "reference/ecb_csv.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.hpp"

namespace tieout {
namespace {

constexpr std::string_view kDownload = "pass eurofxref-hist.csv as the European Central Bank publishes it";
constexpr std::size_t kShownBytes = 40;
constexpr std::int32_t kEndedDays = 120;  // as pack_rates.py has it

/// A cell without the blanks around it, and where it starts in its line.
struct Cell {
    std::string_view text;
    std::size_t offset = 0;
};

/// Cuts lines into cells.
class Cells {
public:
    explicit Cells(std::string_view line) : line_(line) {}

    std::optional<Cell> next() {
        if (at_ > line_.size()) return std::nullopt;
        const std::size_t comma = std::min(line_.find(',', at_), line_.size());
        Cell cell{line_.substr(at_, comma - at_), at_};
        at_ = comma + 1;
        while (!cell.text.empty() && cell.text.front() == ' ') cell.text.remove_prefix(1), ++cell.offset;
        while (!cell.text.empty() && cell.text.back() == ' ') cell.text.remove_suffix(1);
        return cell;
    }

private:
    std::string_view line_;
    std::size_t at_ = 0;
};

/// The rates of a line, before the lines are put in order.
struct Line {
    std::int32_t day = 0;
    int number = 0;
    std::size_t first_rate = 0;
};

struct Rate {
    std::size_t column = 0;
    std::int64_t units = 0;
    int places = 0;
};

std::string shown(std::string_view text) {
    const bool cut = text.size() > kShownBytes;
    std::size_t end = std::min(text.size(), kShownBytes);
    while (cut && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return "\"" + std::string(text.substr(0, end)) + (cut ? "…\"" : "\"");
}

bool is_code(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "1.0981"; at most kRateWholeDigits before and kRatePlaces after the point, above 0.
std::optional<Rate> read_rate(std::string_view text) {
    Rate rate;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || whole.size() > kRateWholeDigits || fraction.size() > kRatePlaces) return std::nullopt;
    if (point < text.size() && fraction.empty()) return std::nullopt;
    for (const std::string_view digits : {whole, fraction}) {
        for (const char c : digits) {
            if (!is_ascii_digit(c)) return std::nullopt;
            rate.units = rate.units * 10 + (c - '0');
        }
    }
    rate.places = static_cast<int>(fraction.size());
    return rate.units > 0 ? std::optional(rate) : std::nullopt;
}

class Reader {
public:
    Reader(std::string_view csv, const std::string& file) : rest_(csv), file_(file) {}

    Result<std::vector<EcbColumn>> read() {
        if (rest_.substr(0, 2) == "PK") return error({}, "this is a ZIP archive", "unpack it and pass the .csv file inside");
        if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
        if (auto wrong = read_header()) return *wrong;
        while (next_line()) {
            if (line_.empty()) continue;
            if (auto wrong = read_line()) return *wrong;
        }
        if (lines_.empty()) return Error{file_, 0, 0, "no day follows the header", std::string(kDownload)};
        if (auto wrong = sort_lines()) return *wrong;
        return take_columns();
    }

private:
    bool next_line() {
        if (rest_.empty()) return false;
        const std::size_t end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        while (!line_.empty() && (line_.back() == '\r' || line_.back() == ' ')) line_.remove_suffix(1);
        ++number_;
        return true;
    }

    /// The download has a comma after the last cell of each line, the header included.
    void drop_last_comma() {
        if (!line_.empty() && line_.back() == ',') line_.remove_suffix(1);
    }

    Error error(std::size_t offset, std::string what, std::string_view hint) const {
        return {file_, std::max(number_, 1), static_cast<int>(offset) + 1, std::move(what), std::string(hint)};
    }

    std::optional<Error> read_header() {
        if (!next_line()) return Error{file_, 0, 0, "the file is empty", std::string(kDownload)};
        last_comma_ = !line_.empty() && line_.back() == ',';
        drop_last_comma();
        Cells cells(line_);
        const auto head = cells.next();
        if (!head || head->text != "Date") {
            return error(0, "the header starts with " + shown(head ? head->text : "") + ", not with \"Date\"", kDownload);
        }
        std::set<std::string_view> seen{"EUR"};
        while (const auto cell = cells.next()) {
            if (!is_code(cell->text)) return error(cell->offset, shown(cell->text) + " is no currency code", kDownload);
            if (!seen.insert(cell->text).second) {
                const bool euro = cell->text == "EUR";
                return error(cell->offset, euro ? "a column for the euro, in which all rates are given"
                                                : "a second column for " + shown(cell->text), "leave one of them");
            }
            columns_.push_back({std::string(cell->text), {}});
        }
        if (columns_.empty()) return error(0, "the header names no currency", kDownload);
        return std::nullopt;
    }

    std::optional<Error> read_line() {
        if (last_comma_) drop_last_comma();
        Cells cells(line_);
        const auto head = cells.next();
        const auto day = head ? parse_day(head->text) : std::nullopt;
        if (!day) return error(0, shown(head ? head->text : "") + " is no day", "write days as 2023-04-17");
        lines_.push_back({static_cast<std::int32_t>(day->time_since_epoch().count()), number_, rates_.size()});
        std::size_t column = 0;
        for (; const auto cell = cells.next(); ++column) {
            if (column == columns_.size()) {
                return error(cell->offset, "more cells than the header has", "write points, not commas, inside numbers");
            }
            if (cell->text == "N/A" || cell->text.empty()) continue;
            auto rate = read_rate(cell->text);
            if (!rate) {
                return error(cell->offset, shown(cell->text) + " is no rate of " + columns_[column].currency,
                             "write it as 1445.32 (above 0, at most 8 digits before and after the point) or N/A");
            }
            rate->column = column;
            rates_.push_back(*rate);
        }
        if (column < columns_.size()) {
            const std::string counted = std::to_string(column) + " of " + std::to_string(columns_.size());
            return error(line_.size(), "the line ends after " + counted + " rates",
                         "complete the line, with N/A where there is no rate");
        }
        return std::nullopt;
    }

    std::optional<Error> sort_lines() {
        rates_end_.reserve(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            rates_end_.push_back(i + 1 < lines_.size() ? lines_[i + 1].first_rate : rates_.size());
            order_.push_back(i);
        }
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(lines_[a].day, lines_[a].number) < std::pair(lines_[b].day, lines_[b].number);
        });
        for (std::size_t i = 1; i < order_.size(); ++i) {
            const Line& earlier = lines_[order_[i - 1]];
            const Line& later = lines_[order_[i]];
            if (earlier.day != later.day) continue;
            std::string what = "the same day as in line " + std::to_string(earlier.number);
            return Error{file_, later.number, 1, std::move(what), "leave one of them"};
        }
        return std::nullopt;
    }

    std::vector<EcbColumn> take_columns() {
        for (const std::size_t i : order_) {
            for (std::size_t r = lines_[i].first_rate; r < rates_end_[i]; ++r) {
                columns_[rates_[r].column].rows.append(lines_[i].day, rates_[r].units, rates_[r].places);
            }
        }
        const std::int32_t table_end = lines_[order_.back()].day;
        std::vector<EcbColumn> out;
        for (EcbColumn& column : columns_) {
            if (column.rows.days.empty()) continue;
            column.rows.ended = table_end - column.rows.days.back() > kEndedDays;
            out.push_back(std::move(column));
        }
        return out;
    }

    std::string_view rest_;
    const std::string& file_;
    std::string_view line_;
    int number_ = 0;
    bool last_comma_ = false;
    std::vector<EcbColumn> columns_;
    std::vector<Line> lines_;
    std::vector<Rate> rates_;  ///< of all lines, in the order of the file
    std::vector<std::size_t> rates_end_;
    std::vector<std::size_t> order_;  ///< indices of lines_ by day
};

}  // namespace

Result<std::vector<EcbColumn>> read_ecb_csv(std::string_view csv, const std::string& file) { return Reader(csv, file).read(); }

}  // namespace tieout
