#include "reader/date_line.hpp"
#include "reader/office_formats.hpp"

namespace tieout {

namespace {
bool begins_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

constexpr std::string_view kZip = "PK\x03\x04", kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", kPdf = "%PDF-";
}  // namespace

void SavedDay::start(std::string_view name, const XmlAttributes& attributes) {
    const std::string_view entry = attributes.get("name");
    wanted_ = name == last_ || entry == last_ ? &last_day_ : name == first_ || entry == first_ ? &first_day_ : nullptr;
}

void SavedDay::text(std::string_view text, Span) {
    if (wanted_ && !*wanted_) *wanted_ = read_leading_day(text);
}

bool LeftOut::start(std::string_view name, Why why) {
    if (depth_ == 0 && why == Why::kept) return false;
    if (depth_++ == 0) {
        is_comment_ = why == Why::comment;
        comment_.clear();
    }
    in_words_ = in_words_ || (is_comment_ && name == words_);
    return true;
}

bool LeftOut::end(std::string_view name) {
    if (depth_ == 0) return false;
    if (in_words_ && name == words_) {
        in_words_ = false;
        comment_ += ' ';
    }
    if (--depth_ == 0 && is_comment_) out_.comment(comment_);
    return true;
}

bool LeftOut::text(std::string_view text) {
    if (in_words_) comment_ += text;
    return depth_ > 0;
}

std::optional<Error> refuse_encrypted(ZipArchive& archive, const std::string& name) {
    if (!archive.has("META-INF/manifest.xml")) return std::nullopt;
    const auto manifest = archive.read("META-INF/manifest.xml");
    if (!manifest) return manifest.error();
    if (manifest->find("encryption-data") == std::string::npos) return std::nullopt;
    return Error{name, 0, 0, "is protected with a password", "save it without one"};
}

std::optional<Error> walk_part(ZipArchive& archive, const char* part, const std::string& name, XmlHandler& handler) {
    const auto content = archive.read(part);
    if (!content) return content.error();
    const auto fault = walk_xml(*content, handler);
    if (!fault) return std::nullopt;
    return Error{name, 0, 0,
                 "its part " + std::string(part) + " is no XML that can be read: line " + std::to_string(fault->line) + ": " +
                     fault->why,
                 "save the draft again with a word processor"};
}

bool is_zipped(std::string_view source) {
    return begins_with(source, kZip);
}

std::optional<Error> refuse_binary(std::string_view source, const std::string& name, std::string_view extension) {
    if (begins_with(source, kOle)) {
        return Error{name, 0, 0, "is a document of the old binary kind (DOC, HWP) or one protected with a password",
                     "save it as DOCX, ODT or HWPX without a password"};
    }
    if (begins_with(source, kPdf))
        return Error{name, 0, 0, "is a PDF, which is not read", "save the draft as DOCX, HWPX or text"};
    if (extension == "docx" || extension == "odt" || extension == "hwpx") {
        return Error{name, 0, 0, "is no " + std::string(extension) + " document: it is no ZIP archive",
                     "save the draft again, or name it .txt if it is text"};
    }
    return std::nullopt;
}

Result<Found> read_office(const std::string& bytes, Document& document) {
    auto archive = ZipArchive::open(bytes, document.name);
    if (!archive) return archive.error();
    OfficeText text;
    Result<std::optional<Day>> saved = std::optional<Day>();
    if (archive->has("word/document.xml")) {
        saved = gather_docx(*archive, document.name, text);
    } else if (archive->has("content.xml")) {
        saved = gather_odt(*archive, document.name, text);
    } else if (archive->has("Contents/section0.xml")) {
        saved = gather_hwpx(*archive, document.name, text);
    } else {
        return Error{document.name, 0, 0, "is a ZIP archive, but no DOCX, ODT or HWPX document",
                     "name the drafts in it one by one"};
    }
    if (!saved) return saved.error();
    Found found;
    found.date_line = text.finish(document);
    found.saved = *saved;
    return found;
}

}  // namespace tieout
