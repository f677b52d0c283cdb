#pragma once

#include "report/renderer.hpp"

namespace tieout {

/// One page that needs nothing else: no network, no script. For those who write and edit, on a screen or on paper.
class HtmlRenderer : public Renderer {
public:
    explicit HtmlRenderer(const RenderOptions& options) : options_(options) {}
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    void begin(std::string& out, Language language, std::string_view title);

    RenderOptions options_;
    std::size_t drafts_ = 0;
    std::optional<Language> draft_language_;
};

}  // namespace tieout
