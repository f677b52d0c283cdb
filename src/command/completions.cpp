#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "command/command.hpp"
#include "report/renderer.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {
namespace {

/// The words that may follow an option; none: a file or anything.
std::string values_of(const std::string& option) {
    std::string out;
    const auto add = [&](std::string_view word) { out += (out.empty() ? "" : " ") + std::string(word); };
    if (option == "--format") {
        for (const std::string_view name : format_names()) add(name);
    } else if (option == "--fail-on") {
        out = "error warning note never";
    } else if (option == "--color") {
        out = "auto always never";
    } else if (option == "--message-language") {
        out = "ko en";
    } else if (option == "--select" || option == "--ignore") {
        if (!built_in_rules().ok()) return out;
        for (const Rule& rule : (*built_in_rules())->rules()) add(rule.id);
    }
    return out;
}

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
    auto commands = program.get_subcommands([](const CLI::App*) { return true; });
    std::erase_if(commands, [](const CLI::App* each) { return each->get_group().empty(); });
    return commands;
}

/// Its named options, as "--name".
std::vector<const CLI::Option*> options_of(const CLI::App& command) {
    return command.get_options(
        [](const CLI::Option* option) { return option->nonpositional() && !option->get_lnames().empty(); });
}

std::string name_of(const CLI::Option& option) {
    return "--" + option.get_lnames().front();
}

std::string bash(const CLI::App& program) {
    std::string names, options, values;
    std::vector<std::string> known;
    for (const CLI::App* command : commands_of(program)) {
        names += (names.empty() ? "" : " ") + command->get_name();
        options += "        " + command->get_name() + ") words='";
        for (const CLI::Option* option : options_of(*command)) {
            const std::string name = name_of(*option);
            options += (options.back() == '\'' ? "" : " ") + name;
            if (const std::string words = values_of(name);
                !words.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
                known.push_back(name);
                values += "        " + name + ") words='" + words + "' ;;\n";
            }
        }
        options += "' ;;\n";
    }
    return "# Completion of tieout's command line. Where nothing fits, files are completed.\n"
           "_tieout() {\n"
           "    local word=\"${COMP_WORDS[COMP_CWORD]}\" words=''\n"
           "    case \"${COMP_WORDS[COMP_CWORD-1]}\" in\n" +
           values +
           "    esac\n"
           "    if ((COMP_CWORD == 1)); then\n"
           "        words='" +
           names +
           "'\n"
           "    elif [[ -z \"$words\" && \"$word\" == -* ]]; then\n"
           "        case \"${COMP_WORDS[1]}\" in\n" +
           options +
           "        esac\n"
           "    fi\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "}\n"
           "complete -o default -F _tieout tieout\n";
}

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "'";
}

std::string fish(const CLI::App& program) {
    std::string out;
    for (const CLI::App* command : commands_of(program)) {
        const std::string& name = command->get_name();
        out += "complete -c tieout -n __fish_use_subcommand -f -a " + name + " -d " + in_quotes(command->get_description()) + "\n";
        for (const CLI::Option* option : options_of(*command)) {
            out += "complete -c tieout -n '__fish_seen_subcommand_from " + name + "' -l " + option->get_lnames().front();
            if (!option->get_type_name().empty()) out += " -r";
            if (const std::string words = values_of(name_of(*option)); !words.empty()) out += " -f -a " + in_quotes(words);
            out += " -d " + in_quotes(option->get_description()) + "\n";
        }
    }
    return out;
}

}  // namespace

void add_completions(CLI::App& program, ExitStatus& status) {
    CLI::App& command = *program.add_subcommand("completions", "Print what completes tieout's command line in a shell");
    const auto shell = std::make_shared<std::string>();
    command.add_option("SHELL", *shell, "bash, zsh or fish")->required()->type_name("");
    command.footer("In bash: source <(tieout completions bash)");
    command.callback([shell, &program, &status] {
        std::string out;
        if (*shell == "bash") {
            out = bash(program);
        } else if (*shell == "zsh") {
            out = "autoload -U +X bashcompinit && bashcompinit\n" + bash(program);
        } else if (*shell == "fish") {
            out = fish(program);
        } else {
            complain(Error{"", 0, 0, "no completions for \"" + *shell + "\"", "there are bash, zsh and fish"});
            status = ExitStatus::failed;
            return;
        }
        status = print(out) ? ExitStatus::clean : ExitStatus::failed;
    });
}

}  // namespace tieout
