// Included by snapshot.cpp alone, and no header: what is installed does not ask for cereal.
#include <cereal/cereal.hpp>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tieout {

/// Bytes in memory, written and read. Cereal's own archives go through streams, a call for every number.
class SnapshotOutput : public cereal::OutputArchive<SnapshotOutput, cereal::AllowEmptyClassElision> {
public:
    explicit SnapshotOutput(std::string& out) : OutputArchive(this), out_(out) {}
    void put(const void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }

private:
    std::string& out_;
};

class SnapshotInput : public cereal::InputArchive<SnapshotInput, cereal::AllowEmptyClassElision> {
public:
    explicit SnapshotInput(std::string_view in) : InputArchive(this), at_(in.data()), end_(in.data() + in.size()) {}
    void take(void* data, std::size_t size) {
        need(size);
        if (size > 0) std::memcpy(data, at_, size);
        at_ += size;
    }
    std::string_view take(std::size_t size) {
        need(size);
        return {std::exchange(at_, at_ + size), size};
    }

private:
    /// Asked some hundred thousand times a start, so what fails stands apart.
    void need(std::size_t size) const {
        if (size > static_cast<std::size_t>(end_ - at_)) [[unlikely]] fail();
    }
    [[noreturn, gnu::noinline, gnu::cold]] static void fail() { throw cereal::Exception("the snapshot ends too soon"); }

    const char* at_;
    const char* end_;
};

}  // namespace tieout

CEREAL_SETUP_ARCHIVE_TRAITS(tieout::SnapshotInput, tieout::SnapshotOutput)

namespace tieout {

template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_SAVE_FUNCTION_NAME(SnapshotOutput& archive, const T& value) {
    archive.put(&value, sizeof value);
}
template <class T, std::enable_if_t<std::is_arithmetic_v<T>, int> = 0>
void CEREAL_LOAD_FUNCTION_NAME(SnapshotInput& archive, T& value) {
    archive.take(&value, sizeof value);
}
template <class T>
void CEREAL_SAVE_FUNCTION_NAME(SnapshotOutput& archive, const cereal::BinaryData<T>& data) {
    archive.put(data.data, static_cast<std::size_t>(data.size));
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(SnapshotInput& archive, cereal::BinaryData<T>& data) {
    archive.take(data.data, static_cast<std::size_t>(data.size));
}
// Most strings are empty, and cereal would clear the others before it fills them.
inline void CEREAL_SAVE_FUNCTION_NAME(SnapshotOutput& archive, const std::string& text) {
    archive(static_cast<std::uint32_t>(text.size()));
    archive.put(text.data(), text.size());
}
inline void CEREAL_LOAD_FUNCTION_NAME(SnapshotInput& archive, std::string& text) {
    std::uint32_t size = 0;
    archive(size);
    if (size > 0) text = archive.take(size);
}
template <class T>
void CEREAL_SAVE_FUNCTION_NAME(SnapshotOutput& archive, const cereal::SizeTag<T>& tag) {
    archive(static_cast<std::uint32_t>(tag.size));
}
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(SnapshotInput& archive, cereal::SizeTag<T>& tag) {
    std::uint32_t size = 0;
    archive(size);
    tag.size = size;
}
template <class Archive, class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(Archive& archive, cereal::NameValuePair<T>& pair) {
    archive(pair.value);
}

}  // namespace tieout
