#include <CLI/CLI.hpp>

#include "command/command.hpp"
#include "command/setup.hpp"
#include "server/server.hpp"

namespace tieout {
namespace {

/// The client's wishes come before the command line's, the configuration's after. Without a directory: what is built in.
Result<std::shared_ptr<const server::Workspace>> find_workspace(SetupOptions options, const std::string& directory,
                                                                const server::Preferences& preferences) {
    if (directory.empty()) options = {};
    options.no_config = options.no_config || directory.empty();
    if (!preferences.config.empty()) options.config = preferences.config;
    if (!preferences.message_language.empty()) options.message_language = preferences.message_language;
    auto setup = set_up(options, directory);
    if (!setup) return setup.error();
    std::shared_ptr<Setup> kept = std::move(*setup);
    if (!preferences.date.empty()) {
        if (!parse_day(preferences.date)) return parse_date_option(preferences.date, "date").error();
        kept->config.date.value = preferences.date;
        kept->config.date.line = 1;
    }
    return std::make_shared<const server::Workspace>(server::Workspace{kept->config, kept->settings, kept->policy, kept});
}

}  // namespace

void add_lsp(CLI::App& program, ExitStatus& status) {
    CLI::App& command =
        *program.add_subcommand("lsp", "Serve an editor: the Language Server Protocol on standard input and output");
    const auto options = std::make_shared<SetupOptions>();
    add_setup_options(command, *options);
    command.footer("docs/editors.md shows how editors are set up.");
    command.callback([options, &status] {
        server::Transport transport(stdin, stdout);
        server::Server server(
            transport,
            [&](const auto& directory, const auto& preferences) { return find_workspace(*options, directory, preferences); },
            today());
        status = static_cast<ExitStatus>(server.run([](const Error& error) { complain(error); }));
    });
}

}  // namespace tieout
