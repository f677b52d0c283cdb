#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"
#include "report/totals.hpp"

namespace tieout {

class RuleBook;

/// How a report is to look; each output takes what concerns it.
struct RenderOptions {
    std::optional<Language> language;  ///< of our own words; absent: the draft's
    bool color = false;
    int width = 80;                   ///< columns of the terminal
    bool show_verified = false;       ///< what was verified in full, and not in a short list
    bool quiet = false;               ///< findings only
    const RuleBook* rules = nullptr;  ///< those in force, for outputs that explain them
};

/// One output format. Drafts are added one by one, so that a run over many holds one at a time; each call appends to `out`.
class Renderer {
public:
    virtual ~Renderer() = default;
    virtual void add(const Report& report, std::string& out) = 0;
    virtual void finish(const Totals& totals, std::string& out) = 0;
};

/// Null for a format that does not exist.
std::unique_ptr<Renderer> make_renderer(std::string_view format, const RenderOptions& options);

/// The formats there are: "text", "concise", …
const std::vector<std::string_view>& format_names();

}  // namespace tieout
