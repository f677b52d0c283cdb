#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/document.hpp"

namespace tieout {

/// A source as UTF-8. Where the source is UTF-8 nothing is copied.
struct Decoded {
    bool converted = false;
    std::string conversion;   ///< only if converted
    std::size_t skipped = 0;  ///< bytes of a byte order mark before the text, if not converted
    OffsetMap offsets;        ///< from the UTF-8 text to the source

    std::string_view text(std::string_view source) const { return converted ? std::string_view(conversion) : source.substr(skipped); }
};

/// Reads the bytes as `encoding`, else by their byte order mark (UTF-8, UTF-16), else as UTF-16 where NULs show it, else as UTF-8, else
/// as CP949 (the Windows form of EUC-KR). Fails with the line of the first byte that fits none.
Result<Decoded> decode(std::string_view source, const std::string& name, const std::optional<std::string>& encoding);

}  // namespace tieout
