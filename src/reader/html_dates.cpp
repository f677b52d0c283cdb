#include "reader/html_dates.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.hpp"
#include "reader/date_line.hpp"
#include "reader/html_tree.hpp"

namespace tieout {

namespace {
/// What editing systems call the day of publication in `property`, `name` or `itemprop` of a `<meta>`, in lower case.
constexpr std::array<std::string_view, 12> kMetaNames = {"article:published_time",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "date",
                                                         "pubdate",
                                                         "publishdate",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dc.date",
                                                         "dcterms.created",
                                                         "parsely-pub-date",
                                                         "sailthru.date"};

/// Takes one value out of the parser's events, so that no tree is built and nesting costs nothing.
class PublishedHandler : public nlohmann::json_sax<nlohmann::json> {
public:
    std::optional<Day> day;

    bool null() override { return pass(); }
    bool boolean(bool) override { return pass(); }
    bool number_integer(number_integer_t) override { return pass(); }
    bool number_unsigned(number_unsigned_t) override { return pass(); }
    bool number_float(number_float_t, const string_t&) override { return pass(); }
    bool binary(binary_t&) override { return pass(); }
    bool string(string_t& text) override {
        if (wanted_) day = read_leading_day(text);
        wanted_ = false;
        return !day;
    }
    bool start_object(std::size_t) override { return pass(); }
    bool start_array(std::size_t) override { return pass(); }
    bool end_object() override { return pass(); }
    bool end_array() override { return pass(); }
    bool key(string_t& name) override {
        wanted_ = name == "datePublished";
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    bool pass() {
        wanted_ = false;
        return true;
    }
    bool wanted_ = false;
};
}  // namespace

std::optional<Day> date_published(std::string_view json) {
    PublishedHandler handler;
    nlohmann::json::sax_parse(json.begin(), json.end(), &handler);
    return handler.day;
}

void HtmlDates::see(const GumboNode& element) {
    switch (element.v.element.tag) {
        case GUMBO_TAG_SCRIPT: {
            const GumboVector& children = children_of(element);
            if (json_ld_ || children.length == 0 || ascii_lower(attribute_of(element, "type")) != "application/ld+json") return;
            json_ld_ = date_published(static_cast<const GumboNode*>(children.data[0])->v.text.text);
            return;
        }
        case GUMBO_TAG_META:
            for (const char* attribute : {"property", "name", "itemprop"}) {
                const std::string name = ascii_lower(attribute_of(element, attribute));
                const bool known = std::find(kMetaNames.begin(), kMetaNames.end(), name) != kMetaNames.end();
                if (known && !meta_) meta_ = read_leading_day(attribute_of(element, "content"));
            }
            return;
        case GUMBO_TAG_TIME:
            if (!time_) time_ = read_leading_day(attribute_of(element, "datetime"));
            return;
        default:
            return;
    }
}

std::optional<Day> HtmlDates::published() const {
    return json_ld_ ? json_ld_ : meta_ ? meta_ : time_;
}

}  // namespace tieout
