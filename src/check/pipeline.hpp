#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/house_words.hpp"
#include "model/report.hpp"
#include "reference/facts.hpp"
#include "reference/rates.hpp"

namespace tieout {

class RuleBook;

/// What a run checks by: shared by all of its drafts and threads, and not changed while it runs.
struct Settings {
    std::shared_ptr<const RuleBook> rules;
    const RateTable* rates = nullptr;
    std::shared_ptr<const Facts> facts;        ///< null: none
    std::optional<Language> message_language;  ///< of messages, workings and remarks; absent: each draft's own
    std::vector<std::string> skipped;          ///< ids of rules that are not to report, sorted
    HouseWords house;                          ///< what a newsroom means by words that say it in more ways or could be another's
    bool all_numbers = false;                  ///< also read bare numbers written in words
    bool explain = false;  ///< workings also say what each role would have to be by the others, and relations that lack one are
                           ///< reported as undetermined with what the others imply
};

/// Everything that can be said of a draft.
Report check_document(Document document, const Settings& settings);

/// Its claims alone, with no rule run.
Report claims_of(Document document, const Settings& settings);

}  // namespace tieout
