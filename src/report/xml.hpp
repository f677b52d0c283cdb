#pragma once

#include <string>
#include <string_view>

namespace tieout {

/// Appends text as the content of an XML or HTML element or of a quoted attribute. Line ends stay what they are in attributes
/// too; characters that XML 1.0 does not have, and bytes that are no UTF-8, become U+FFFD.
void append_xml(std::string& out, std::string_view text);
std::string xml(std::string_view text);

}  // namespace tieout
