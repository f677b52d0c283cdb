#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tieout::server {

/// Messages of the Language Server Protocol's base protocol: header lines, an empty line, then as many bytes as Content-Length
/// says. One side reads, one writes; each from one thread.
class Transport {
public:
    Transport(std::FILE* in, std::FILE* out) : in_(in), out_(out) {}

    /// The content of the next message; nothing at the end of the input. A header that cannot be understood is an error after
    /// which nothing can be read any more, since where the next message begins is not known.
    Result<std::optional<std::string>> read();
    bool write(std::string_view content);

private:
    /// One header line without its end; false where the input ends before it.
    bool line(std::string& out);

    std::FILE* in_;
    std::FILE* out_;
};

}  // namespace tieout::server
