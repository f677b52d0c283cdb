#pragma once

#include <cstdint>

#include "model/token.hpp"

namespace tieout {

/// Calls `each` with every figure of a draft: the tokens of its sentence, [first, end), its own token, and the figure.
template <class Each>
void for_each_figure(TokenStream& stream, Each each) {
    for (std::uint32_t i = 0; i < stream.sentence_count(); ++i) {
        const std::uint32_t first = stream.first[i];
        const std::uint32_t end = stream.first[i + 1];
        for (std::uint32_t t = first; t < end; ++t) {
            const Token& token = stream.tokens[t];
            if (token.kind == TokenKind::figure) each(first, end, t, stream.figures[token.claim]);
        }
    }
}

}  // namespace tieout
