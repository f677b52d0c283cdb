#include "rulebook/lexicon_builder.hpp"

#include <algorithm>

#include "rulebook/folding.hpp"

namespace tieout {
namespace {

/// In the order of WordClass.
constexpr const char* kClassNames[] = {
    "numeral",    "scale",     "unit",     "currency",    "currency_before", "counter", "hedge_before", "hedge_after",
    "per_before", "per_after", "particle", "month",       "weekday",         "period",  "period_unit",  "metric",
    "change",     "scope",     "modality", "attribution", "growth",          "basis",   "comparison",   "date_word",
    "anaphora",   "stop"};
static_assert(std::size(kClassNames) == static_cast<std::size_t>(WordClass::first_free));
constexpr std::size_t kClasses = 64;

/// In the order of Dimension.
const std::vector<std::string> kDimensionNames = {
    "none",        "money",  "percent", "point", "multiple", "count",    "length",  "area",    "volume",    "mass",
    "temperature", "energy", "power",   "data",  "speed",    "pressure", "voltage", "current", "frequency", "duration"};

/// In the order of MatchMode.
const std::vector<std::string> kModeNames = {"word", "stem", "noun", "suffix", "anywhere"};

constexpr ClassMask kWithValue = masks(WordClass::numeral, WordClass::scale, WordClass::month, WordClass::weekday);
constexpr ClassMask kWithUnit = masks(WordClass::unit, WordClass::currency, WordClass::currency_before);
constexpr ClassMask kWithId = masks(WordClass::hedge_before, WordClass::hedge_after, WordClass::per_before,
                                    WordClass::per_after, WordClass::period, WordClass::period_unit, WordClass::metric,
                                    WordClass::scope, WordClass::modality, WordClass::basis, WordClass::date_word);
/// The classes whose words need no id of their own: the first form serves, so that a pattern can ask for one set of forms.
constexpr ClassMask kFirstFormIsId =
    masks(WordClass::particle, WordClass::change, WordClass::attribution, WordClass::growth, WordClass::comparison);

constexpr std::size_t kLongestForm = 60;  ///< code points

std::size_t index_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

LexiconBuilder::LexiconBuilder(Language language) : lexicon_(std::make_shared<Lexicon>()) {
    lexicon_->language_ = language;
    lexicon_->class_names_.assign(std::begin(kClassNames), std::end(kClassNames));
    lexicon_->pages_.assign(0x1100, 0);
    lexicon_->first_.emplace_back().fill(0);
}

void LexiconBuilder::add_units(FileCheck& file, const JsonValue& root) {
    if (!file.object(root, {"units", "words", "opposites"})) return;
    for (const JsonValue* unit : file.array(root, "units")) add_unit(file, *unit);
}

void LexiconBuilder::add_unit(FileCheck& file, const JsonValue& value) {
    if (!file.object(value, {"code", "dimension", "factor", "offset", "ambiguous"})) return;
    Unit unit;
    unit.code = file.string(value, "code", true);
    const std::string dimension = file.string(value, "dimension", true);
    unit.factor = file.rational(value, "factor").value_or(1);
    unit.offset = file.rational(value, "offset").value_or(0);
    unit.ambiguous = file.boolean(value, "ambiguous");
    if (file.failed()) return;
    const std::size_t known = index_of(kDimensionNames, dimension);
    if (known == kDimensionNames.size())
        return file.fail(*value.find("dimension"), "there is no dimension \"" + dimension + "\"",
                         nearest_hint(dimension, kDimensionNames));
    unit.dimension = static_cast<Dimension>(known);
    if (unit.factor.sign() <= 0) return file.fail(*value.find("factor"), "a factor is above zero");
    if (lexicon_->units_by_code_.count(unit.code))
        return file.fail(*value.find("code"), "the unit \"" + unit.code + "\" stands twice");
    // "INR?" names the ambiguous unit beside the plain one of the same code.
    const std::string name = unit.code;
    if (unit.ambiguous && unit.code.size() > 1 && unit.code.back() == '?') unit.code.pop_back();
    lexicon_->units_.push_back(std::move(unit));
    lexicon_->units_by_code_[name] = &lexicon_->units_.back();
}

void LexiconBuilder::add_words(FileCheck& file, const JsonValue& root) {
    for (const JsonValue* word : file.array(root, "words")) {
        if (file.failed()) return;
        add_word(file, *word);
    }
}

void LexiconBuilder::add_opposites(FileCheck& file, const JsonValue& root) {
    for (const JsonValue* pair : file.array(root, "opposites")) {
        if (!file.is(*pair, JsonValue::Kind::array)) return;
        if (pair->items.size() != 2) return file.fail(*pair, "a pair of opposites has two forms");
        if (!file.is(pair->items[0], JsonValue::Kind::string) || !file.is(pair->items[1], JsonValue::Kind::string)) return;
        bool any = false;
        for (const int i : {0, 1}) {
            Entry* known = find_entry(pair->items[static_cast<std::size_t>(i)].text);
            if (!known) continue;
            any = true;
            // A form may be the contrary of several; its own is the one that the first pair names.
            if (known->opposite.empty()) known->opposite = pair->items[static_cast<std::size_t>(1 - i)].text;
        }
        if (!any) return file.fail(*pair, "no word has the form \"" + pair->items[0].text + "\"");
    }
}

WordClass LexiconBuilder::class_of(FileCheck& file, const JsonValue& word) {
    std::string name = file.string(word, "class", true);
    std::replace(name.begin(), name.end(), '-', '_');
    if (const std::optional<WordClass> known = lexicon_->find_class(name)) return *known;
    const bool good = !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
    });
    if (!good && !file.failed()) file.fail(*word.find("class"), "a class is named in lower-case letters, digits and hyphens");
    if (good && lexicon_->class_names_.size() == kClasses)
        file.fail(*word.find("class"), "there are " + std::to_string(kClasses) + " word classes already");
    if (file.failed()) return WordClass::stop;
    lexicon_->class_names_.push_back(name);
    return static_cast<WordClass>(lexicon_->class_names_.size() - 1);
}

