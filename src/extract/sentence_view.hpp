#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// One sentence's tokens with the questions that claim reading asks of them. Token positions are within the sentence.
class SentenceView {
public:
    SentenceView(const Document& document, const TokenStream& stream, std::uint32_t sentence);

    std::uint32_t index() const { return sentence_; }
    std::uint32_t block() const { return stream_->blocks[sentence_]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
    const Token& operator[](std::uint32_t i) const { return tokens_[i]; }
    auto begin() const { return tokens_.begin(); }
    auto end() const { return tokens_.end(); }
    std::uint32_t first() const { return first_; }
    Language language() const { return document_->language; }
    Day day() const { return document_->date; }  ///< the date line

    std::string_view text(std::uint32_t i) const { return tokens_[i].span.of(document_->text); }
    std::string_view text(Span span) const { return span.of(document_->text); }
    bool is(std::uint32_t i, WordClass word_class) const { return i < size() && (tokens_[i].classes & mask(word_class)) != 0; }
    bool is_sign(std::uint32_t i, char32_t sign) const { return i < size() && tokens_[i].sign == sign; }
    bool is_word(std::uint32_t i, std::string_view word) const { return i < size() && text(i) == word; }
    const Sense* sense(std::uint32_t i, WordClass word_class) const {
        return is(i, word_class) ? tokens_[i].entry->sense(word_class) : nullptr;
    }
    /// The figure a token is; null for other tokens.
    const Figure* figure(std::uint32_t i) const;
    bool is_date(std::uint32_t i) const;
    /// The days of a date; guessed where they are counted from a date line that nobody gave. Nothing for other tokens.
    std::optional<Period> period(std::uint32_t i) const;
    /// A figure that is no date.
    bool is_amount(std::uint32_t i) const;
    /// Nothing stands between tokens i and i + 1.
    bool joined(std::uint32_t i) const { return i + 1 < size() && tokens_[i].span.end == tokens_[i + 1].span.begin; }
    /// A particle whose first form is this ("은", "이", "을", …).
    bool is_particle(std::uint32_t i, std::string_view id) const;

private:
    const Document* document_;
    const TokenStream* stream_;
    std::uint32_t sentence_;
    std::uint32_t first_;
    std::span<const Token> tokens_;
};

}  // namespace tieout
