#include <string>
#include <vector>

#include "catch.hpp"
#include "reader/reader.hpp"
#include "reader/sentences.hpp"

using namespace tieout;

namespace {
/// The sentences of one paragraph.
std::vector<std::string> split(const std::string& text) {
    Document document;
    document.text = text;
    document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    split_sentences(document);
    std::vector<std::string> sentences;
    for (const Sentence& sentence : document.sentences) sentences.emplace_back(sentence.span.of(document.text));
    return sentences;
}
using Sentences = std::vector<std::string>;
}  // namespace

TEST_CASE("Sentences end where a reader would say") {
    struct Row {
        const char* what;
        Sentences sentences;  ///< joined by a space they are the paragraph
    };
    const Row rows[] = {
        {"Korean", {"매출이 3.5조원으로 늘었다.", "이익은 10% 줄었다."}},
        {"a question and a cry", {"왜 줄었을까?", "원가가 올랐다!", "그뿐이다."}},
        {"a quotation the sentence goes on after", {"그는 “매출이 늘었다. 이익도 늘었다.”고 말했다.", "주가는 올랐다."}},
        {"the same with straight marks", {"그는 \"매출이 늘었다. 이익도 늘었다\"고 말했다.", "주가는 올랐다."}},
        {"a space before the particle", {"그는 “매출이 늘었다.” 라고 말했다.", "주가는 올랐다."}},
        {"quotations of their own", {"“매출이 늘었다.", "이익도 늘었다.”", "그는 웃었다."}},
        {"single marks", {"정부는 ‘물가가 올랐다. 걱정이다’라는 반응이다.", "끝이다."}},
        {"a quotation that is never closed", {"그는 “매출이 늘었다.", "이익은 줄었다."}},
        {"parentheses", {"회사(대표 김모. 52)는 컸다.", "그렇다."}},
        {"Korean dates with spaces", {"기준일은 2023. 4. 17. 이다.", "다음은 없다."}},
        {"an ellipsis inside", {"그는 말했다…", "그리고 갔다."}},
        {"an ellipsis that only pauses", {"실적은… 3조원이다.", "끝."}},
        {"two full stops", {"형성했다..", "17일 업계는 조용했다."}},
        {"English", {"Sales rose 3.5 percent.", "Profit fell to $1.2 billion."}},
        {"titles and initials", {"Mr. Smith met J. P. Doe in St. Louis.", "They agreed."}},
        {"companies", {"Acme Corp. said Foo Inc. and Bar Co., Ltd. grew.", "Shares rose."}},
        {"a company at the end", {"It bought Foo Inc.", "The price was $3 bn."}},
        {"countries", {"The U.S. Treasury sold bonds.", "Yields rose in the U.S.", "The dollar fell."}},
        {"times and months", {"It opened at 9 a.m. on Jan. 5 and closed.", "It reopened."}},
        {"numbers", {"It ranked No. 5 of 12.", "Next came No. 6."}},
        {"Reuters dollars", {"Net was 1.2 mln dlrs.", "Sales were 3 mln dlrs."}},
        {"a quotation with a speaker", {"\"We grew 10 percent. We will grow more,\" she said.", "He agreed."}},
        {"a quotation with a question", {"“Will it grow? Yes!” he said.", "It did."}},
        {"an apostrophe is no quotation", {"The firm's profit fell.", "The banks' profit didn't."}},
        {"a small first letter", {"It rose.", "iPhone sales fell."}},
        {"a stray closing mark", {"It is hard to crack,\" he said.", "They agreed."}},
        {"versus", {"Sales were 3 bn vs. 2 bn a year ago.", "Fine."}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::string paragraph;
        for (const std::string& sentence : row.sentences) paragraph += (paragraph.empty() ? "" : " ") + sentence;
        CHECK(split(paragraph) == row.sentences);
    }
}

TEST_CASE("Text that lost its line breaks still has sentences") {
    CHECK(split("매출이 늘었다.31일 오전 회의가 열렸다.“더 늘 것”이라고 했다.") ==
          Sentences{"매출이 늘었다.", "31일 오전 회의가 열렸다.", "“더 늘 것”이라고 했다."});
    CHECK(split("더 늘까요?그렇다.KT는 아니다.") == Sentences{"더 늘까요?", "그렇다.", "KT는 아니다."});
    CHECK(split("매출은 3.5조원.5G 가입자는 늘었다.") == Sentences{"매출은 3.5조원.5G 가입자는 늘었다."});
}

TEST_CASE("No sentence is longer than the bound") {
    std::string words;
    while (words.size() < 50000) words += "늘고 ";
    std::size_t total = 0;
    for (const std::string& sentence : split(words)) {
        CHECK(sentence.size() <= kLongestSentence);
        CHECK(sentence.substr(sentence.size() - 6) == "늘고");
        total += sentence.size() + 1;
    }
    CHECK(total == words.size());
    std::string solid;
    while (solid.size() < 30000) solid += "가";
    std::string joined;
    for (const std::string& sentence : split(solid)) {
        CHECK(sentence.size() <= kLongestSentence);
        CHECK(sentence.size() % 3 == 0);
        joined += sentence;
    }
    CHECK(joined == solid);
}

TEST_CASE("A line that ends like a sentence") {
    CHECK(ends_sentence("매출이 늘었다."));
    CHECK(ends_sentence("“매출이 늘었다.”"));
    CHECK(ends_sentence("왜?"));
    CHECK_FALSE(ends_sentence("매출 늘어…주가 상승"));
    CHECK_FALSE(ends_sentence("a deal with Acme Corp."));
    CHECK_FALSE(ends_sentence(""));
}
