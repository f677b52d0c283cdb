#include <algorithm>
#include <array>

#include "reader/block_builder.hpp"
#include "reader/formats.hpp"
#include "reader/html_article.hpp"
#include "reader/html_dates.hpp"
#include "reader/html_text.hpp"
#include "reader/html_tree.hpp"
#include "reader/table_grid.hpp"

namespace tieout {

namespace {
/// Elements that end the text before them; any other one is part of a text.
bool is_block(GumboTag tag) {
    constexpr std::array<GumboTag, 40> kBlocks = {
        GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,    GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,
        GUMBO_TAG_DD,       GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,        GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,
        GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,     GUMBO_TAG_FORM,    GUMBO_TAG_H1,      GUMBO_TAG_H2,
        GUMBO_TAG_H3,       GUMBO_TAG_H4,         GUMBO_TAG_H5,         GUMBO_TAG_H6,      GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,
        GUMBO_TAG_HR,       GUMBO_TAG_LEGEND,     GUMBO_TAG_LI,         GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,    GUMBO_TAG_OL,
        GUMBO_TAG_P,        GUMBO_TAG_PRE,        GUMBO_TAG_SECTION,    GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,   GUMBO_TAG_TD,
        GUMBO_TAG_TH,       GUMBO_TAG_TITLE,      GUMBO_TAG_TR,         GUMBO_TAG_UL};
    return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

bool is_element(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

/// A table that only lays out the page: it holds another table, or no row of it more than one cell.
bool is_layout(const GumboNode& table) {
    int cells = 0, widest = 0;
    const auto look = [&](const auto& again, const GumboNode& node) -> bool {
        if (&node != &table && is_element(node, GUMBO_TAG_TABLE)) return true;
        if (is_element(node, GUMBO_TAG_TR)) cells = 0;
        if (is_element(node, GUMBO_TAG_TD) || is_element(node, GUMBO_TAG_TH)) widest = std::max(widest, ++cells);
        const GumboVector& children = children_of(node);
        for (unsigned i = 0; i < children.length; ++i) {
            if (again(again, *static_cast<const GumboNode*>(children.data[i]))) return true;
        }
        return false;
    };
    return attribute_of(table, "role") == "presentation" || look(look, table) || widest < 2;
}

class HtmlReader {
public:
    HtmlReader(std::string_view input, const Decoded& decoded, Document& document)
        : blocks_(input, decoded, document), text_(input, blocks_.text()) {}

    Found read(const GumboNode& root) {
        const HtmlArticle article = find_article(root);
        article_ = article.body;
        headline_ = article.headline;
        visit(root);
        blocks_.finish();
        return {dates_.published(), blocks_.date_line()};
    }

private:
    /// Everything is visited for dates; what is read is the headline and the article.
    void visit(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
                if (reading_) text_.append(node, preformatted_ > 0 ? HtmlSpace::keep : HtmlSpace::collapse);
                return;
            case GUMBO_NODE_ELEMENT:
                return element(node);
            default:
                return visit_children(node);
        }
    }

    void visit_children(const GumboNode& node) {
        const GumboVector& children = children_of(node);
        for (unsigned i = 0; i < children.length; ++i) visit(*static_cast<const GumboNode*>(children.data[i]));
    }

    void element(const GumboNode& node) {
        dates_.see(node);
        const bool outside = reading_;
        if (&node == article_ || &node == headline_) reading_ = true;
        if (is_left_out(node) && &node != article_) reading_ = false;
        reading_ ? read_element(node) : visit_children(node);
        reading_ = outside;
    }

    void read_element(const GumboNode& node) {
        const GumboTag tag = node.v.element.tag;
        if (tag == GUMBO_TAG_BR) return line_break();
        if (tag == GUMBO_TAG_CODE && preformatted_ == 0) {
            // Left out as in Markdown, but what stands around it must not grow together.
            if (blocks_.text().last() != ' ') blocks_.text().put(' ');
            return;
        }
        if (!is_block(tag)) return visit_children(node);
        end_block();
        const State outer = state_;
        enter(node, tag);
        preformatted_ += tag == GUMBO_TAG_PRE;
        visit_children(node);
        preformatted_ -= tag == GUMBO_TAG_PRE;
        end_block();
        state_ = outer;
    }

    /// What the elements around a piece of text make of it.
    struct State {
        BlockKind kind = BlockKind::paragraph;
        bool in_grid = false;
        Cell cell;
    };

    void enter(const GumboNode& node, GumboTag tag) {
        switch (tag) {
            case GUMBO_TAG_TITLE:
            case GUMBO_TAG_H1:
                state_.kind = BlockKind::headline;
                break;
            case GUMBO_TAG_H2:
            case GUMBO_TAG_H3:
            case GUMBO_TAG_H4:
            case GUMBO_TAG_H5:
            case GUMBO_TAG_H6:
                state_.kind = BlockKind::heading;
                break;
            case GUMBO_TAG_LI:
            case GUMBO_TAG_DT:
            case GUMBO_TAG_DD:
                state_.kind = BlockKind::list_item;
                break;
            case GUMBO_TAG_BLOCKQUOTE:
                state_.kind = BlockKind::quote;
                break;
            case GUMBO_TAG_FIGCAPTION:
            case GUMBO_TAG_CAPTION:
                state_.kind = BlockKind::caption;
                break;
            case GUMBO_TAG_TABLE:
                // A table that holds another one is layout, so there is one grid at a time.
                state_.in_grid = !is_layout(node);
                if (state_.in_grid) {
                    grid_ = {};
                    ++tables_;
                }
                break;
            case GUMBO_TAG_TR:
                if (state_.in_grid) grid_.add_row();
                break;
            case GUMBO_TAG_TD:
            case GUMBO_TAG_TH:
                if (state_.in_grid) {
                    state_.kind = BlockKind::table_cell;
                    state_.cell = grid_.add_cell(tables_, cells_spanned(attribute_of(node, "colspan")),
                                                 cells_spanned(attribute_of(node, "rowspan")));
                }
                break;
            default:
                break;
        }
    }

    /// A headline and a cell go on in the next line; elsewhere a line that was ended is one.
    void line_break() {
        const bool goes_on = state_.kind == BlockKind::headline || state_.kind == BlockKind::table_cell;
        goes_on ? blocks_.text().put(' ') : end_block();
    }

    void end_block() {
        if (state_.kind == BlockKind::table_cell) {
            blocks_.end_cell(state_.cell);
        } else {
            blocks_.end(state_.kind);
        }
    }

    BlockBuilder blocks_;
    HtmlText text_;
    HtmlDates dates_;
    const GumboNode *article_ = nullptr, *headline_ = nullptr;
    bool reading_ = false;
    int preformatted_ = 0;
    State state_;
    TableGrid grid_;
    std::int32_t tables_ = -1;
};
}  // namespace

Result<Found> read_html(std::string_view input, const Decoded& decoded, Document& document) {
    const Result<HtmlTree> tree = HtmlTree::parse(input, document.name);
    if (!tree) return tree.error();
    return HtmlReader(input, decoded, document).read(tree->document());
}

}  // namespace tieout
