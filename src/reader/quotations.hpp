#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.hpp"

namespace tieout {

/// Follows quotations and parentheses through a block for the splitting of sentences, with bounded look-ahead and in linear time. A
/// pair holds sentences together where the sentence goes on behind it ("“… . …”고 말했다", "(… . …)"); a quotation that ends with a
/// full stop before a space stands for itself, and sentences end in it as anywhere.
class Quotations {
public:
    Quotations(std::string_view text, std::size_t end) : text_(text), end_(end) {}

    /// Tells of a sign at `at`, in ascending order.
    void see(std::size_t at, CodePoint sign);
    /// Whether a sentence cannot end at `at`.
    bool holds(std::size_t at) const { return at < hold_until_; }
    /// Where the straight quotation mark lies that closes the last quotation.
    std::size_t closer() const { return closer_; }

private:
    struct Pair {
        char32_t open, close;
        std::size_t reach;  ///< how far the closing sign may lie, in bytes
    };
    static const std::array<Pair, 9> kPairs;

    std::size_t find(std::size_t pair, std::size_t from);
    bool goes_on_after(std::size_t close, const Pair& pair) const;

    std::string_view text_;
    std::size_t end_;
    std::size_t hold_until_ = 0;
    std::size_t busy_until_ = 0;  ///< signs before it belong to a pair that was seen
    std::size_t closer_ = static_cast<std::size_t>(-1);
    std::array<std::size_t, 9> none_until_{};  ///< a pair's closing sign does not occur before it: no place is searched twice
};

}  // namespace tieout
