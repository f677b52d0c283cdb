#include "reader/reader.hpp"

#include <random>

#include "catch.hpp"
#include "dump.hpp"

using namespace tieout;

namespace {
Document read(const std::string& source, const std::string& name = "draft.txt", std::optional<std::string> encoding = {}) {
    ReadOptions options;
    options.name = name;
    options.encoding = std::move(encoding);
    Result<Document> document = read_document(source, options);
    if (!document) FAIL(document.error().to_string());
    return std::move(*document);
}

Error refused(const std::string& source, const std::string& name = "draft.txt", std::optional<std::string> encoding = {}) {
    ReadOptions options;
    options.name = name;
    options.encoding = std::move(encoding);
    const Result<Document> document = read_document(source, options);
    REQUIRE_FALSE(document);
    return document.error();
}

/// The bytes of the source a piece of the text came from.
std::string source_of(const Document& document, const std::string& piece) {
    const std::size_t at = document.text.find(piece);
    REQUIRE(at != std::string::npos);
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
    return std::string(document.offsets.to_source(span).of(document.source));
}

void every_soup_is_traceable(const std::vector<std::string>& pieces, const std::vector<std::string>& names) {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string source;
        for (std::size_t count = random() % 40; count > 0; --count) source += pieces[random() % pieces.size()];
        for (const std::string& name : names) {
            const std::string problem = untraceable(read(source, name));
            if (!problem.empty()) {
                CAPTURE(name, source, problem, read(source, name).text);
                FAIL();
            }
        }
    }
}
}  // namespace

TEST_CASE("Plain UTF-8 is one straight run") {
    const Document document = read("제목\n\n매출은 3조원이다.\n");
    CHECK(document.text == document.source);
    CHECK(document.offsets.run_count() == 1);
}

TEST_CASE("A byte order mark is no text but counts in offsets") {
    const Document document = read("\xEF\xBB\xBF매출은 3조원이다.");
    CHECK(document.text == "매출은 3조원이다.");
    CHECK(document.offsets.to_source(0) == 3);
    CHECK(untraceable(document) == "");
}

TEST_CASE("CP949 is recognised and led back to its bytes") {
    // "매출은 3조원이다. 똠" as Windows writes it; 똠 (8C 6A) is not in EUC-KR.
    const std::string source = "\xB8\xC5\xC3\xE2\xC0\xBA 3\xC1\xB6\xBF\xF8\xC0\xCC\xB4\xD9. \x8C\x63";
    const Document document = read(source);
    CHECK(document.text == "매출은 3조원이다. 똠");
    CHECK(source_of(document, "3조원") == "3\xC1\xB6\xBF\xF8");
    CHECK(untraceable(document, false) == "");
    CHECK(read(source, "draft.txt", "euc-kr").text == document.text);
}

TEST_CASE("UTF-16 with its mark") {
    const Document little = read(std::string("\xFF\xFE" "3\0\x70\xC8\n\0", 8));
    CHECK(little.text == "3조\n");
    CHECK(little.offsets.to_source(Span{1, 4}) == Span{4, 6});
    CHECK(read(std::string("\xFE\xFF\0" "3\xC8\x70", 6)).text == "3조");
    CHECK(read(std::string("3\0\x70\xC8", 4), "draft.txt", "UTF-16LE").text == "3조");
}

TEST_CASE("UTF-16 without its mark is known by its NULs") {
    CHECK(read(std::string("3\0\x70\xC8\n\0", 6)).text == "3조\n");
    CHECK(read(std::string("\0" "3\xC8\x70", 4)).text == "3조");
    CHECK(read(std::string(8, '\0')).text == "        ");
    CHECK(read(std::string("3\0" "4\0" "5", 5)).text == "3 4 5");
}

TEST_CASE("Bytes in no known encoding are refused with the place and what to do") {
    const Error broken = refused("매출은\n3조\xFF원이다.");
    CHECK(broken.line == 2);
    CHECK(broken.to_string().find("draft.txt:2: byte 14 is no UTF-8 text (name its encoding with --encoding") == 0);
    CHECK(refused("abc", "draft.txt", "KLINGON").what == "unknown encoding 'KLINGON'");
    CHECK(refused("\xB8", "draft.txt", "CP949").line == 1);
}

TEST_CASE("Characters that only look different are folded") {
    const Document document = read("매출은　３．５조원（약\xC2\xA0" "26억\xC2\xAD달러）이다.\xE2\x80\x8B");
    CHECK(document.text == "매출은 3.5조원(약 26억달러)이다.");
    CHECK(source_of(document, "3.5조원") == "３．５조원");
    CHECK(source_of(document, "26억달러") == "26억\xC2\xAD달러");
    CHECK(untraceable(document) == "");
}

