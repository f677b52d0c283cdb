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
    lexicon_->nodes_.emplace_back();
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
            const auto known = entry_of_form_.find(pair->items[static_cast<std::size_t>(i)].text);
            if (known == entry_of_form_.end()) continue;
            any = true;
            // A form may be the contrary of several; its own is the one that the first pair names.
            std::string& opposite = lexicon_->entries_[known->second].opposite;
            if (opposite.empty()) opposite = pair->items[static_cast<std::size_t>(1 - i)].text;
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
    Sense sense;
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
        if (sense.word_class == WordClass::counter && !word.find("unit")) sense.unit = count_unit(form->text);
        add_form(file, *form, sense);
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

void LexiconBuilder::add_form(FileCheck& file, const JsonValue& value, const Sense& sense) {
    std::string form;
    std::size_t letters = 0;
    bool blank = true;  // a blank may not stand first, last, or beside another
    for (std::size_t at = 0; at < value.text.size();) {
        const CodePoint c = code_point_at(value.text, at);
        const char32_t folded = fold(c.value);
        if (folded == U' ' && (blank || at + c.length == value.text.size()))
            return file.fail(value, "a form has no blank at its ends and single ones inside");
        blank = folded == U' ';
        append_utf8(form, folded);
        at += c.length;
        ++letters;
    }
    if (letters == 0 || letters > kLongestForm)
        return file.fail(value, "a form has 1 to " + std::to_string(kLongestForm) + " letters");

    const std::string class_name(lexicon_->class_name(sense.word_class));
    const auto [stood, fresh] = first_stood_.emplace(class_name + '\0' + form, file.file());
    if (!fresh)
        return file.fail(value, "\"" + form + "\" stands twice in the class " + class_name, "first in " + stood->second);

    const auto [known, added] = entry_of_form_.emplace(form, lexicon_->entries_.size());
    if (added) {
        lexicon_->entries_.emplace_back();
        lexicon_->entries_.back().form = form;
        lexicon_->entries_.back().mode = sense.mode;
    }
    Entry& entry = lexicon_->entries_[known->second];
    entry.mode = std::max(entry.mode, sense.mode);
    entry.classes |= mask(sense.word_class);
    entry.ids |= text_bit(sense.id);
    entry.senses.push_back(sense);
}

void LexiconBuilder::insert(std::int32_t index) {
    const Entry& entry = lexicon_->entries_[static_cast<std::size_t>(index)];
    const bool noun =
        std::any_of(entry.senses.begin(), entry.senses.end(), [](const Sense& sense) { return sense.mode == MatchMode::noun; });
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < entry.form.size();) {
        const CodePoint c = code_point_at(entry.form, at);
        at += c.length;
        std::uint32_t* next = &children_[{node, c.value}];
        if (*next == 0) {
            *next = static_cast<std::uint32_t>(lexicon_->nodes_.size());
            lexicon_->nodes_.emplace_back();
        }
        node = *next;
        lexicon_->nodes_[node].below |= entry.classes;
        lexicon_->nodes_[node].noun_below |= noun;
    }
    Lexicon::Node& last = lexicon_->nodes_[node];
    last.entry = index;
    for (const Sense& sense : entry.senses) {
        const bool bounded = sense.mode == MatchMode::word || sense.word_class == WordClass::particle;
        (bounded ? last.bounded : last.free) |= mask(sense.word_class);
    }
}

/// Renumbers the nodes level by level and gives the root's children their table.
void LexiconBuilder::lay_out() {
    std::vector<std::uint32_t> order = {0};
    std::vector<Lexicon::Node> laid = {Lexicon::Node{}};
    std::vector<char32_t>& letters = lexicon_->letters_;
    letters.assign(1, 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        laid[i].first_child = static_cast<std::uint32_t>(laid.size());
        for (auto edge = children_.lower_bound({order[i], 0}); edge != children_.end() && edge->first.first == order[i];
             ++edge) {
            order.push_back(edge->second);
            letters.push_back(edge->first.second);
            laid.push_back(lexicon_->nodes_[edge->second]);
            ++laid[i].children;
        }
    }
    const Lexicon::Node root = std::exchange(laid[0], {});
    for (std::uint32_t node = root.first_child; node < root.first_child + root.children; ++node) {
        std::uint16_t& page = lexicon_->pages_[letters[node] >> 8];
        if (page == 0) {
            page = static_cast<std::uint16_t>(lexicon_->first_.size());
            lexicon_->first_.emplace_back().fill(0);
        }
        lexicon_->first_[page][letters[node] & 0xFF] = node;
    }
    lexicon_->nodes_ = std::move(laid);
}

std::shared_ptr<const Lexicon> LexiconBuilder::finish() {
    for (std::size_t i = 0; i < lexicon_->entries_.size(); ++i) insert(static_cast<std::int32_t>(i));
    lay_out();
    return std::move(lexicon_);
}

}  // namespace tieout
