#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/operands.hpp"
#include "model/document.hpp"
#include "reference/rates.hpp"

namespace tieout {

/// The exchange rates that count for one draft, in the order they bind: a rate that the draft states ("달러당 1300원"), else the
/// reference table at the date line, joined with the range of the period that an amount of the past belongs to.
class DraftRates : public RateSource {
public:
    DraftRates(const Document& document, const std::vector<Claim>& claims, const RateTable& table);

    std::optional<RateQuote> rate(const Claim& from, const Claim& to, bool ever) const override;

    /// A rate that the draft's own sound conversions show; suggestions follow it rather than the table.
    void learn(const std::string& from, const std::string& to, const Interval& rate);
    void prefer_learnt(bool prefer) { prefer_learnt_ = prefer; }

    /// A rate was used that lies past the table's end.
    bool past_end() const { return past_end_; }

private:
    using Pair = std::pair<std::string, std::string>;

    std::optional<RateQuote> stated(const std::string& from, const std::string& to) const;

    /// The table's answer for the draft's date line. Undated drafts ask for decades, so an answer is kept.
    const std::optional<RateTable::Quote>& of_date_line(const std::string& from, const std::string& to) const;

    const RateTable& table_;
    Day date_;
    bool date_known_;
    std::map<Pair, RateQuote> stated_;
    std::map<Pair, RateQuote> learnt_;
    bool prefer_learnt_ = false;
    mutable std::map<Pair, std::optional<RateTable::Quote>> of_date_line_;
    mutable bool past_end_ = false;
};

}  // namespace tieout
