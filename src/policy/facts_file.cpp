#include "policy/facts_file.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "check/pipeline.hpp"
#include "reader/reader.hpp"
#include "rulebook/fact_text_loader.hpp"
#include "rulebook/file_check.hpp"

namespace tieout {
namespace {

constexpr Language kAllLanguages[] = {Language::ko, Language::en};

/// The id that a word of a class has, or is, in either language; the ids in `ids` where it is none.
std::string id_of(const std::string& word, WordClass word_class, std::vector<std::string>& ids) {
    const std::string wanted = ascii_lower(word);
    for (const Language language : kAllLanguages) {
        const auto& lexicon = built_in_lexicon(language);
        if (!lexicon.ok()) continue;
        for (const Entry& entry : (*lexicon)->entries()) {
            const Sense* sense = entry.sense(word_class);
            if (!sense) continue;
            if (entry.form == wanted || sense->id == wanted) return sense->id;
            ids.push_back(sense->id);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return {};
}

/// The one figure that the text is, read as a draft of the language would be.
std::optional<Figure> read_value(const std::string& text, Language language) {
    ReadOptions options;
    options.name = "value";
    options.format = Format::text;
    options.language = language;
    options.encoding = "UTF-8";
    auto document = read_document(text, options);
    if (!document) return std::nullopt;
    const Report report = claims_of(std::move(*document), Settings{});
    if (report.claims.size() != 1) return std::nullopt;
    const Figure& figure = report.claims.front().figure;
    const bool whole = figure.span.begin == 0 && figure.span.end == report.document.text.size();
    return whole && figure.valid && figure.kind != Kind::date ? std::optional(figure) : std::nullopt;
}

bool same_figure(const Figure& a, const Figure& b) {
    return a.kind == b.kind && unit_code(a) == unit_code(b) && a.magnitude.value == b.magnitude.value &&
           a.magnitude.hedge == b.magnitude.hedge;
}

}  // namespace

std::variant<Fact, FactError> read_fact(const FactText& text) {
    Fact out;
    for (const std::string& name : text.subjects) out.subjects.push_back(ascii_lower(name));
    std::vector<std::string> ids;
    out.metric = id_of(text.metric, WordClass::metric, ids);
    if (out.metric.empty())
        return FactError{"metric", "there is no metric \"" + text.metric + "\"", nearest_hint(text.metric, ids)};
    if (!text.scope.empty()) {
        ids.clear();
        out.scope = id_of(text.scope, WordClass::scope, ids);
        if (out.scope.empty())
            return FactError{"scope", "there is no scope \"" + text.scope + "\"", nearest_hint(text.scope, ids)};
    }
    const auto period = parse_period(text.period);
    if (!period)
        return FactError{"period", "\"" + text.period + "\" is no period",
                         "write it as 2022, 2022-H1, 2022-Q2, 2022-04 or 2022-04-17"};
    out.period = *period;
    auto figure = read_value(text.value, Language::ko);
    if (!figure) figure = read_value(text.value, Language::en);
    if (!figure)
        return FactError{"value", "\"" + text.value + "\" is not one figure", "write it as in a draft: 302조원, $5.2bn, 12.5%"};
    out.figure = *figure;
    out.text = text.value;
    out.source = text.source;
    return out;
}

Result<Facts> read_facts(std::string_view text, const std::string& file) {
    FileCheck check(text, file);
    std::vector<Fact> facts;
    std::map<std::string, std::size_t> known;
    const JsonValue* root = check.root();
    if (root && check.object(*root, {"$schema", "facts"})) {
        if (!root->find("facts")) check.fail(*root, "the key \"facts\" is missing", "docs/facts.md has the form");
        for (const JsonValue* item : check.array(*root, "facts")) {
            const FactText written = load_fact_text(check, *item);
            if (check.failed()) break;
            auto fact = read_fact(written);
            if (const auto* error = std::get_if<FactError>(&fact)) {
                check.fail(*item->find(error->member), error->what, error->hint);
                break;
            }
            facts.push_back(std::move(std::get<Fact>(fact)));
            const Fact& read = facts.back();
            for (const std::string& name : read.subjects) {
                const std::string key = name + '\x1f' + read.metric + '\x1f' + to_string(read.period) + '\x1f' + read.scope +
                                        '\x1f' + std::string(unit_code(read.figure));
                const auto [place, is_new] = known.emplace(key, facts.size() - 1);
                if (is_new || place->second == facts.size() - 1 || same_figure(facts[place->second].figure, read.figure))
                    continue;
                check.fail(*item, "of \"" + name + "\" the file says both " + facts[place->second].text + " and " + read.text,
                           "give one figure for one subject, metric, period and scope");
            }
        }
    }
    if (check.failed()) return check.error();
    return Facts(std::move(facts));
}

}  // namespace tieout
