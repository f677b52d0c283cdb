#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace tieout {

/// --help in 80 columns: descriptions are wrapped beside the names, and what repeats is not said again for every option.
class HelpFormatter : public CLI::Formatter {
public:
    std::string make_option(const CLI::Option* option, bool is_positional) const override;
    std::string make_subcommand(const CLI::App* command) const override;
    std::string make_footer(const CLI::App* app) const override;
};

}  // namespace tieout
