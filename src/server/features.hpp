#pragma once

#include "server/draft.hpp"
#include "server/protocol.hpp"

namespace tieout::server {

/// The findings of a draft as the editor marks them, or the one reason why it could not be checked.
Json diagnostics(const Draft& draft, std::optional<Language> language);

/// What is known of the figure at a place: how it is read, what it is in won and dollars on the draft's day, and every check it
/// took part in. Null where there is no figure.
Json hover(const Draft& draft, TextPosition position, const Workspace& workspace);

/// What can be done about the findings in a range: each suggestion, and a comment that silences with a reason.
Json code_actions(const Draft& draft, TextRange range, std::optional<Language> language);

}  // namespace tieout::server
