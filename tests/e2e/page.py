#!/usr/bin/env python3
"""The HTML report: whole, harmless, and the article itself. Usage: page.py TIEOUT"""
import html.parser
import re
import xml.etree.ElementTree as ET

from harness import ROOT, Case, main, run

PAGE = "fixtures/formats/page.ko.md"
VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    """Reads a page strictly: every element is closed in its order, no id stands twice."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.text, self.attributes, self.marks = [], [], [], [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        self.attributes += attrs.items()
        if "id" in attrs:
            assert attrs["id"] not in self.ids, attrs["id"]
            self.ids.append(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag in ("a", "span") and (attrs.get("class") or "").startswith("fig"):
            self.marks.append([attrs["class"], ""])
        if tag not in VOID:
            self.open.append((tag, attrs.get("class", "")))

    def handle_startendtag(self, tag, attrs):
        assert any(tag == "svg" for tag, _ in self.open), tag
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        within = [tag for tag, _ in self.open]
        if "style" in within:
            return
        if any(css.startswith("fig") for _, css in self.open) and "sup" not in within:
            self.marks[-1][1] += data
        if "article" in within and not {"header", "aside", "figure", "sup"} & set(within):
            self.text.append(data)


class Html(Case):
    def page(self, *args, cwd=ROOT):
        done = run("check", "--no-config", "--format", "html", "--date", "2023-04-17", *args, cwd=cwd)
        self.assertLess(done.returncode, 2, done.stderr)
        text = done.stdout.decode()
        self.assertTrue(text.startswith("<!DOCTYPE html>\n<html lang="))
        page = Page(text)
        for link in page.links:
            self.assertTrue(link.startswith("#") and link[1:] in page.ids, link)
        # Self-contained: nothing runs, nothing is fetched.
        self.assertFalse({"script", "link", "img", "iframe", "object", "embed", "form", "base"} & set(page.tags))
        self.assertFalse([name for name, _ in page.attributes if name.startswith("on") or name == "src"])
        self.assertNotRegex(text.split("</style>")[0], r"url\(|@import|https?:")
        return text, page

    def test_the_article_is_all_there(self):
        _, page = self.page(PAGE)
        shown = re.sub(r"\s+", "", "".join(page.text)).replace("\u2060", "")
        for words in ("소형로봇시장,다섯해뒤30억달러로", "😀가나전자는다라연구소에100억달러(1조3000억원)를넣기로했다.", "회의는2023년4월17일(화)에열렸다.", "202110억원alert(1)202212억원"):
            self.assertIn(words, shown)

    def test_figures_are_marked_by_outcome(self):
        _, page = self.page(PAGE)
        marks = {words.replace("\u2060", ""): css for css, words in page.marks}
        self.assertEqual(marks["1조3000억원"], "fig error")
        self.assertEqual(marks["41억달러"], "fig warning")
        self.assertEqual(marks["300명"], "fig holds")
        self.assertEqual(marks["10억원"], "fig")

    def test_chart(self):
        text, _ = self.page(PAGE)
        svgs = re.findall(r"<svg viewBox.*?</svg>", text, re.S)
        self.assertEqual(len(svgs), 1)
        svg = ET.fromstring(svgs[0])
        self.assertEqual((svg.get("role"), svg.find("title").text), ("img", "소형로봇 · market-size (USD)"))
        dots = [(g.find("title").text, g.get("class").split(), float(g.find("circle").get("cx")), float(g.find("circle").get("cy")))
                for g in svg.findall("g")]
        self.assertEqual([title for title, *_ in dots], ["2021: 12억달러", "2023: 41억달러", "2028: 30억달러"])
        self.assertEqual(["fails" in css for _, css, *_ in dots], [False, True, True])
        self.assertEqual(["ahead" in css for _, css, *_ in dots], [False, True, True])
        (_, _, x1, y1), (_, _, x2, y2), (_, _, x3, y3) = dots
        # Time and amount are to scale: 2021 to 2023 is two sevenths of the way to 2028, and 12, 41 and 30 stand on one line from 0.
        self.assertAlmostEqual((x2 - x1) / (x3 - x1), 2 / 7, places=2)
        self.assertAlmostEqual((y3 - y2) / (y1 - y2), (41 - 30) / (41 - 12), places=2)
        for words in ("2021: 12억달러", "2023: 41억달러"):
            self.assertIn(words, svg.find("desc").text)

    def test_bars(self):
        text, _ = self.page(PAGE)
        pictures = [ET.fromstring(svg) for svg in re.findall(r'<svg class="bars.*?</svg>', text, re.S)]
        found = []
        for svg in pictures:
            bars = [(g.find("title").text, g.get("class"), float(g.find("rect").get("x")), float(g.find("rect").get("width"))) for g in svg.findall("g")]
            found.append((svg.get("class"), [words for words, *_ in bars]))
            self.assertEqual(svg.get("role"), "img")
            zero, most = min(x for _, _, x, _ in bars), max(x + width for _, _, x, width in bars)
            meant = float(svg.findall("path")[-1].get("d")[1:].split()[0])
            if svg.find("title").text == "부분과 합계":
                # Each part begins where the one before ended, and the line is at the last one's end.
                for (_, _, x, width), (_, _, after, _) in zip(bars, bars[1:-1]):
                    self.assertAlmostEqual(x + width, after, delta=0.11)
                self.assertAlmostEqual(meant, bars[-2][2] + bars[-2][3], delta=0.11)
            else:
                self.assertEqual([x for _, _, x, _ in bars], [zero] * 2)
                self.assertGreater(most, meant)
        self.assertEqual(found, [("bars", ["1200명", "300명 (25%)"]), ("bars fails", ["300억원", "240억원", "110억원", "710억원"]),
                                 ("bars", ["12만명", "9만명", "7만명", "28만명"]), ("bars fails", ["200억원", "50억원 (30%)"])])
        self.assertEqual(pictures[1].find("desc").text, "부분 300억원, 240억원, 110억원; 합계 710억원 (성립하지 않음)")
        self.assertEqual(pictures[3].find("desc").text, "부분 50억원 (30%); 전체 200억원 (성립하지 않음)")

    def test_several_drafts_in_one_page(self):
        text, page = self.page(PAGE, "fixtures/formats/three.ko.md", PAGE)
        self.assertEqual(page.tags.count("article"), 3)
        self.assertEqual(text.count("</html>"), 1)
        self.assertIn("원고 3건", text)

    def test_english(self):
        self.write("a.md", "# Plant\n\nAcme pays $2 billion (2.6 billion won).\n")
        text, _ = self.page("a.md", cwd=self.folder)
        self.assertIn('<html lang="en">', text)
        self.assertIn("error", text)

    def test_whatever_the_draft(self):
        evil = "</p></article><script>alert(1)</script><a href=javascript:x> & \" ' \x00\x1b 20억달러(약 2600억원)"
        self.write("1.txt", evil)
        self.write("2.md", "# " + evil + "\n\n|a|\n|-|\n|" + evil + "|\n\n- " + evil + "\n")
        self.write("3.md", "")
        self.write("4\"><script>.md", evil)
        self.write("5.md", "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n|" + "|" * 290 + "10억원|\n")
        self.write("6.md", "x <!-- tieout-disable-line sum-total -->\n")
        self.write("7.txt", "매출은 2021년 " + "9" * 400 + "억원, 2022년 매출은 1억원이다.\n" * 20)
        for name in sorted(path.name for path in self.folder.iterdir()):
            text, _ = self.page(name, cwd=self.folder)
            self.assertNotIn("<script", text)
        self.assertIn("unused-silence", self.page("6.md", cwd=self.folder)[0])


if __name__ == "__main__":
    main()
