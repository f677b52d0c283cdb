#pragma once

#include "report/renderer.hpp"

namespace tieout {

/// The corrections that need no choice (report/corrections.hpp) as a unified diff, for `git apply` and `patch -p1`. Nothing for
/// a draft without any.
class DiffRenderer : public Renderer {
public:
    void add(const Report& report, std::string& out) override;
    void finish(const Totals&, std::string&) override {}
};

}  // namespace tieout
