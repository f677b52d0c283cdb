#include "report/json_report.hpp"

#include <algorithm>
#include <charconv>

#include "number/calendar.hpp"
#include "number/magnitude.hpp"
#include "report/json_writer.hpp"
#include "report/places.hpp"

namespace tieout {
namespace {

std::string_view to_string(DateSource source) {
    switch (source) {
        case DateSource::option:
            return "option";
        case DateSource::metadata:
            return "metadata";
        case DateSource::date_line:
            return "date_line";
        case DateSource::today:
            return "today";
    }
    return "";
}

/// Writes the members of one report. Claims are named c1, c2, … in order of place.
class DocumentWriter {
public:
    DocumentWriter(std::string& out, const Report& report) : json_(out), report_(report), places_(report.document) {}

    /// `id`: as JSON; absent for a document that is named by its path.
    void write(std::optional<std::string_view> id) {
        const Document& document = report_.document;
        json_.open_object();
        id ? json_.key("id").raw(*id) : json_.key("path").string(document.name);
        if (document.enclosure)
            json_.key("line").number(document.enclosure->line_number).key("id").raw(document.enclosure->id);
        json_.key("language").string(document.language == Language::ko ? "ko" : "en");
        json_.key("date").string(tieout::to_string(document.date));
        json_.key("date_source").string(to_string(document.date_source));
        json_.key("claims").open_array();
        for (std::size_t i = 0; i < report_.claims.size(); ++i) claim(i);
        json_.close_array().key("checks").open_array();
        for (const Check& each : report_.checks) check(each);
        json_.close_array().key("findings").open_array();
        for (const Finding& each : report_.findings) finding(each);
        json_.close_array();
        if (!report_.remarks.empty()) strings("remarks", report_.remarks);
        json_.close_object();
    }

private:
    void span(Span text) {
        const Place place = places_.of(text);
        json_.key("span").open_object();
        json_.key("byte").open_array().number(place.bytes.begin).number(place.bytes.end).close_array();
        json_.key("utf16").open_array().number(place.begin.utf16).number(place.end.utf16).close_array();
        json_.key("line").number(place.begin.line).key("column").number(place.begin.column);
        json_.key("end_line").number(place.end.line).key("end_column").number(place.end.column);
        json_.close_object();
    }

    void claim_id(std::size_t index) {
        char id[24] = {'"', 'c'};
        char* end = std::to_chars(id + 2, id + sizeof id - 1, index + 1).ptr;
        *end++ = '"';
        json_.raw({id, static_cast<std::size_t>(end - id)});
    }

    void claim_ids(const std::vector<std::uint32_t>& claims) {
        json_.key("claims").open_array();
        for (const std::uint32_t index : claims) claim_id(index);
        json_.close_array();
    }

    template <std::size_t N>
    void strings(const char (&key)[N], const std::vector<std::string>& texts) {
        json_.key(key).open_array();
        for (const std::string& text : texts) json_.string(text);
        json_.close_array();
    }

    template <std::size_t N>
    void bound(const char (&key)[N], const Bound& bound) {
        json_.key(key);
        bound.infinite() ? json_.null() : json_.string(bound.value->to_decimal());
    }

    template <std::size_t N>
    void day(const char (&key)[N], Day day, bool open) {
        json_.key(key);
        open ? json_.null() : json_.string(tieout::to_string(day));
    }

    void values(const Figure& figure) {
        if (figure.kind == Kind::date) {
            const std::optional<Period>& period = figure.period;
            json_.key("value");
            period ? json_.string(tieout::to_string(*period)) : json_.null();
            day("low", period ? period->from : Day{}, !period || period->open_from);
            day("high", period ? period->to : Day{}, !period || period->open_to);
            return;
        }
        const Magnitude& magnitude = figure.magnitude;
        const bool one_value = figure.valid && magnitude.shape != Shape::range && magnitude.shape != Shape::several;
        const std::string value = one_value ? magnitude.value.to_decimal() : std::string();
        json_.key("value").string_or_null(value);
        const Interval said = figure.valid ? stated(magnitude) : Interval();
        // Most figures are single values, whose three members are one text.
        const auto end = [&](const Bound& bound) {
            if (bound.infinite()) {
                json_.null();
            } else if (one_value && *bound.value == magnitude.value) {
                json_.string(value);
            } else {
                json_.string(bound.value->to_decimal());
            }
        };
        json_.key("low");
        end(said.low());
        json_.key("high");
        end(said.high());
    }

