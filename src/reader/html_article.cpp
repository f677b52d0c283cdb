#include "reader/html_article.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "reader/html_tree.hpp"

namespace tieout {

namespace {
/// Bytes of text in a node that are read.
std::size_t text_in(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) return node.v.text.original_text.length;
    if (node.type == GUMBO_NODE_ELEMENT && is_left_out(node)) return 0;
    std::size_t bytes = 0;
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) bytes += text_in(*static_cast<const GumboNode*>(children.data[i]));
    return bytes;
}

bool has_word(std::string_view list, std::string_view word) {
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const bool begins = at == 0 || list[at - 1] == ' ';
        const std::size_t end = at + word.size();
        if (begins && (end == list.size() || list[end] == ' ')) return true;
    }
    return false;
}

/// How plainly an element says that it holds the article; 0 where it does not.
int mark_of(const GumboNode& element) {
    if (has_word(attribute_of(element, "itemprop"), "articleBody")) return 3;
    const GumboTag tag = element.v.element.tag;
    if (tag == GUMBO_TAG_ARTICLE || attribute_of(element, "role") == "article") return 2;
    if (tag == GUMBO_TAG_MAIN || attribute_of(element, "role") == "main") return 1;
    return 0;
}

class Search {
public:
    void visit(const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT) {
            const GumboTag tag = node.v.element.tag;
            if (tag == GUMBO_TAG_TITLE && !title_ && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML) title_ = &node;
            if (tag == GUMBO_TAG_BODY) body_ = &node;
            if (is_left_out(node) && tag != GUMBO_TAG_HEAD) return;
            if (tag == GUMBO_TAG_H1) last_h1_ = &node;
            const int mark = mark_of(node);
            // What is marked inside a marked element counts only if it is marked more plainly, so no text is counted often.
            if (mark > inside_) {
                const std::size_t size = text_in(node);
                if (mark > mark_ || (mark == mark_ && size > size_)) {
                    marked_ = &node;
                    mark_ = mark;
                    size_ = size;
                    h1_before_ = last_h1_;
                }
                const int outer = std::exchange(inside_, mark);
                visit_children(node);
                inside_ = outer;
                return;
            }
        }
        visit_children(node);
    }

    HtmlArticle found() const {
        HtmlArticle article{marked_ ? marked_ : body_, nullptr};
        if (article.body && has_h1(*article.body)) return article;
        article.headline = marked_ && h1_before_ ? h1_before_ : title_;
        return article;
    }

private:
    void visit_children(const GumboNode& node) {
        const GumboVector& children = children_of(node);
        for (unsigned i = 0; i < children.length; ++i) visit(*static_cast<const GumboNode*>(children.data[i]));
    }

    static bool has_h1(const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT && is_left_out(node)) return false;
        if (node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_H1) return true;
        const GumboVector& children = children_of(node);
        for (unsigned i = 0; i < children.length; ++i) {
            if (has_h1(*static_cast<const GumboNode*>(children.data[i]))) return true;
        }
        return false;
    }

    const GumboNode *title_ = nullptr, *body_ = nullptr, *last_h1_ = nullptr, *marked_ = nullptr, *h1_before_ = nullptr;
    int mark_ = 0, inside_ = 0;
    std::size_t size_ = 0;
};

bool is_hidden(const GumboNode& element) {
    if (gumbo_get_attribute(&element.v.element.attributes, "hidden")) return true;
    if (attribute_of(element, "aria-hidden") == "true") return true;
    std::string style;
    for (const char c : attribute_of(element, "style")) {
        if (c != ' ') style.push_back(c);
    }
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}
}  // namespace

HtmlArticle find_article(const GumboNode& document) {
    Search search;
    search.visit(document);
    return search.found();
}

bool is_left_out(const GumboNode& element) {
    constexpr std::array<GumboTag, 22> kLeftOut = {
        GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,
        GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,    GUMBO_TAG_BUTTON,  GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,
        GUMBO_TAG_OBJECT,   GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,   GUMBO_TAG_CANVAS,   GUMBO_TAG_SVG,      GUMBO_TAG_MATH,
        GUMBO_TAG_DATALIST, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED, GUMBO_TAG_DEL};
    if (std::find(kLeftOut.begin(), kLeftOut.end(), element.v.element.tag) != kLeftOut.end()) return true;
    const std::string_view role = attribute_of(element, "role");
    return role == "navigation" || role == "banner" || role == "contentinfo" || is_hidden(element);
}

}  // namespace tieout
