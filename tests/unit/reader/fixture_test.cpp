// Reads every draft of fixtures/readers and compares the dump with NAME.expected beside it.
#include <filesystem>

#include "base/files.hpp"
#include "catch.hpp"
#include "dump.hpp"
#include "reader/reader.hpp"

using namespace tieout;

TEST_CASE("Drafts are read as expected") {
    const std::string directory = TIEOUT_SOURCE_DIR "/fixtures/readers";
    const auto drafts = list_drafts(directory);
    REQUIRE(drafts);
    REQUIRE_FALSE(drafts->empty());
    for (const std::string& path : *drafts) {
        CAPTURE(path);
        ReadOptions options;
        options.name = std::filesystem::path(path).filename().string();
        options.today = date::sys_days(date::year{2026} / 1 / 2);
        const auto source = read_file(path);
        REQUIRE(source);
        const auto document = read_document(*source, options);
        REQUIRE(document);
        CHECK(untraceable(*document) == "");
        const auto expected = read_file(path + ".expected");
        const std::string got = dump(*document);
        if (!expected || *expected != got) write_file(TIEOUT_BINARY_DIR "/" + options.name + ".got", got);
        REQUIRE(expected);
        CHECK(got == *expected);
    }
}
