#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "reader/text_builder.hpp"

namespace tieout {

/// How the spaces of HTML text are read: as one space each run of them, or as they stand (`<pre>`).
enum class HtmlSpace { collapse, keep };

/// Appends what text nodes of gumbo's say, each character with the way back to the bytes of `html` that it was written with:
/// one byte for `2`, five for `&#50;`. Where gumbo's reading cannot be followed to the byte (which no test has brought about),
/// the rest of the node leads back to the rest of what it was written with.
class HtmlText {
public:
    HtmlText(std::string_view html, TextBuilder& out) : html_(html), out_(out) {}

    void append(const GumboNode& node, HtmlSpace space);

    /// A character reference at the start of a text; length 0 where none is there.
    struct Reference {
        std::size_t length = 0;
        std::string meaning;  ///< UTF-8
    };
    const Reference& named(std::string_view written);

private:
    std::string_view html_;
    TextBuilder& out_;
    std::unordered_map<std::string, Reference> names_;
};

}  // namespace tieout
