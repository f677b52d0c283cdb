#pragma once

#include <string_view>
#include <vector>

namespace tieout {

/// A file of rules/ that was put into the binary when it was built.
struct EmbeddedFile {
    std::string_view name;  ///< "rules/lexicon/ko/numerals.json"
    std::string_view content;
};

/// A part of the snapshot (rulebook/snapshot.hpp) that was made of them: "ko", "en" or "rules". Empty where this program has
/// none, as the one that writes it.
std::string_view embedded_snapshot(std::string_view part);

/// All of them, sorted by name.
const std::vector<EmbeddedFile>& embedded_files();

/// The content of one; empty where there is none of this name.
std::string_view embedded_file(std::string_view name);

}  // namespace tieout
