#pragma once

#include <string>
#include <vector>

#include "command/drafts.hpp"
#include "command/outputs.hpp"
#include "command/setup.hpp"

namespace tieout {

/// The options of `tieout check`, as given.
struct CheckOptions {
    DraftOptions drafts;
    SetupOptions setup;
    std::vector<std::string> formats;
    std::string output;
    std::string fail_on;
    std::string color = "auto";
    std::string write_baseline;
    bool fix = false;
    bool diff = false;
    bool watch = false;
    bool quiet = false;
    bool show_verified = false;
    bool statistics = false;
    bool show_config = false;
};

/// What is in force and where each setting comes from, as JSON: for "why is this rule not run?".
std::string show_config(const CheckOptions& options, const std::vector<Output>& outputs, const Setup& setup);

/// --fix: writes the corrections that need no choice into the drafts.
ExitStatus fix_drafts(const DraftOptions& options, const Setup& setup);

}  // namespace tieout
