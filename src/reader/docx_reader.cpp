#include <map>

#include "reader/office_formats.hpp"

namespace tieout {

namespace {
/// What the styles that a document names make of a paragraph. Their ids depend on the word processor's language ("a3" is Korean
/// Word's title), their names do not.
class Styles : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "style") id_ = attributes.get("styleId");
        if (name == "name") add(attributes.get("val"));
    }
    void end(std::string_view) override {}
    void text(std::string_view, Span) override {}

    BlockKind kind_of(std::string_view id) const {
        const auto found = kinds_.find(id);
        return found == kinds_.end() ? BlockKind::paragraph : found->second;
    }

private:
    void add(std::string_view name) {
        if (name == "Title" || name == "heading 1") kinds_[id_] = BlockKind::headline;
        if (name.substr(0, 8) == "heading " && name != "heading 1") kinds_[id_] = BlockKind::heading;
        if (name == "Quote" || name == "Intense Quote") kinds_[id_] = BlockKind::quote;
        if (name == "caption") kinds_[id_] = BlockKind::caption;
    }

    std::string id_;
    std::map<std::string, BlockKind, std::less<>> kinds_;
};

class Body : public XmlHandler {
public:
    Body(const Styles& styles, OfficeText& out) : styles_(styles), out_(out) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        const bool deleted = name == "del" || name == "moveFrom";
        // Inside a paragraph's properties it is the paragraph's end that was deleted.
        if (skipped_ == 0 && deleted && properties_ > 0) return out_.join_next();
        if (skipped_ > 0 || deleted || is_left_out(name, attributes)) {
            ++skipped_;
            return;
        }
        if (name == "p") {
            out_.begin_paragraph();
        } else if (name == "pPr") {
            ++properties_;
        } else if (name == "r") {
            hidden_ = false;
        } else if (name == "vanish" && properties_ == 0) {
            hidden_ = attributes.get("val") != "0" && attributes.get("val") != "false";
        } else if (name == "pStyle") {
            out_.set_kind(styles_.kind_of(attributes.get("val")));
        } else if (name == "numId") {
            if (attributes.get("val") != "0") out_.set_kind(BlockKind::list_item);
        } else if (name == "t") {
            in_text_ = !hidden_;
        } else if (name == "tab" || name == "br" || name == "cr" || name == "noBreakHyphen") {
            if (properties_ == 0) out_.text(name == "tab" ? " " : name == "noBreakHyphen" ? "-" : "\n");
        } else if (name == "tbl") {
            out_.begin_table();
        } else if (name == "tr") {
            out_.begin_row();
        } else if (name == "tc") {
            out_.begin_cell();
        } else if (name == "gridSpan") {
            out_.span_columns(attributes.get("val"));
        }
    }

    void end(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        if (name == "p") out_.end_paragraph();
        if (name == "pPr") --properties_;
        if (name == "t") in_text_ = false;
        if (name == "tbl") out_.end_table();
    }

    void text(std::string_view text, Span) override {
        if (in_text_ && skipped_ == 0) out_.text(text);
    }

private:
    /// The second form of what has two, how things were laid out before, and the notes that only hold the line above notes.
    static bool is_left_out(std::string_view name, const XmlAttributes& attributes) {
        const bool note = name == "footnote" || name == "endnote";
        if (note) return !attributes.get("type").empty() && attributes.get("type") != "normal";
        return name == "Fallback" || name == "pPrChange" || name == "rPrChange";
    }
    const Styles& styles_;
    OfficeText& out_;
    int skipped_ = 0, properties_ = 0;
    bool hidden_ = false, in_text_ = false;
};
}  // namespace

Result<std::optional<Day>> gather_docx(ZipArchive& archive, const std::string& name, OfficeText& out) {
    Styles styles;
    if (archive.has("word/styles.xml")) {
        if (const auto error = walk_part(archive, "word/styles.xml", name, styles)) return *error;
    }
    for (const char* part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
        Body body(styles, out);
        if (part != std::string_view("word/document.xml") && !archive.has(part)) continue;
        if (const auto error = walk_part(archive, part, name, body)) return *error;
    }
    SavedDay saved("modified", "created");
    if (archive.has("docProps/core.xml")) {
        if (const auto error = walk_part(archive, "docProps/core.xml", name, saved)) return *error;
    }
    return saved.day();
}

}  // namespace tieout