void LexiconBuilder::add_word(FileCheck& file, const JsonValue& word) {
    if (!file.object(word, {"class", "match", "forms", "id", "sign", "value", "unit"})) return;
    Sense& sense = words_.emplace_back().sense;
    words_.back().file = &file;
    sense.word_class = class_of(file, word);
    const ClassMask of = mask(sense.word_class);
    const bool free = sense.word_class >= WordClass::first_free;
    if (const std::string mode = file.string(word, "match"); !mode.empty()) {
        const std::size_t known = index_of(kModeNames, mode);
        if (known == kModeNames.size())
            return file.fail(*word.find("match"), "there is no match mode \"" + mode + "\"", nearest_hint(mode, kModeNames));
        sense.mode = static_cast<MatchMode>(known);
    }
    const std::vector<const JsonValue*> forms = file.strings(word, "forms", true);
    sense.id = file.string(word, "id", (of & kWithId) != 0);
    sense.value = file.rational(word, "value", (of & kWithValue) != 0).value_or(0);
    const std::string sign = file.string(word, "sign");
    if (file.failed()) return;
    if (!sign.empty() && sign != "+" && sign != "-" && sign != "0")
        return file.fail(*word.find("sign"), "a sign is \"+\", \"-\" or \"0\"");
    sense.sign = sign == "+" ? 1 : sign == "-" ? -1 : 0;
    if (sense.id.empty() && (free || (of & kFirstFormIsId))) sense.id = forms.front()->text;
    read_unit(file, word, sense);
    for (const JsonValue* form : forms) {
        if (file.failed()) return;
        const bool counts = sense.word_class == WordClass::counter && !word.find("unit");
        add_form(file, *form, counts ? count_unit(form->text) : sense.unit);
    }
}

