#include "extract/sentence_view.hpp"

namespace tieout {

SentenceView::SentenceView(const Document& document, const TokenStream& stream, std::uint32_t sentence)
    : document_(&document),
      stream_(&stream),
      sentence_(sentence),
      first_(stream.first[sentence]),
      tokens_(stream.tokens.data() + first_, stream.first[sentence + 1] - first_) {}

const Figure* SentenceView::figure(std::uint32_t i) const {
    if (i >= size() || tokens_[i].kind != TokenKind::figure) return nullptr;
    return &stream_->figures[tokens_[i].claim];
}

bool SentenceView::is_date(std::uint32_t i) const {
    const Figure* found = figure(i);
    return found && found->kind == Kind::date;
}

std::optional<Period> SentenceView::period(std::uint32_t i) const {
    const Figure* found = figure(i);
    if (!found || found->kind != Kind::date) return std::nullopt;
    std::optional<Period> days = found->period;
    if (days) days->guessed = !found->explicit_year && document_->date_source == DateSource::today;
    return days;
}

bool SentenceView::is_amount(std::uint32_t i) const {
    const Figure* found = figure(i);
    return found && found->kind != Kind::date && found->kind != Kind::duration && found->kind != Kind::ordinal;
}

bool SentenceView::is_particle(std::uint32_t i, std::string_view id) const {
    const Sense* found = sense(i, WordClass::particle);
    return found && (found->id == id || text(i) == id);
}

}  // namespace tieout
