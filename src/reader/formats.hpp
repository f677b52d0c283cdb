#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/document.hpp"
#include "reader/encoding.hpp"

namespace tieout {

/// What a reader of a format found besides text and blocks.
struct Found {
    std::optional<Day> metadata_date;
    std::optional<Day> date_line;
    std::optional<Day> saved = std::nullopt;  ///< the day the file was last saved: no date line, but nearer to it than today
};

/// Each fills text, blocks and offsets of the document from the decoded source.
Result<Found> read_text(std::string_view input, const Decoded& decoded, Document& document);
Result<Found> read_markdown(std::string_view input, const Decoded& decoded, Document& document);
Result<Found> read_html(std::string_view input, const Decoded& decoded, Document& document);
Result<Found> read_news(std::string_view input, const Decoded& decoded, Document& document);

/// Whether bytes are a ZIP archive, as DOCX, ODT and HWPX are.
bool is_zipped(std::string_view source);
/// What is wrong with a draft that is no ZIP archive and no text either, by its bytes or its name's extension.
std::optional<Error> refuse_binary(std::string_view source, const std::string& name, std::string_view extension);
/// Fills the document from a DOCX, ODT or HWPX, found out by its parts; the document's source becomes the extracted text.
Result<Found> read_office(const std::string& bytes, Document& document);

}  // namespace tieout
