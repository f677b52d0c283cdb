#include "reader/format_of.hpp"

#include <algorithm>

#include "base/files.hpp"

namespace tieout {

namespace {
/// Whether the text begins with `word`, in capitals or not; `word` is in lower case.
bool begins_with(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    return std::equal(word.begin(), word.end(), text.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}
/// The local name of an XML text's outermost element; empty where none is to be seen.
std::string_view root_element(std::string_view text) {
    const auto skip_past = [&](std::string_view mark) {
        const std::size_t at = text.find(mark);
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + mark.size());
    };
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (text.substr(0, 4) == "<!--") {
            skip_past("-->");
        } else if (text.substr(0, 2) == "<?") {
            skip_past("?>");
        } else if (text.substr(0, 2) == "<!") {
            skip_past(">");
        } else if (text.substr(0, 1) == "<") {
            const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
            return name.substr(name.find(':') + 1);
        } else {
            return {};
        }
    }
}
}  // namespace

Format format_of(const std::string& name, std::string_view text) {
    const std::string extension = extension_of(name);
    if (extension == "md" || extension == "markdown") return Format::markdown;
    if (extension == "html" || extension == "htm" || extension == "xhtml") return Format::html;
    const std::string_view root = root_element(text);
    if (root == "nitf" || root == "newsItem" || root == "newsMessage") return Format::news;
    if (root == "html") return Format::html;
    // An XML of another kind has no reader; the one for news says so.
    if (extension == "nitf" || extension == "xml") return Format::news;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (begins_with(text, "<!doctype html") || begins_with(text, "<html")) return Format::html;
    return Format::text;
}

}  // namespace tieout
