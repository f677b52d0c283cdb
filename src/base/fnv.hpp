#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tieout {

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): a fingerprint that is the same on every machine and in every
/// version.
class Fnv {
public:
    Fnv& take(std::string_view bytes) {
        for (const char c : bytes) byte(static_cast<std::uint8_t>(c));
        byte(0xFF);  // in no UTF-8 text: keeps "ab", "c" apart from "a", "bc"
        return *this;
    }

    /// 16 hex digits.
    std::string hex() const {
        std::string out;
        for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[value_ >> shift & 15];
        return out;
    }

private:
    void byte(std::uint8_t value) { value_ = (value_ ^ value) * 1099511628211u; }

    std::uint64_t value_ = 14695981039346656037u;
};

}  // namespace tieout
