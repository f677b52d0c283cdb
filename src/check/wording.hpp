#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "rulebook/lexicon.hpp"

namespace tieout {

/// Fills a rule's message: every {name} is replaced by what `value` gives for it (an unknown name is left as it stands). A part in
/// [brackets] is left out where a name in it has nothing to give, as for a role that is not bound; brackets do not nest. Korean
/// particles written in both forms - 은(는), 이(가), 을(를), 와(과), (으)로, (이)라고 - take the form that the word before them asks for.
std::string fill_message(std::string_view message, Language language, const std::function<std::optional<std::string>(std::string_view)>& value);

/// The word ends in a consonant when read aloud in Korean: Hangul by its final, digits and signs by their names (1 일, 3 삼, % 퍼센트,
/// ㎡ 제곱미터). `rieul`: that consonant is ㄹ, which takes 로 and not 으로.
bool ends_in_consonant(std::string_view word, bool* rieul);

}  // namespace tieout
