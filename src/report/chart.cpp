#include "report/chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/messages.hpp"
#include "report/xml.hpp"

namespace tieout {
namespace {

constexpr double kWidth = 560, kHeight = 220;
constexpr double kLeft = 56, kRight = 56, kTop = 40, kBottom = 44;
constexpr std::size_t kMostLabels = 12;  // more would lie on one another; the dots' titles have them all

/// From values to places in the picture. Amounts of one sign are seen against zero.
class Scale {
public:
    explicit Scale(const Series& series) {
        first_ = series.points.front().day;
        last_ = series.points.back().day;
        for (const Series::Point& point : series.points) {
            low_ = std::min(low_, point.value);
            high_ = std::max(high_, point.value);
        }
        if (low_ == high_) high_ = low_ + 1;
    }
    double x(double day) const { return kLeft + (day - first_) / (last_ - first_) * (kWidth - kLeft - kRight); }
    double y(double value) const { return kHeight - kBottom - (value - low_) / (high_ - low_) * (kHeight - kTop - kBottom); }

private:
    double first_ = 0, last_ = 0, low_ = 0, high_ = 0;
};

std::string_view words(const Report& report, const Series::Point& point) {
    return report.claims[point.claim].figure.span.of(report.document.text);
}

/// "2023: 10억달러; 2028: 14억달러 ✗": the picture in words, for those who do not see it.
std::string in_words(const Report& report, const Series& series, Language language) {
    std::string out;
    for (const Series::Point& point : series.points) {
        out += (out.empty() ? "" : "; ") + to_string(*report.claims[point.claim].period) + ": " +
               std::string(words(report, point));
        if (point.fails) out += " (" + std::string(phrase(language, Phrase::fails)) + ")";
    }
    return out;
}

void append_point(std::string& out, const Report& report, const Series::Point& point, const Scale& scale, bool labelled) {
    const double x = scale.x(point.day), y = scale.y(point.value);
    const std::string time = to_string(*report.claims[point.claim].period);
    const std::string value(words(report, point));
    out += fmt::format("<g class=\"dot{}{}\"><title>{}: {}</title>", point.ahead ? " ahead" : "", point.fails ? " fails" : "",
                       xml(time), xml(value));
    out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>", x, y);
    if (point.fails) out += fmt::format("<circle class=\"ring\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"10\"/>", x, y);
    if (labelled) {
        out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x, y - 17, (point.fails ? "✗ " : "") + xml(value));
        out += fmt::format("<text class=\"time\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x, kHeight - kBottom + 22, xml(time));
    }
    out += "</g>";
}

}  // namespace

void append_chart(std::string& out, const Report& report, const Series& series, std::string_view id, Language language) {
    const Scale scale(series);
    const std::string title = series.subject + " · " + series.metric + (series.unit.empty() ? "" : " (" + series.unit + ")");
    out += fmt::format("<figure class=\"chart\"><figcaption>{} <small>{}</small></figcaption>\n", xml(title),
                       language == Language::ko ? "● 실적 ○ 전망·목표 ✗ 다른 수치와 어긋남"
                                                : "● reported ○ forecast or target ✗ contradicted");
    out +=
        fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-words\">", kWidth, kHeight, id, id);
    out += fmt::format("<title id=\"{}-title\">{}</title><desc id=\"{}-words\">{}</desc>", id, xml(title), id,
                       xml(in_words(report, series, language)));
    out += fmt::format("<path class=\"axis\" d=\"M{} {}H{}\"/>", kLeft / 2, scale.y(0), kWidth - kRight / 2);
    std::string line;
    for (const Series::Point& point : series.points)
        line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", scale.x(point.day), scale.y(point.value));
    out += fmt::format("<path class=\"line\" d=\"{}\"/>", line);
    const bool labelled = series.points.size() <= kMostLabels;
    for (const Series::Point& point : series.points) append_point(out, report, point, scale, labelled);
    out += "</svg></figure>\n";
}

}  // namespace tieout
