#include "registry.hpp"

namespace tieout::fuzz {

std::map<std::string, Target>& targets() {
    static std::map<std::string, Target> all;
    return all;
}

}  // namespace tieout::fuzz
