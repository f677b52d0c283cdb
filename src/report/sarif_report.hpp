#pragma once

#include <string>
#include <vector>

#include "report/renderer.hpp"

namespace tieout {

/// SARIF 2.1.0 (OASIS Standard, 27 March 2020), what code hosts' scanning pages take: one run, its rules with their help pages,
/// and every suggestion as a fix. Columns are code points, which `columnKind` says.
class SarifRenderer : public Renderer {
public:
    explicit SarifRenderer(const RenderOptions& options) : options_(options) {}
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    std::size_t rule_index(const std::string& id);
    void begin(std::string& out);

    RenderOptions options_;
    bool begun_ = false;
    bool any_ = false;                ///< a result was written
    std::vector<std::string> rules_;  ///< ids of the rules that found something, in the order of their index
    std::optional<Language> draft_language_;
};

}  // namespace tieout
