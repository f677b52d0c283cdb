#include "reader/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <type_traits>

#include "reader/entities.hpp"

namespace tieout {

namespace {
std::string_view local(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

/// What expat's callbacks share.
struct Walk {
    XML_Parser parser;
    XmlHandler& handler;
    int depth = 0;
    const char* refusal = nullptr;

    /// The bytes that what is told now was written with.
    Span written() const {
        const auto begin = static_cast<std::uint32_t>(XML_GetCurrentByteIndex(parser));
        return {begin, begin + static_cast<std::uint32_t>(XML_GetCurrentByteCount(parser))};
    }
    void refuse(const char* why) {
        refusal = why;
        XML_StopParser(parser, XML_FALSE);
    }
};
Walk& walk(void* data) {
    return *static_cast<Walk*>(data);
}
}  // namespace

std::string_view XmlAttributes::get(std::string_view local_name) const {
    for (const char* const* pair = pairs_; *pair; pair += 2) {
        if (local(*pair) == local_name) return pair[1];
    }
    return {};
}

std::optional<XmlFault> walk_xml(std::string_view xml, XmlHandler& handler, const char* encoding) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(XML_ParserCreate(encoding),
                                                                                          XML_ParserFree);
    if (!parser) return XmlFault{0, "there is no memory left to read it"};
    Walk state{parser.get(), handler};
    XML_SetUserData(parser.get(), &state);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const char* element, const char** attributes) {
            if (++walk(data).depth > kDeepestXml) return walk(data).refuse("its elements are nested too deeply");
            walk(data).handler.start(local(element), XmlAttributes(attributes));
        },
        [](void* data, const char* element) {
            --walk(data).depth;
            walk(data).handler.end(local(element));
        });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const char* text, int size) {
        walk(data).handler.text({text, static_cast<std::size_t>(size)}, walk(data).written());
    });
    // Entities that a DTD declares are told here, as it is not fetched; those that have a name in HTML mean what they mean
    // there.
    XML_SetSkippedEntityHandler(parser.get(), [](void* data, const char* entity, int is_parameter) {
        if (!is_parameter) walk(data).handler.text(entity_meaning("&" + std::string(entity) + ";"), walk(data).written());
    });
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* data, const char*, const char*, const char*, int declares) {
        if (declares) walk(data).refuse("its document type declares entities or elements of its own");
    });
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (std::size_t at = 0;; at += kPiece) {
        const std::string_view piece = xml.substr(std::min(at, xml.size()), kPiece);
        const bool last = at + kPiece >= xml.size();
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) != XML_STATUS_OK) break;
        if (last) return std::nullopt;
    }
    return XmlFault{static_cast<int>(XML_GetCurrentLineNumber(parser.get())),
                    state.refusal ? state.refusal : XML_ErrorString(XML_GetErrorCode(parser.get()))};
}

}  // namespace tieout
