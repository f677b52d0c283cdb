#!/usr/bin/env python3
"""One article in every format gives the same findings in the right places; broken and hostile documents are refused with what is wrong.
Usage: documents.py TIEOUT [TEST…]"""
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

import newsroom_files as documents

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIEOUT = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/dev/tieout"
ZIPPED = {"article.docx", "article.odt", "article.hwpx"}


def article(name):
    headline, *paragraphs = (ROOT / "fixtures/articles" / name).read_text(encoding="utf-8").strip().split("\n\n")
    return headline.removeprefix("# "), paragraphs


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_on(self, content, name, *options, command="check"):
        (self.folder / name).write_bytes(content)
        return subprocess.run([TIEOUT, command, "--format", "json", *options, self.folder / name], capture_output=True, timeout=60)

    def document(self, content, name, *options, command="check"):
        done = self.run_on(content, name, *options, command=command)
        self.assertEqual(done.stderr, b"")
        return json.loads(done.stdout)["documents"][0]

    def figures(self, content, name):
        return [claim["text"] for claim in self.document(content, name, command="claims")["claims"]]

    def refused(self, content, name, *words):
        done = self.run_on(content, name)
        message = done.stderr.decode()
        self.assertEqual((done.returncode, message.count("\n")), (2, 1), message)
        for word in (name, *words):
            self.assertIn(word, message)


class SameArticle(Case):
    def source_text(self, name, content):
        """What byte offsets count in, and how a piece of it is written there."""
        if name in ZIPPED:
            return None
        return content

    def compare(self, fixture):
        headline, paragraphs = article(fixture)
        lines = [headline, *paragraphs]
        expected = None
        for name, write in documents.FORMATS.items():
            with self.subTest(name):
                content = write(headline, paragraphs)
                document = self.document(content, name, "--date", "2023-04-17")
                texts = {claim["id"]: claim["text"] for claim in document["claims"]}
                found = [(f["rule"], f["severity"], f["message"], f["working"], [texts[c] for c in f["claims"]], f["fingerprint"])
                         for f in document["findings"]]
                expected = expected or found
                self.assertTrue(found)
                self.assertEqual(found, expected)
                encoding = {"cp949.txt": "cp949", "cp949.nitf": "cp949", "utf16.txt": "utf-16-le"}.get(name, "utf-8")
                for claim in document["claims"]:
                    self.right_place(claim, name, content, encoding, lines)

    def right_place(self, claim, name, content, encoding, lines):
        span = claim["span"]
        begin, end = span["byte"]
        if name in ZIPPED:  # a paragraph a line
            line = lines[span["line"] - 1]
            self.assertEqual(line[span["column"] - 1:][:len(claim["text"])], claim["text"])
            content = ("\n".join(lines) + "\n").encode()
        self.assertEqual(content[begin:end].decode(encoding), claim["text"])
        if name not in ZIPPED:
            mark = 2 if encoding == "utf-16-le" else 0
            before = content[mark:begin].decode(encoding)
            self.assertEqual((span["line"], span["column"]), (before.count("\n") + 1, len(before) - before.rfind("\n")))

    def test_article(self):
        self.compare("generative-ai-race.ko.md")

    def test_article_with_slips(self):
        self.compare("generative-ai-race.magnitude-slip.ko.md")
        self.compare("generative-ai-race.stake-value.ko.md")