void LexiconBuilder::read_unit(FileCheck& file, const JsonValue& word, Sense& sense) {
    const bool counter = sense.word_class == WordClass::counter;
    const std::string code = file.string(word, "unit", (mask(sense.word_class) & kWithUnit) != 0);
    if (file.failed() || code.empty()) return;
    sense.unit = counter ? count_unit(code) : lexicon_->unit(code);
    const JsonValue& place = *word.find("unit");
    if (!sense.unit) {
        std::vector<std::string> codes;
        for (const Unit& unit : lexicon_->units_) codes.push_back(unit.code);
        return file.fail(place, "there is no unit \"" + code + "\"", nearest_hint(code, codes));
    }
    const bool money = sense.unit->dimension == Dimension::money;
    const bool currency = sense.word_class == WordClass::currency || sense.word_class == WordClass::currency_before;
    if (currency && !money) file.fail(place, "\"" + code + "\" is not money");
    if (counter && sense.unit->dimension != Dimension::count) file.fail(place, "\"" + code + "\" is not a count");
}

const Unit* LexiconBuilder::count_unit(const std::string& code) {
    const Unit*& known = lexicon_->units_by_code_[code];
    if (!known) {
        lexicon_->units_.push_back(Unit{code, Dimension::count, 1, 0, false});
        known = &lexicon_->units_.back();
    }
    return known;
}

void LexiconBuilder::add_form(FileCheck& file, const JsonValue& value, const Unit* unit) {
    Form form{{}, static_cast<std::uint32_t>(words_.size() - 1), value.offset, unit};
    std::size_t letters = 0;
    bool blank = true;  // a blank may not stand first, last, or beside another
    for (std::size_t at = 0; at < value.text.size();) {
        const CodePoint c = code_point_at(value.text, at);
        const char32_t folded = fold(c.value);
        if (folded == U' ' && (blank || at + c.length == value.text.size()))
            return file.fail(value, "a form has no blank at its ends and single ones inside");
        blank = folded == U' ';
        if (folded == c.value) {
            form.text.append(value.text, at, c.length);
        } else {
            append_utf8(form.text, folded);
        }
        at += c.length;
        ++letters;
    }
    if (letters == 0 || letters > kLongestForm)
        return file.fail(value, "a form has 1 to " + std::to_string(kLongestForm) + " letters");
    forms_.push_back(std::move(form));
}

/// By text, those of one text in the order of the files. Most differ in their first bytes, which are compared as one number.
void LexiconBuilder::sort_forms() {
    struct Key {
        std::uint64_t head = 0;
        std::uint32_t form = 0;
    };
    std::vector<Key> keys(forms_.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        keys[i].form = i;
        const std::string& text = forms_[i].text;
        for (std::size_t byte = 0; byte < 8; ++byte)
            keys[i].head = keys[i].head << 8 | (byte < text.size() ? static_cast<unsigned char>(text[byte]) : 0u);
    }
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        if (a.head != b.head) return a.head < b.head;
        const int order = forms_[a.form].text.compare(forms_[b.form].text);
        return order != 0 ? order < 0 : a.form < b.form;
    });
    std::vector<Form> sorted;
    sorted.reserve(forms_.size());
    for (const Key& key : keys) sorted.push_back(std::move(forms_[key.form]));
    forms_ = std::move(sorted);
}

void LexiconBuilder::sort_words() {
    sort_forms();
    lexicon_->senses_.reserve(forms_.size());  // entries point into it
    for (std::size_t i = 0; i < forms_.size();) {
        Entry entry;
        entry.form = std::move(forms_[i].text);
        const std::size_t first = i;
        do {
            if (!add_sense(entry, first, forms_[i])) return;
        } while (++i < forms_.size() && forms_[i].text == entry.form);
        entry.senses = {lexicon_->senses_.end() - static_cast<std::ptrdiff_t>(i - first), lexicon_->senses_.end()};
        lexicon_->entries_.push_back(std::move(entry));
    }
}

