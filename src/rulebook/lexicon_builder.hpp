#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/file_check.hpp"
#include "rulebook/lexicon.hpp"

namespace tieout {

/// Reads lexicon files and lays out the trie. Units of all files are added first, so that a word of any file may name them;
/// then the words; then, once those are sorted, what speaks of words.
class LexiconBuilder {
public:
    explicit LexiconBuilder(Language language);

    void add_units(FileCheck& file, const JsonValue& root);
    void add_words(FileCheck& file, const JsonValue& root);
    /// Makes entries of the words. A form that stands twice in one class is an error of the file that has the second.
    void sort_words();
    /// Pairs of forms that say the contrary of each other.
    void add_opposites(FileCheck& file, const JsonValue& root);
    /// The finished lexicon. The builder is empty after.
    std::shared_ptr<const Lexicon> finish();

private:
    /// One form of a word, as it was read.
    struct Form {
        std::string text;
        std::uint32_t word = 0;  ///< index into words_
        std::uint32_t offset = 0;
        const Unit* unit = nullptr;  ///< of a counter, whose forms each count their own
    };
    struct Word {
        Sense sense;
        FileCheck* file = nullptr;
    };

    void sort_forms();
    void add_unit(FileCheck& file, const JsonValue& unit);
    void add_word(FileCheck& file, const JsonValue& word);
    void add_form(FileCheck& file, const JsonValue& form, const Unit* unit);
    WordClass class_of(FileCheck& file, const JsonValue& word);
    void read_unit(FileCheck& file, const JsonValue& word, Sense& sense);
    const Unit* count_unit(const std::string& code);
    bool add_sense(Entry& entry, std::size_t first, const Form& form);
    Entry* find_entry(std::string_view form);
    static std::uint32_t noun_bits(std::string_view form, std::size_t second);
    void grow_trie();

    std::shared_ptr<Lexicon> lexicon_;
    std::vector<Word> words_;
    std::vector<Form> forms_;
};

}  // namespace tieout
