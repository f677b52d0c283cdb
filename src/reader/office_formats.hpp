#pragma once

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

/// Walks a part of the archive; nothing where that went well.
std::optional<Error> walk_part(ZipArchive& archive, const char* part, const std::string& name, XmlHandler& handler);

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
