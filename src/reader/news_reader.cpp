#include <algorithm>
#include <array>
#include <vector>

#include "reader/date_line.hpp"
#include "reader/formats.hpp"
#include "reader/news_elements.hpp"
#include "reader/news_text.hpp"
#include "reader/table_grid.hpp"
#include "reader/xml_stream.hpp"

namespace tieout {

namespace {
/// "20230417T103000+0900", as NITF writes it, besides the forms of everywhere.
std::optional<Day> day_of(std::string_view text) {
    const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
    if (digits.size() != 8) return read_leading_day(text);
    return parse_day(std::string(digits.substr(0, 4)) + '-' + std::string(digits.substr(4, 2)) + '-' +
                     std::string(digits.substr(6)));
}

/// The day of an item, by the most telling of its dates.
class NewsDates {
public:
    /// At the start of a date; `norm` is its value in numbers, if it gives one.
    void begin(std::string_view name, std::string_view norm) {
        const auto known = std::find(kNames.begin(), kNames.end(), name);
        wanted_ = &days_[static_cast<std::size_t>(known - kNames.begin())];
        text_ = norm;
        if (!norm.empty()) end();
    }
    void text(std::string_view text) {
        constexpr std::size_t kEnough = 64;
        if (wanted_ && text_.size() < kEnough) text_ += text.substr(0, kEnough);
    }
    void end() {
        if (wanted_ && !*wanted_) *wanted_ = day_of(text_);
        wanted_ = nullptr;
    }
    std::optional<Day> day() const {
        const auto first = std::find_if(days_.begin(), days_.end(), [](const auto& day) { return day.has_value(); });
        return first == days_.end() ? std::nullopt : *first;
    }

private:
    static constexpr std::array<std::string_view, 5> kNames = {"date.issue", "date.release", "story.date", "versionCreated",
                                                               "contentCreated"};
    std::array<std::optional<Day>, kNames.size()> days_;
    std::optional<Day>* wanted_ = nullptr;
    std::string text_;
};

class NewsReader : public XmlHandler {
public:
    NewsReader(std::string_view xml, std::uint32_t begin) : begin_(begin), text_(xml) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (open_.size() == 1) root_ = name;
        State inner = open_.back();
        inner.element = news_element(name);
        switch (inner.element) {
            case NewsElement::item:
                begin_item();
                break;
            case NewsElement::article:
            case NewsElement::plain_text:
                inner.reads = inner.reads || begin_article(attributes.get("encoding").empty());
                if (inner.element == NewsElement::plain_text) inner.ending.space = NewsText::Space::keep;
                break;
            case NewsElement::metadata:
                inner.reads = false;
                inner.in_metadata = true;
                break;
            case NewsElement::left_out:
                inner.reads = inner.in_metadata = false;
                break;
            case NewsElement::date:
                if (is_wanted()) dates_.begin(name, attributes.get("norm"));
                break;
            case NewsElement::title:
                if (inner.in_metadata && is_wanted()) {
                    inner.reads = true;
                    inner.ending.role = NewsText::Role::spare_headline;
                    inner.ending.kind = BlockKind::headline;
                }
                break;
            default:
                if (inner.reads) begin_block(inner, attributes);
                break;
        }
        open_.push_back(inner);
    }

    void end(std::string_view) override {
        const State& inner = open_.back();
        if (inner.element == NewsElement::date) dates_.end();
        const bool parts = inner.element != NewsElement::inside && inner.element != NewsElement::line_break &&
                           inner.element != NewsElement::date;
        if (inner.reads && parts) text_.end(inner.ending);
        open_.pop_back();
    }

    void text(std::string_view text, Span written) override {
        dates_.text(text);
        if (open_.back().reads) text_.text(text, {written.begin + begin_, written.end + begin_});
    }

