#include <random>

#include "catch.hpp"
#include "relate/matcher.hpp"
#include "rulebook/pattern_compiler.hpp"

using namespace tieout;

// The matcher against the plainest way to match: trying every path of the automaton in order of priority, going back where one
// fails.
namespace {

const Lexicon& lexicon() {
    static const auto loaded = load_lexicon(Language::ko, {{"w.json", R"({ "words": [
        { "class": "change", "match": "word", "forms": ["c"] }, { "class": "metric", "id": "m", "match": "word", "forms": ["m"] } ],
        "units": [ { "code": "K", "dimension": "money" }, { "code": "D", "dimension": "money" } ] })"}});
    REQUIRE(loaded.ok());
    return **loaded;
}

struct Draft {
    TokenStream stream;
    std::string text;

    /// k, d: money in two currencies; p: a percentage; c, m: entries; w: a word; '.': the end of a sentence.
    explicit Draft(const std::string& letters) : text(letters) {
        stream.first.push_back(0);
        for (std::uint32_t i = 0; i < letters.size(); ++i) {
            const char c = letters[i];
            if (c == '.') {
                stream.first.push_back(static_cast<std::uint32_t>(stream.tokens.size()));
                continue;
            }
            Token token;
            token.span = {i, i + 1};
            if (c == 'k' || c == 'd' || c == 'p') {
                Figure figure;
                figure.kind = c == 'p' ? Kind::percent : Kind::money;
                figure.unit = c == 'p' ? nullptr : lexicon().unit(c == 'k' ? "K" : "D");
                token.kind = TokenKind::figure;
                token.claim = static_cast<std::uint32_t>(stream.figures.size());
                stream.figures.push_back(figure);
            } else if (c != 'w') {
                token.kind = TokenKind::entry;
                token.entry = lexicon().longest(text, i, i + 1, ~ClassMask{0})->entry;
            }
            stream.tokens.push_back(token);
        }
        stream.first.push_back(static_cast<std::uint32_t>(stream.tokens.size()));
    }
};

class Reference {
public:
    Reference(const Pattern& pattern, const Draft& draft) : pattern_(pattern), stream_(draft.stream), text_(draft.text) {}

    std::vector<Match> match(std::uint32_t sentence) {
        std::vector<Match> out;
        limit_ = std::min(static_cast<std::uint32_t>(stream_.first.size() - 1),
                          sentence + static_cast<std::uint32_t>(pattern_.sentences));
        for (std::uint32_t start = stream_.first[sentence]; start < stream_.first[sentence + 1];) {
            found_ = {};
            std::uint32_t next = start + 1;
            if (walk(0, start, sentence)) {
                found_.begin = start;
                bool known = false;
                for (const Match& earlier : out) {
                    bool all = true;
                    for (const Capture& c : found_.captures)
                        all = all && std::find(earlier.captures.begin(), earlier.captures.end(), c) != earlier.captures.end();
                    known = known || all;
                }
                if (!known) {
                    for (const Capture& c : found_.captures) {
                        if (c.sense) continue;
                        next = std::max(next, c.token + 1);
                        break;
                    }
                    out.push_back(found_);
                }
            }
            start = next;
        }
        return out;
    }

private:
    bool walk(std::uint16_t at, std::uint32_t place, std::uint32_t sentence) {
        const Pattern::State& state = pattern_.states[at];
        using StateKind = Pattern::State::Kind;
        if (state.kind == StateKind::match) {
            found_.end = place;
            return true;
        }
        if (state.kind == StateKind::split) return walk(state.next, place, sentence) || walk(state.second, place, sentence);
        if (state.kind == StateKind::sentence)
            return sentence + 1 < limit_ && stream_.first[sentence + 1] == place && walk(state.next, place, sentence + 1);
        if (place >= stream_.first[sentence + 1]) return false;
        const TokenTest& test = pattern_.tests[state.test];
        const Sense* sense = nullptr;
        if (!passes(test, stream_.tokens[place], sense)) return false;
        if (test.role >= 0) found_.captures.push_back({test.role, place, sense});
        if (walk(state.next, place + 1, sentence)) return true;
        if (test.role >= 0) found_.captures.pop_back();
        return false;
    }

    const Figure* last(std::int16_t role) const {
        for (auto c = found_.captures.rbegin(); c != found_.captures.rend(); ++c) {
            if (c->role == role) return &stream_.figures[stream_.tokens[c->token].claim];
        }
        return nullptr;
    }

