#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace tieout {

/// A ZIP archive in memory. What is inflated is bounded: kLargest bytes of all that is read together, and kRatio times what an
/// entry takes in the archive once that is more than a small file. Beyond, and for what is encrypted or damaged, reading fails.
class ZipArchive {
public:
    static constexpr std::size_t kLargest = std::size_t{64} << 20;
    static constexpr std::size_t kRatio = 200, kSmall = std::size_t{1} << 20;

    /// The bytes must outlive the archive. `name` is the draft's, for errors.
    static Result<ZipArchive> open(std::string_view bytes, std::string name);

    bool has(const char* entry) const;
    /// The entry's content; fails where there is none of that name.
    Result<std::string> read(const char* entry);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    ZipArchive(zip* archive, std::string name) : archive_(archive), name_(std::move(name)) {}

    std::unique_ptr<zip, Close> archive_;
    std::string name_;
    std::size_t left_ = kLargest;
};

}  // namespace tieout
