#include "base/files.hpp"

#include <pthread.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <limits>
#include <memory>
#include <system_error>

namespace tieout {

namespace {
namespace fs = std::filesystem;

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error failure(const std::string& path, const char* what, int code, std::string hint = {}) {
    return {path, 0, 0, std::string(what) + ": " + std::generic_category().message(code), std::move(hint)};
}

Result<std::string> read_all(std::FILE* file, const std::string& name, std::size_t expected) {
    constexpr std::size_t kStep = std::size_t{1} << 16;
    std::string content;
    content.reserve(expected + 1);
    while (true) {
        const std::size_t filled = content.size();
        const std::size_t room = std::max(content.capacity() - filled, kStep);
        content.resize(filled + room);
        const std::size_t got = std::fread(content.data() + filled, 1, room, file);
        content.resize(filled + got);
        if (content.size() > std::numeric_limits<std::uint32_t>::max()) {
            return Error{name, 0, 0, "the input is larger than 4 GiB", "split it into smaller files"};
        }
        if (got < room) break;
    }
    if (std::ferror(file)) return failure(name, "cannot be read", errno);
    return content;
}

bool is_draft(std::string_view extension) {
    constexpr std::array<std::string_view, 10> kDrafts = {"txt",   "md",   "markdown", "html", "htm",
                                                          "xhtml", "docx", "odt",      "hwpx", "nitf"};
    return std::find(kDrafts.begin(), kDrafts.end(), extension) != kDrafts.end();
}

/// Keeps what would end the process waiting while a file is between its two names, so that none is left with the first.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_;
};

bool write_all(std::FILE* file, std::string_view content) {
    return std::fwrite(content.data(), 1, content.size(), file) == content.size() && std::fflush(file) == 0;
}
}  // namespace

Result<std::string> read_file(const std::string& path) {
    if (path == "-") return read_all(stdin, "<stdin>", 0);
    std::error_code error;
    if (fs::is_directory(path, error)) return Error{path, 0, 0, "is a directory", "name the files in it"};
    errno = 0;
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return failure(path, "cannot be read", errno);
    const std::uintmax_t size = fs::file_size(path, error);
    return read_all(file.get(), path,
                    error || size > std::numeric_limits<std::uint32_t>::max() ? 0 : static_cast<std::size_t>(size));
}

std::optional<Error> write_file(const std::string& path, std::string_view content) {
    std::error_code error;
    const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path(path);
    if (target.empty()) return failure(path, "cannot be written", error ? error.value() : ENOENT);
    const fs::file_status status = fs::status(target, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        errno = 0;
        const File file(std::fopen(path.c_str(), "wb"));
        if (!file || !write_all(file.get(), content)) return failure(path, "cannot be written", errno);
        return std::nullopt;
    }
    const SignalsHeld held;
    // "x" refuses an existing file, so that two writers never share one; the number only has to find a free name.
    File file;
    fs::path beside;
    for (int number = 0; number < 100 && !file; ++number) {
        beside = target;
        beside += "." + std::to_string(number) + ".tmp";
        errno = 0;
        file.reset(std::fopen(beside.c_str(), "wbx"));
        if (!file && errno != EEXIST) break;
    }
    if (!file) return failure(path, "cannot be written", errno, "the directory must exist and allow new files");
    errno = 0;
    const bool written = write_all(file.get(), content);
    const int code = errno;
    file.reset();
    if (!written) {
        fs::remove(beside, error);
        return failure(path, "cannot be written", code);
    }
    if (fs::exists(status)) fs::permissions(beside, status.permissions(), error);
    fs::rename(beside, target, error);
    if (error) {
        const int rename_code = error.value();
        fs::remove(beside, error);
        return failure(path, "cannot be written", rename_code);
    }
    return std::nullopt;
}

Result<std::vector<std::string>> list_drafts(const std::string& path) {
    std::vector<std::string> drafts;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        drafts.push_back(path);
        return drafts;
    }
    fs::recursive_directory_iterator entry(path, error), end;
    for (; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code no_matter;
        if (name.front() == '.') {
            if (entry->is_directory(no_matter)) entry.disable_recursion_pending();
            continue;
        }
        if (is_draft(extension_of(name)) && entry->is_regular_file(no_matter)) drafts.push_back(entry->path().string());
    }
    if (error) return failure(path, "cannot be listed", error.value());
    std::sort(drafts.begin(), drafts.end());
    return drafts;
}

std::string extension_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    std::string extension(name.substr(dot + 1));
    for (char& c : extension) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return extension;
}

}  // namespace tieout