bool LexiconBuilder::add_sense(Entry& entry, std::size_t first, const Form& form) {
    const Word& word = words_[form.word];
    const ClassMask one = mask(word.sense.word_class);
    if (entry.classes & one) {
        const auto same =
            std::find_if(forms_.begin() + static_cast<std::ptrdiff_t>(first), forms_.end(),
                         [&](const Form& other) { return words_[other.word].sense.word_class == word.sense.word_class; });
        word.file->fail(
            form.offset,
            "\"" + entry.form + "\" stands twice in the class " + std::string(lexicon_->class_name(word.sense.word_class)),
            "first in " + words_[same->word].file->file());
        return false;
    }
    Sense& sense = lexicon_->senses_.emplace_back(word.sense);
    sense.unit = form.unit;
    const bool bounded = sense.mode == MatchMode::word || sense.word_class == WordClass::particle;
    entry.classes |= one;
    entry.ids |= text_bit(sense.id);
    if (bounded) entry.bounded |= one;
    if (sense.mode == MatchMode::word || sense.mode == MatchMode::stem) entry.starts |= one;
    if (sense.mode == MatchMode::stem) entry.stems |= one;
    if (sense.mode == MatchMode::suffix) entry.behind |= one;
    if (sense.mode == MatchMode::noun) entry.inside |= one;
    return true;
}

Entry* LexiconBuilder::find_entry(std::string_view form) {
    auto& entries = lexicon_->entries_;
    const auto found = std::lower_bound(entries.begin(), entries.end(), form,
                                        [](const Entry& entry, std::string_view wanted) { return entry.form < wanted; });
    return found != entries.end() && found->form == form ? &*found : nullptr;
}

/// What may follow the first letter; anything where there is no second.
std::uint32_t LexiconBuilder::noun_bits(std::string_view form, std::size_t second) {
    return second < form.size() ? Lexicon::noun_bit(code_point_at(form, second).value) : ~0u;
}

/// Level by level over the sorted entries: a node stands for a run of entries that begin alike.
void LexiconBuilder::grow_trie() {
    struct Run {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t depth = 0;  ///< bytes
    };
    const std::vector<Entry>& entries = lexicon_->entries_;
    std::vector<Lexicon::Node>& nodes = lexicon_->nodes_;
    std::vector<char32_t>& letters = lexicon_->letters_;
    std::vector<Run> runs = {{0, entries.size(), 0}};
    nodes.emplace_back();
    letters.push_back(0);
    for (std::size_t node = 0; node < runs.size(); ++node) {
        const Run run = runs[node];
        std::size_t at = run.begin;
        if (at < run.end && entries[at].form.size() == run.depth) {
            nodes[node].own = entries[at].classes;
            nodes[node].entry = static_cast<std::uint32_t>(at++);
        }
        nodes[node].first_child = static_cast<std::uint32_t>(nodes.size());
        while (at < run.end) {
            const CodePoint letter = code_point_at(entries[at].form, run.depth);
            Lexicon::Node child;
            const std::size_t begin = at;
            do {
                child.below |= entries[at].classes;
                if (run.depth == 0 && entries[at].inside != 0) child.nouns |= noun_bits(entries[at].form, letter.length);
                ++at;
            } while (at < run.end && code_point_at(entries[at].form, run.depth).value == letter.value);
            runs.push_back({begin, at, run.depth + letter.length});
            nodes.push_back(child);
            letters.push_back(letter.value);
            ++nodes[node].children;
        }
    }
    // The root's children have a table of their own; node 0 is none.
    const Lexicon::Node root = std::exchange(nodes[0], {});
    for (std::uint32_t node = root.first_child; node < root.first_child + root.children; ++node) {
        std::uint16_t& page = lexicon_->pages_[letters[node] >> 8];
        if (page == 0) {
            page = static_cast<std::uint16_t>(lexicon_->first_.size());
            lexicon_->first_.emplace_back().fill(0);
        }
        lexicon_->first_[page][letters[node] & 0xFF] = node;
    }
}

std::shared_ptr<const Lexicon> LexiconBuilder::finish() {
    grow_trie();
    return std::move(lexicon_);
}

}  // namespace tieout
