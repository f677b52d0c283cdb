#include "report/rule_page.hpp"

#include "model/figure.hpp"
#include "report/messages.hpp"

namespace tieout {
namespace {

constexpr std::array<Language, kLanguages> kAllLanguages = {Language::ko, Language::en};
constexpr PerLanguage<std::string_view> kLanguageNames = {"Korean", "English"};

std::size_t index(Language language) {
    return static_cast<std::size_t>(language);
}

/// Text as inline code, with as many backticks as it needs.
std::string code(std::string_view text) {
    const std::string fence = text.find('`') == std::string_view::npos ? "`" : "``";
    return fence + std::string(text) + fence;
}

std::string kinds_in_words(std::uint32_t kinds) {
    std::string out;
    for (unsigned bit = 0; bit <= static_cast<unsigned>(Kind::number); ++bit) {
        if (kinds & (1u << bit)) out += (out.empty() ? "" : ", ") + std::string(to_string(static_cast<Kind>(bit)));
    }
    return out;
}

void add_constraint(std::string& out, const Rule& rule) {
    out += "## What must hold\n\n";
    for (const Expression& constraint : rule.constraints) out += "    " + constraint.source + "\n";
    out += "\n";
    if (rule.group) {
        out += "For all figures that [" + rule.group->each + "](" + rule.group->each +
               ".md) has bound in one draft, some value must satisfy this.\n\n";
    }
    if (!rule.where.empty()) out += "Only where " + code(rule.where.source) + ".\n\n";
    if (rule.roles.empty()) return;
    out += "| role | is |\n| --- | --- |\n";
    for (const Role& role : rule.roles) {
        const std::string kinds = kinds_in_words(role.kinds);
        out += "| " + code(role.name) + " | ";
        out += role.word ? "a word" : role.list ? "a list of figures" : "a figure";
        out += (role.word || kinds.empty() ? "" : ": " + kinds) + " |\n";
    }
    out += "\n";
}

/// One example as a block quote, with its figures in bold.
void add_example(std::string& out, const Example& example) {
    std::string text;
    for (const char c : example.text) text += c == '\n' ? std::string("\n> ") : std::string(1, c);
    out += "> " + text + "\n";
    std::string said;
    for (const FactText& fact : example.facts)
        said += (said.empty() ? "" : ", ") +
                ("known: " + fact.subjects.front() + ", " + fact.metric + " of " + fact.period + ": " + fact.value);
    if (!example.date.empty()) said += (said.empty() ? "" : ", ") + ("date line " + example.date);
    if (!example.cause.empty()) said += (said.empty() ? "" : ", ") + ("cause " + code(example.cause));
    if (!example.suggest.empty()) said += (said.empty() ? "" : ", ") + ("suggested: " + example.suggest);
    if (!said.empty()) out += "\n" + said + "\n";
    out += "\n";
}

void add_examples(std::string& out, const Rule& rule, bool fails) {
    out += fails ? "## Examples that are flagged\n\n" : "## Examples that are not\n\n";
    for (const Language language : kAllLanguages) {
        for (const Example& example : rule.examples[index(language)]) {
            if (example.fails == fails) add_example(out, example);
        }
    }
}

void add_causes(std::string& out, const Rule& rule) {
    if (rule.causes.empty()) return;
    out += "## Causes it can name\n\n";
    for (const Cause& cause : rule.causes) {
        const std::string words = cause_in_words(Language::en, cause.name, "");
        out += "- " + code(cause.name) + (words == cause.name ? "" : ": " + words) + "\n";
    }
    out += "\n";
}

std::string sides_of(const Join& join) {
    std::string out = "It compares " + std::to_string(join.sides.size()) + " figures";
    if (join.sentences > 0) return out + " at most " + std::to_string(join.sentences) + " sentences apart.\n\n";
    return out + " anywhere in the draft.\n\n";
}

std::string unless_of(const Unless& unless) {
    std::string names;
    for (const Language language : kAllLanguages) {
        const auto& lexicon = built_in_lexicon(language);
        if (!lexicon.ok()) continue;
        for (unsigned bit = 0; bit < 64; ++bit) {
            if (!(unless.words[index(language)] >> bit & 1)) continue;
            const std::string name = code((*lexicon)->class_name(static_cast<WordClass>(bit)));
            if (names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
        }
    }
    const std::string where = unless.before > 0  ? "within " + std::to_string(unless.before) + " sentences"
                              : unless.after > 0 ? "in the sentence or the one after"
                                                 : "in the sentence";
    return "It is silent where a word of the class " + names + " stands " + where + ".\n\n";
}

/// What the rule does not see follows from where it looks.
void add_limits(std::string& out, const Rule& rule) {
    out += "## Where it looks\n\n";
    if (rule.join) out += sides_of(*rule.join);
    if (rule.fact >= 0)
        out += "It looks at every figure that the newsroom's facts (`--facts`, [facts](../facts.md)) speak of.\n\n";
    for (const Unless& unless : rule.unless) out += unless_of(unless);
    for (const Find& find : rule.finds) {
        out += "What a sentence does not say of " + code(rule.roles[static_cast<std::size_t>(find.role)].name) +
               " is looked up within " + std::to_string(find.sentences) + " sentences.\n\n";
    }
    for (const Language language : kAllLanguages) {
        const auto& patterns = rule.patterns[index(language)];
        if (patterns.empty()) continue;
        out += std::string(kLanguageNames[index(language)]) +
               " wordings (the notation is explained in [adding a rule](../adding-a-rule.md)):\n\n";
        for (const Pattern& pattern : patterns) out += "    " + pattern.source + "\n";
        out += "\n";
    }
    for (const Language language : kAllLanguages) {
        const auto& columns = rule.columns[index(language)];
        if (columns.empty()) continue;
        out += "Down the columns of " + std::string(kLanguageNames[index(language)]) + " tables:\n\n";
        for (const Pattern& pattern : columns) out += "    " + pattern.source + "\n";
        out += "\n";
    }
    out +=
        "Figures in other wordings are not related to each other by this rule, and what the draft leaves open is never "
        "guessed.\n";
}

}  // namespace

std::string rule_page(const Rule& rule) {
    std::string out = "# " + rule.id + "\n\n";
    for (const Language language : {Language::en, Language::ko}) {
        if (!rule.summary[index(language)].empty()) out += rule.summary[index(language)] + "\n\n";
    }
    out += "Severity: at most " + std::string(to_string(rule.severity)) +
           "; how sure tieout is follows from which reading of the figures fails.\n\n";
    add_constraint(out, rule);
    add_examples(out, rule, true);
    add_examples(out, rule, false);
    add_causes(out, rule);
    add_limits(out, rule);
    return out;
}

std::string rule_index(std::span<const Rule> rules) {
    std::string out =
        "# Rules\n\nGenerated from `rules/checks/` by `./dev docs`.\n\n| rule | severity | what must hold |\n| --- | --- | --- "
        "|\n";
    for (const Rule& rule : rules) {
        out += "| [" + rule.id + "](" + rule.id + ".md) | " + std::string(to_string(rule.severity)) + " | " +
               rule.summary[index(Language::en)] + " |\n";
    }
    return out;
}

}  // namespace tieout
