// The program that libFuzzer drives: one target, named by the environment.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "registry.hpp"

namespace {
const tieout::fuzz::Target& chosen() {
    const char* name = std::getenv("TIEOUT_FUZZ_TARGET");
    const auto found = tieout::fuzz::targets().find(name ? name : "");
    if (found != tieout::fuzz::targets().end()) return found->second;
    std::fprintf(stderr, "TIEOUT_FUZZ_TARGET names none of the targets:\n");
    for (const auto& [each, target] : tieout::fuzz::targets()) std::fprintf(stderr, "%s\n", each.c_str());
    std::exit(2);
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const tieout::fuzz::Target& target = chosen();
    target(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
