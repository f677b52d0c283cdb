#include "rulebook/snapshot.hpp"

#include "base/embedded.hpp"
#include "catch.hpp"

using namespace tieout;

TEST_CASE("the snapshot of a lexicon is that of its files, and what is read from it writes the same") {
    for (const Language language : {Language::ko, Language::en}) {
        const auto compiled = compile_built_in_lexicon(language);
        REQUIRE(compiled.ok());
        const std::string bytes = Snapshot::bytes_of(**compiled);
        CHECK(bytes == embedded_snapshot(to_string(language)));
        const auto read = Snapshot::read_lexicon(bytes);
        REQUIRE(read);
        CHECK(Snapshot::bytes_of(*read) == bytes);
    }
}

TEST_CASE("a lexicon read from its snapshot points into itself alone") {
    const auto compiled = *compile_built_in_lexicon(Language::ko);
    const auto read = Snapshot::read_lexicon(Snapshot::bytes_of(*compiled));
    REQUIRE(read);
    REQUIRE(read->entries().size() == compiled->entries().size());
    bool same = true;
    for (std::size_t i = 0; i < read->entries().size(); ++i) {
        const Entry& a = compiled->entries()[i];
        const Entry& b = read->entries()[i];
        same = same && a.form == b.form && a.senses.size() == b.senses.size();
        for (std::size_t k = 0; same && k < a.senses.size(); ++k) {
            const Unit* of_a = a.senses[k].unit;
            const Unit* of_b = b.senses[k].unit;
            same = a.senses[k].id == b.senses[k].id && a.senses[k].value == b.senses[k].value && !of_a == !of_b &&
                   (!of_a || (of_a != of_b && of_a->code == of_b->code && of_a->factor == of_b->factor));
        }
    }
    CHECK(same);
    CHECK(read->unit("USD")->code == "USD");
    CHECK(read->unit("USD") != compiled->unit("USD"));
    CHECK(read->longest("억", 0, 3, mask(WordClass::scale)).length == 3);
}

TEST_CASE("the snapshot of the rules is that of their files, and what is read from it writes the same") {
    const auto compiled = compile_built_in_rules();
    REQUIRE(compiled.ok());
    const std::string bytes = Snapshot::bytes_of(**compiled);
    CHECK(bytes == embedded_snapshot("rules"));
    const auto read = Snapshot::read_rules(bytes);
    REQUIRE(read);
    CHECK(read->rules().size() == (*compiled)->rules().size());
    CHECK(Snapshot::bytes_of(*read) == bytes);
}

TEST_CASE("a snapshot that ends too soon is none") {
    const std::string bytes(embedded_snapshot("rules"));
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, bytes.size() / 2, bytes.size() - 1})
        CHECK(!Snapshot::read_rules(std::string_view(bytes).substr(0, size)));
    CHECK(!Snapshot::read_lexicon({}));
}
