#include "reader/office_formats.hpp"

namespace tieout {

namespace {
/// What the styles of the header make of a paragraph.
class Styles : public StyleKinds {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "style") return;
        const std::string_view korean = attributes.get("name"), english = attributes.get("engName");
        if (korean == "제목" || english == "Title") kinds_[std::string(attributes.get("id"))] = BlockKind::headline;
        if (korean.substr(0, 7) == "개요 " || english.substr(0, 8) == "Outline ")
            kinds_[std::string(attributes.get("id"))] =
                korean == "개요 1" || english == "Outline 1" ? BlockKind::headline : BlockKind::heading;
        if (korean == "캡션" || english == "Caption") kinds_[std::string(attributes.get("id"))] = BlockKind::caption;
    }
};

class Section : public XmlHandler {
public:
    Section(const Styles& styles, OfficeText& out) : styles_(styles), out_(out), left_out_(out, "t") {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        // The words of a memo stand within the field that it is.
        if (name == "fieldBegin") in_memo_ = attributes.get("type") == "MEMO";
        if (left_out_.start(name, why(name))) return;
        if (name == "p") {
            out_.begin_paragraph(styles_.kind_of(attributes.get("styleIDRef")));
        } else if (name == "t") {
            in_text_ = true;
        } else if (name == "deleteBegin") {
            deleted_ = true;
        } else if (name == "deleteEnd") {
            deleted_ = false;
        } else if (name == "lineBreak") {
            write("\n");
        } else if (name == "tab" || name == "nbSpace" || name == "fwSpace") {
            write(" ");
        } else if (name == "hyphen") {
            write("-");
        } else if (name == "tbl") {
            out_.begin_table();
        } else if (name == "tr") {
            out_.begin_row();
        } else if (name == "tc") {
            out_.begin_cell();
        } else if (name == "cellAddr") {
            out_.place_cell(attributes.get("rowAddr"), attributes.get("colAddr"));
        }
    }

    void end(std::string_view name) override {
        if (left_out_.end(name)) return;
        if (name == "fieldBegin") in_memo_ = false;
        if (name == "p") out_.end_paragraph();
        if (name == "t") in_text_ = false;
        if (name == "tbl") out_.end_table();
    }

    void text(std::string_view text, Span) override { write(text); }

private:
    /// What is not printed with the text, or on every page.
    LeftOut::Why why(std::string_view name) const {
        if (name == "hiddenComment" || (in_memo_ && name == "subList")) return LeftOut::Why::comment;
        const bool left_out = name == "header" || name == "footer" || name == "secPr" || name == "memogroup" ||
                              name == "shapeComment" || name == "parameters";
        return left_out ? LeftOut::Why::left_out : LeftOut::Why::kept;
    }
    void write(std::string_view text) {
        if (!left_out_.text(text) && in_text_ && !deleted_) out_.text(text);
    }

    const Styles& styles_;
    OfficeText& out_;
    LeftOut left_out_;
    bool in_text_ = false, deleted_ = false, in_memo_ = false;
};
}  // namespace

Result<std::optional<Day>> gather_hwpx(ZipArchive& archive, const std::string& name, OfficeText& out) {
    if (auto error = refuse_encrypted(archive, name)) return std::move(*error);
    Styles styles;
    if (archive.has("Contents/header.xml")) {
        if (const auto error = walk_part(archive, "Contents/header.xml", name, styles)) return *error;
    }
    for (int number = 0;; ++number) {
        const std::string part = "Contents/section" + std::to_string(number) + ".xml";
        if (number > 0 && !archive.has(part.c_str())) break;
        Section section(styles, out);
        if (const auto error = walk_part(archive, part.c_str(), name, section)) return *error;
    }
    SavedDay saved("ModifiedDate", "CreatedDate");
    if (archive.has("Contents/content.hpf")) {
        if (const auto error = walk_part(archive, "Contents/content.hpf", name, saved)) return *error;
    }
    return saved.day();
}

}  // namespace tieout
