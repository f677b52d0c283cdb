#include "reference/rates.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "reference/ecb_csv.hpp"
#include "reference/rate_series.hpp"
#include "reference/rate_window.hpp"

namespace tieout {
namespace {

constexpr std::int32_t kWindowDays = 31;
constexpr std::int32_t kFreshDays = 45;   // older than this is only used where a window has nothing else
constexpr std::int32_t kOldestDays = 120;
constexpr std::int32_t kDailyGap = 15;
constexpr int kDailyPercent = 1;
constexpr int kSparsePercent = 3;
constexpr int kDistantPercent = 5;

constexpr std::string_view kFolder = "rules/reference/fx/";
constexpr std::string_view kExtension = ".txt";

std::int32_t number_of(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

/// Whether a day follows another with nothing but a weekend between them, itself included.
bool only_weekend_since(std::int32_t last, std::int32_t day) {
    if (day - last > 2) return false;
    for (std::int32_t d = last + 1; d <= day; ++d) {
        const unsigned weekday = date::weekday{Day{date::days{d}}}.c_encoding();
        if (weekday != 0 && weekday != 6) return false;
    }
    return true;
}

int percent_for(const RateWindow& window, std::int32_t last_day) {
    if (last_day - window.older_day > kFreshDays) return kDistantPercent;
    const bool sparse = window.gap > kDailyGap || last_day - window.older_day > kDailyGap;
    return sparse ? kSparsePercent : kDailyPercent;
}

}  // namespace

/// The series of both sides of a question; null where a side is the table's base.
struct RateTable::Pair {
    const RateRows* from = nullptr;
    const RateRows* to = nullptr;
    bool same = false;

    /// The last day the pair can be asked for; nothing where a side has ended before the table.
    std::optional<std::int32_t> end() const {
        if ((from && from->ended) || (to && to->ended)) return std::nullopt;
        if (!from || !to) return (from ? from : to)->days.back();
        return std::max(from->days.back(), to->days.back());
    }

    Quote quote(const RateWindow& window, int percent, bool past_end) const {
        const RateScale scale(from, to);
        return {Interval::closed(scale.value(window.lowest, 100 - percent), scale.value(window.highest, 100 + percent)),
                scale.value(window.last, 100), Day{date::days{window.on}}, past_end};
    }

    std::optional<Quote> at(std::int32_t day, bool past_end) const {
        for (const std::int32_t oldest : {kFreshDays, kOldestDays}) {
            // A series that is interrupted at the day itself has no rate, though the window before it may have many.
            if (!rate_window(from, to, day, day, oldest)) continue;
            const auto window = rate_window(from, to, day - kWindowDays + 1, day, oldest);
            if (window) return quote(*window, past_end ? kDistantPercent : percent_for(*window, day), past_end);
        }
        return std::nullopt;
    }

    std::optional<Quote> over(std::int32_t first, std::int32_t last) const {
        const auto table_end = end();
        const bool past_end = table_end && last > *table_end && !only_weekend_since(*table_end, last);
        if (past_end && first > *table_end) return at(*table_end, true);
        const std::int32_t covered = past_end ? *table_end : last;
        for (const std::int32_t oldest : {kFreshDays, kOldestDays}) {
            const auto window = rate_window(from, to, first, covered, oldest);
            if (window) return quote(*window, past_end ? kDistantPercent : percent_for(*window, covered), past_end);
        }
        return std::nullopt;
    }
};

const RateTable& RateTable::built_in() {
    static const RateTable table = [] {
        RateTable out("USD");
        for (const EmbeddedFile& file : embedded_files()) {
            const std::string_view name = file.name;
            if (name.substr(0, kFolder.size()) != kFolder || name.size() <= kFolder.size() + kExtension.size()) continue;
            const std::string_view code = name.substr(kFolder.size(), name.size() - kFolder.size() - kExtension.size());
            out.series_.push_back(std::make_shared<const Series>(std::string(code), file.content));
        }
        return out;
    }();
    return table;
}

Result<RateTable> RateTable::from_ecb(std::string_view csv, const std::string& file) {
    Result<std::vector<EcbColumn>> columns = read_ecb_csv(csv, file);
    if (!columns) return columns.error();
    RateTable out("EUR");
    for (EcbColumn& column : *columns) {
        out.series_.push_back(std::make_shared<const Series>(std::move(column.currency), std::move(column.rows)));
    }
    std::sort(out.series_.begin(), out.series_.end(), [](const auto& a, const auto& b) { return a->code < b->code; });
    return out;
}

const RateTable::Series* RateTable::find(std::string_view currency) const {
    const auto found = std::lower_bound(series_.begin(), series_.end(), currency,
                                        [](const auto& series, std::string_view code) { return series->code < code; });
    return found != series_.end() && (*found)->code == currency ? found->get() : nullptr;
}

bool RateTable::knows(std::string_view currency) const { return currency == base_ || find(currency) != nullptr; }

std::optional<RateTable::Pair> RateTable::pair(std::string_view from, std::string_view to) const {
    Pair out;
    out.same = from == to;
    for (const auto& [currency, rows] : {std::pair{from, &out.from}, std::pair{to, &out.to}}) {
        if (currency == base_) continue;
        const Series* series = find(currency);
        if (!series || series->rows().days.empty()) return std::nullopt;
        *rows = &series->rows();
    }
    return out;
}

std::optional<RateTable::Quote> RateTable::at(std::string_view from, std::string_view to, Day date) const {
    const auto both = pair(from, to);
    if (!both) return std::nullopt;
    if (both->same) return Quote{Interval::point(1), 1, date, false};
    const std::int32_t day = number_of(date);
    const auto end = both->end();
    if (end && day > *end && !only_weekend_since(*end, day)) return both->at(*end, true);
    return both->at(day, false);
}

std::optional<RateTable::Quote> RateTable::during(std::string_view from, std::string_view to, const Period& period) const {
    const auto both = pair(from, to);
    if (!both || period.open_from || period.open_to || period.to < period.from) return std::nullopt;
    if (both->same) return Quote{Interval::point(1), 1, period.to, false};
    return both->over(number_of(period.from), number_of(period.to));
}

std::optional<RateTable::Quote> RateTable::over_years(std::string_view from, std::string_view to, Day date, int years) const {
    if (years < 1) return std::nullopt;
    // Years lie between 1 and 9999: a stretch that would begin before them begins with them.
    const Day first = years < year_of(date) ? add_months(date, -12 * years) + date::days{1} : Day{date::year{1} / 1 / 1};
    return during(from, to, span_period(first, date));
}

}  // namespace tieout
