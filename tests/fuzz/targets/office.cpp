// DOCX, ODT and HWPX. Few mutations of an archive would get past its checksums, so an input is the archive's parts, each behind
// a line "=== NAME", and is zipped here; one that begins as an archive does is taken as it is.
#include <boost/crc.hpp>

#include "invariants.hpp"
#include "registry.hpp"

namespace tieout::fuzz {
namespace {

/// A ZIP archive whose parts are stored, not packed.
class Zip {
public:
    void add(std::string_view name, std::string_view content) {
        boost::crc_32_type crc;
        crc.process_bytes(content.data(), content.size());
        const auto offset = static_cast<std::uint32_t>(bytes_.size());
        std::string common;
        number(common, 20, 2);       // version needed
        number(common, 1 << 11, 2);  // names are UTF-8
        number(common, 0, 2);        // stored
        number(common, 0x21, 4);     // time and date
        number(common, crc.checksum(), 4);
        number(common, static_cast<std::uint32_t>(content.size()), 4);
        number(common, static_cast<std::uint32_t>(content.size()), 4);
        number(common, static_cast<std::uint32_t>(name.size()), 2);
        number(common, 0, 2);  // extra
        bytes_ += "PK\3\4" + common;
        bytes_ += name;
        bytes_ += content;
        directory_ += "PK\1\2";
        number(directory_, 20, 2);
        directory_ += common;
        number(directory_, 0, 10);  // comment, disk, attributes
        number(directory_, offset, 4);
        directory_ += name;
        ++parts_;
    }
    std::string finish() {
        const auto offset = static_cast<std::uint32_t>(bytes_.size());
        bytes_ += directory_;
        bytes_ += "PK\5\6";
        number(bytes_, 0, 4);  // disks
        number(bytes_, parts_, 2);
        number(bytes_, parts_, 2);
        number(bytes_, static_cast<std::uint32_t>(directory_.size()), 4);
        number(bytes_, offset, 4);
        number(bytes_, 0, 2);  // comment
        return std::move(bytes_);
    }

private:
    static void number(std::string& out, std::uint64_t value, int bytes) {
        for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
    }

    std::string bytes_;
    std::string directory_;
    std::uint32_t parts_ = 0;
};

std::string zipped(std::string_view input) {
    constexpr std::string_view kMark = "=== ";
    Zip zip;
    while (input.substr(0, kMark.size()) == kMark) {
        input.remove_prefix(kMark.size());
        const std::size_t line = std::min(input.find('\n'), input.size());
        const std::string_view name = input.substr(0, std::min<std::size_t>(line, 100));
        input.remove_prefix(std::min(line + 1, input.size()));
        const std::size_t next = input.find("\n=== ");
        zip.add(name, input.substr(0, next));
        input.remove_prefix(next == std::string_view::npos ? input.size() : next + 1);
    }
    return zip.finish();
}

const Registered kOffice("office", [](std::string_view input) {
    const bool archive = input.substr(0, 2) == "PK";
    read_soundly(archive ? std::string(input) : zipped(input), read_options("draft.docx"));
});

}  // namespace
}  // namespace tieout::fuzz
