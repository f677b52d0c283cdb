#include <CLI/CLI.hpp>
#include <new>
#include <sstream>

#include "command/command.hpp"
#include "command/help.hpp"

using namespace tieout;

int main(int argc, char** argv) {
    CLI::App program{"tieout proves which figures of a draft cannot all be true.", "tieout"};
    program.set_version_flag("--version", "tieout " TIEOUT_VERSION);
    program.require_subcommand(1);
    program.formatter(std::make_shared<HelpFormatter>());
    ExitStatus status = ExitStatus::clean;
    add_check(program, status);
    add_batch(program, status);
    add_claims(program, status);
    add_explain(program, status);
    add_rules(program, status);
    add_convert(program, status);
    add_lsp(program, status);
    add_completions(program, status);
    add_manual(program, status);
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
        std::ostringstream text;
        const int code = program.exit(asked, text, text);
        return print(text.str()) ? code : static_cast<int>(ExitStatus::failed);
    } catch (const CLI::ParseError& error) {
        complain(std::string(error.what()) + " (see tieout --help)");
        return static_cast<int>(ExitStatus::failed);
    } catch (const std::bad_alloc&) {
        complain("there is not enough memory for this (docs/limits.md says what a draft takes)");
        return static_cast<int>(ExitStatus::failed);
    }
    return static_cast<int>(status);
}
