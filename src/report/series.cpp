#include "report/series.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace tieout {
namespace {

/// Nothing where neither end is known.
std::optional<double> middle(const Period& period) {
    const auto days = [](Day day) { return static_cast<double>(day.time_since_epoch().count()); };
    if (period.open_from && period.open_to) return std::nullopt;
    if (period.open_from) return days(period.to);
    if (period.open_to) return days(period.from);
    return (days(period.from) + days(period.to)) / 2;
}

bool is_level(const Figure& figure) {
    return is_single(figure) && (figure.kind == Kind::money || figure.kind == Kind::count || figure.kind == Kind::quantity ||
                                 figure.kind == Kind::percent);
}

/// A figure that is said twice is one dot.
void merge_same(std::vector<Series::Point>& points) {
    std::vector<Series::Point> out;
    for (const Series::Point& point : points) {
        const auto same = std::find_if(out.begin(), out.end(), [&](const Series::Point& other) {
            return other.day == point.day && other.value == point.value;
        });
        if (same == out.end()) {
            out.push_back(point);
        } else {
            same->fails = same->fails || point.fails;
            same->ahead = same->ahead || point.ahead;
        }
    }
    points = std::move(out);
}

}  // namespace

double picture_value(const Rational& value) {
    return std::strtod(value.to_decimal(6).c_str(), nullptr);
}

bool is_single(const Figure& figure) {
    return figure.valid && figure.magnitude.shape != Shape::range && figure.magnitude.shape != Shape::several;
}

std::vector<Series> series_of(const Report& report) {
    std::set<std::uint32_t> failing;
    for (const Finding& finding : report.findings) failing.insert(finding.claims.begin(), finding.claims.end());
    std::vector<Series> all;
    std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, std::size_t> known;
    for (std::uint32_t i = 0; i < report.claims.size(); ++i) {
        const Claim& claim = report.claims[i];
        if (claim.subject.empty() || claim.metric.empty() || !claim.period || !is_level(claim.figure)) continue;
        const auto day = middle(*claim.period);
        if (!day) continue;
        const std::string unit(unit_code(claim.figure));
        const double value = picture_value(claim.figure.magnitude.value);
        if (!std::isfinite(value)) continue;
        const auto [found, is_new] = known.try_emplace(
            {claim.subject, claim.metric, claim.scope, unit, std::string(per_code(claim.figure))}, all.size());
        if (is_new) all.push_back({claim.subject, claim.metric, unit, {}});
        const bool ahead = claim.modality == Modality::forecast || claim.modality == Modality::target;
        all[found->second].points.push_back({i, *day, value, ahead, failing.count(i) > 0});
    }
    for (Series& series : all) {
        std::stable_sort(series.points.begin(), series.points.end(),
                         [](const Series::Point& a, const Series::Point& b) { return a.day < b.day; });
    }
    for (Series& series : all) merge_same(series.points);
    std::erase_if(all, [](const Series& series) { return series.points.front().day == series.points.back().day; });
    return all;
}

}  // namespace tieout
