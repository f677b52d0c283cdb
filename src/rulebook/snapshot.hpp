#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rulebook/lexicon.hpp"
#include "rulebook/rulebook.hpp"

namespace tieout {

/// A compiled lexicon or rule book as bytes. Those of rules/ are written once, while tieout is built, and embedded beside the
/// files they were made of; a start reads them, which takes a fraction of what compiling takes. Only the build that wrote them
/// can read them.
class Snapshot {
public:
    /// The same bytes for the same files.
    static std::string bytes_of(const Lexicon& lexicon);
    static std::string bytes_of(const RuleBook& book);
    /// Null where the bytes end too soon, as where there are none.
    static std::shared_ptr<const Lexicon> read_lexicon(std::string_view bytes);
    static std::shared_ptr<const RuleBook> read_rules(std::string_view bytes);

private:
    template <class Archive>
    static void pass(Archive& archive, Lexicon& lexicon);
    template <class Archive>
    static void pass(Archive& archive, RuleBook& book);
    template <class T>
    static std::string bytes(const T& whole);
    template <class T>
    static std::shared_ptr<const T> read(std::string_view bytes);
};

}  // namespace tieout
