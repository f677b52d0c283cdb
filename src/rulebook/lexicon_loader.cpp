#include <deque>

#include "rulebook/lexicon_builder.hpp"
#include "rulebook/snapshot.hpp"

namespace tieout {

Result<std::shared_ptr<const Lexicon>> load_lexicon(Language language, const std::vector<EmbeddedFile>& files) {
    LexiconBuilder builder(language);
    std::deque<FileCheck> checks;
    std::vector<const JsonValue*> roots;
    for (const EmbeddedFile& file : files) {
        FileCheck& check = checks.emplace_back(file.content, std::string(file.name));
        roots.push_back(check.root());
        if (roots.back()) builder.add_units(check, *roots.back());
        if (check.failed()) return check.error();
    }
    for (std::size_t i = 0; i < checks.size(); ++i) {
        builder.add_words(checks[i], *roots[i]);
        if (checks[i].failed()) return checks[i].error();
    }
    builder.sort_words();
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (checks[i].failed()) return checks[i].error();
        builder.add_opposites(checks[i], *roots[i]);
        if (checks[i].failed()) return checks[i].error();
    }
    return builder.finish();
}

Result<std::shared_ptr<const Lexicon>> compile_built_in_lexicon(Language language) {
    const std::string own = "rules/lexicon/" + std::string(to_string(language)) + "/";
    std::vector<EmbeddedFile> files;
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name.rfind("rules/lexicon/common/", 0) == 0 || file.name.rfind(own, 0) == 0) files.push_back(file);
    }
    return load_lexicon(language, files);
}

const Result<std::shared_ptr<const Lexicon>>& built_in_lexicon(Language language) {
    using Loaded = Result<std::shared_ptr<const Lexicon>>;
    const auto load = [](Language of) -> Loaded {
        if (auto lexicon = Snapshot::read_lexicon(embedded_snapshot(to_string(of)))) return lexicon;
        return compile_built_in_lexicon(of);
    };
    // Never destroyed: a process that ends need not take the tries apart.
    if (language == Language::ko) {
        static const Loaded& ko = *new Loaded(load(Language::ko));
        return ko;
    }
    static const Loaded& en = *new Loaded(load(Language::en));
    return en;
}

}  // namespace tieout
