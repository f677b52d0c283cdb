#pragma once

#include <string>
#include <string_view>

#include "model/report.hpp"
#include "report/renderer.hpp"

namespace tieout {

/// Appends one DOCUMENT of docs/json.md, on one line, named by its "path".
void append_document(std::string& out, const Report& report);
/// The same named by the "id" that batch was given, as JSON.
void append_document_with_id(std::string& out, const Report& report, std::string_view id);

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
