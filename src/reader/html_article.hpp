#pragma once

#include <gumbo.h>

namespace tieout {

/// The parts of a page that a reader of the article reads.
struct HtmlArticle {
    const GumboNode* body = nullptr;  ///< the element the article stands in
    const GumboNode* headline =
        nullptr;  ///< its headline, where that stands before `body`; null where it is inside or there is none
};

/// The article is what is marked as such (`itemprop="articleBody"`, `<article>`, `<main>`; of several the longest), else the
/// whole body. The headline is the first `<h1>` in it, else the last before it, else the page's title.
HtmlArticle find_article(const GumboNode& document);

/// Whether an element is no part of the running text: scripts, navigation, forms, and what the page hides.
bool is_left_out(const GumboNode& element);

}  // namespace tieout
