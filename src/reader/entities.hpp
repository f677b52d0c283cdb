#pragma once

#include <string>
#include <string_view>

namespace tieout {

/// What a character reference of HTML means ("&amp;", "&#44032;", "&#xAC00;"), as UTF-8; spaces of any width as a space, zero-width
/// ones as nothing. The reference itself where its name is not known.
std::string entity_meaning(std::string_view reference);

}  // namespace tieout
