#pragma once

#include <set>
#include <string>

#include "report/renderer.hpp"

namespace tieout {

/// GitLab's code quality report: an array of issues, each with a fingerprint that no other in the report has.
class GitlabRenderer : public Renderer {
public:
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    /// The finding's own fingerprint tells two places of a draft apart only where their words differ; the path and, for the
    /// same words again, a count are mixed in.
    std::string fingerprint(std::string_view path, std::string_view own);

    bool any_ = false;
    std::set<std::string> taken_;
};

}  // namespace tieout
