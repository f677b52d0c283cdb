#include <fstream>
#include <iostream>

#include "rulebook/snapshot.hpp"

// Run by the build: compiles the files of rules/ that it has embedded and writes the snapshots that go into tieout.
//   tieout_compile DIRECTORY

namespace {

using namespace tieout;

template <class T>
bool write(const Result<std::shared_ptr<const T>>& compiled, const std::string& path) {
    if (!compiled) {
        std::cerr << compiled.error().to_string() << '\n';
        return false;
    }
    std::ofstream out(path, std::ios::binary);
    out << Snapshot::bytes_of(**compiled);
    out.close();
    if (!out) std::cerr << path << " cannot be written\n";
    return out.good();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::string directory = arguments[1];
    bool good = write(compile_built_in_rules(), directory + "/rules");
    for (const Language language : {Language::ko, Language::en})
        good = write(built_in_lexicon(language), directory + "/" + std::string(to_string(language))) && good;
    return good ? 0 : 1;
}
