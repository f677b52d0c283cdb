#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "model/document.hpp"
#include "reader/encoding.hpp"

namespace tieout {

/// What a reader of a format found besides text and blocks.
struct Found {
    std::optional<Day> metadata_date;
    std::optional<Day> date_line;
};

/// Each fills text, blocks and offsets of the document from the decoded source.
Result<Found> read_text(std::string_view input, const Decoded& decoded, Document& document);
Result<Found> read_markdown(std::string_view input, const Decoded& decoded, Document& document);
Result<Found> read_html(std::string_view input, const Decoded& decoded, Document& document);

}  // namespace tieout
