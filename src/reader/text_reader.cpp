#include "reader/formats.hpp"
#include "reader/layout.hpp"
#include "reader/text_builder.hpp"

namespace tieout {

Result<Found> read_text(std::string_view input, const Decoded& decoded, Document& document) {
    document.text.reserve(input.size());
    TextBuilder builder(input, decoded, document);
    builder.copy(0, input.size());
    Layout layout(document);
    layout.lay_out({0, builder.size()}, BlockKind::paragraph, false);
    return Found{std::nullopt, layout.date()};
}

}  // namespace tieout
