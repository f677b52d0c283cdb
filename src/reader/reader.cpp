#include "reader/reader.hpp"

#include <utility>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "reader/directives.hpp"
#include "reader/encoding.hpp"
#include "reader/format_of.hpp"
#include "reader/formats.hpp"
#include "reader/sentences.hpp"

namespace tieout {

namespace {
/// Korean if at least a fifth of the letters are Hangul (a syllable takes the place of two or three Latin letters, and company
/// names are often Latin). The start of a draft is enough to tell.
Language language_of(std::string_view text) {
    constexpr std::size_t kEnough = 4096;
    std::size_t hangul = 0, latin = 0;
    for (const char c : text.substr(0, kEnough)) {
        const auto byte = static_cast<std::uint8_t>(c);
        hangul += static_cast<std::size_t>(byte >= 0xEA && byte <= 0xED);
        latin += static_cast<std::size_t>(is_ascii_letter(c));
    }
    return hangul * 4 >= latin ? Language::ko : Language::en;
}

Result<Found> read_as(Format format, std::string_view input, const Decoded& decoded, Document& document) {
    switch (format) {
        case Format::markdown:
            return read_markdown(input, decoded, document);
        case Format::html:
            return read_html(input, decoded, document);
        case Format::news:
            return read_news(input, decoded, document);
        case Format::text:
            break;
    }
    return read_text(input, decoded, document);
}

/// Everything whose bytes are characters.
Result<Found> read_characters(const ReadOptions& options, Document& document) {
    if (auto error = refuse_binary(document.source, options.name, extension_of(options.name))) return std::move(*error);
    Result<Decoded> decoded = decode(document.source, options.name, options.encoding);
    if (!decoded) return decoded.error();
    std::string blanked;
    const std::string_view input = without_directives(decoded->text(document.source), blanked);
    const Format format = options.format ? *options.format : format_of(options.name, input);
    Result<Found> found = read_as(format, input, *decoded, document);
    if (decoded->converted) {
        document.converted = std::move(decoded->conversion);
        document.converted_from = std::move(decoded->offsets);
    }
    return found;
}
}  // namespace

Result<Document> read_document(std::string source, const ReadOptions& options) {
    if (source.size() > 0xFFFFFFFFU)
        return Error{options.name, 0, 0, "the draft is larger than 4 GiB", "split it into smaller files"};

    Document document;
    document.name = options.name;
    document.source = std::move(source);
    const Result<Found> found = is_zipped(document.source) ? read_office(std::exchange(document.source, {}), document)
                                                           : read_characters(options, document);
    if (!found) return found.error();

    if (options.date) {
        document.date = *options.date;
        document.date_source = DateSource::option;
    } else if (found->metadata_date) {
        document.date = *found->metadata_date;
        document.date_source = DateSource::metadata;
    } else if (found->date_line) {
        document.date = *found->date_line;
        document.date_source = DateSource::date_line;
    } else if (found->saved) {
        document.date = *found->saved;
        document.date_source = DateSource::metadata;
    } else {
        document.date = options.today;
    }
    document.language = options.language ? *options.language : language_of(document.text);
    split_sentences(document);
    return document;
}

}  // namespace tieout
