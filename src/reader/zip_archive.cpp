#include "reader/zip_archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>

namespace tieout {

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string name) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
        const std::string what = zip_error_strerror(&error);
        if (source) zip_source_free(source);
        zip_error_fini(&error);
        return Error{std::move(name), 0, 0, "is a damaged or cut off ZIP archive: " + what, "save or download the draft again"};
    }
    return ZipArchive(archive, std::move(name));
}

bool ZipArchive::has(const char* entry) const {
    return zip_name_locate(archive_.get(), entry, 0) >= 0;
}

Result<std::string> ZipArchive::read(const char* entry) {
    const std::string which = std::string("its part ") + entry;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive_.get(), entry, 0, &stat) != 0)
        return Error{name_, 0, 0, which + " is missing", "save the draft again"};
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return Error{name_, 0, 0, "is protected with a password", "save it without one"};
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive_.get(), stat.index, 0), zip_fclose);
    if (!file) return Error{name_, 0, 0, which + " cannot be read: " + zip_strerror(archive_.get()), "save the draft again"};
    // The sizes that an archive states may be lies: what counts is what comes out.
    const std::size_t largest = std::min(left_, std::max<std::size_t>(kSmall, stat.comp_size * kRatio));
    std::string content;
    std::array<char, 1 << 15> buffer;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0) return Error{name_, 0, 0, which + " is damaged", "save or download the draft again"};
        if (got == 0) break;
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > largest) {
            return Error{name_, 0, 0, which + " unpacks to far more than a draft holds",
                         "save the text alone, without pictures and styles, as a new document"};
        }
    }
    left_ -= content.size();
    return content;
}

}  // namespace tieout
