#include "report/bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "check/operands.hpp"
#include "report/messages.hpp"
#include "report/series.hpp"
#include "report/xml.hpp"

namespace tieout {
namespace {

constexpr double kLeft = 126, kRight = 354, kWidth = 360;
constexpr double kRow = 24, kBar = 14;
constexpr int kLabel = 17;  // columns that fit beside the bars
constexpr std::size_t kMostParts = 24;

/// One bar: from where to where, in the values' own scale.
struct Bar {
    std::uint32_t claim = 0;
    double begin = 0, end = 0;
    bool whole = false;
};

class BarsWriter {
public:
    BarsWriter(std::string& out, const Report& report, const Composition& composition, bool fails, Language language)
        : out_(out), report_(report), composition_(composition), fails_(fails), language_(language) {}

    void write(std::string_view id) {
        if (!lay_out()) return;
        const double height = kRow * static_cast<double>(bars_.size()) + 4;
        out_ += fmt::format("<svg class=\"bars{}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-bars {}-words\">",
                            fails_ ? " fails" : "", kWidth, height, id, id);
        out_ +=
            fmt::format("<title id=\"{}-bars\">{}</title><desc id=\"{}-words\">{}</desc>", id, title(), id, xml(in_words()));
        for (std::size_t i = 0; i < bars_.size(); ++i) bar(bars_[i], kRow * static_cast<double>(i));
        out_ += fmt::format("<path class=\"axis\" d=\"M{} 0V{}\"/>", kLeft, height);
        out_ += fmt::format("<path class=\"meant\" d=\"M{0:.1f} 0V{1}\"/></svg>", x(meant_), height);
    }

private:
    const Figure& figure(std::uint32_t claim) const { return report_.claims[claim].figure; }
    std::string_view words(std::uint32_t claim) const { return figure(claim).span.of(report_.document.text); }

    /// In the base of the unit, so that figures of different units are on one scale; 25% is a quarter.
    double value(std::uint32_t claim) const {
        return picture_value(*to_base(Interval::point(figure(claim).magnitude.value), figure(claim)).low().value);
    }

    bool lay_out() {
        if (composition_.parts.empty() || composition_.parts.size() > kMostParts) return false;
        const auto usable = [&](std::uint32_t claim) {
            return is_single(figure(claim)) && std::isfinite(value(claim)) && value(claim) >= 0;
        };
        if (!usable(composition_.whole) || (composition_.share && !usable(*composition_.share))) return false;
        if (!std::all_of(composition_.parts.begin(), composition_.parts.end(), usable)) return false;
        const double whole = value(composition_.whole);
        double at = 0;
        for (const std::uint32_t part : composition_.parts) {
            const double begin = composition_.share ? 0 : at;
            at = begin + value(part);
            bars_.push_back({part, begin, at, false});
        }
        const Bar total{composition_.whole, 0, whole, true};
        // A share is read from the whole down, a sum from its parts.
        composition_.share ? void(bars_.insert(bars_.begin(), total)) : bars_.push_back(total);
        meant_ = composition_.share ? whole * value(*composition_.share) : at;
        most_ = std::max({whole, at, meant_});
        return most_ > 0 && std::isfinite(most_);
    }

    double x(double value) const { return kLeft + value / most_ * (kRight - kLeft); }

    /// The start of a figure's words that fits.
    static std::string label(std::string_view words) {
        const std::string_view shown = fitting(words, kLabel);
        return std::string(shown) + (shown.size() < words.size() ? "…" : "");
    }

    void bar(const Bar& bar, double top) {
        // What is likelier to be wrong: the total of parts, but the part whose share is said.
        const bool is_suspect = fails_ && bar.whole != composition_.share.has_value();
        std::string name(words(bar.claim));
        if (composition_.share && !bar.whole) name += " (" + std::string(words(*composition_.share)) + ")";
        out_ += fmt::format("<g class=\"{}{}\"><title>{}</title>", bar.whole ? "whole" : "part", is_suspect ? " suspect" : "",
                            xml(name));
        out_ += fmt::format("<text x=\"0\" y=\"{:.1f}\">{}</text>", top + 16, xml(label(name)));
        out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\"/></g>", x(bar.begin), top + 4,
                            std::max(x(bar.end) - x(bar.begin), 1.0), kBar);
    }

    std::string title() const {
        const bool korean = language_ == Language::ko;
        if (composition_.share) return korean ? "전체와 부분" : "The whole and its part";
        return korean ? "부분과 합계" : "The parts and their total";
    }

    /// "부분 300억원, 240억원; 합계 710억원 (어긋남)": the picture in words, for those who do not see it.
    std::string in_words() const {
        const bool korean = language_ == Language::ko;
        std::string out;
        for (const std::uint32_t part : composition_.parts) (out += out.empty() ? "" : ", ") += words(part);
        if (composition_.share) (out += " (").append(words(*composition_.share)) += ")";
        out = (korean ? "부분 " : "part ") + out +
              (korean ? (composition_.share ? "; 전체 " : "; 합계 ") : (composition_.share ? "; whole " : "; total "));
        out += words(composition_.whole);
        if (fails_) out += " (" + std::string(phrase(language_, Phrase::fails)) + ")";
        return out;
    }

    std::string& out_;
    const Report& report_;
    const Composition& composition_;
    const bool fails_;
    const Language language_;
    std::vector<Bar> bars_;
    double meant_ = 0;  ///< where the parts put the whole, or the share the part
    double most_ = 0;
};

}  // namespace

void append_bars(std::string& out, const Report& report, const Composition& composition, bool fails, std::string_view id,
                 Language language) {
    BarsWriter(out, report, composition, fails, language).write(id);
}

}  // namespace tieout
