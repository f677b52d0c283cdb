#include "report/text_report.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "report/messages.hpp"
#include "report/places.hpp"

namespace tieout {
namespace {

constexpr std::size_t kShortList = 10;     // verified checks that the short list shows
constexpr std::size_t kSentences = 6;      // sentences shown with one finding
constexpr std::size_t kWorkingLines = 12;  // lines of arithmetic shown with one finding

std::string_view color_of(const Palette& palette, Severity severity) {
    switch (severity) {
        case Severity::error:
            return palette.error;
        case Severity::warning:
            return palette.warning;
        case Severity::note:
            return palette.note;
    }
    return {};
}

/// Appends one draft's report.
class DraftWriter {
public:
    DraftWriter(std::string& out, const Report& report, const RenderOptions& options, const Palette& palette)
        : out_(out),
          report_(report),
          options_(options),
          palette_(palette),
          language_(options.language.value_or(report.document.language)),
          places_(report.document),
          name_(safe(report.document.name)) {}

    void write() {
        for (const Finding& each : report_.findings) finding(each);
        if (options_.quiet) return;
        options_.show_verified ? verified_in_full() : verified();
        if (!report_.findings.empty() || !report_.remarks.empty() || report_.document.date_source == DateSource::today)
            date_line();
        for (const std::string& remark : report_.remarks) {
            append_wrapped(out_, std::string(phrase(language_, Phrase::remark)) + ": ", remark, options_.width);
        }
    }

private:
    /// The day that the draft's "last month" and exchange rates are relative to.
    void date_line() {
        const auto source =
            static_cast<std::size_t>(Phrase::date_option) + static_cast<std::size_t>(report_.document.date_source);
        std::string text = to_string(report_.document.date);
        text.append(" (").append(phrase(language_, static_cast<Phrase>(source))).append(")");
        append_wrapped(out_, std::string(phrase(language_, Phrase::date)) + ": ", text, options_.width);
    }

    std::string where(Span span) const {
        const Place place = places_.of(span);
        return name_ + ":" + std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column);
    }

    /// "  계산: 100억달러 × 1,311.5원 = 13조1150억원", further lines below the first.
    void lines(Phrase head, const std::vector<std::string>& texts, std::size_t most) {
        std::string label = "  " + std::string(phrase(language_, head)) + ": ";
        const std::string blank(static_cast<std::size_t>(display_width(label)), ' ');
        for (std::size_t i = 0; i < std::min(texts.size(), most); ++i)
            append_wrapped(out_, i == 0 ? label : blank, texts[i], options_.width);
        if (texts.size() > most) out_ += blank + phrase(language_, Phrase::elsewhere, texts.size() - most) + "\n";
    }

    void one(Phrase head, const std::string& text) { lines(head, {text}, 1); }

