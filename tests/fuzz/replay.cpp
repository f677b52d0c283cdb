// Gives every target its files of fixtures/fuzz/TARGET/: the seeds, and every input that once broke something.
// fuzz_replay DIRECTORY [TARGET FILE…]
#include <cstdio>
#include <filesystem>

#include "base/files.hpp"
#include "registry.hpp"

namespace {
using namespace tieout;
namespace fs = std::filesystem;

/// Says first which input it is: what does not hold ends the program.
bool replay(const fuzz::Target& target, const std::string& file) {
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    const auto input = read_file(file);
    if (!input) {
        std::printf("%s\n", input.error().to_string().c_str());
        return false;
    }
    target(*input);
    return true;
}
}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    bool complete = true;
    for (const auto& [name, target] : fuzz::targets()) {
        if (argc > 3) {
            if (name != argv[2]) continue;
            for (int i = 3; i < argc; ++i) complete = replay(target, argv[i]) && complete;
            continue;
        }
        std::size_t count = 0;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(fs::path(argv[1]) / name, error)) {
            if (!entry.is_regular_file()) continue;
            complete = replay(target, entry.path().string()) && complete;
            ++count;
        }
        if (count == 0) {
            std::printf("%s: no seeds in %s\n", name.c_str(), argv[1]);
            complete = false;
        }
    }
    return complete ? 0 : 1;
}
