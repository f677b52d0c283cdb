#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "rulebook/file_check.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Reads lexicon files and lays out the trie. Units of all files are added first, so that a word of any file may name them.
class LexiconBuilder {
public:
    explicit LexiconBuilder(Language language);

    void add_units(FileCheck& file, const JsonValue& root);
    void add_words(FileCheck& file, const JsonValue& root);
    /// Pairs of forms that say the contrary of each other; after the words of all files.
    void add_opposites(FileCheck& file, const JsonValue& root);
    /// The finished lexicon. The builder is empty after.
    std::shared_ptr<const Lexicon> finish();

private:
    void add_unit(FileCheck& file, const JsonValue& unit);
    void add_word(FileCheck& file, const JsonValue& word);
    void add_form(FileCheck& file, const JsonValue& form, const Sense& sense);
    WordClass class_of(FileCheck& file, const JsonValue& word);
    void read_unit(FileCheck& file, const JsonValue& word, Sense& sense);
    const Unit* count_unit(const std::string& code);
    void insert(std::int32_t entry);
    void lay_out();

    std::shared_ptr<Lexicon> lexicon_;
    std::unordered_map<std::string, std::size_t> entry_of_form_;
    std::unordered_map<std::string, std::string> first_stood_;  ///< class and form -> file, for the error about a second one
    std::map<std::pair<std::uint32_t, char32_t>, std::uint32_t> children_;  ///< by node and letter; node 0 is the root
};

}  // namespace tieout