    /// The sentences that the spans stand in, with the spans marked.
    void sentences(std::vector<Span> spans, std::string_view color) {
        std::sort(spans.begin(), spans.end(),
                  [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
        const std::vector<Sentence>& all = report_.document.sentences;
        std::size_t shown = 0;
        for (std::size_t i = 0; i < spans.size();) {
            const auto after =
                std::upper_bound(all.begin(), all.end(), spans[i].begin,
                                 [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
            // A span outside every sentence is shown by itself.
            Span within = after == all.begin() ? spans[i] : std::prev(after)->span;
            if (spans[i].end > within.end) within = spans[i].begin >= within.end ? spans[i] : Span{within.begin, spans[i].end};
            std::vector<Span> marks;
            for (; i < spans.size() && spans[i].begin < within.end; ++i)
                marks.push_back({spans[i].begin, std::min(spans[i].end, within.end)});
            if (++shown > kSentences) continue;
            const std::string label = std::to_string(places_.of(marks.front()).begin.line);
            append_marked(out_, report_.document.text, within, marks, label, options_.width, color, palette_);
        }
        if (shown > kSentences) out_ += "  " + phrase(language_, Phrase::elsewhere, shown - kSentences) + "\n";
    }

    std::vector<Span> claim_spans(const std::vector<std::uint32_t>& claims) const {
        std::vector<Span> spans;
        for (const std::uint32_t index : claims) spans.push_back(report_.claims[index].figure.span);
        return spans;
    }

    void finding(const Finding& finding) {
        const std::string_view color = color_of(palette_, finding.severity);
        out_.append(palette_.bold).append(where(finding.span)).append(palette_.reset).append(": ");
        out_.append(color).append(phrase(language_, finding.severity)).append(palette_.reset).append(" [").append(finding.rule);
        out_ += "]";
        if (const auto& enclosure = report_.document.enclosure; enclosure && !enclosure->label.empty())
            out_ += " (" + safe(enclosure->label) + ")";
        out_ += "\n";
        append_wrapped(out_, "  ", finding.message, options_.width);
        out_ += '\n';
        std::vector<Span> spans = claim_spans(finding.claims);
        if (std::none_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(finding.span); }))
            spans.push_back(finding.span);
        sentences(std::move(spans), color);
        out_ += '\n';
        lines(Phrase::working, finding.working, kWorkingLines);
        if (const std::string cause = cause_in_words(language_, finding.cause, finding.factor); !cause.empty())
            one(Phrase::cause, cause);
        for (const Suggestion& suggestion : finding.suggestions) {
            std::string text(suggestion.span.of(report_.document.text));
            text += " → " + suggestion.replacement;
            one(Phrase::suggestion, text);
        }
        one(Phrase::rule, finding.rule + (finding.help.empty() ? "" : " · " + finding.help));
        out_ += '\n';
    }

    std::string line_of(const Check& check) const {
        std::string line;
        if (!check.claims.empty()) {
            line = std::to_string(places_.of(report_.claims[check.claims.front()].figure.span).begin.line) + ": ";
        }
        for (std::size_t i = 0; i < check.working.size(); ++i) line += (i == 0 ? "" : "; ") + check.working[i];
        if (check.working.empty()) {
            for (std::size_t i = 0; i < check.claims.size(); ++i) {
                line += i == 0 ? "" : ", ";
                line += report_.claims[check.claims[i]].figure.span.of(report_.document.text);
            }
        }
        return line + " [" + check.rule + "]";
    }

    std::vector<const Check*> held() const {
        std::vector<const Check*> checks;
        for (const Check& check : report_.checks) {
            if (check.outcome == Outcome::holds) checks.push_back(&check);
        }
        return checks;
    }

    void verified() {
        const std::vector<const Check*> checks = held();
        if (checks.empty()) return;
        out_.append(palette_.good).append(phrase(language_, Phrase::verified)).append(palette_.reset).append("\n");
        for (std::size_t i = 0; i < std::min(checks.size(), kShortList); ++i)
            append_wrapped(out_, "  ", line_of(*checks[i]), options_.width);
        if (checks.size() > kShortList)
            out_ += "  " + phrase(language_, Phrase::more_verified, checks.size() - kShortList) + "\n";
        out_ += '\n';
    }

    void verified_in_full() {
        for (const Check* check : held()) {
            const std::vector<Span> spans = claim_spans(check->claims);
            if (!spans.empty()) out_.append(palette_.bold).append(where(spans.front())).append(palette_.reset).append(": ");
            out_.append(palette_.good)
                .append(phrase(language_, Phrase::verified))
                .append(palette_.reset)
                .append(" [")
                .append(check->rule);
            out_.append("]\n");
            sentences(spans, palette_.good);
            lines(Phrase::working, check->working, check->working.size());
            out_ += '\n';
        }
    }

    std::string& out_;
    const Report& report_;
    const RenderOptions& options_;
    const Palette& palette_;
    const Language language_;
    const Places places_;
    const std::string name_;
};

}  // namespace

TextRenderer::TextRenderer(const RenderOptions& options)
    : options_(options), palette_(options.color ? Palette::colored() : Palette::plain()) {}

void TextRenderer::add(const Report& report, std::string& out) {
    if (!draft_language_) draft_language_ = report.document.language;
    DraftWriter(out, report, options_, palette_).write();
}

void TextRenderer::finish(const Totals& totals, std::string& out) {
    if (options_.quiet) return;
    const Language language = options_.language.value_or(draft_language_.value_or(Language::en));
    out.append(palette_.bold).append(closing_line(language, totals)).append(palette_.reset).append("\n");
}

ConciseRenderer::ConciseRenderer(const RenderOptions& options)
    : palette_(options.color ? Palette::colored() : Palette::plain()) {}

void ConciseRenderer::add(const Report& report, std::string& out) {
    const Places places(report.document);
    for (const Finding& finding : report.findings) {
        const Position at = places.of(finding.span).begin;
        append_safe(out, report.document.name);
        out += ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
        // The severity's English name in every language: tools match on it.
        out.append(color_of(palette_, finding.severity))
            .append(to_string(finding.severity))
            .append(palette_.reset)
            .append(": ");
        append_safe(out, finding.message);
        out += " [" + finding.rule + "]\n";
    }
}

}  // namespace tieout
