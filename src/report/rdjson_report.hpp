#pragma once

#include "report/renderer.hpp"

namespace tieout {

/// reviewdog's diagnostic format (its proto/rdf/reviewdog.proto as JSON). Columns are bytes of the draft, ends are exclusive.
class RdjsonRenderer : public Renderer {
public:
    explicit RdjsonRenderer(const RenderOptions& options) : options_(options) {}
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    void begin(std::string& out);

    RenderOptions options_;
    bool begun_ = false;
    bool any_ = false;
};

}  // namespace tieout
