#pragma once

#include <vector>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// Says of every figure what it is said of: metric, subject, scope, period, modality, source and basis, from the words around it and,
/// where its sentence leaves something out, from the sentences before. Claim i belongs to figure i. What is in doubt stays unknown.
/// Linear in the tokens.
std::vector<Claim> understand(const Document& document, const TokenStream& stream, const Lexicon& lexicon);

}  // namespace tieout
