#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

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
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

/// Walks an XML text that has no document type, as those of zipped formats have none; nothing where it went well. Elements may
/// be nested kDeepestXml deep. `name` is the draft's, `part` what the text is of it.
std::optional<Error> walk_xml(std::string_view xml, const std::string& name, const std::string& part, XmlHandler& handler);

constexpr int kDeepestXml = 512;

}  // namespace tieout
