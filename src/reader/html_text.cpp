#include "reader/html_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tieout {

namespace {
bool is_html_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// For references to numbers beyond the last character gumbo writes bytes that are no UTF-8: each such is one replacement.
std::string mended(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t valid = valid_utf8_prefix(text);
        out += text.substr(0, valid);
        text.remove_prefix(valid);
        if (text.empty()) break;
        out += kReplacement;
        do text.remove_prefix(1);
        while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80);
    }
    return out;
}

bool is_name(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c);
}

/// Walks what was written and what it means side by side.
class Aligned {
public:
    Aligned(const GumboNode& node, std::string_view html, HtmlSpace space, HtmlText& text, TextBuilder& out)
        : written_(html),
          at_(static_cast<std::size_t>(node.v.text.original_text.data - html.data())),
          end_(at_ + node.v.text.original_text.length),
          meaning_(node.v.text.text),
          tags_inside_(!is_raw(node.parent)),
          space_(space),
          text_(text),
          out_(out) {
        if (valid_utf8_prefix(meaning_) == meaning_.size()) return;
        mended_ = mended(meaning_);
        meaning_ = mended_;
    }

    void append() {
        std::size_t straight = at_;
        const auto copy_straight = [&] {
            out_.copy(straight, at_);
            straight = at_;
        };
        while (at_ < end_ && !meaning_.empty()) {
            const char c = written_[at_];
            const bool special = c == '&' || c == '<' || c == '\0' || is_html_space(c);
            if (!special) {
                if (c != meaning_.front()) break;
                advance(1, 1);
                continue;
            }
            if (is_html_space(c)) {
                copy_straight();
                spaces();
            } else if (c == '&' && (copy_straight(), reference())) {
                straight = at_;
                continue;
            } else if (c == '<' && tags_inside_ && starts_markup()) {
                copy_straight();
                at_ = std::min(written_.find('>', at_), end_ - 1) + 1;
            } else if (c == '\0') {
                copy_straight();
                nul();
            } else if (c == meaning_.front()) {
                advance(1, 1);
                continue;
            } else {
                break;
            }
            straight = at_;
        }
        copy_straight();
        if (!meaning_.empty()) out_.fold(at_, end_, meaning_);
    }

private:
    /// Whether markup inside an element's text is text.
    static bool is_raw(const GumboNode* parent) {
        if (!parent || parent->type != GUMBO_NODE_ELEMENT) return false;
        const GumboTag tag = parent->v.element.tag;
        return tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_PLAINTEXT;
    }

    void advance(std::size_t written, std::size_t meaning) {
        at_ += written;
        meaning_.remove_prefix(meaning);
    }

    void spaces() {
        const std::size_t begin = at_;
        while (at_ < end_ && is_html_space(written_[at_]) && !meaning_.empty() && is_html_space(meaning_.front())) {
            const bool two = written_[at_] == '\r' && at_ + 1 < end_ && written_[at_ + 1] == '\n';
            advance(two ? 2 : 1, 1);
        }
        if (at_ == begin) {
            at_ = end_;  // no reading of gumbo's: what is left is led back to nothing but its end
        } else if (space_ == HtmlSpace::keep) {
            out_.copy(begin, at_);
        } else if (out_.last() != ' ' && out_.last() != '\n') {
            out_.fold(begin, at_, " ");
        }
    }

    /// gumbo drops it in a body and replaces it in a title.
    void nul() {
        const bool replaced = meaning_.substr(0, kReplacement.size()) == kReplacement;
        if (replaced) out_.fold(at_, at_ + 1, " ");
        advance(1, replaced ? kReplacement.size() : 0);
    }

    /// At a `<`: the tokenizer took it for a tag or comment that the parser then left out, for `a < b` it does not.
    bool starts_markup() const {
        const char next = at_ + 1 < end_ ? written_[at_ + 1] : ' ';
        return is_ascii_letter(next) || next == '/' || next == '!' || next == '?';
    }

    /// At a `&`: takes the character reference there; false where the sign means itself or the meaning is another.
    bool reference() {
        const bool by_number = at_ + 1 < end_ && written_[at_ + 1] == '#';
        const std::size_t length = by_number ? numeric_length() : text_.named(name()).length;
        if (length == 0) return false;
        const std::string_view meaning =
            by_number ? meaning_.substr(0, code_point_at(meaning_, 0).length) : std::string_view(text_.named(name()).meaning);
        if (meaning_.substr(0, meaning.size()) != meaning) return false;
        out_.fold(at_, at_ + length, meaning);
        advance(length, meaning.size());
        return true;
    }

    std::size_t numeric_length() const {
        std::size_t at = at_ + 2;
        const bool hex = at < end_ && (written_[at] | 0x20) == 'x';
        at += hex;
        const std::size_t digits = at;
        while (at < end_ &&
               (is_ascii_digit(written_[at]) || (hex && (written_[at] | 0x20) >= 'a' && (written_[at] | 0x20) <= 'f')))
            ++at;
        if (at == digits) return 0;
        return at + (at < end_ && written_[at] == ';') - at_;
    }

    std::string_view name() const {
        constexpr std::size_t kLongest = 34;  // "&CounterClockwiseContourIntegral;" and one more
        std::size_t end = at_ + 1;
        while (end < end_ && end - at_ < kLongest && is_name(written_[end])) ++end;
        return written_.substr(at_, end + (end < end_ && written_[end] == ';') - at_);
    }

    std::string_view written_;
    std::size_t at_, end_;
    std::string mended_;         ///< the meaning, where gumbo's is no UTF-8
    std::string_view meaning_;
    bool tags_inside_;
    HtmlSpace space_;
    HtmlText& text_;
    TextBuilder& out_;
};
}  // namespace

void HtmlText::append(const GumboNode& node, HtmlSpace space) {
    Aligned(node, html_, space, *this, out_).append();
}

/// gumbo knows the 2,231 names and where they end without a semicolon, but tells only the meaning of a whole text. So it is
/// given the letters alone: what stands behind a reference among them stands unchanged behind its meaning.
const HtmlText::Reference& HtmlText::named(std::string_view written) {
    const auto [known, is_new] = names_.try_emplace(std::string(written));
    Reference& reference = known->second;
    if (!is_new) return reference;
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_TITLE;
    GumboOutput* output = gumbo_parse_with_options(&options, known->first.data(), known->first.size());
    const GumboVector& children = output->root->v.element.children;
    std::string meaning;
    if (children.length > 0) meaning = static_cast<const GumboNode*>(children.data[0])->v.text.text;
    gumbo_destroy_output(&options, output);
    std::size_t behind = 0;
    while (behind < meaning.size() && behind < written.size() &&
           meaning[meaning.size() - 1 - behind] == written[written.size() - 1 - behind]) {
        ++behind;
    }
    reference.length = written.size() - behind;
    reference.meaning = meaning.substr(0, meaning.size() - behind);
    return reference;
}

}  // namespace tieout
