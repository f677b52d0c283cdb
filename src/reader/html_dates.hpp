#pragma once

#include <gumbo.h>

#include <optional>
#include <string_view>

#include "number/calendar.hpp"

namespace tieout {

/// Looks for the day that a page says it was published on: JSON-LD's `datePublished`, else a `<meta>` such as
/// `article:published_time`, else the first `<time datetime>`. The day is taken as written, in the zone it was written in.
class HtmlDates {
public:
    /// Tells of an element, in the order of the page.
    void see(const GumboNode& element);
    std::optional<Day> published() const;

private:
    std::optional<Day> json_ld_, meta_, time_;
};

/// The day of the first "datePublished" in a JSON text; nothing where there is none or the text is no JSON.
std::optional<Day> date_published(std::string_view json);

}  // namespace tieout
