#include "report/renderer.hpp"

#include <type_traits>

#include "report/diff_report.hpp"
#include "report/github_report.hpp"
#include "report/gitlab_report.hpp"
#include "report/html_report.hpp"
#include "report/json_report.hpp"
#include "report/junit_report.hpp"
#include "report/rdjson_report.hpp"
#include "report/sarif_report.hpp"
#include "report/text_report.hpp"

namespace tieout {
namespace {

/// Every output there is. A new one is a file beside this and a row here.
struct Format {
    std::string_view name;
    std::unique_ptr<Renderer> (*make)(const RenderOptions&);
};

template <class T>
std::unique_ptr<Renderer> make(const RenderOptions& options) {
    if constexpr (std::is_constructible_v<T, const RenderOptions&>)
        return std::make_unique<T>(options);
    else
        return std::make_unique<T>();
}

constexpr Format kFormats[] = {
    {"text", make<TextRenderer>},       {"concise", make<ConciseRenderer>}, {"json", make<JsonRenderer>},
    {"jsonl", make<JsonLinesRenderer>}, {"sarif", make<SarifRenderer>},     {"github", make<GithubRenderer>},
    {"gitlab", make<GitlabRenderer>},   {"junit", make<JunitRenderer>},     {"rdjson", make<RdjsonRenderer>},
    {"html", make<HtmlRenderer>},       {"diff", make<DiffRenderer>},
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