class Zipped(Case):
    def test_the_day_it_was_saved_and_what_places_are(self):
        for name in sorted(ZIPPED):
            document = self.document(documents.FORMATS[name]("제목", ["매출은 3조원이다."]), name)
            self.assertEqual((document["date"], document["date_source"]), ("2023-04-18", "metadata"), name)
            self.assertIn("위치는", document["remarks"][0])
        dated = self.document(documents.docx("제목", ["2023.04.10", "매출은 3조원이다."]), "a.docx")
        self.assertEqual((dated["date"], dated["date_source"]), ("2023-04-10", "date_line"))

    def test_docx_tables_notes_and_changes(self):
        cell = "<w:tc>%s<w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
        body = ("<w:tbl><w:tr>" + cell % ("", "연도") + cell % ("", "매출(억원)") + "</w:tr><w:tr>" + cell % ("", "2022") + cell % ("", "10") +
                "</w:tr></w:tbl><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>이익 20</w:t></w:r></w:p>"
                "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='a3'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>억원</w:t></w:r>"
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>30억원</w:t></w:r><w:ins><w:r><w:t>, 40억원</w:t></w:r></w:ins></w:p>")
        notes = (f'<w:footnotes xmlns:w="{documents.W}"><w:footnote w:type="separator"><w:p><w:r><w:t>60억원</w:t></w:r></w:p></w:footnote>'
                 "<w:footnote><w:p><w:r><w:t>50억원</w:t></w:r></w:p></w:footnote></w:footnotes>")
        document = self.document(documents.docx_of(body, **{"word/footnotes.xml": notes}), "a.docx", command="claims")
        self.assertEqual([c["text"] for c in document["claims"]], ["2022", "10", "20억원", "40억원", "50억원"])
        self.assertEqual(document["claims"][1]["metric"], "revenue")  # by the column it stands in

    def test_odt_tables_and_notes(self):
        row = "<table:table-row>%s</table:table-row>"
        cell = "<table:table-cell><text:p>%s</text:p></table:table-cell>"
        body = ("<table:table>" + row % (cell % "연도" + cell % "매출(억원)") + row % (cell % "2022" + cell % "10") + "</table:table>"
                "<text:p>이익<text:s/>20<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>50억원</text:p></text:note-body>"
                "</text:note>억원<office:annotation><text:p>60억원</text:p></office:annotation></text:p>")
        document = self.document(documents.odt_of(body), "a.odt", command="claims")
        self.assertEqual([c["text"] for c in document["claims"]], ["2022", "10", "50억원", "20억원"])
        self.assertEqual(document["claims"][1]["metric"], "revenue")  # by the column it stands in

    def test_hwpx_tables_and_notes(self):
        def cell(text, row, column):
            return (f'<hp:tc><hp:subList><hp:p><hp:run><hp:t>{text}</hp:t></hp:run></hp:p></hp:subList>'
                    f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/></hp:tc>')
        body = ("<hp:p><hp:run><hp:tbl><hp:tr>" + cell("연도", 0, 0) + cell("매출(억원)", 0, 1) + "</hp:tr><hp:tr>" + cell("2022", 1, 0) +
                cell("10", 1, 1) + "</hp:tr></hp:tbl></hp:run></hp:p><hp:p><hp:run><hp:t>이익<hp:tab/>20억원</hp:t><hp:ctrl><hp:header><hp:p><hp:run>"
                "<hp:t>60억원</hp:t></hp:run></hp:p></hp:header></hp:ctrl></hp:run></hp:p>")
        document = self.document(documents.hwpx_of(body, **{"Contents/section1.xml": '<s xmlns:hp="p"><hp:p><hp:t>70억원</hp:t></hp:p></s>'}),
                                 "a.hwpx", command="claims")
        self.assertEqual([c["text"] for c in document["claims"]], ["2022", "10", "20억원", "70억원"])
        self.assertEqual(document["claims"][1]["metric"], "revenue")  # by the column it stands in


WRONG = "회사는 공장에 20억달러(약 2600억원)를 쓴다."
SILENCE = "tieout-disable-line currency-conversion -- 계약 환율, 9조원"


def docx_comment(words, text=WRONG):
    body = (f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:commentReference w:id="4"/></w:r></w:p><w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p>')
    part = f'<w:comments xmlns:w="w"><w:comment w:id="4"><w:p><w:r><w:t>{words[:9]}</w:t></w:r><w:r><w:t>{words[9:]}</w:t></w:r></w:p></w:comment></w:comments>'
    return documents.docx_of(body, **{"word/comments.xml": part})


def odt_comment(words, text=WRONG):
    note = (f"<office:annotation><dc:creator xmlns:dc='d'>8조원</dc:creator><text:p>{words[:9]}<text:span>{words[9:]}</text:span></text:p></office:annotation>")
    return documents.odt_of(f"<text:p>{text[:4]}{note}{text[4:]}</text:p><text:p>{WRONG}</text:p>")


def hwpx_comment(words, text=WRONG, memo=True):
    inner = f"<hp:subList><hp:p><hp:run><hp:t>{words}</hp:t></hp:run></hp:p></hp:subList>"
    parameters = "<hp:parameters><hp:stringParam>7조원</hp:stringParam></hp:parameters>"
    note = f'<hp:fieldBegin type="MEMO">{parameters}{inner}</hp:fieldBegin>' if memo else f"<hp:hiddenComment>{inner}</hp:hiddenComment>"
    return documents.hwpx_of(f"<hp:p><hp:run><hp:ctrl>{note}</hp:ctrl><hp:t>{text}</hp:t></hp:run></hp:p><hp:p><hp:run><hp:t>{WRONG}</hp:t></hp:run></hp:p>")


class ZippedComments(Case):
    WAYS = {"a.docx": docx_comment, "a.odt": odt_comment, "a.hwpx": hwpx_comment, "b.hwpx": lambda *given: hwpx_comment(*given, memo=False)}

    def found(self, content, name):
        document = self.document(content, name, "--date", "2023-04-17")
        self.assertFalse([c["text"] for c in document["claims"] if "조원" in c["text"]])
        return [(f["rule"], f["span"]["line"]) for f in document["findings"]]

    def test_a_comment_silences_its_paragraph(self):
        for name, write in self.WAYS.items():
            with self.subTest(name):
                self.assertEqual(self.found(write("9조원인가?"), name), [("currency-conversion", 1), ("currency-conversion", 2)])
                self.assertEqual(self.found(write(SILENCE), name), [("currency-conversion", 2)])
                self.assertEqual(self.found(write(SILENCE.replace("-line", "-next-line")), name), [("currency-conversion", 1)])
                self.assertEqual(self.found(write("tieout-disable-file"), name), [])
                unused = self.found(write("tieout-disable-line direction"), name)
                self.assertEqual(unused[-1], ("unused-silence", 1))

    def test_a_comment_on_an_empty_paragraph(self):
        for name, write in self.WAYS.items():
            self.assertEqual(self.found(write("tieout-disable-next-line", ""), name), [], name)

    def test_a_line_of_its_own(self):
        for name, write in (("a.docx", documents.docx), ("a.odt", documents.odt), ("a.hwpx", documents.hwpx)):
            content = write("제목", [WRONG, "//tieout-disable-next-line currency-conversion -- 9조원", WRONG])
            self.assertEqual(self.found(content, name), [("currency-conversion", 2)], name)

    def test_comments_that_are_none_of_tieouts(self):
        for words in ("-->", "tieout-disable --> x", "x tieout-disable-file", "tieout", ""):
            for name, write in self.WAYS.items():
                self.assertEqual(len([f for f in self.found(write(words), name) if f[0] == "currency-conversion"]), 2, words)


class NewsXml(Case):
    def test_what_is_read_and_where_it_stands(self):
        content = ("<p>매출은 <money>3조</money>원, 5&#51312;원&nbsp;이고 6조&amp;원\n   이다. <![CDATA[4조원 & 8조원]]></p><hl2>7억원</hl2>"
                   "<ul><li>1억원</li></ul><media><media-metadata name='9조원'/><media-producer>9조원</media-producer><media-caption>2억원</media-caption>"
                   "</media><note><body.content><p>9조원</p></body.content></note>")
        draft = documents.nitf_of("제목", content)
        places = [(c["text"], draft[c["span"]["byte"][0]:c["span"]["byte"][1]].decode())
                  for c in self.document(draft, "a.nitf", command="claims")["claims"]]
        self.assertEqual(places, [("3조원", "3조</money>원"), ("5조원", "5&#51312;원"), ("6조", "6조"), ("4조원", "4조원"), ("8조원", "8조원"),
                                  ("7억원", "7억원"), ("1억원", "1억원"), ("2억원", "2억원")])

    def test_tables(self):
        table = ("<table><caption>매출</caption><tr><th rowspan='2'>연도</th><th>x</th></tr><tr><th>매출(억원)</th></tr>"
                 "<tr><td>2022</td><td>10</td></tr></table>")
        plain = ("<table><tr><td>연도</td><td>매출(억원)</td></tr><tr><td><p>2022</p></td><td>10</td></tr></table>")
        for content in (documents.nitf_of("제목", plain), documents.news_item("제목", documents.xhtml(plain)).encode()):
            document = self.document(content, "a.xml", command="claims")
            self.assertEqual([(c["text"], c["metric"]) for c in document["claims"]], [("2022", None), ("10", "revenue")])
        self.assertEqual(self.figures(documents.nitf_of("제목", table), "a.nitf"), ["2022", "10"])

    def test_the_day(self):
        def day(draft):
            document = self.document(draft if isinstance(draft, bytes) else draft.encode(), "a.xml")
            return document["date"], document["date_source"]
        self.assertEqual(day(documents.nitf_of("제목", "<p>3조원</p>", date_release="20230416T090000Z", date_issue="20230417T103000+0900")),
                         ("2023-04-17", "metadata"))
        self.assertEqual(day(documents.nitf_of("제목", "<p>3조원</p>", date_release="2023-04-16T09:00:00Z")), ("2023-04-16", "metadata"))
        dateline = "<dateline><location>SEOUL</location><story.date>April 15, 2023</story.date></dateline><p>3조원</p>"
        self.assertEqual(day(documents.nitf_of("제목", dateline)), ("2023-04-15", "metadata"))
        self.assertEqual(day(documents.news_item("제목", documents.xhtml("<p>3조원</p>"), version="2023-04-17T23:00:00+09:00", created="2023-04-10")),
                         ("2023-04-17", "metadata"))
        self.assertEqual(day(documents.news_item("제목", documents.xhtml("<p>3조원</p>"), created="2023-04-10")), ("2023-04-10", "metadata"))
        self.assertEqual(day(documents.nitf_of("제목", "<p>2023.04.11</p><p>3조원</p>")), ("2023-04-11", "date_line"))

    def test_headlines(self):
        for headline, inline, expected in (("1조원", documents.xhtml("<p>3조원</p>"), ["1조원", "3조원"]),
                                           ("1조원", documents.xhtml("<h1>2조원</h1><p>3조원</p>"), ["2조원", "3조원"]),
                                           ("", documents.xhtml("<p>3조원</p>"), ["9조원", "3조원"])):
            self.assertEqual(self.figures(documents.news_item(headline, inline).encode(), "a.xml"), expected)

    def test_messages(self):
        article = documents.news_item("제목", documents.xhtml("<p>3조원</p>"), version="2023-04-17")
        picture = documents.news_item("9조원", '<remoteContent href="a.jpg"/>', version="2023-04-18")
        image = '<inlineData encoding="base64">OTk5</inlineData>'
        for items in (picture + article, article + picture, article + documents.news_item("9조원", image)):
            document = self.document(f"<newsMessage><itemSet>{items}</itemSet></newsMessage>".encode(), "feed")
            self.assertEqual(([c["text"] for c in document["claims"]], document["date"]), (["3조원"], "2023-04-17"))
        twice = documents.news_item("제목", documents.xhtml("<p>3조원</p>") + "<inlineData>3조원</inlineData>").encode()
        self.assertEqual(self.figures(twice, "a.xml"), ["3조원"])
        self.assertEqual(self.figures(documents.news_item("제목", "<inlineData>매출 3조원\n\n이익 5조원</inlineData>").encode(), "a.xml"),
                         ["3조원", "5조원"])
        inner = documents.nitf_of("2조원", "<p>3조원</p>").decode().split("\n", 2)[2]
        self.assertEqual(self.figures(documents.news_item("1조원", f"<inlineXML>{inner}</inlineXML>").encode(), "a.xml"), ["2조원", "3조원"])
        self.refused(f"<newsMessage>{article}{article}</newsMessage>".encode(), "a.xml", "more than one article")
        self.refused(f"<newsMessage>{picture}</newsMessage>".encode(), "a.xml", "no NITF", "<newsMessage>")
        self.refused(b"<rss><channel/></rss>", "a.xml", "no NITF", "<rss>")

    def test_detected_by_content(self):
        draft = documents.nitf_of("제목", "<p>3조원</p>")
        for name in ("a.nitf", "a.xml", "a.txt", "a"):
            self.assertEqual(self.figures(draft, name), ["3조원"], name)
        page = b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><body><p>3\xec\xa1\xb0\xec\x9b\x90</p></body></html>'
        self.assertEqual(self.figures(page, "a.xml"), ["3조원"])
        (self.folder / "kept.xml").write_bytes(b"<build/>")  # a folder holds XML of any kind: of it only what says NITF is a draft
        (self.folder / "a.nitf").write_bytes(draft)
        for name in ("a.xml", "a.txt", "a"):
            (self.folder / name).unlink()
        done = subprocess.run([TIEOUT, "check", "--format", "json", self.folder], capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr, len(json.loads(done.stdout)["documents"])), (0, b"", 1))

    def test_comments_that_silence(self):
        paragraphs = ["<p>매출은 20억달러(1조원)다.</p>"]
        comment = "<!-- tieout-disable-next-line -- 계약 환율 -->\n"
        for before, after in (("", "".join(paragraphs)), ("", comment + paragraphs[0])):
            findings = self.document(documents.nitf_of("제목", after), "a.nitf", "--date", "2023-04-17")["findings"]
            self.assertEqual(len(findings), 0 if comment in after else 1)
        first = b"<!-- tieout-disable-file -->\n" + documents.nitf_of("제목", paragraphs[0])
        self.assertEqual(self.document(first, "a.nitf", "--date", "2023-04-17")["findings"], [])


class Hostile(Case):
    def test_content_decides_not_the_extension(self):
        docx = documents.docx("제목", ["매출은 3조원이다."])
        self.assertEqual(self.figures(docx, "a.txt"), ["3조원"])
        self.refused(b"just text", "a.docx", "no ZIP archive", "name it .txt")
        self.refused(b"", "a.hwpx", "no ZIP archive")
        self.refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "a.docx", "password")
        self.refused(b"%PDF-1.7", "a.txt", "PDF")
        self.refused(documents.archive({"a.txt": "3조원"}), "a.zip", "no DOCX, ODT or HWPX")

    def test_damaged_archives(self):
        whole = documents.docx("제목", ["매출은 3조원이다." * 100])
        for size in range(4, len(whole), 37):
            self.refused(whole[:size], "a.docx", "a.docx: ")
        broken = bytearray(whole)
        at = whole.index(b"word/document.xml") + 30
        broken[at:at + 8] = b"\xff" * 8
        self.refused(bytes(broken), "a.docx", "word/document.xml", "damaged")

    def test_encrypted(self):
        manifest = "<m><encryption-data/></m>"
        self.refused(documents.odt_of("", **{"META-INF/manifest.xml": manifest}), "a.odt", "password")
        self.refused(documents.hwpx_of("", **{"META-INF/manifest.xml": manifest}), "a.hwpx", "password")
        flagged = bytearray(documents.docx("제목", ["3조원"]))
        with zipfile.ZipFile(io.BytesIO(flagged)) as zipped:
            local = zipped.getinfo("word/document.xml").header_offset
        flagged[local + 6] |= 1
        central = flagged.index(b"PK\x01\x02")
        while flagged[central + 46:central + 63] != b"word/document.xml":
            central = flagged.index(b"PK\x01\x02", central + 4)
        flagged[central + 8] |= 1
        self.refused(bytes(flagged), "a.docx", "password")

    def test_bombs(self):
        self.refused(documents.docx_of("<w:p><w:t>" + " " * (100 << 20) + "</w:t></w:p>"), "a.docx", "unpacks to far more")
        self.refused(documents.docx_of("<w:p>" * 100000), "a.docx", "nested too deeply")
        bomb = '<!DOCTYPE a [<!ENTITY b "3조원"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
        self.refused(documents.archive({"word/document.xml": bomb}), "a.docx", "document type")

    def test_news_xml(self):
        laughs = '<!DOCTYPE nitf [<!ENTITY a "ha">' + "".join(
            f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";" * 10}">' for i in range(9)) + "]><nitf><body>&j;</body></nitf>"
        self.refused(laughs.encode(), "a.nitf", "a.nitf:1: ", "document type declares entities")
        self.refused(b"<nitf>\n" + b"<b>" * 600, "a.nitf", "a.nitf:2: ", "nested too deeply")
        self.refused(b"<nitf>\n<body>\n<p></body></nitf>", "a.nitf", "a.nitf:3: ", "mismatched tag")
        self.refused(b"<!-- tieout-disable -->\n\n<nitf>\n<p></nitf>", "a.nitf", "a.nitf:4: ", "mismatched tag")
        self.refused(b"", "a.nitf", "no element found")
        self.refused(b"<nitf>" + b" " * (65 << 20) + b"</nitf>", "a.nitf", "64 MiB")
        # What takes long to read: many references, a long attribute, many cells of many columns.
        for middle in ("&amp;" * 2000000, f"<p class='{'x' * 8000000}'/>", "<table>" + "<tr><td colspan='1000' rowspan='1000'>1</td></tr>" * 20000):
            close = "</table>" if middle.startswith("<table>") else ""
            started = time.monotonic()
            self.run_on(f"<nitf><body><p>{middle}{close}</p></body></nitf>".encode(), "a.nitf")
            self.assertLess(time.monotonic() - started, 10)

    def test_broken_xml(self):
        self.refused(documents.archive({"word/document.xml": "<a><b></a>"}), "a.docx", "word/document.xml", "line 1", "mismatched tag")
        self.refused(documents.archive({"content.xml": ""}), "a.odt", "content.xml", "no element found")
        self.refused(documents.archive({"word/document.xml": b"<a>\xff\xff</a>"}), "a.docx", "not well-formed")


if __name__ == "__main__":
    unittest.main()
