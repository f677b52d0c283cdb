#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "model/claim.hpp"
#include "model/document.hpp"
#include "model/token.hpp"

namespace tieout {

/// What the head row of each table says of its columns, and the first cell of each row of its row.
class TableHeads {
public:
    TableHeads(const Document& document, const TokenStream& stream, const Lexicon& lexicon);

    /// Gives a cell's claim what its heads say of it. False where the claim stands in no table's body.
    bool describe(Claim& claim) const;

    struct HeadUnit {
        Kind kind = Kind::number;
        const Unit* unit = nullptr;
    };

private:
    struct Head {
        std::optional<HeadUnit> unit;  ///< of the bare numbers below it
        Per per = Per::none;
        ClassMask classes = 0;
        std::string metric;
        std::optional<Period> period;
        std::string text;
    };
    static std::uint64_t key(std::int32_t table, std::int32_t row, std::int32_t column);

    const Document& document_;
    std::unordered_map<std::uint64_t, Head> cells_;  ///< cells of row 0 and of column 0
};

}  // namespace tieout
