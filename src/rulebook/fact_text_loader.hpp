#pragma once

#include "model/fact_text.hpp"
#include "rulebook/file_check.hpp"

namespace tieout {

/// One fact of a facts file, or of a rule's example; what it says is not looked into yet.
FactText load_fact_text(FileCheck& check, const JsonValue& object);

}  // namespace tieout
