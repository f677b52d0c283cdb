#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tieout {

/// An HTML text parsed by gumbo, within bounds. gumbo itself knows none: its time grows with the square of the depth of
/// nesting, its memory with the cube of the number of unclosed formatting elements, and it frees its tree by recursion. So it
/// runs in an arena with a limit, which is dropped whole, on a limited time of the processor, and a tree that is too deep to be
/// walked by recursion is refused.
class HtmlTree {
public:
    /// Elements within elements; more than any page that people write, and what browsers stop at too.
    static constexpr int kDeepest = 512;
    /// Bytes.
    static constexpr std::size_t kLargest = std::size_t{8} << 20;

    /// The text must be UTF-8 and outlive the tree, which points into it. `name` is the draft's, for errors.
    static Result<HtmlTree> parse(std::string_view html, const std::string& name);

    HtmlTree(HtmlTree&&) noexcept;
    HtmlTree& operator=(HtmlTree&&) noexcept;
    ~HtmlTree();

    const GumboNode& document() const { return *document_; }

private:
    class Arena;
    HtmlTree(std::unique_ptr<Arena> arena, const GumboNode* document);

    std::unique_ptr<Arena> arena_;
    const GumboNode* document_;
};

/// The value of an element's attribute; empty where it has none.
std::string_view attribute_of(const GumboNode& element, const char* name);

/// The nodes below a document, an element or a template; none below any other node.
const GumboVector& children_of(const GumboNode& node);

}  // namespace tieout
