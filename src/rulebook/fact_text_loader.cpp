#include "rulebook/fact_text_loader.hpp"

namespace tieout {

FactText load_fact_text(FileCheck& check, const JsonValue& object) {
    FactText out;
    if (!check.object(object, {"subject", "metric", "period", "value", "scope", "source"})) return out;
    for (const JsonValue* name : check.strings(object, "subject", true)) {
        if (name->text.empty()) check.fail(*name, "a subject has a name");
        out.subjects.push_back(name->text);
    }
    out.metric = check.string(object, "metric", true);
    out.period = check.string(object, "period", true);
    out.value = check.string(object, "value", true);
    out.scope = check.string(object, "scope");
    out.source = check.string(object, "source");
    return out;
}

}  // namespace tieout
