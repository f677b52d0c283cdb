#include "report/html_article.hpp"

#include <algorithm>
#include <map>

#include "report/bars.hpp"
#include "report/chart.hpp"
#include "report/messages.hpp"
#include "report/places.hpp"
#include "report/totals.hpp"
#include "report/xml.hpp"

namespace tieout {
namespace {

std::string_view class_of(Severity severity) {
    return to_string(severity);
}

/// One remark of the margin: a finding or a check that holds, with the figures it speaks of.
struct Card {
    std::string id;
    int number = 0;
    const Finding* finding = nullptr;
    const Check* check = nullptr;
    std::uint32_t place = 0;  ///< where in the text it belongs
    const std::vector<std::uint32_t>& claims() const { return finding ? finding->claims : check->claims; }
};

class ArticleWriter {
public:
    ArticleWriter(std::string& out, const Report& report, Language language, std::string_view prefix)
        : out_(out),
          report_(report),
          text_(report.document.text),
          language_(language),
          prefix_(prefix),
          places_(report.document) {
        collect();
    }

    void write() {
        out_ += "<article lang=\"" + std::string(to_string(report_.document.language)) + "\" id=\"" + prefix_ + "\">\n";
        header();
        for (std::size_t i = 0; i < report_.document.blocks.size();) i = row(i);
        rest();
        charts();
        out_ += "</article>\n";
    }

private:
    std::string said(Phrase which) const { return xml(phrase(language_, which)); }

    void collect() {
        for (const Finding& finding : report_.findings) {
            cards_.push_back({"", 0, &finding, nullptr, finding.span.begin});
        }
        for (const Check& check : report_.checks) {
            if (check.outcome != Outcome::holds || check.claims.empty()) continue;
            const std::uint32_t first = *std::min_element(check.claims.begin(), check.claims.end());
            cards_.push_back({"", 0, nullptr, &check, report_.claims[first].figure.span.begin});
        }
        std::stable_sort(cards_.begin(), cards_.end(), [](const Card& a, const Card& b) { return a.place < b.place; });
        int number = 0;
        for (Card& card : cards_) {
            card.number = ++number;
            card.id = prefix_ + "-" + std::to_string(number);
            for (const std::uint32_t claim : card.claims()) {
                const Card*& worst = of_claim_[claim];
                if (!worst || rank(card) > rank(*worst)) worst = &card;
            }
        }
    }

    /// A figure of several checks is underlined by what matters most.
    static int rank(const Card& card) { return card.finding ? 1 + static_cast<int>(card.finding->severity) : 0; }
    static std::string_view class_of_card(const Card& card) {
        return card.finding ? class_of(card.finding->severity) : "holds";
    }

    void header() {
        Totals totals;
        totals.add(report_);
        const auto source =
            static_cast<std::size_t>(Phrase::date_option) + static_cast<std::size_t>(report_.document.date_source);
        out_ += "<header><h1>" + xml(report_.document.title()) + "</h1><p>" + xml(closing_line(language_, totals)) + "<br>" +
                said(Phrase::date) + ": " + to_string(report_.document.date) + " (" + said(static_cast<Phrase>(source)) + ")";
        for (const std::string& remark : report_.remarks) out_ += "<br>" + said(Phrase::remark) + ": " + xml(remark);
        out_ += "</p></header>\n";
    }

    /// A piece of running text with its figures marked.
    void text(Span span) {
        std::uint32_t at = span.begin;
        const auto& claims = report_.claims;
        auto claim = std::lower_bound(claims.begin(), claims.end(), span.begin,
                                      [](const Claim& each, std::uint32_t begin) { return each.figure.span.begin < begin; });
        for (; claim != claims.end() && claim->figure.span.begin < span.end; ++claim) {
            const Span figure = claim->figure.span;
            if (figure.begin < at || figure.end > span.end) continue;
            plain({at, figure.begin});
            mark(figure, static_cast<std::uint32_t>(claim - claims.begin()));
            at = figure.end;
        }
        plain({at, span.end});
    }

    void plain(Span span) { append_xml(out_, span.of(text_)); }

    void mark(Span span, std::uint32_t claim) {
        const auto card = of_claim_.find(claim);
        if (card == of_claim_.end()) {
            out_ += "<span class=\"fig\">";
            plain(span);
            out_ += "</span>";
            return;
        }
        const Card& about = *card->second;
        out_ += "<a class=\"fig " + std::string(class_of_card(about)) + "\" href=\"#" + about.id + "\">";
        plain(span);
        out_ += "\u2060<sup>" +  // a word joiner: the number never parts from its figure
                std::string(about.finding ? "✗" : "✓") + std::to_string(about.number) + "</sup></a>";
    }

    /// One block, or one table whole, with the cards that belong to it; the index of the block behind.
    std::size_t row(std::size_t i) {
        const std::vector<Block>& blocks = report_.document.blocks;
        std::size_t next = i + 1;
        out_ += "<div class=\"row\"><div>";
        if (blocks[i].kind == BlockKind::table_cell) {
            while (next < blocks.size() && blocks[next].kind == BlockKind::table_cell && blocks[next].table == blocks[i].table)
                ++next;
            table(i, next);
        } else {
            const auto [open, close] = element(blocks[i].kind);
            out_ += open;
            text(blocks[i].span);
            out_ += close;
        }
        out_ += "</div>";
        cards(next < blocks.size() ? blocks[next].span.begin : blocks[next - 1].span.end);
        out_ += "</div>\n";
        return next;
    }

