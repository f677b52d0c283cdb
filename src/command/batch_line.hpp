#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reader/reader.hpp"

namespace tieout {

/// One line of batch input. Where `error` is not empty the line could not be read and only `id` means anything.
struct BatchLine {
    std::string id = "null";  ///< as JSON: a string, a whole number or null
    std::string text;
    ReadOptions options;
    std::string error;
};

/// Reads {"id","text","date","lang","format"}; only `text` is required, null is as good as absent, other keys are passed over.
BatchLine read_batch_line(std::string_view line);

}  // namespace tieout
