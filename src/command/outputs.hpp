#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/renderer.hpp"

namespace tieout {

/// One format that was asked for, and where it goes: a file, or standard output where `file` is empty.
struct Output {
    std::string format;
    std::string file;
    std::unique_ptr<Renderer> renderer;
    std::string pending;
};

std::string known_formats();

/// What --format asks for ("text", "sarif=FILE"); `file` is that of --output, `color` that of --color.
Result<std::vector<Output>> make_outputs(const std::vector<std::string>& asked, const std::string& file,
                                         const std::string& color, RenderOptions rendering);

/// Adds a draft's report to each; what goes to standard output is printed at once, files are kept back until they are whole.
/// False (with a complaint) where something could not be written; the others are.
bool add(std::vector<Output>& outputs, const Report& report);
bool finish(std::vector<Output>& outputs, const Totals& totals);

}  // namespace tieout
