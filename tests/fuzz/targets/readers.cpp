// Every reader whose input is characters. The name's extension chooses it, as it does for a user.
#include "invariants.hpp"
#include "registry.hpp"

namespace tieout::fuzz {
namespace {

Target reader(const char* name, std::optional<Format> format) {
    return [=](std::string_view input) {
        ReadOptions options = read_options(name);
        options.format = format;
        read_soundly(input, options);
    };
}

const Registered kText("text", reader("draft.txt", Format::text));
const Registered kMarkdown("markdown", reader("draft.md", Format::markdown));
const Registered kHtml("html", reader("draft.html", Format::html));
const Registered kNews("news", reader("draft.nitf", Format::news));
/// Encodings and formats found out by the bytes.
const Registered kUnnamed("unnamed", reader("draft", std::nullopt));

}  // namespace
}  // namespace tieout::fuzz