TEST_CASE("NULs, tabs and other control characters are spaces; every line end is one") {
    const Document document = read(std::string("매출\0", 7) + "은\t3조원이다.\r\n이익은 줄었다.\r끝났다.");
    CHECK(document.text.find('\0') == std::string::npos);
    CHECK(document.blocks.size() == 3);
    CHECK(untraceable(document) == "");
}

TEST_CASE("Markdown code, markup and links are left out") {
    const Document document = read(
        "매출은 **3조**원이고 `x=1` [이익](http://example.com/5)은 &lt;2~3&gt;조, 1<b>0</b>억<br>20억\n\n"
        "```\n9조원\n```\n<div>8조원</div>\n",
        "a.md");
    CHECK(document.text == "매출은 3조원이고  이익은 <2~3>조, 10억\n20억\n");
    CHECK(source_of(document, "3조원") == "3조**원");
    CHECK(source_of(document, "<2") == "&lt;2");
    CHECK(untraceable(document) == "");
}

TEST_CASE("HTML is the article's text; scripts, navigation and what is hidden are left out") {
    const Document document = read(
        "<nav>99조원</nav><main><p>매출은 <b>3조</b>원이고\n 이익은 &#50;조<wbr>원이다.<p style='display: none'>8조원</p>"
        "<script>7조원</script><svg><text>6조원</text></svg><!-- 5조원 --><p>한 줄<br>두 줄</main>",
        "a.html");
    CHECK(document.text == "매출은 3조원이고 이익은 2조원이다.\n한 줄\n두 줄\n");
    CHECK(source_of(document, "3조원") == "3조</b>원");
    CHECK(source_of(document, "2조원") == "&#50;조<wbr>원");
    CHECK(document.blocks.size() == 3);
    CHECK(untraceable(document) == "");
}

TEST_CASE("Which part of a page is the article") {
    CHECK(read("<p>옆 1.<article>짧다 2.</article><article>더 긴 기사 3.</article>", "a.html").text == "더 긴 기사 3.\n");
    CHECK(read("<h1>제목</h1><p>날짜<div itemprop='x articleBody'>본문 1.</div><p>뒤 2.", "a.html").text == "제목\n본문 1.\n");
    CHECK(read("<title>제목</title><div>본문 1.</div>", "a.html").text == "제목\n본문 1.\n");
    CHECK(read("<title>제목 - 신문</title><h1>제목</h1>본문 1.", "a.html").blocks[0].kind == BlockKind::headline);
    CHECK(read("<title>제목 - 신문</title><h1>제목</h1>본문 1.", "a.html").text == "제목\n본문 1.\n");
    CHECK(read("", "a.html").text.empty());
}

TEST_CASE("HTML is recognised by its first bytes") {
    CHECK(read("\n<!DOCTYPE HTML><p>3조원", "-").text == "3조원\n");
    CHECK(read("<HTML><p>3조원", "draft.txt").text == "3조원\n");
    CHECK(read("<p>3조원", "draft.txt").text == "<p>3조원");
}

TEST_CASE("HTML beyond its bounds is refused with what to do") {
    std::string deep;
    for (int i = 0; i < 600; ++i) deep += "<div>\n";
    const Error error = refused(deep + "3조원", "a.html");
    CHECK(error.to_string() ==
          "a.html:510: the HTML's elements are nested deeper than 512 levels (close the elements that were left open, or save the draft as "
          "plain text or Markdown)");
    CHECK(refused(std::string((8 << 20) + 1, 'a'), "a.html").what == "the HTML is larger than 8 MiB");
    for (int i = 0; i < 16; ++i) deep += deep.substr(0, 60000);
    CHECK(refused(deep, "a.html").what.find("nested too deeply or too broken") != std::string::npos);
}

TEST_CASE("Markdown beyond its bounds is read as text, which is said") {
    CHECK(read("가", "a.md").notes.empty());
    const Document document = read(std::string(200, '>') + " **3조**원", "a.md");
    CHECK(document.text == document.source);
    CHECK(document.notes == std::vector<ReadingNote>{ReadingNote::markdown_as_text});
}

