#include "base/result.hpp"

namespace tieout {

std::string Error::to_string() const {
    std::string out = file;
    if (line > 0) {
        out += (out.empty() ? "" : ":") + std::to_string(line);
        if (column > 0) out += ":" + std::to_string(column);
    }
    if (!out.empty()) out += ": ";
    out += what;
    if (!hint.empty()) out += " (" + hint + ")";
    return out;
}

}  // namespace tieout
