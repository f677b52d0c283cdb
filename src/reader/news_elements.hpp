#pragma once

#include <cstdint>
#include <string_view>

namespace tieout {

/// What an element of NITF, NewsML-G2 or the XHTML in it is to a reader.
enum class NewsElement : std::uint8_t {
    inside,      ///< part of the text around it: a name, a number, an emphasis
    left_out,    ///< no part of the article
    item,        ///< one thing of a message: an article, a picture
    metadata,    ///< what is said of the article; a title in it is a spare headline
    title,       ///< only in metadata
    article,     ///< what holds the article
    plain_text,  ///< holds it as text without markup
    date,
    block,
    headline,
    heading,
    list_item,
    quote,
    caption,
    preformatted,
    table,
    row,
    cell,
    line_break
};

/// By its local name: the three formats call nothing the same that is not.
NewsElement news_element(std::string_view name);

}  // namespace tieout