    Result<Found> finish(const Decoded& decoded, Document& document) const {
        if (articles_ == 0) {
            return Error{document.name, 0, 0,
                         "is no NITF and no NewsML-G2 with an article in it: its outermost element is <" + root_ + ">",
                         "give the article as NITF, NewsML-G2, HTML or text"};
        }
        if (articles_ > 1)
            return Error{document.name, 0, 0, "holds more than one article", "give each news item as a file of its own"};
        Found found;
        found.date_line = text_.finish(decoded, document);
        found.metadata_date = dates_.day();
        return found;
    }

private:
    /// What the elements around a piece of text make of it.
    struct State {
        NewsElement element = NewsElement::inside;
        bool reads = false;
        bool in_metadata = false;
        NewsText::Ending ending{};
    };

    /// Of a message with several items the one with the article counts, with its own dates and headline.
    bool is_wanted() const { return articles_ == 0 || article_item_ == items_; }

    void begin_item() {
        ++items_;
        if (articles_ > 0) return;
        text_.clear();
        dates_ = {};
    }

    /// Whether it is to be read: a second one of an item is the first in another form.
    bool begin_article(bool is_text) {
        if (!is_text || (articles_ > 0 && article_item_ == items_)) return false;
        article_item_ = items_;
        return ++articles_ == 1;
    }

    void begin_block(State& inner, const XmlAttributes& attributes) {
        if (inner.element == NewsElement::inside) return;
        const bool in_cell = inner.ending.kind == BlockKind::table_cell;
        if (inner.element == NewsElement::line_break) {
            const bool goes_on = in_cell || inner.ending.kind == BlockKind::headline;
            return goes_on ? text_.line_break() : text_.end(inner.ending);
        }
        text_.end(inner.ending);
        if (in_cell) return;  // whatever stands in a cell is part of it, other tables too
        switch (inner.element) {
            case NewsElement::headline:
                inner.ending.kind = BlockKind::headline;
                inner.ending.role = NewsText::Role::headline;
                break;
            case NewsElement::heading:
                inner.ending.kind = BlockKind::heading;
                break;
            case NewsElement::list_item:
                inner.ending.kind = BlockKind::list_item;
                break;
            case NewsElement::quote:
                inner.ending.kind = BlockKind::quote;
                break;
            case NewsElement::caption:
                inner.ending.kind = BlockKind::caption;
                break;
            case NewsElement::preformatted:
                inner.ending.space = NewsText::Space::keep;
                break;
            case NewsElement::table:
                grid_ = {};
                ++tables_;
                break;
            case NewsElement::row:
                grid_.add_row();
                break;
            case NewsElement::cell:
                inner.ending.kind = BlockKind::table_cell;
                inner.ending.cell =
                    grid_.add_cell(tables_, cells_spanned(attributes.get("colspan")), cells_spanned(attributes.get("rowspan")));
                break;
            default:
                break;
        }
    }

    std::uint32_t begin_;  ///< where what is walked begins in the draft
    NewsText text_;
    NewsDates dates_;
    std::vector<State> open_{State{}};
    std::string root_;
    int items_ = 0, articles_ = 0, article_item_ = 0;
    TableGrid grid_;
    std::int32_t tables_ = -1;
};
}  // namespace

Result<Found> read_news(std::string_view input, const Decoded& decoded, Document& document) {
    constexpr std::size_t kLargest = std::size_t{64} << 20;
    if (input.size() > kLargest) return Error{document.name, 0, 0, "is larger than 64 MiB, the most that is read of XML", ""};
    // An XML declaration has to come first, and a comment that silences may stand before it.
    const std::size_t begin = std::min(input.find_first_not_of(" \t\r\n"), input.size());
    const auto lines_before =
        static_cast<int>(std::count(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    NewsReader reader(input, static_cast<std::uint32_t>(begin));
    if (const auto fault = walk_xml(input.substr(begin), reader, "UTF-8"))
        return Error{document.name, fault->line + lines_before, 0, "is no XML that can be read: " + fault->why, ""};
    return reader.finish(decoded, document);
}

}  // namespace tieout
