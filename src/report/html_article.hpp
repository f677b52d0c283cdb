#pragma once

#include <string>

#include "report/renderer.hpp"

namespace tieout {

/// Appends one draft for the HTML report: the article with its figures underlined by outcome, beside each paragraph what was
/// found in it, and a chart for every series. `prefix` makes ids unique where several drafts stand in one page.
void append_html_article(std::string& out, const Report& report, Language language, std::string_view prefix);

}  // namespace tieout
