#include <string>

#include "catch.hpp"
#include "report/messages.hpp"
#include "report/renderer.hpp"
#include "sample.hpp"

using namespace tieout;

namespace {

std::string rendered(std::string_view format, const Report& report, const RenderOptions& options = {}) {
    const auto renderer = make_renderer(format, options);
    std::string out;
    Totals totals;
    totals.add(report);
    renderer->add(report, out);
    renderer->finish(totals, out);
    return out;
}

}  // namespace

TEST_CASE("the report in Korean") {
    CHECK(rendered("text", sample::conversion(Language::ko)) ==
          R"(기사.md:1:21: 오류 [currency-conversion]
  100억달러는 13조원쯤인데 1조3000억원이라고 적혀 있습니다

  1 | 가나전자는 다라연구소에 100억달러(1조3000억원)를 넣기로 했다.
    |                         ^^^^^^^^^ ^^^^^^^^^^^

  계산: 100억달러 × 1,311.5원 = 13조1150억원
  원인: 자릿수가 어긋난 것으로 보입니다 (맞는 값은 적힌 값의 10배)
  제안: 1조3000억원 → 13조원
  규칙: currency-conversion · docs/rules/currency-conversion.md

확인됨
  2: 50억달러 × 1,311.5원 = 6조5575억원 [currency-conversion]

기준일: 2023-04-17 (--date로 지정)
알림: 환율표가 끝난 뒤의 날짜입니다
수치 4개, 검사 2건: 확인 1건, 지적 1건 (오류 1)
)");
}

TEST_CASE("the report in English") {
    CHECK(rendered("text", sample::conversion(Language::en)) ==
          R"(story.md:1:28: error [currency-conversion]
  $10 billion is about 13 trillion won, not 1.3 trillion won

  1 | Acme will put $10 billion (1.3 trillion won) into the lab.
    |               ^^^^^^^^^^^  ^^^^^^^^^^^^^^^^

  Working: $10 billion × 1,311.5 = 13.115 trillion won
  Cause: a power of ten seems to be off (the right value is 10 times what is
         written)
  Suggestion: 1.3 trillion won → 13 trillion won
  Rule: currency-conversion · docs/rules/currency-conversion.md

Verified
  2: $5 billion × 1,311.5 = 6.5575 trillion won [currency-conversion]

Date line: 2023-04-17 (given by --date)
Remark: The date lies past the rate table's end
4 figures, 2 checks: 1 verified, 1 finding (1 error)
)");
}

TEST_CASE("a narrow terminal wraps the sentence with its carets") {
    RenderOptions options;
    options.width = 44;
    options.quiet = true;
    CHECK(rendered("text", sample::conversion(Language::en), options) ==
          R"(story.md:1:28: error [currency-conversion]
  $10 billion is about 13 trillion won, not
  1.3 trillion won

  1 | Acme will put $10 billion (1.3
    |               ^^^^^^^^^^^  ^^^
    | trillion won) into the lab.
    | ^^^^^^^^^^^^

  Working: $10 billion × 1,311.5 = 13.115
           trillion won
  Cause: a power of ten seems to be off (the
         right value is 10 times what is
         written)
  Suggestion: 1.3 trillion won → 13 trillion
              won
  Rule: currency-conversion ·
        docs/rules/currency-conversion.md

)");
}

TEST_CASE("what was verified is shown in full on request, and our own words in the language asked for") {
    RenderOptions options;
    options.show_verified = true;
    options.language = Language::en;
    const std::string out = rendered("text", sample::conversion(Language::ko), options);
    CHECK(out.find(R"(기사.md:2:10: Verified [currency-conversion]
  2 | 앞서 마바은행도 50억달러(약 6조6000억원)를 댔다.
    |                 ^^^^^^^^ ^^^^^^^^^^^^^^
  Working: 50억달러 × 1,311.5원 = 6조5575억원
)") != std::string::npos);
}

TEST_CASE("a line a finding") {
    CHECK(rendered("concise", sample::conversion(Language::en)) ==
          "story.md:1:28: error: $10 billion is about 13 trillion won, not 1.3 trillion won [currency-conversion]\n");
}

TEST_CASE("colour is there only when asked for") {
    RenderOptions options;
    CHECK(rendered("text", sample::conversion(Language::ko), options).find('\x1b') == std::string::npos);
    options.color = true;
    CHECK(rendered("text", sample::conversion(Language::ko), options).find("\x1b[1;31m오류\x1b[0m") != std::string::npos);
}

TEST_CASE("a report without drafts closes in one line") {
    RenderOptions options;
    std::string out;
    make_renderer("text", options)->finish({}, out);
    CHECK(out == "0 drafts, 0 figures, 0 checks: 0 verified, 0 findings\n");
}

TEST_CASE("every cause of the catalogue has its words") {
    for (const char* cause : {"magnitude-slip", "swapped-values", "swapped-periods", "wrong-currency", "inverse-rate",
                              "percent-vs-point", "wrong-base", "multiple-vs-increase", "digit-transposition",
                              "wrong-direction", "stale-rate", "off-by-one-year", "double-counting"}) {
        CHECK(cause_in_words(Language::ko, cause, "") != cause);
        CHECK(cause_in_words(Language::en, cause, "") != cause);
    }
    CHECK(cause_in_words(Language::en, "", "").empty());
    CHECK(cause_in_words(Language::en, "of-a-newsroom", "") == "of-a-newsroom");
}

TEST_CASE("there is a renderer for each format named, and none else") {
    for (const std::string_view name : format_names()) CHECK(make_renderer(name, {}) != nullptr);
    CHECK(make_renderer("yaml", {}) == nullptr);
}