TEST_CASE("Where the date comes from") {
    struct Row {
        const char* name;
        const char* source;
        const char* date;
        DateSource from;
    };
    const Row rows[] = {
        {"a.txt", "2023.04.17\n매출이 늘었다.", "2023-04-17", DateSource::date_line},
        {"a.txt", "제목\n2023-04-17\n매출이 늘었다.", "2023-04-17", DateSource::date_line},
        {"a.txt", "제목\n2023년 4월 17일 (월) 오전 10:20\n매출이 늘었다.", "2023-04-17", DateSource::date_line},
        {"a.txt", "제목\n입력 2023.04.17 10:20 | 수정 2023.04.18 09:00\n매출이 늘었다.", "2023-04-17", DateSource::date_line},
        {"a.txt", "Sales up\nApril 17, 2023\nSales rose.", "2023-04-17", DateSource::date_line},
        {"a.txt", "Sales up\nPublished: Monday, Apr. 17, 2023\nSales rose.", "2023-04-17", DateSource::date_line},
        {"a.txt", "Sales up\n\nSEOUL, South Korea, April 17, 2023 /Wire/ -- Sales rose.", "2023-04-17", DateSource::date_line},
        {"a.md", "---\ntitle: x\ndate: 2023-04-17T10:20:00+09:00\n---\n매출이 늘었다.", "2023-04-17", DateSource::metadata},
        {"a.html", "<meta property='article:published_time' content='2023-04-17T01:00:00Z'><p>늘었다.", "2023-04-17", DateSource::metadata},
        {"a.html", "<meta name='Date' content='2023.04.17'><p>늘었다.", "2023-04-17", DateSource::metadata},
        {"a.html", "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2023-04-17\"}]}</script>늘었다.", "2023-04-17",
         DateSource::metadata},
        {"a.html", "<script type='application/ld+json'>{broken</script><p><time datetime='2023-04-17'>어제</time> 늘었다.", "2023-04-17",
         DateSource::metadata},
        {"a.html", "<h1>제목</h1><p>입력 2023.04.17 10:20<p>매출이 늘었다.", "2023-04-17", DateSource::date_line},
        {"a.txt", "2019년 4월 17일 회사를 세웠다.", "1970-01-01", DateSource::today},
        {"a.txt", "2023.13.45\n매출이 늘었다.", "1970-01-01", DateSource::today},
    };
    for (const Row& row : rows) {
        const Document document = read(row.source, row.name);
        CAPTURE(row.source);
        CHECK(date::format("%F", document.date) == row.date);
        CHECK(document.date_source == row.from);
    }
    ReadOptions options;
    options.date = date::sys_days(date::year{2020} / 2 / 3);
    CHECK(read_document("2023.04.17\n끝.", options)->date_source == DateSource::option);
}

TEST_CASE("Language by the share of Hangul") {
    CHECK(read("SK하이닉스 HBM3E 매출 증가").language == Language::ko);
    CHECK(read("The company (삼성) said sales rose.").language == Language::en);
    CHECK(read("12345").language == Language::ko);
}

TEST_CASE("Any pieces in any order lead back to their bytes") {
    every_soup_is_traceable({"매출은 3조원이다.", "\n", "\n\n", "３", "\xC2\xA0", "\t", "\r\n", "Sales rose. ", "“늘었다.”고 ", "# ", "- ", "> ",
                             "&amp;", "**", "| 가 | 나 |\n|---|---|\n| 1 | 2 |\n", "`코드`", "~", "[링크](http://a)", "　", "\xE2\x80\x8B",
                             "<b>", "![그림](a.png)", std::string(1, '\0'), "1. ", "\\", "    ", "---\n", "😀"},
                            {"a.txt", "a.md"});
}

TEST_CASE("Any pieces of HTML in any order lead back to their bytes") {
    every_soup_is_traceable({"매출은 3조원이다.", "\n", " \n\t ", "３", "\xC2\xA0", "\r\n", "Sales rose. ", "&amp;", "&nbsp;", "&#50", "&#50;",
                             "&copy1", "&", "&x", "&#", "&notit;", "&ampa", "&lt", "&lt;", "&#x26;", "&AMP", "<", "< ", "<!-- 가 -->", "<!-", "</x>",
                             "<p>", "</p>", "<b>", "</b>", "<i x='<>'>", "</i>", "<br>", "<h1>", "</h1>", "</div>", "<div>", "<pre>\n", "</pre>",
                             "<title>", "</title>", "<li>", "<code>가</code>", "<script>가</script>", "<a href=b>", "</a>", "<svg>", "</svg>",
                             std::string(1, '\0'), "<table><tr><td>1<td>2</table>", "<textarea>", "</textarea>", "1", "a;", "😀"},
                            {"a.html"});
}
