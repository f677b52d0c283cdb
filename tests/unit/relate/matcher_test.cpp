#include "relate/matcher.hpp"

#include "base/utf8.hpp"
#include "catch.hpp"
#include "rulebook/pattern_compiler.hpp"

using namespace tieout;

namespace {

constexpr std::string_view kWords =
    R"({ "units": [ { "code": "KRW", "dimension": "money" }, { "code": "USD", "dimension": "money" },
      { "code": "km", "dimension": "length" }, { "code": "mi", "dimension": "length" } ],
    "words": [
      { "class": "change", "sign": "+", "id": "rise", "match": "stem", "forms": ["늘었", "올랐"] },
      { "class": "change", "sign": "-", "id": "fall", "match": "stem", "forms": ["줄었"] },
      { "class": "metric", "id": "revenue", "match": "noun", "forms": ["매출"] },
      { "class": "particle", "match": "suffix", "forms": ["에서"] },
      { "class": "particle", "match": "suffix", "forms": ["로", "으로"] } ] })";

const Lexicon& lexicon() {
    static const auto loaded = load_lexicon(Language::ko, {{"w.json", kWords}});
    REQUIRE(loaded.ok());
    return **loaded;
}

/// A draft out of words with blanks between them: 5K, 5D, 5%, 5km, 5mi and 5 are figures, a lexicon form an entry, . alone ends
/// a sentence, other signs are punctuation.
struct Draft {
    std::string text;
    TokenStream stream;
    std::vector<Claim> claims;
    std::vector<ClassMask> columns;

    explicit Draft(const std::string& words) : text(words) {
        stream.first.push_back(0);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string word = text.substr(at, end - at);
            if (word == ".") {
                stream.first.push_back(static_cast<std::uint32_t>(stream.tokens.size()));
            } else if (!word.empty()) {
                add(word, Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            }
            at = end + 1;
        }
        stream.first.push_back(static_cast<std::uint32_t>(stream.tokens.size()));
    }

    void add(const std::string& word, Span span) {
        Token token;
        token.span = span;
        const auto entry = lexicon().longest(word, 0, word.size(), ~ClassMask{0});
        if (is_ascii_digit(word[0])) {
            Figure figure;
            const std::string unit = word.substr(
                word.find_first_not_of("0123456789") == std::string::npos ? word.size() : word.find_first_not_of("0123456789"));
            figure.kind = unit == "K" || unit == "D" ? Kind::money
                          : unit == "%"              ? Kind::percent
                          : unit.empty()             ? Kind::number
                                                     : Kind::quantity;
            figure.unit = lexicon().unit(unit == "K" ? "KRW" : unit == "D" ? "USD" : unit);
            token.kind = TokenKind::figure;
            token.claim = static_cast<std::uint32_t>(stream.figures.size());
            stream.figures.push_back(figure);
            claims.emplace_back();
            columns.push_back(0);
        } else if (entry && entry->length == word.size()) {
            token.kind = TokenKind::entry;
            token.entry = entry->entry;
        } else if (word.size() == 1 && !is_ascii_letter(word[0])) {
            token.kind = TokenKind::punctuation;
            token.sign = static_cast<char32_t>(word[0]);
        }
        stream.tokens.push_back(token);
    }

    MatchInput input() const { return {text, &stream, &claims, &columns}; }
};

struct Compiled {
    std::vector<Role> roles;
    Pattern pattern;

    explicit Compiled(const std::string& source) {
        const auto error = compile_pattern(source, lexicon(), roles, pattern);
        INFO(source << (error ? ": " + error->what : ""));
        REQUIRE_FALSE(error);
    }

    /// "from=5K to=7K; …"
    std::string print(const Draft& draft, const std::vector<Match>& matches) const {
        std::string out;
        for (const Match& match : matches) {
            if (!out.empty()) out += "; ";
            for (std::size_t i = 0; i < match.captures.size(); ++i) {
                const Capture& c = match.captures[i];
                out += (i ? " " : "") + roles[static_cast<std::size_t>(c.role)].name + "=" +
                       std::string(draft.stream.tokens[c.token].span.of(draft.text));
            }
        }
        return out;
    }
};

std::string match(const std::string& source, const Draft& draft) {
    const Compiled compiled(source);
    Matcher matcher(draft.input());
    std::vector<Match> out;
    for (std::uint32_t i = 0; i < matcher.sentences(); ++i) matcher.match(compiled.pattern, i, out);
    return compiled.print(draft, out);
}

}  // namespace

