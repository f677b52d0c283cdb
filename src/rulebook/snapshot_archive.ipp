// Included by snapshot.cpp alone, and no header: what is installed does not ask for cereal.
#include <cereal/cereal.hpp>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

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
    explicit SnapshotInput(std::string_view in) : InputArchive(this), in_(in) {}
    void take(void* data, std::size_t size) {
        const std::string_view bytes = take(size);
        if (size > 0) std::memcpy(data, bytes.data(), size);
    }
    std::string_view take(std::size_t size) {
        if (size > in_.size()) throw cereal::Exception("the snapshot ends too soon");
        const std::string_view bytes = in_.substr(0, size);
        in_.remove_prefix(size);
        return bytes;
    }

private:
    std::string_view in_;
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
