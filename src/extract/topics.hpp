#pragma once

#include <string>

#include "extract/sentence_view.hpp"

namespace tieout {

/// What the draft is talking about, carried from sentence to sentence: the entity (a company, a country, a product) that sentences
/// with no subject of their own go on about, and the market last named.
class Topics {
public:
    /// Takes in a sentence; call once for each, in order.
    void read(const SentenceView& sentence);

    const std::string& entity() const { return entity_; }
    /// What the sentence itself names as its subject; empty where it names none.
    const std::string& sentence_entity() const { return sentence_entity_; }
    const std::string& market() const { return market_; }
    bool market_named() const { return market_named_; }
    /// Who the sentence says its figures come from ("according to …", "…에 따르면"); empty where it does not say.
    const std::string& source() const { return source_; }

private:
    void read_market(const SentenceView& sentence);
    std::string korean_subject(const SentenceView& sentence) const;
    std::string korean_owner(const SentenceView& sentence) const;
    std::string english_subject(const SentenceView& sentence) const;
    std::string read_source(const SentenceView& sentence) const;

    std::string entity_;
    std::string sentence_entity_;
    std::string market_;
    bool market_named_ = false;
    std::string source_;
};

}  // namespace tieout
