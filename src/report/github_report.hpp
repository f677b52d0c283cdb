#pragma once

#include "report/renderer.hpp"

namespace tieout {

/// GitHub's workflow commands ("::error file=…::message"), which its runner turns into annotations of the draft. Columns are
/// code points; they are left out where a figure runs over two lines, since GitHub then shows none.
class GithubRenderer : public Renderer {
public:
    explicit GithubRenderer(const RenderOptions& options) : options_(options) {}
    void add(const Report& report, std::string& out) override;
    void finish(const Totals&, std::string&) override {}

private:
    RenderOptions options_;
};

}  // namespace tieout
