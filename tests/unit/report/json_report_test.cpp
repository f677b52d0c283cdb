#include "report/json_report.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "sample.hpp"

using namespace tieout;
using Json = nlohmann::json;

namespace {

Json document(const Report& report) {
    std::string out;
    append_document(out, report);
    return Json::parse(out);
}

/// The JSON of a claim whose figure is `figure`.
Json claim(const Figure& figure) {
    sample::Draft draft("d", "figure\n", Language::en);
    Claim claim;
    claim.figure = figure;
    claim.figure.span = draft.span("figure");
    draft.report.claims.push_back(claim);
    return document(draft.report)["claims"][0];
}

Figure figure(Shape shape, Hedge hedge, long long value, long long high = 0) {
    Figure out;
    out.kind = Kind::money;
    out.unit = &sample::won();
    out.magnitude.value = value;
    out.magnitude.high = high;
    out.magnitude.shape = shape;
    out.magnitude.hedge = hedge;
    return out;
}

/// "value low high" with - for null, as a row of the tables below.
std::string values(const Json& claim) {
    std::string out;
    for (const char* key : {"value", "low", "high"}) {
        out += (out.empty() ? "" : " ") + (claim[key].is_null() ? std::string("-") : claim[key].get<std::string>());
    }
    return out;
}

}  // namespace

TEST_CASE("a finding with its claims, checks and places") {
    const Json out = document(sample::conversion(Language::ko));
    CHECK(out["path"] == "기사.md");
    CHECK(out["language"] == "ko");
    CHECK(out["date"] == "2023-04-17");
    CHECK(out["date_source"] == "option");
    REQUIRE(out["claims"].size() == 4);
    CHECK(out["claims"][1]["id"] == "c2");
    CHECK(out["claims"][1]["text"] == "1조3000억원");
    CHECK(out["claims"][1]["unit"] == "KRW");
    CHECK(values(out["claims"][1]) == "1300000000000 1300000000000 1300000000000");
    CHECK(out["claims"][3]["hedge"] == "about");
    CHECK(out["claims"][0]["metric"].is_null());
    CHECK(out["checks"][1] == Json::parse(R"({"rule":"currency-conversion","outcome":"holds","claims":["c3","c4"],
        "working":["50억달러 × 1,311.5원 = 6조5575억원"]})"));
    const Json& finding = out["findings"][0];
    CHECK(finding["severity"] == "error");
    CHECK(finding["claims"] == Json({"c1", "c2"}));
    CHECK(finding["expected"] ==
          Json::parse(R"({"claim":"c2","low":"12900000000000","high":"13400000000000","unit":"KRW","text":"13조원"})"));
    CHECK(finding["cause"] == "magnitude-slip");
    CHECK(finding["factor"] == "10");
    CHECK(finding["suggestions"][0]["replacement"] == "13조원");
    CHECK(finding["fingerprint"] == "0123456789abcdef");
    CHECK(finding["span"] ==
          Json::parse(R"({"byte":[48,62],"utf16":[20,28],"line":1,"column":21,"end_line":1,"end_column":29})"));
}

TEST_CASE("places count code points and UTF-16 units of the source, also on later lines") {
    sample::Draft draft("d", "😀 값은\n😀 12억원이다\n", Language::ko);
    draft.money("12억원", 1'200'000'000, sample::won());
    CHECK(document(draft.report)["claims"][0]["span"] ==
          Json::parse(R"({"byte":[17,25],"utf16":[9,13],"line":2,"column":3,"end_line":2,"end_column":7})"));
}

TEST_CASE("value, low and high say what the words say before any rounding") {
    CHECK(values(claim(figure(Shape::point, Hedge::none, 1000))) == "1000 1000 1000");
    CHECK(values(claim(figure(Shape::point, Hedge::about, 1000))) == "1000 1000 1000");
    CHECK(values(claim(figure(Shape::point, Hedge::at_least, 1000))) == "1000 1000 -");
    CHECK(values(claim(figure(Shape::point, Hedge::less_than, 1000))) == "1000 - 1000");
    CHECK(values(claim(figure(Shape::range, Hedge::none, 1000, 2000))) == "- 1000 2000");
    CHECK(values(claim(figure(Shape::several, Hedge::none, 20, 99))) == "- 20 99");
}

TEST_CASE("dates are periods in ISO 8601") {
    Figure date;
    date.kind = Kind::date;
    date.period = year_period(2028);
    CHECK(values(claim(date)) == "2028 2028-01-01 2028-12-31");
    date.period = quarter_period(2023, 2);
    CHECK(values(claim(date)) == "2023-Q2 2023-04-01 2023-06-30");
    date.period->open_from = true;
    CHECK(claim(date)["low"].is_null());
    date.period.reset();
    date.valid = false;
    CHECK(values(claim(date)) == "- - -");
}

TEST_CASE("batch names documents by the id it was given") {
    for (const char* id : {R"("a\"b")", "17", "null"}) {
        std::string out;
        append_document_with_id(out, sample::conversion(Language::en), id);
        CHECK(Json::parse(out)["id"] == Json::parse(id));
        CHECK(!Json::parse(out).contains("path"));
    }
}

TEST_CASE("a run is one object whatever it holds") {
    for (int drafts = 0; drafts < 3; ++drafts) {
        JsonRenderer renderer;
        Totals totals;
        std::string out;
        for (int i = 0; i < drafts; ++i) {
            const Report report = sample::conversion(Language::en);
            totals.add(report);
            renderer.add(report, out);
        }
        renderer.finish(totals, out);
        const Json run = Json::parse(out);
        CHECK(run["format"] == "tieout/1");
        CHECK(run["tool"]["name"] == "tieout");
        CHECK(run["documents"].size() == static_cast<std::size_t>(drafts));
        CHECK(run["summary"]["findings"]["error"] == drafts);
        CHECK(run["summary"]["verified"] == drafts);
    }
}
