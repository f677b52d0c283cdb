#include "check/word_correction.hpp"

#include "catch.hpp"

using namespace tieout;

namespace {

std::string word(std::string_view written, const Rational& value) {
    return multiple_word(written, value, **built_in_lexicon(Language::en)).value_or("none");
}

}  // namespace

TEST_CASE("a multiple that is one word is replaced by a word of its kind") {
    CHECK(word("fivefold", 10) == "tenfold");
    CHECK(word("tripled", 4) == "quadrupled");
    CHECK(word("Doubling", 3) == "tripling");
    CHECK(word("halved", Rational(7) / Rational(10)) == "");  // no word says it
    CHECK(word("5 times", 10) == "none");
    CHECK(word("", 10) == "none");
}
