#pragma once

#include "report/renderer.hpp"
#include "report/text_layout.hpp"

namespace tieout {

/// The report for a reader at a terminal: each finding with its sentence, the figures marked, the arithmetic, the likely cause
/// and a correction; then what was verified and a closing line of counts.
class TextRenderer : public Renderer {
public:
    explicit TextRenderer(const RenderOptions& options);
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    RenderOptions options_;
    const Palette& palette_;
    std::optional<Language> draft_language_;  ///< of the first draft: the closing line's, where none is asked for
};

/// "path:line:column: severity: message [rule]", a line a finding, as compilers print and editors read.
class ConciseRenderer : public Renderer {
public:
    explicit ConciseRenderer(const RenderOptions& options);
    void add(const Report& report, std::string& out) override;
    void finish(const Totals&, std::string&) override {}

private:
    const Palette& palette_;
};

}  // namespace tieout
