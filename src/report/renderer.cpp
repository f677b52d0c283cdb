#include "report/renderer.hpp"

#include "report/json_report.hpp"
#include "report/text_report.hpp"

namespace tieout {
namespace {

/// Every output there is. A new one is a file beside this and a row here.
struct Format {
    std::string_view name;
    std::unique_ptr<Renderer> (*make)(const RenderOptions&);
};

constexpr Format kFormats[] = {
    {"text", [](const RenderOptions& options) -> std::unique_ptr<Renderer> { return std::make_unique<TextRenderer>(options); }},
    {"concise",
     [](const RenderOptions& options) -> std::unique_ptr<Renderer> { return std::make_unique<ConciseRenderer>(options); }},
    {"json", [](const RenderOptions&) -> std::unique_ptr<Renderer> { return std::make_unique<JsonRenderer>(); }},
    {"jsonl", [](const RenderOptions&) -> std::unique_ptr<Renderer> { return std::make_unique<JsonLinesRenderer>(); }},
};

}  // namespace

std::unique_ptr<Renderer> make_renderer(std::string_view format, const RenderOptions& options) {
    for (const Format& known : kFormats) {
        if (known.name == format) return known.make(options);
    }
    return nullptr;
}

const std::vector<std::string_view>& format_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> out;
        for (const Format& known : kFormats) out.push_back(known.name);
        return out;
    }();
    return names;
}

}  // namespace tieout