    void claim(std::size_t index) {
        const Claim& claim = report_.claims[index];
        const Figure& figure = claim.figure;
        json_.open_object().key("id");
        claim_id(index);
        span(figure.span);
        json_.key("text").string(figure.span.of(report_.document.text));
        json_.key("kind").string(tieout::to_string(figure.kind));
        values(figure);
        json_.key("unit").string_or_null(unit_code(figure));
        json_.key("hedge").string_or_null(tieout::to_string(figure.magnitude.hedge));
        json_.key("per").string_or_null(figure.per == Per::item ? std::string_view(figure.per_noun)
                                                                : tieout::to_string(figure.per));
        json_.key("metric").string_or_null(claim.metric);
        json_.key("subject").string_or_null(claim.subject);
        json_.key("period");
        if (claim.period) {
            json_.open_object();
            day("from", claim.period->from, claim.period->open_from);
            day("to", claim.period->to, claim.period->open_to);
            json_.close_object();
        } else {
            json_.null();
        }
        json_.key("modality").string(tieout::to_string(claim.modality));
        json_.key("source").string_or_null(claim.source);
        json_.close_object();
    }

    void check(const Check& check) {
        json_.open_object().key("rule").string(check.rule);
        json_.key("outcome").string(tieout::to_string(check.outcome));
        claim_ids(check.claims);
        strings("working", check.working);
        json_.close_object();
    }

    void expected(const Expected& expected) {
        json_.open_object().key("claim");
        claim_id(expected.claim);
        bound("low", expected.range.low());
        bound("high", expected.range.high());
        json_.key("unit").string_or_null(
            expected.claim < report_.claims.size() ? unit_code(report_.claims[expected.claim].figure) : std::string_view());
        json_.key("text").string(expected.text).close_object();
    }

    void finding(const Finding& finding) {
        json_.open_object().key("rule").string(finding.rule);
        json_.key("severity").string(tieout::to_string(finding.severity));
        span(finding.span);
        claim_ids(finding.claims);
        json_.key("message").string(finding.message);
        strings("working", finding.working);
        json_.key("expected");
        finding.expected ? expected(*finding.expected) : void(json_.null());
        json_.key("cause").string_or_null(finding.cause);
        json_.key("factor").string_or_null(finding.factor);
        json_.key("suggestions").open_array();
        for (const Suggestion& suggestion : finding.suggestions) {
            json_.open_object();
            span(suggestion.span);
            json_.key("replacement").string(suggestion.replacement).key("why").string(suggestion.why).close_object();
        }
        json_.close_array();
        json_.key("help").string(finding.help).key("fingerprint").string(finding.fingerprint).close_object();
    }

    JsonWriter json_;
    const Report& report_;
    const Places places_;
};

/// Claims are most of the output, and one takes about this much.
void make_room(std::string& out, const Report& report) {
    constexpr std::size_t kClaim = 500;
    const std::size_t needed =
        out.size() + (report.claims.size() + report.checks.size() + 4 * report.findings.size() + 1) * kClaim;
    if (needed > out.capacity()) out.reserve(std::max(needed, 2 * out.capacity()));
}

}  // namespace

void append_document(std::string& out, const Report& report) {
    make_room(out, report);
    DocumentWriter(out, report).write(std::nullopt);
}

void append_document_with_id(std::string& out, const Report& report, std::string_view id) {
    make_room(out, report);
    DocumentWriter(out, report).write(id);
}

void JsonRenderer::add(const Report& report, std::string& out) {
    out += begun_ ? ",\n" : R"({"format":"tieout/1","tool":{"name":"tieout","version":")" TIEOUT_VERSION R"("},"documents":[)";
    begun_ = true;
    append_document(out, report);
}

void JsonRenderer::finish(const Totals& totals, std::string& out) {
    if (!begun_) out += R"({"format":"tieout/1","tool":{"name":"tieout","version":")" TIEOUT_VERSION R"("},"documents":[)";
    out += R"(],"summary":)";
    JsonWriter json(out);
    json.open_object().key("documents").number(totals.documents).key("claims").number(totals.claims);
    json.key("checks").number(totals.checks).key("verified").number(totals.verified);
    json.key("findings").open_object().key("error").number(totals.errors).key("warning").number(totals.warnings);
    json.key("note").number(totals.notes).close_object().close_object();
    out += "}\n";
}

void JsonLinesRenderer::add(const Report& report, std::string& out) {
    append_document(out, report);
    out += '\n';
}

}  // namespace tieout
