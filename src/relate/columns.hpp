#pragma once

#include <vector>

#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// The columns of a draft's tables as sentences of their own, so that patterns can run down them: each row gives the words of
/// its first cell and those of the column's, and borders part the rows.
struct ColumnStream {
    TokenStream stream;
    std::vector<std::uint32_t> origin;  ///< by token: the same token in the draft's own stream
};

/// First cells of more than a few words are cut short, so that columns together stay linear in the draft.
ColumnStream read_columns(const Document& document, const TokenStream& stream);

}  // namespace tieout
