#include "reader/news_elements.hpp"

#include <algorithm>
#include <array>

namespace tieout {

namespace {
struct Entry {
    std::string_view name;
    NewsElement element;
};

/// By name. What is not here is part of the text around it. Bylines and datelines are no sentences; `body.end` thanks and
/// signs.
constexpr std::array kElements = {
    Entry{"abstract", NewsElement::block},
    Entry{"address", NewsElement::block},
    Entry{"article", NewsElement::block},
    Entry{"aside", NewsElement::left_out},
    Entry{"block", NewsElement::block},
    Entry{"blockquote", NewsElement::quote},
    Entry{"body", NewsElement::block},
    Entry{"body.content", NewsElement::block},
    Entry{"body.end", NewsElement::left_out},
    Entry{"bq", NewsElement::quote},
    Entry{"br", NewsElement::line_break},
    Entry{"byline", NewsElement::left_out},
    Entry{"caption", NewsElement::caption},
    Entry{"code", NewsElement::left_out},
    Entry{"contentCreated", NewsElement::date},
    Entry{"contentMeta", NewsElement::metadata},
    Entry{"credit", NewsElement::left_out},
    Entry{"date.issue", NewsElement::date},
    Entry{"date.release", NewsElement::date},
    Entry{"dateline", NewsElement::left_out},
    Entry{"dd", NewsElement::list_item},
    Entry{"del", NewsElement::left_out},
    Entry{"distributor", NewsElement::left_out},
    Entry{"div", NewsElement::block},
    Entry{"dl", NewsElement::block},
    Entry{"dt", NewsElement::list_item},
    Entry{"figcaption", NewsElement::caption},
    Entry{"figure", NewsElement::block},
    Entry{"fn", NewsElement::block},
    Entry{"footer", NewsElement::left_out},
    Entry{"form", NewsElement::left_out},
    Entry{"h1", NewsElement::headline},
    Entry{"h2", NewsElement::heading},
    Entry{"h3", NewsElement::heading},
    Entry{"h4", NewsElement::heading},
    Entry{"h5", NewsElement::heading},
    Entry{"h6", NewsElement::heading},
    Entry{"head", NewsElement::metadata},
    Entry{"headline", NewsElement::title},
    Entry{"hl1", NewsElement::headline},
    Entry{"hl2", NewsElement::heading},
    Entry{"hr", NewsElement::block},
    Entry{"inlineData", NewsElement::plain_text},
    Entry{"inlineXML", NewsElement::article},
    Entry{"li", NewsElement::list_item},
    Entry{"media", NewsElement::block},
    Entry{"media-caption", NewsElement::caption},
    Entry{"media-metadata", NewsElement::left_out},
    Entry{"media-object", NewsElement::left_out},
    Entry{"media-producer", NewsElement::left_out},
    Entry{"media-reference", NewsElement::left_out},
    Entry{"nav", NewsElement::left_out},
    Entry{"newsItem", NewsElement::item},
    Entry{"nitf", NewsElement::article},
    Entry{"nitf-table-metadata", NewsElement::left_out},
    Entry{"note", NewsElement::left_out},
    Entry{"object", NewsElement::left_out},
    Entry{"ol", NewsElement::block},
    Entry{"p", NewsElement::block},
    Entry{"packageItem", NewsElement::item},
    Entry{"pre", NewsElement::preformatted},
    Entry{"rights", NewsElement::left_out},
    Entry{"script", NewsElement::left_out},
    Entry{"section", NewsElement::block},
    Entry{"series", NewsElement::left_out},
    Entry{"slugline", NewsElement::left_out},
    Entry{"story.date", NewsElement::date},
    Entry{"style", NewsElement::left_out},
    Entry{"svg", NewsElement::left_out},
    Entry{"table", NewsElement::table},
    Entry{"td", NewsElement::cell},
    Entry{"template", NewsElement::left_out},
    Entry{"th", NewsElement::cell},
    Entry{"title", NewsElement::title},
    Entry{"tr", NewsElement::row},
    Entry{"ul", NewsElement::block},
    Entry{"versionCreated", NewsElement::date},
};
constexpr auto kByName = [](const Entry& a, const Entry& b) { return a.name < b.name; };
static_assert(std::is_sorted(kElements.begin(), kElements.end(), kByName));
}  // namespace

NewsElement news_element(std::string_view name) {
    const auto at = std::lower_bound(kElements.begin(), kElements.end(), Entry{name, NewsElement::inside}, kByName);
    return at != kElements.end() && at->name == name ? at->element : NewsElement::inside;
}

}  // namespace tieout
