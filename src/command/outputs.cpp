#include "command/outputs.hpp"

#include "base/files.hpp"
#include "command/command.hpp"
#include "command/terminal.hpp"

namespace tieout {
namespace {

bool flush(Output& output) {
    if (!output.file.empty()) return true;
    const bool written = print(output.pending);
    output.pending.clear();
    return written;
}

}  // namespace

std::string known_formats() {
    std::string out;
    for (const std::string_view name : format_names()) out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

Result<std::vector<Output>> make_outputs(const std::vector<std::string>& asked, const std::string& file,
                                         const std::string& color, RenderOptions rendering) {
    std::vector<Output> outputs;
    for (const std::string& each : asked.empty() ? std::vector<std::string>{"text"} : asked) {
        Output output;
        const std::size_t equals = each.find('=');
        output.format = each.substr(0, equals);
        output.file = equals == std::string::npos ? file : each.substr(equals + 1);
        if (equals != std::string::npos && output.file.empty())
            return Error{"", 0, 0, "--format " + each + " names no file", "write it as " + output.format + "=FILE"};
        rendering.color = output.file.empty() && use_color(color);
        output.renderer = make_renderer(output.format, rendering);
        if (!output.renderer)
            return Error{"", 0, 0, "--format: \"" + output.format + "\" is no format", "there are " + known_formats()};
        for (const Output& other : outputs) {
            if (other.file != output.file) continue;
            if (output.file.empty())
                return Error{"", 0, 0, "--format: two formats would go to standard output",
                             "write one as " + output.format + "=FILE"};
            return Error{output.file, 0, 0, "is to hold two formats", "give each format its own file"};
        }
        outputs.push_back(std::move(output));
    }
    return outputs;
}

bool add(std::vector<Output>& outputs, const Report& report) {
    bool written = true;
    for (Output& output : outputs) {
        output.renderer->add(report, output.pending);
        written = flush(output) && written;
    }
    return written;
}

bool finish(std::vector<Output>& outputs, const Totals& totals) {
    bool written = true;
    for (Output& output : outputs) {
        output.renderer->finish(totals, output.pending);
        written = flush(output) && written;
        if (output.file.empty()) continue;
        if (const auto error = write_file(output.file, output.pending)) {
            complain(*error);
            written = false;
        }
    }
    return written;
}

}  // namespace tieout
