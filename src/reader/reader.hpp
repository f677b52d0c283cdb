#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "model/document.hpp"

namespace tieout {

enum class Format { text, markdown, html, news };  ///< news: NITF and NewsML-G2

/// What the caller knows about a draft. What is left open is found out: the format by the name's extension and the first bytes,
/// the date line and the language by the text, the encoding by the bytes.
struct ReadOptions {
    std::string name;
    std::optional<Format> format;
    std::optional<Day> date;
    std::optional<Language> language;
    std::optional<std::string> encoding;  ///< a name iconv knows
    Day today{};
};

/// The bytes of a draft as running text. Fails where the bytes are text in no known encoding and for formats tieout does not
/// read.
Result<Document> read_document(std::string source, const ReadOptions& options);

}  // namespace tieout
