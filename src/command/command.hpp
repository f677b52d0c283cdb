#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace CLI {
class App;
}

namespace tieout {

/// What the process ends with: what scripts and CI decide by.
enum class ExitStatus { clean = 0, findings = 1, failed = 2 };

// Each adds its command and options to the program; the command sets `status` when it is run.
void add_check(CLI::App& program, ExitStatus& status);
void add_batch(CLI::App& program, ExitStatus& status);
void add_claims(CLI::App& program, ExitStatus& status);
void add_explain(CLI::App& program, ExitStatus& status);
void add_rules(CLI::App& program, ExitStatus& status);
void add_convert(CLI::App& program, ExitStatus& status);
void add_lsp(CLI::App& program, ExitStatus& status);
void add_completions(CLI::App& program, ExitStatus& status);
void add_manual(CLI::App& program, ExitStatus& status);

/// One line on standard error, behind the program's name.
void complain(std::string_view what);
void complain(const Error& error);

/// Writes to standard output; false (with a complaint) where that fails, so that a full disk is no success.
bool print(std::string_view text);

}  // namespace tieout
