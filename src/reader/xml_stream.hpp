#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"

namespace tieout {

/// The attributes of an XML element, by local name.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// Empty where there is none.
    std::string_view get(std::string_view local_name) const;

private:
    const char* const* pairs_;
};

/// Takes the events of an XML text in order. Names come without their prefixes: the formats read here use no local name for two
/// things that would be read differently.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view) {}
    /// A piece of text, and the bytes of the XML that it was written with.
    virtual void text(std::string_view, Span) {}
};

/// What keeps an XML text from being read.
struct XmlFault {
    int line = 0;
    std::string why;
};

/// Walks an XML text; nothing where it went well. Elements may be nested kDeepestXml deep. A document type may name a DTD,
/// which is never fetched; one that declares anything is refused, since entities that it declares can be of any size.
/// `encoding`: what the text is in whatever it says itself; null leaves it to the text.
std::optional<XmlFault> walk_xml(std::string_view xml, XmlHandler& handler, const char* encoding = nullptr);

constexpr int kDeepestXml = 512;

}  // namespace tieout