    bool passes(const TokenTest& test, const Token& token, const Sense*& sense) const {
        switch (test.what) {
            case TokenTest::What::any:
                return true;
            case TokenTest::What::sign:
                return false;
            case TokenTest::What::text:
                return text_[token.span.begin] == test.text[0];
            case TokenTest::What::classes:
                if (!(token.classes() & test.classes)) return false;
                if (test.role >= 0) sense = &token.entry->senses[0];
                return true;
            case TokenTest::What::figure:
                break;
        }
        if (token.kind != TokenKind::figure) return false;
        const Figure& figure = stream_.figures[token.claim];
        if (!(test.kinds >> static_cast<unsigned>(figure.kind) & 1)) return false;
        const Figure* same = test.same_unit_as >= 0 ? last(test.same_unit_as) : nullptr;
        const Figure* other = test.other_unit_than >= 0 ? last(test.other_unit_than) : nullptr;
        return !(same && (same->kind != figure.kind || same->unit != figure.unit)) &&
               !(other && (other->kind != figure.kind || other->unit == figure.unit));
    }

    const Pattern& pattern_;
    const TokenStream& stream_;
    const std::string& text_;
    std::uint32_t limit_ = 0;
    Match found_;
};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

    std::string pattern() {
        captured_.clear();
        return sequence(3);
    }

    std::string draft() {
        std::string out;
        for (int i = 2 + below(14); i > 0; --i) {
            out += "kkddpcmw"[below(8)];
            if (i > 1 && below(6) == 0) out += '.';
        }
        return out;
    }

private:
    std::string sequence(int depth) {
        std::string out;
        for (int i = 1 + below(4); i > 0; --i) out += (out.empty() ? "" : " ") + element(depth);
        return out;
    }

    std::string element(int depth) {
        switch (below(depth > 0 ? 12 : 8)) {
            case 0:
                return "w";
            case 1:
                return "<change>";
            case 2:
                return "{x:<metric>}";
            case 3:
                return "..3";
            case 4:
            case 5:
            case 6:
            case 7:
                return figure();
            case 8:
                return "( " + sequence(depth - 1) + " | " + sequence(depth - 1) + " )";
            case 9:
                return "( " + sequence(depth - 1) + " )?";
            case 10:
                return "( " + sequence(depth - 1) + " )*3";
            default:
                return "<sentence>" + std::string(below(2) ? "?" : "");
        }
    }

    std::string figure() {
        const std::string name = std::string(1, "abe"[below(3)]);
        std::string out = "{" + name + (below(3) ? ":money" : ":money|percent");
        if (!captured_.empty() && below(2))
            out += (below(3) ? " ~" : " !~") +
                   std::string(1, captured_[static_cast<std::size_t>(below(static_cast<int>(captured_.size())))]);
        captured_ += name;
        return out + "}";
    }

    std::mt19937 engine_;
    std::string captured_;
};

std::string print(const std::vector<Match>& matches) {
    std::string out;
    for (const Match& match : matches) {
        out += "[" + std::to_string(match.begin) + "," + std::to_string(match.end) + ")";
        for (const Capture& c : match.captures)
            out += " " + std::to_string(c.role) + "=" + std::to_string(c.token) + (c.sense ? "w" : "");
        out += "; ";
    }
    return out;
}

}  // namespace

TEST_CASE("the matcher agrees with trying every path") {
    Random random(20230417);
    int patterns = 0;
    int matches = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string source = random.pattern();
        std::vector<Role> roles;
        Pattern pattern;
        if (compile_pattern(source, lexicon(), roles, pattern) || pattern.states.size() > 120) continue;
        ++patterns;
        for (int i = 0; i < 20; ++i) {
            const Draft draft(random.draft());
            Matcher matcher({draft.text, &draft.stream, nullptr, nullptr});
            for (std::uint32_t sentence = 0; sentence < matcher.sentences(); ++sentence) {
                std::vector<Match> got;
                matcher.match(pattern, sentence, got);
                const std::vector<Match> expected = Reference(pattern, draft).match(sentence);
                matches += static_cast<int>(got.size());
                if (print(got) == print(expected)) continue;
                INFO(source << "   over   " << draft.text << "   sentence " << sentence);
                CHECK(print(got) == print(expected));
            }
        }
    }
    CHECK(patterns > 500);
    CHECK(matches > 5000);
}
