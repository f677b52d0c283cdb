#include "command/help.hpp"

#include "report/text_layout.hpp"

namespace tieout {
namespace {

constexpr int kWidth = 80;
constexpr int kColumn = 27;  // where descriptions begin

std::string entry(const std::string& name, const std::string& description) {
    std::string out = "  " + name;
    const bool beside = static_cast<int>(out.size()) < kColumn - 1;
    if (!beside) out += "\n";
    bool first = true;
    for (const Span line : wrap(description, kWidth - kColumn)) {
        const std::size_t filled = beside && first ? out.size() : 0;
        out += std::string(static_cast<std::size_t>(kColumn) - filled, ' ');
        out.append(line.of(description)).append("\n");
        first = false;
    }
    return out;
}

}  // namespace

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
    std::string name = is_positional ? option->get_name(true, false) : option->get_name(false, true);
    if (const std::string type = option->get_type_name(); !is_positional && !type.empty()) name += " " + type;
    return entry(name, option->get_description());
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
    return entry(command->get_display_name(true), command->get_description());
}

std::string HelpFormatter::make_footer(const CLI::App* app) const {
    const std::string text = app->get_footer();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        append_wrapped(out, "", text.substr(at, end - at), kWidth);
        at = end + 1;
    }
    return out;
}

}  // namespace tieout
