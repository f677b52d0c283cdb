#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace tieout {

/// A comment in a draft by which its writer says that what tieout found is right:
///     <!-- tieout-disable-next-line sum-total, share-of-total -- the rest is abroad -->    Markdown and HTML
///     //tieout-disable-file currency-conversion -- rates of the contract                  a line of plain text
struct Directive {
    enum class Scope : std::uint8_t {
        line,       ///< what stands on the comment's own line
        next_line,  ///< on the line behind it
        rest,       ///< from the comment on, up to a tieout-enable
        file,
        enable,   ///< ends what a `rest` began
        unknown,  ///< none of these: a slip of the pen
    };
    struct Name {
        std::string id;
        Span span;
    };

    Scope scope = Scope::rest;
    Span comment;             ///< all of it, with its signs
    Span word;                ///< "tieout-disable-line"
    std::vector<Name> rules;  ///< none: every rule
    bool whole_line = false;  ///< in the form for plain text
};

/// In order of place. Linear in the size of the text.
std::vector<Directive> find_directives(std::string_view text);

/// The text with the comments as blanks, so that nothing in them is read as a figure; every byte keeps its place. Nothing is
/// copied, and `text` itself returned, where there are none.
std::string_view without_directives(std::string_view text, std::string& buffer);

}  // namespace tieout
