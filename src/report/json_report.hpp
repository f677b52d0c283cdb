#pragma once

#include <cstdint>
#include <string>

#include "model/report.hpp"
#include "report/renderer.hpp"

namespace tieout {

/// How a DOCUMENT names itself: by "path", or by the "id" batch was given (a string, or a number that is written as it stood).
enum class NamedBy : std::uint8_t { path, id, numeric_id };

/// Appends one DOCUMENT of docs/json.md, on one line.
void append_document(std::string& out, const Report& report, NamedBy named_by);

/// {"format":"tieout/1","tool":…,"documents":[…],"summary":{…}}
class JsonRenderer : public Renderer {
public:
    void add(const Report& report, std::string& out) override;
    void finish(const Totals& totals, std::string& out) override;

private:
    bool begun_ = false;
};

/// One DOCUMENT a line.
class JsonLinesRenderer : public Renderer {
public:
    void add(const Report& report, std::string& out) override;
    void finish(const Totals&, std::string&) override {}
};

}  // namespace tieout
