#include <map>

#include "reader/office_formats.hpp"

namespace tieout {

namespace {
class Content : public XmlHandler {
public:
    explicit Content(OfficeText& out) : out_(out) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (skipped_ > 0 || is_left_out(name)) {
            ++skipped_;
            return;
        }
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
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        if (name == "p" || name == "h") out_.end_paragraph();
        if (name == "list-item") --items_;
        if (name == "table") out_.end_table();
    }

    /// Runs of spaces and line ends are one space; more are written as elements.
    void text(std::string_view text, Span) override {
        if (skipped_ > 0 || !out_.in_paragraph()) return;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t space = std::min(text.find_first_of(" \t\r\n", at), text.size());
            out_.text(text.substr(at, space - at));
            at = std::min(text.find_first_not_of(" \t\r\n", space), text.size());
            if (at > space && out_.last() != ' ' && out_.last() != '\n') out_.text(" ");
        }
    }

private:
    /// Deleted text, comments, what is hidden, a note's number, and what describes pictures.
    static bool is_left_out(std::string_view name) {
        return name == "tracked-changes" || name == "annotation" || name == "hidden-text" || name == "hidden-paragraph" ||
               name == "note-citation" || name == "desc" || name == "title" || name == "sequence-decls" || name == "forms";
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
    int skipped_ = 0, items_ = 0;
};
}  // namespace

Result<std::optional<Day>> gather_odt(ZipArchive& archive, const std::string& name, OfficeText& out) {
    if (archive.has("META-INF/manifest.xml")) {
        const auto manifest = archive.read("META-INF/manifest.xml");
        if (!manifest) return manifest.error();
        if (manifest->find("encryption-data") != std::string::npos)
            return Error{name, 0, 0, "is protected with a password", "save it without one"};
    }
    Content content(out);
    if (const auto error = walk_part(archive, "content.xml", name, content)) return *error;
    SavedDay saved("date", "creation-date");
    if (archive.has("meta.xml")) {
        if (const auto error = walk_part(archive, "meta.xml", name, saved)) return *error;
    }
    return saved.day();
}

}  // namespace tieout
