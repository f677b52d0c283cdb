#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/expression_parser.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"
#include "rulebook/rule.hpp"

namespace tieout {

/// A place in a pattern's source that moves on as it is read, and the first thing found wrong with it.
class PatternCursor {
public:
    explicit PatternCursor(std::string_view source) : source_(source) {}

    void fail(std::size_t at, std::string what, std::string hint = {}) {
        if (!error_) error_ = SourceError{at, std::move(what), std::move(hint)};
    }

    bool ends() const { return error_ || at_ >= source_.size(); }
    bool at(std::string_view symbol) const { return source_.substr(std::min(at_, source_.size()), symbol.size()) == symbol; }
    bool take(std::string_view symbol) {
        if (!at(symbol)) return false;
        at_ += symbol.size();
        return true;
    }
    void blanks() {
        while (!ends() && source_[at_] == ' ') ++at_;
    }

protected:
    std::string_view source_;
    std::size_t at_ = 0;
    std::optional<SourceError> error_;
};

/// Reads what one token is asked: {role:type …}, <class>, "text", a word, a sign. Adds the roles it meets.
class TokenTestParser : public PatternCursor {
public:
    TokenTestParser(std::string_view source, const Lexicon& lexicon, std::vector<Role>& roles, Pattern& pattern)
        : PatternCursor(source), pattern_(pattern), lexicon_(lexicon), roles_(roles) {}

protected:
    TokenTest token_test();

    Pattern& pattern_;

private:
    std::string name();
    void word_class(TokenTest& test);
    std::optional<WordClass> class_with_words(const std::string& of, std::size_t start);
    std::vector<std::string> ids(WordClass of);
    void capture(TokenTest& test);
    std::int16_t bind(const std::string& name, const TokenTest& test, std::size_t place);
    void condition(TokenTest& test);
    std::int16_t earlier();
    void quoted(TokenTest& test, std::size_t start);
    void bare(TokenTest& test);
    void text(TokenTest& test, std::string_view raw, std::size_t start);

    const Lexicon& lexicon_;
    std::vector<Role>& roles_;
    std::vector<std::int16_t> captured_;
};

}  // namespace tieout
