#include "base/files.hpp"

#include <filesystem>
#include <fstream>

#include "catch.hpp"

namespace fs = std::filesystem;

namespace {
/// A directory of the test's own, gone when it ends.
struct Directory {
    fs::path path = fs::path(TIEOUT_BINARY_DIR) / "files_test";
    Directory() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Directory() { fs::remove_all(path); }
    std::string operator/(const std::string& name) const { return (path / name).string(); }
};
}  // namespace

TEST_CASE("A file is read as it was written") {
    const Directory directory;
    const std::string content("가\0나\r\n", 9);
    REQUIRE_FALSE(tieout::write_file(directory / "a.txt", content));
    CHECK(tieout::read_file(directory / "a.txt").value() == content);
    REQUIRE_FALSE(tieout::write_file(directory / "a.txt", ""));
    CHECK(tieout::read_file(directory / "a.txt").value().empty());
    CHECK(std::distance(fs::directory_iterator(directory.path), fs::directory_iterator()) == 1);
}

TEST_CASE("Errors name the file") {
    const Directory directory;
    const auto missing = tieout::read_file(directory / "none.txt");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().to_string().find("none.txt: cannot be read: No such file") != std::string::npos);
    CHECK_FALSE(tieout::read_file(directory.path.string()));
    CHECK(tieout::write_file(directory / "no/such/place.json", "x"));
}

TEST_CASE("Writing through a link keeps the link and the permissions") {
    const Directory directory;
    std::ofstream(directory / "target.json") << "old";
    fs::permissions(directory / "target.json", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("target.json", directory / "link.json");
    REQUIRE_FALSE(tieout::write_file(directory / "link.json", "new"));
    CHECK(fs::is_symlink(directory / "link.json"));
    CHECK(tieout::read_file(directory / "target.json").value() == "new");
    CHECK(fs::status(directory / "target.json").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("Drafts below a directory are listed in order") {
    const Directory directory;
    fs::create_directories(directory / "b/.hidden");
    for (const char* name : {"b/two.MD", "b/.hidden/x.md", "c.txt", "a.html", "notes.pdf", ".draft.txt", "d.markdown"}) std::ofstream(directory / name) << "x";
    const auto drafts = tieout::list_drafts(directory.path.string());
    REQUIRE(drafts);
    CHECK(*drafts == std::vector<std::string>{directory / "a.html", directory / "b/two.MD", directory / "c.txt", directory / "d.markdown"});
    CHECK(*tieout::list_drafts("-") == std::vector<std::string>{"-"});
    CHECK(tieout::extension_of("drafts.d/README") == "");
}
