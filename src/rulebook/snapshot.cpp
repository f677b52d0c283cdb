#include "rulebook/snapshot.hpp"

#include <algorithm>
#include <array>
#include <cereal/types/array.hpp>
#include <cereal/types/deque.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <exception>
#include <type_traits>

#include "number/integer.hpp"
#include "rulebook/snapshot_archive.ipp"

namespace tieout {

// What each type consists of. Every one is taken apart whole: a member that is added does not compile until it stands here,
// once among the names and once among what is archived. Both directions follow from the one list.

/// All rows at once, as they lie in memory; so there may be no gaps between their members.
template <class Archive, class T>
void pass_rows(Archive& archive, std::vector<T>& rows) {
    static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);
    cereal::size_type size = rows.size();
    archive(cereal::make_size_tag(size));
    if constexpr (Archive::is_loading::value) rows.resize(static_cast<std::size_t>(size));
    archive(cereal::binary_data(rows.data(), rows.size() * sizeof(T)));
}

/// Cereal does not know of 128 bits.
template <class Archive>
void pass_texts(Archive& archive, TextMask& texts) {
    auto low = static_cast<std::uint64_t>(texts);
    auto high = static_cast<std::uint64_t>(texts >> 64);
    archive(low, high);
    if constexpr (Archive::is_loading::value) texts = TextMask{high} << 64 | low;
}

/// Nearly all are small integers; the others are written out.
template <class Archive>
void save(Archive& archive, const Rational& value) {
    const std::optional<std::int64_t> small = value.to_int64();
    archive(small.has_value());
    if (small) archive(*small);
    else archive(value.to_big().value.str());
}
template <class Archive>
void load(Archive& archive, Rational& value) {
    bool is_small = false;
    archive(is_small);
    if (is_small) {
        std::int64_t small = 0;
        archive(small);
        value = Rational(small);
    } else {
        std::string text;
        archive(text);
        const std::optional<Rational> read = Rational::parse(text);
        if (!read) throw cereal::Exception("no number: " + text);
        value = *read;
    }
}

template <class Archive>
void serialize(Archive& archive, Unit& unit) {
    auto& [code, dimension, factor, offset, ambiguous] = unit;
    archive(code, dimension, factor, offset, ambiguous);
}

/// The lexicon sees to the unit.
template <class Archive>
void serialize(Archive& archive, Sense& sense) {
    auto& [word_class, mode, id, sign, value, unit] = sense;
    archive(word_class, mode, id, sign, value);
}

/// The lexicon sees to the senses.
template <class Archive>
void serialize(Archive& archive, Entry& entry) {
    auto& [classes, starts, stems, behind, inside, bounded, ids, senses, form, opposite] = entry;
    archive(classes, starts, stems, behind, inside, bounded, form, opposite);
    pass_texts(archive, ids);
}

template <class Archive>
void serialize(Archive& archive, Traits& traits) {
    auto& [texts, classes, kinds] = traits;
    archive(classes, kinds);
    pass_texts(archive, texts);
}

template <class Archive>
void serialize(Archive& archive, TokenTest& test) {
    auto& [what, form, kinds, classes, text, texts, barred, barred_classes, role, same_unit_as, other_unit_than, before,
           not_before, column, other_column, beginning, ending, metrics, bars] = test;
    archive(what, form, kinds, classes, text, texts, barred, barred_classes, role, same_unit_as, other_unit_than, before,
            not_before, column, other_column, beginning, ending, metrics, bars);
}

template <class Archive>
void serialize(Archive& archive, PatternNeeds& needs) {
    auto& [all, one_of, figures] = needs;
    archive(all, one_of, figures);
}

template <class Archive>
void serialize(Archive& archive, Pattern::Milestone& milestone) {
    auto& [some, within] = milestone;
    archive(some, within);
}

template <class Archive>
void serialize(Archive& archive, Pattern& pattern) {
    auto& [source, tests, gates, states, steps, reach, begin, begins_with_figure, milestones, needs] = pattern;
    archive(source, tests, gates, begin, begins_with_figure, milestones, needs);
    pass_rows(archive, states);
    pass_rows(archive, steps);
    pass_rows(archive, reach);
}

template <class Archive>
void serialize(Archive& archive, Expression::Node& node) {
    auto& [op, attribute, role, left, right, constant, text] = node;
    archive(op, attribute, role, left, right, constant, text);
}

template <class Archive>
void serialize(Archive& archive, Expression& expression) {
    auto& [nodes, source] = expression;
    archive(nodes, source);
}

template <class Archive>
void serialize(Archive& archive, Role& role) {
    auto& [name, kinds, list, word, draft] = role;
    archive(name, kinds, list, word, draft);
}

template <class Archive>
void serialize(Archive& archive, ClaimFilter& filter) {
    auto& [kinds, metrics, units, scopes, without_scopes, modalities, blocks, not_beside, beside, row, named, per, period] =
        filter;
    archive(kinds, metrics, units, scopes, without_scopes, modalities, blocks, not_beside, beside, row, named, per, period);
}