TEST_CASE("patterns over tokens") {
    struct Row {
        const char* pattern;
        const char* words;
        const char* matches;
    };
    const std::string change = "{from:money} 에서 {to:money ~from} 로 ..3 {c:<change>}";
    const Row rows[] = {
        {change.c_str(), "3K 에서 5K 으로 늘었", "from=3K to=5K c=늘었"},
        {change.c_str(), "3K 에서 5K 으로 크게 더 늘었", "from=3K to=5K c=늘었"},
        {change.c_str(), "3K 에서 5K 으로 a b c d 늘었", ""},
        {change.c_str(), "3K 에서 5D 으로 늘었", ""},
        {change.c_str(), "3K 에서 5K 으로 . 늘었", ""},
        {change.c_str(), "3K 에서 5K 으로 | 늘었", ""},
        {change.c_str(), "3K 에서 5K 로 늘었 7D 에서 9D 로 줄었", "from=3K to=5K c=늘었; from=7D to=9D c=줄었"},
        // Gaps are as short as they can be.
        {"{a:money} ..4 {b:money}", "1K x 2K 3K", "a=1K b=2K; a=2K b=3K"},
        {"{a:money} ..4 <change>", "1K 2K 3K 늘었", "a=1K; a=2K; a=3K"},
        // A longer gap is found where the nearest figure does not fit.
        {"{a:money} ..4 {b:money ~a}", "1K 2D 3D 4K", "a=1K b=4K; a=2D b=3D"},
        {"{a:quantity} \\( {b:quantity !~a} \\)", "5km ( 3mi )", "a=5km b=3mi"},
        {"{a:quantity} \"(\" {b:quantity !~a} \")\"", "5km ( 3km )", ""},
        {"{a:money} \\( {b:money !~a} \\)", "5D ( 3K ) 5K ( 3K )", "a=5D b=3K"},
        // A bare number may share any unit: it was left out.
        {"{a:level} {b:level ~a}", "20 30K 30km", "a=20 b=30K"},
        // Optional parts are taken where they stand.
        {"<metric>? {a:money} {by:percent}?", "매출 1K 5%", "a=1K by=5%"},
        {"{a:money} {by:percent}? {c:money}?", "1K 2K 5%", "a=1K c=2K; a=2K by=5%"},
        {"( {a:money} | {a:percent} {c:<change>} ) 로", "5% 늘었 로 5% 로 1K 로", "a=5% c=늘었; a=1K"},
        // Alternatives in the order written.
        {"( {a:percent} | {b:percent} ) ", "5%", "a=5%"},
        // Lists.
        {"( {part:money} \",\"? )+4 {total:percent}", "1K , 2K 3K , 9%", "part=1K part=2K part=3K total=9%"},
        {"( {part:money} )+2 {total:percent}", "1K 2K 3K 9%", "part=2K part=3K total=9%"},
        {"( {part:money ~part} )+3 로", "1K 2K 3D 로", "part=3D"},
        // Words: by text, form and id.
        {"{a:money} 로", "1K 으로 2K 로", "a=1K; a=2K"},
        {"{a:money} rise", "1K 늘었 2K 줄었 3K rise 4K RISE", "a=1K; a=3K; a=4K"},
        {"{a:money} <change:fall>", "1K 늘었 2K 줄었", "a=2K"},
        {"{a:money} {w:<change:rise,fall>}", "1K 늘었 2K 줄었 3K 로", "a=1K w=늘었; a=2K w=줄었"},
        {"{a:money} \"Big\"", "1K bIG 2K BIGGER", "a=1K"},
        // Sentences and cells.
        {"{a:money} ..2 <sentence> ..1 {b:money}", "1K x . y 2K", "a=1K b=2K"},
        {"{a:money} <sentence> {b:money}", "1K x . 2K", ""},
        {"{a:money} <sentence>? ( {b:money} | {c:percent} )", "1K . 5%", "a=1K c=5%"},
        {"{a:money} <sentence>? {b:money}", "1K . 2K 3K", "a=1K b=2K; a=2K b=3K"},
        {"{a:money} <sentence> {b:money} <sentence> {c:money}", "1K . 2K . 3K . 4K", "a=1K b=2K c=3K; a=2K b=3K c=4K"},
        {"{a:money} <cell> {b:money}", "1K | 2K 3K", "a=1K b=2K"},
        // One that has nothing of its own is left out.
        {"<change>? <change>? {a:money}", "늘었 늘었 1K", "a=1K"},
        {"{c:<change>} ..4 {a:money}", "늘었 줄었 1K", "c=늘었 a=1K"},
        {"{:percent} {a:money}", "5% 1K", "a=1K"},
    };
    for (const Row& row : rows) {
        INFO(row.pattern << "   over   " << row.words);
        CHECK(match(row.pattern, Draft(row.words)) == row.matches);
    }
}

TEST_CASE("what is known of claims counts") {
    Draft draft("1K 2K 3K");
    draft.claims[0].metric = "revenue";
    draft.claims[1].metric = "profit";
    draft.claims[1].subject = "가";
    draft.claims[2].subject = "나";
    draft.columns[2] = mask(WordClass::change);
    CHECK(match("{a:money} {b:money ~a}", draft).empty());
    CHECK(match("{a:money #revenue}", draft) == "a=1K");
    CHECK(match("{a:money @change}", draft) == "a=3K");
    CHECK(match("{a:money} ..1 {b:money ~a}", draft) == "a=1K b=3K");
}

TEST_CASE("a capture of a word says which meaning was asked for") {
    const Draft draft("1K 줄었");
    const Compiled compiled("{a:money} {w:<change:fall>}");
    Matcher matcher(draft.input());
    std::vector<Match> out;
    matcher.match(compiled.pattern, 0, out);
    REQUIRE(out.size() == 1);
    CHECK(out[0].begin == 0);
    CHECK(out[0].end == 2);
    REQUIRE(out[0].captures.size() == 2);
    CHECK(out[0].captures[0].sense == nullptr);
    REQUIRE(out[0].captures[1].sense);
    CHECK(out[0].captures[1].sense->sign == -1);
}

TEST_CASE("long sentences take time in proportion") {
    std::string words;
    for (int i = 0; i < 20000; ++i) words += "1K x ";
    const Draft draft(words);
    const Compiled compiled("{a:money} ..20 ( {b:money ~a} ..20 )*4 {c:percent}");
    Matcher matcher(draft.input());
    std::vector<Match> out;
    matcher.match(compiled.pattern, 0, out);
    CHECK(out.empty());  // there is no percentage: the sentence is not even looked at
    const Compiled slow("{a:money} ..20 {b:money ~a} ..20 {c:money !~b}");
    matcher.match(slow.pattern, 0, out);
    CHECK(out.empty());
}
