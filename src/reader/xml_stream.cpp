#include "reader/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <type_traits>

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

std::optional<Error> walk_xml(std::string_view xml, const std::string& name, const std::string& part, XmlHandler& handler) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                                          XML_ParserFree);
    if (!parser) return Error{name, 0, 0, "there is no memory left to read it", ""};
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
        walk(data).handler.text({text, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* data, const char*, const char*, const char*, int) {
        walk(data).refuse("it declares a document type, which no word processor writes");
    });
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (std::size_t at = 0;; at += kPiece) {
        const std::string_view piece = xml.substr(std::min(at, xml.size()), kPiece);
        const bool last = at + kPiece >= xml.size();
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) != XML_STATUS_OK) break;
        if (last) return std::nullopt;
    }
    const std::string why = state.refusal ? state.refusal : XML_ErrorString(XML_GetErrorCode(parser.get()));
    return Error{
        name, 0, 0,
        part + " is no XML that can be read: line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ": " + why,
        "save the draft again with a word processor"};
}

}  // namespace tieout
