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
}  // namespace

Format format_of(const std::string& name, std::string_view text) {
    const std::string extension = extension_of(name);
    if (extension == "md" || extension == "markdown") return Format::markdown;
    if (extension == "html" || extension == "htm" || extension == "xhtml") return Format::html;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (begins_with(text, "<!doctype html") || begins_with(text, "<html")) return Format::html;
    return Format::text;
}

}  // namespace tieout
