#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/document.hpp"
#include "reader/formats.hpp"
#include "reader/office_text.hpp"
#include "reader/xml_stream.hpp"
#include "reader/zip_archive.hpp"

namespace tieout {

/// Each gathers the paragraphs of a document of its format and the day it was last saved, as far as it says so. An error says
/// what keeps it from being read.
Result<std::optional<Day>> gather_docx(ZipArchive& archive, const std::string& name, OfficeText& out);
Result<std::optional<Day>> gather_odt(ZipArchive& archive, const std::string& name, OfficeText& out);
Result<std::optional<Day>> gather_hwpx(ZipArchive& archive, const std::string& name, OfficeText& out);

/// What is wrong with an ODT or HWPX whose manifest speaks of encryption.
std::optional<Error> refuse_encrypted(ZipArchive& archive, const std::string& name);

/// Walks a part of the archive; nothing where that went well.
std::optional<Error> walk_part(ZipArchive& archive, const char* part, const std::string& name, XmlHandler& handler);

/// What the styles that a document names make of a paragraph; each format knows its styles by other names.
class StyleKinds : public XmlHandler {
public:
    BlockKind kind_of(std::string_view id) const {
        const auto found = kinds_.find(id);
        return found == kinds_.end() ? BlockKind::paragraph : found->second;
    }

protected:
    std::map<std::string, BlockKind, std::less<>> kinds_;
};

/// Passes over the elements that are no part of the text, with everything in them, but hands on the comments among them, which
/// may silence findings. Each member answers whether the event was within such an element.
class LeftOut {
public:
    enum class Why { kept, left_out, comment };

    /// `words`: the element that holds a comment's words.
    LeftOut(OfficeText& out, std::string_view words) : out_(out), words_(words) {}

    bool start(std::string_view name, Why why);
    bool end(std::string_view name);
    bool text(std::string_view text);

private:
    OfficeText& out_;
    const std::string_view words_;
    int depth_ = 0;
    bool is_comment_ = false, in_words_ = false;
    std::string comment_;
};

/// Takes the last day out of a document's properties: of element `last` where there is one, else of `first`. Where the
/// properties are entries of one element, their names are its attribute `name`.
class SavedDay : public XmlHandler {
public:
    SavedDay(std::string_view last, std::string_view first) : last_(last), first_(first) {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view) override { wanted_ = nullptr; }
    void text(std::string_view text, Span) override;
    std::optional<Day> day() const { return last_day_ ? last_day_ : first_day_; }

private:
    std::string_view last_, first_;
    std::optional<Day>* wanted_ = nullptr;
    std::optional<Day> last_day_, first_day_;
};

}  // namespace tieout
