#include "base/embedded.hpp"

#include <algorithm>
#include <cstdint>

namespace {
struct RawFile {
    const char* name;
    const char* content;
    std::uint64_t size;
};
}  // namespace

// Written by cmake/embed.cmake.
extern "C" const RawFile tieout_embedded_files[];
extern "C" const std::uint64_t tieout_embedded_count;
extern "C" const RawFile tieout_snapshot_parts[];
extern "C" const std::uint64_t tieout_snapshot_count;

namespace tieout {

const std::vector<EmbeddedFile>& embedded_files() {
    static const std::vector<EmbeddedFile> files = [] {
        std::vector<EmbeddedFile> out;
        for (std::uint64_t i = 0; i < tieout_embedded_count; ++i) {
            const RawFile& raw = tieout_embedded_files[i];
            out.push_back({raw.name, {raw.content, raw.size}});
        }
        std::sort(out.begin(), out.end(), [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.name < b.name; });
        return out;
    }();
    return files;
}

std::string_view embedded_snapshot(std::string_view part) {
    for (std::uint64_t i = 0; i < tieout_snapshot_count; ++i) {
        const RawFile& raw = tieout_snapshot_parts[i];
        if (raw.name == part) return {raw.content, raw.size};
    }
    return {};
}

std::string_view embedded_file(std::string_view name) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name == name) return file.content;
    }
    return {};
}

}  // namespace tieout
