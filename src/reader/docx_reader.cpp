#include <map>

#include "reader/office_formats.hpp"

namespace tieout {

namespace {
/// What the styles that a document names make of a paragraph. Their ids depend on the word processor's language ("a3" is Korean
/// Word's title), their names do not.
class Styles : public StyleKinds {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "style") id_ = attributes.get("styleId");
        if (name == "name") add(attributes.get("val"));
    }

private:
    void add(std::string_view name) {
        if (name == "Title" || name == "heading 1") kinds_[id_] = BlockKind::headline;
        if (name.substr(0, 8) == "heading " && name != "heading 1") kinds_[id_] = BlockKind::heading;
        if (name == "Quote" || name == "Intense Quote") kinds_[id_] = BlockKind::quote;
        if (name == "caption") kinds_[id_] = BlockKind::caption;
    }

    std::string id_;
};

/// The words of comments, which stand in a part of their own, by id.
class Comments : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "comment") comment_ = &words_[std::string(attributes.get("id"))];
        in_text_ = name == "t";
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "p" && comment_) *comment_ += ' ';
    }
    void text(std::string_view text, Span) override {
        if (in_text_ && comment_) *comment_ += text;
    }
    std::string_view words(std::string_view id) const {
        const auto found = words_.find(id);
        return found == words_.end() ? std::string_view() : found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> words_;
    std::string* comment_ = nullptr;
    bool in_text_ = false;
};

class Body : public XmlHandler {
public:
    Body(const Styles& styles, const Comments& comments, OfficeText& out)
        : styles_(styles), comments_(comments), out_(out), left_out_(out, "") {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (left_out_.start(name, why(name, attributes))) return;
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
        } else if (name == "del" || name == "moveFrom") {
            out_.join_next();
        } else if (name == "commentReference") {
            out_.comment(comments_.words(attributes.get("id")));
        } else if (name == "gridSpan") {
            out_.span_columns(attributes.get("val"));
        }
    }

    void end(std::string_view name) override {
        if (left_out_.end(name)) return;
        if (name == "p") out_.end_paragraph();
        if (name == "pPr") --properties_;
        if (name == "t") in_text_ = false;
        if (name == "tbl") out_.end_table();
    }

    void text(std::string_view text, Span) override {
        if (!left_out_.text(text) && in_text_) out_.text(text);
    }

private:
    /// Deleted text, the second form of what has two, how things were laid out before, and the notes that only hold the line
    /// above notes. Inside a paragraph's properties it is the paragraph's end that was deleted.
    LeftOut::Why why(std::string_view name, const XmlAttributes& attributes) const {
        const bool deleted = (name == "del" || name == "moveFrom") && properties_ == 0;
        const bool note = name == "footnote" || name == "endnote";
        const bool rule = note && !attributes.get("type").empty() && attributes.get("type") != "normal";
        const bool other = name == "Fallback" || name == "pPrChange" || name == "rPrChange";
        return deleted || rule || other ? LeftOut::Why::left_out : LeftOut::Why::kept;
    }

    const Styles& styles_;
    const Comments& comments_;
    OfficeText& out_;
    LeftOut left_out_;
    int properties_ = 0;
    bool hidden_ = false, in_text_ = false;
};
}  // namespace

Result<std::optional<Day>> gather_docx(ZipArchive& archive, const std::string& name, OfficeText& out) {
    Styles styles;
    if (archive.has("word/styles.xml")) {
        if (const auto error = walk_part(archive, "word/styles.xml", name, styles)) return *error;
    }
    Comments comments;
    if (archive.has("word/comments.xml")) {
        if (const auto error = walk_part(archive, "word/comments.xml", name, comments)) return *error;
    }
    for (const char* part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
        Body body(styles, comments, out);
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