template <class Archive>
void serialize(Archive& archive, Find& find) {
    auto& [role, anchor, words, filter, same, period, basis_of, later, sentences, only, behind] = find;
    archive(role, anchor, words, filter, same, period, basis_of, later, sentences, only, behind);
}

template <class Archive>
void serialize(Archive& archive, Join::Side& side) {
    auto& [role, filter, alone] = side;
    archive(role, filter, alone);
}

template <class Archive>
void serialize(Archive& archive, Join& join) {
    auto& [sides, same, sentences, any] = join;
    archive(sides, same, sentences, any);
}

template <class Archive>
void serialize(Archive& archive, Group& group) {
    auto& [each] = group;
    archive(each);
}

template <class Archive>
void serialize(Archive& archive, Unless& unless) {
    auto& [words, before, after] = unless;
    archive(words, before, after);
}

template <class Archive>
void serialize(Archive& archive, Cause& cause) {
    auto& [name, constraint, corrects] = cause;
    archive(name, constraint, corrects);
}

template <class Archive>
void serialize(Archive& archive, FactText& fact) {
    auto& [subjects, metric, period, value, scope, source] = fact;
    archive(subjects, metric, period, value, scope, source);
}

template <class Archive>
void serialize(Archive& archive, Example& example) {
    auto& [text, fails, figures, date, cause, suggest, facts, line] = example;
    archive(text, fails, figures, date, cause, suggest, facts, line);
}

template <class Archive>
void serialize(Archive& archive, Rule& rule) {
    auto& [id, severity, summary, roles, patterns, loose, columns, finds, join, group, fact, unless, exhausts, across,
           about_parts, rounding, unless_words, where, constraints, causes, corrects, message, examples, file] = rule;
    archive(id, severity, summary, roles, patterns, loose, columns, finds, join, group, fact, unless, exhausts, across,
            about_parts, rounding, unless_words, where, constraints, causes, corrects, message, examples, file);
}

template <class Archive>
void Snapshot::pass(Archive& archive, Lexicon& lexicon) {
    constexpr bool kLoads = Archive::is_loading::value;
    auto& [language, entries, senses, units, units_by_code, class_names, nodes, letters, pages, first] = lexicon;
    archive(language, entries, senses, units, class_names, letters, pages);
    pass_rows(archive, nodes);
    pass_rows(archive, first);
    // Pointers become places in the table of units; entries have their senses one after the other.
    std::vector<std::uint32_t> unit_of(senses.size());
    std::vector<std::uint32_t> sense_count(entries.size());
    std::vector<std::pair<std::string, std::uint32_t>> codes;
    if constexpr (!kLoads) {
        std::unordered_map<const Unit*, std::uint32_t> place = {{nullptr, static_cast<std::uint32_t>(units.size())}};
        for (std::size_t i = 0; i < units.size(); ++i) place.emplace(&units[i], static_cast<std::uint32_t>(i));
        for (std::size_t i = 0; i < senses.size(); ++i) unit_of[i] = place.at(senses[i].unit);
        for (std::size_t i = 0; i < entries.size(); ++i) sense_count[i] = static_cast<std::uint32_t>(entries[i].senses.size());
        for (const auto& [code, unit] : units_by_code) codes.emplace_back(code, place.at(unit));
        std::sort(codes.begin(), codes.end());
    }
    archive(unit_of, sense_count, codes);
    if constexpr (kLoads) {
        std::vector<const Unit*> unit_at;
        for (const Unit& unit : units) unit_at.push_back(&unit);
        unit_at.push_back(nullptr);
        for (std::size_t i = 0; i < senses.size(); ++i) senses[i].unit = unit_at.at(unit_of.at(i));
        std::size_t next = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i].senses = std::span<const Sense>(senses).subspan(next, sense_count.at(i));
            next += sense_count[i];
        }
        units_by_code.reserve(codes.size());
        for (auto& [code, unit] : codes) units_by_code.emplace(std::move(code), unit_at.at(unit));
    }
}

template <class Archive>
void Snapshot::pass(Archive& archive, RuleBook& book) {
    auto& [rules, screens] = book;
    archive(rules);
    if constexpr (Archive::is_loading::value) book.screen();
}

template <class T>
std::string Snapshot::bytes(const T& whole) {
    std::string out;
    SnapshotOutput archive(out);
    pass(archive, const_cast<T&>(whole));  // one function for both directions; this one changes nothing
    return out;
}

template <class T>
std::shared_ptr<const T> Snapshot::read(std::string_view bytes) {
    try {
        auto out = std::make_shared<T>();
        SnapshotInput archive(bytes);
        pass(archive, *out);
        return out;
    } catch (const std::exception&) {  // cereal's way to say so
        return nullptr;
    }
}

std::string Snapshot::bytes_of(const Lexicon& lexicon) {
    return bytes(lexicon);
}

std::string Snapshot::bytes_of(const RuleBook& book) {
    return bytes(book);
}

std::shared_ptr<const Lexicon> Snapshot::read_lexicon(std::string_view bytes) {
    return read<Lexicon>(bytes);
}

std::shared_ptr<const RuleBook> Snapshot::read_rules(std::string_view bytes) {
    return read<RuleBook>(bytes);
}

}  // namespace tieout
