#pragma once

#include "report/renderer.hpp"

namespace tieout {

/// JUnit's XML as Jenkins and GitLab read it: a suite a draft, a passed test for every check that holds and for every note, a
/// failed one for every error and warning.
class JunitRenderer : public Renderer {
public:
    explicit JunitRenderer(const RenderOptions& options) : options_(options) {}
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    void begin(std::string& out);

    RenderOptions options_;
    bool begun_ = false;
};

}  // namespace tieout
