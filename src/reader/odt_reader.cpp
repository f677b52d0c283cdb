#include <map>

#include "reader/office_formats.hpp"

namespace tieout {

namespace {
class Content : public XmlHandler {
public:
    explicit Content(OfficeText& out) : out_(out), left_out_(out, "p") {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (left_out_.start(name, why(name))) return;
        if (name == "style") {
            parents_[std::string(attributes.get("name"))] = attributes.get("parent-style-name");
        } else if (name == "p") {
            out_.begin_paragraph(items_ > 0 ? BlockKind::list_item : kind_of(attributes.get("style-name")));
        } else if (name == "h") {
            out_.begin_paragraph(attributes.get("outline-level") == "1" ? BlockKind::headline : BlockKind::heading);
        } else if (name == "list-item") {
            ++items_;
        } else if (name == "s") {
            out_.text(" ");
        } else if (name == "tab") {
            out_.text(" ");
        } else if (name == "line-break") {
            out_.text("\n");
        } else if (name == "table") {
            out_.begin_table();
        } else if (name == "table-row") {
            out_.begin_row();
        } else if (name == "table-cell") {
            out_.begin_cell();
            const std::string_view repeated = attributes.get("number-columns-repeated");
            out_.span_columns(repeated.empty() ? "1" : repeated);
        } else if (name == "covered-table-cell") {
            out_.skip_columns(attributes.get("number-columns-repeated"));
        }
    }

    void end(std::string_view name) override {
        if (left_out_.end(name)) return;
        if (name == "p" || name == "h") out_.end_paragraph();
        if (name == "list-item") --items_;
        if (name == "table") out_.end_table();
    }

    /// Runs of spaces and line ends are one space; more are written as elements.
    void text(std::string_view text, Span) override {
        if (left_out_.text(text) || !out_.in_paragraph()) return;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t space = std::min(text.find_first_of(" \t\r\n", at), text.size());
            out_.text(text.substr(at, space - at));
            at = std::min(text.find_first_not_of(" \t\r\n", space), text.size());
            if (at > space && out_.last() != ' ' && out_.last() != '\n') out_.text(" ");
        }
    }

private:
    /// Deleted text, comments, what is hidden, a note's number, and what describes pictures.
    static LeftOut::Why why(std::string_view name) {
        if (name == "annotation") return LeftOut::Why::comment;
        const bool left_out = name == "tracked-changes" || name == "hidden-text" || name == "hidden-paragraph" ||
                              name == "note-citation" || name == "desc" || name == "title" || name == "sequence-decls" ||
                              name == "forms";
        return left_out ? LeftOut::Why::left_out : LeftOut::Why::kept;
    }

    /// Formatting by hand makes a style of its own, whose parent is the one that was chosen.
    BlockKind kind_of(std::string_view style) const {
        const auto parent = parents_.find(style);
        const std::string_view chosen =
            parent == parents_.end() || parent->second.empty() ? style : std::string_view(parent->second);
        if (chosen == "Title") return BlockKind::headline;
        if (chosen == "Quotations") return BlockKind::quote;
        if (chosen == "Caption" || chosen == "Illustration" || chosen == "Figure") return BlockKind::caption;
        return BlockKind::paragraph;
    }

    OfficeText& out_;
    std::map<std::string, std::string, std::less<>> parents_;
    LeftOut left_out_;
    int items_ = 0;
};
}  // namespace

Result<std::optional<Day>> gather_odt(ZipArchive& archive, const std::string& name, OfficeText& out) {
    if (auto error = refuse_encrypted(archive, name)) return std::move(*error);
    Content content(out);
    if (const auto error = walk_part(archive, "content.xml", name, content)) return *error;
    SavedDay saved("date", "creation-date");
    if (archive.has("meta.xml")) {
        if (const auto error = walk_part(archive, "meta.xml", name, saved)) return *error;
    }
    return saved.day();
}

}  // namespace tieout
