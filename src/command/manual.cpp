#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/utf8.hpp"
#include "command/command.hpp"

namespace tieout {
namespace {

/// Text as roff prints it: no sign of it is a request, an escape or a hyphen to break at.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const char c = text[at];
        if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
        if (point.value >= 0x80) {
            out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(point.value));
        } else if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if (c == '\n') {
            out += "\n.br\n";
        } else {
            out += c;
        }
        at += point.length;
    }
    return out;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); });
}

/// An argument of a request.
std::string in_roff_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : roff(text)) out += c == '"' ? std::string("\\(dq") : std::string(1, c);
    return out + "\"";
}

std::string option_entry(const CLI::Option& option) {
    const bool positional = !option.nonpositional();
    std::string out = ".TP\n\\fB" + roff(option.get_name(positional, !positional)) + "\\fR";
    if (const std::string type = option.get_type_name(); !positional && !type.empty()) out += " \\fI" + roff(type) + "\\fR";
    return out + "\n" + roff(option.get_description()) + ".\n";
}

std::string command_section(const CLI::App& command) {
    std::string out = ".SS " + in_roff_quotes("tieout " + command.get_name()) + "\n" + roff(command.get_description()) + ".\n";
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_lnames() != std::vector<std::string>{"help"}) out += option_entry(*option);
    }
    for (const CLI::App* each : commands_of(command))
        out += ".TP\n\\fB" + roff(each->get_name()) + "\\fR\n" + roff(each->get_description()) + ".\n";
    if (!command.get_footer().empty()) out += ".PP\n" + roff(command.get_footer()) + "\n";
    return out;
}

constexpr const char* kRest = R"(.SH EXIT STATUS
.TP
.B 0
Nothing was found at or above
.BR \-\-fail\-on .
.TP
.B 1
There are findings.
.TP
.B 2
The work could not be done: one line on standard error names the file, the line and what to do. Of several drafts one that
cannot be read does not stop the others.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Where it is set and not empty, nothing is coloured that is not asked for with
.BR "\-\-color always" .
.TP
.B TERM
On a terminal that is
.B dumb
there is neither colour nor a line of progress.
.SH FILES
.TP
.I .tieout.json
What a newsroom has decided for its drafts; the nearest one upwards is read.
.B tieout check \-\-show\-config
prints what is in force.
.SH EXAMPLES
.TP
.B tieout check drafts
Check all drafts below a directory.
.TP
.B tieout check \-\-format sarif=out.sarif \-\-date 2023\-04\-17 draft.md
Check one as of a day; the report at the terminal gives way to a file for a code host.
.TP
.B tieout check \-\-watch \-\-format html=report.html drafts
Keep a page up to date while the drafts are written.
.TP
.B tieout check \-\-diff drafts | git apply
Correct what needs no choice.
.TP
.B tieout batch < archive.jsonl > checked.jsonl
Check an archive on all cores.
.SH NOTES
Exchange rates: European Central Bank, US Federal Reserve H.10, currency-api.
)";

std::string manual(const CLI::App& program) {
    std::string out = ".\\\" Written by `tieout manual`; ./dev docs writes it anew.\n";
    out += ".TH TIEOUT 1 \"\" \"tieout " TIEOUT_VERSION
           "\" \"User Commands\"\n.SH NAME\ntieout \\- prove which figures of a draft cannot all be true\n";
    out += ".SH SYNOPSIS\n";
    std::string sections;
    for (const CLI::App* command : commands_of(program)) {
        out += ".B tieout " + roff(command->get_name()) + "\n";
        out += "[\\fIOPTION\\fR]...";
        for (const CLI::Option* option : command->get_options()) {
            if (option->nonpositional()) continue;
            const std::string name = "\\fI" + roff(option->get_name(true)) + "\\fR";
            out += option->get_required() ? " " + name : " [" + name + "]";
            if (option->get_items_expected_max() > 1) out += "...";
        }
        std::string choices;
        for (const CLI::App* each : commands_of(*command))
            choices += (choices.empty() ? " [\\fB" : "\\fR|\\fB") + roff(each->get_name());
        if (!choices.empty()) out += choices + "\\fR]";
        out += "\n.br\n";
        sections += command_section(*command);
    }
    out.erase(out.rfind(".br\n"));
    out +=
        ".SH DESCRIPTION\n"
        "tieout reads article drafts in Korean or English, finds every figure in them and proves which of them cannot all be\n"
        "true. A figure is an exact interval of what a careful reporter may have meant, so rounding and hedges raise no "
        "alarm.\n"
        "Drafts are plain text, Markdown, HTML, NITF, NewsML\\-G2, DOCX, ODT, HWPX, or JSON Lines of drafts.\n";
    return out + ".SH COMMANDS\n" + sections + kRest;
}

}  // namespace

void add_manual(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("manual", "Print the manual page");
    command.group("");  // for those who package tieout
    command.callback([&program, &status] { status = print(manual(program)) ? ExitStatus::clean : ExitStatus::failed; });
}

}  // namespace tieout