    static std::pair<std::string_view, std::string_view> element(BlockKind kind) {
        switch (kind) {
            case BlockKind::headline:
                return {"<h2>", "</h2>"};
            case BlockKind::heading:
                return {"<h3>", "</h3>"};
            case BlockKind::list_item:
                return {"<ul><li>", "</li></ul>"};
            case BlockKind::quote:
                return {"<blockquote><p>", "</p></blockquote>"};
            case BlockKind::caption:
                return {"<p><small>", "</small></p>"};
            default:
                return {"<p>", "</p>"};
        }
    }

    void table(std::size_t from, std::size_t to) {
        const std::vector<Block>& blocks = report_.document.blocks;
        std::int32_t width = 0;
        for (std::size_t i = from; i < to; ++i) width = std::max(width, std::min(blocks[i].column + 1, kMostColumns));
        out_ += "<table>";
        for (std::size_t i = from; i < to;) {
            const std::int32_t row = blocks[i].row;
            const std::string cell = row == 0 ? "th" : "td";
            std::int32_t column = 0;
            // Empty cells are no blocks.
            const auto skip_to = [&](std::int32_t end) {
                for (; column < std::min(end, width); ++column) out_ += "<" + cell + "></" + cell + ">";
            };
            out_ += "<tr>";
            for (; i < to && blocks[i].row == row; ++i) {
                skip_to(blocks[i].column);
                out_ += "<" + cell + ">";
                text(blocks[i].span);
                out_ += "</" + cell + ">";
                column = blocks[i].column + 1;
            }
            skip_to(width);
            out_ += "</tr>";
        }
        out_ += "</table>";
    }

    /// The cards that belong before a place in the text and are not written yet.
    void cards(std::uint32_t end) {
        bool open = false;
        for (; written_ < cards_.size() && cards_[written_].place < end; ++written_) {
            if (!open) out_ += "<aside>";
            open = true;
            card(cards_[written_]);
        }
        if (open) out_ += "</aside>";
    }

    /// What stands in no block: comments that silence nothing.
    void rest() {
        if (written_ == cards_.size()) return;
        out_ += "<div class=\"rest\">";
        for (; written_ < cards_.size(); ++written_) card(cards_[written_]);
        out_ += "</div>\n";
    }

    void card(const Card& card) { card.finding ? finding_card(card) : check_card(card); }

    void open_card(const Card& card, std::string_view kind) {
        out_ +=
            "<section class=\"card " + std::string(class_of_card(card)) + "\" id=\"" + card.id + "\"><p><span class=\"kind\">";
        out_ += std::string(card.finding ? "✗" : "✓") + std::to_string(card.number) + " " + xml(kind) + "</span> ";
    }

    void close_card(std::string_view rule, Span place) {
        const Position at = places_.of(place).begin;
        out_ += "<span class=\"rule\">" + xml(rule) + " · " + std::to_string(at.line) + ":" + std::to_string(at.column);
        out_ += "</span></p></section>\n";
    }

    void finding_card(const Card& card) {
        const Finding& finding = *card.finding;
        open_card(card, phrase(language_, finding.severity));
        out_ += xml(finding.message) + "</p>";
        working(finding.working);
        bars(finding.composition, card);
        correction(finding);
        out_ += "<p>";
        close_card(finding.rule, finding.span);
    }

    /// In as few lines as it takes: there are many, and the article is what is read.
    void check_card(const Card& card) {
        open_card(card, phrase(language_, Phrase::verified));
        for (const std::string& line : card.check->working) out_ += xml(line) + "<br>";
        bars(card.check->composition, card);
        close_card(card.check->rule, report_.claims[card.claims().front()].figure.span);
    }

    void working(const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        out_ += "<ul>";
        for (const std::string& line : lines) out_ += "<li>" + xml(line) + "</li>";
        out_ += "</ul>";
    }

    void bars(const std::optional<Composition>& composition, const Card& card) {
        if (composition) append_bars(out_, report_, *composition, card.finding != nullptr, card.id, language_);
    }

    void correction(const Finding& finding) {
        if (const std::string cause = cause_in_words(language_, finding.cause, finding.factor); !cause.empty())
            out_ += "<p>" + said(Phrase::cause) + ": " + xml(cause) + "</p>";
        for (const Suggestion& suggestion : finding.suggestions) {
            out_ += "<p>" + said(Phrase::suggestion) + ": <del>" + xml(suggestion.span.of(text_)) + "</del> → <ins>" +
                    xml(suggestion.replacement) + "</ins></p>";
        }
    }

    void charts() {
        const std::vector<Series> all = series_of(report_);
        if (all.empty()) return;
        out_ += "<div class=\"charts\">\n";
        for (std::size_t i = 0; i < std::min(all.size(), kMostCharts); ++i)
            append_chart(out_, report_, all[i], prefix_ + "-chart" + std::to_string(i + 1), language_);
        out_ += "</div>\n";
    }

    static constexpr std::int32_t kMostColumns = 200;  // a hostile table may claim any
    static constexpr std::size_t kMostCharts = 40;

    std::string& out_;
    const Report& report_;
    const std::string_view text_;
    const Language language_;
    const std::string prefix_;
    const Places places_;
    std::vector<Card> cards_;
    std::map<std::uint32_t, const Card*> of_claim_;
    std::size_t written_ = 0;
};

}  // namespace

void append_html_article(std::string& out, const Report& report, Language language, std::string_view prefix) {
    ArticleWriter(out, report, language, prefix).write();
}

}  // namespace tieout
