#!/usr/bin/env python3
"""Runs the built program as its users do: outputs against the schema, exit statuses, bad input. Usage: run.py TIEOUT [TEST…]"""
import json
import pathlib
import subprocess
import unittest

import harness
import jsonschema
from harness import ROOT, TIEOUT, run

SCHEMA = json.loads((ROOT / "docs/schema/tieout-1.schema.json").read_text(encoding="utf-8"))

WRONG = "회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n"
RIGHT = "회사는 현지 공장에 20억달러(약 2조6000억원)를 쓴다.\n"
ENGLISH = "# Plant\n\nOutput cost $2 billion (2.6 billion won) on 17 April 2023, up 18% from at least 40,000 tons a year to 2028.\n"
DRAFTS = [WRONG, RIGHT, ENGLISH, "", "\n", "숫자 없는 원고.\n", "10억~20억달러, 수십억원, 10여 명, 50% 이상, 3배, 2월 30일, 12,8000원, 5~6kg\n",
          "| 연도 | 매출 |\n| --- | --- |\n| 2022 | 10억원 |\n"]


def validator(definition=None):
    schema = SCHEMA if definition is None else {"$ref": f"#/definitions/{definition}", "definitions": SCHEMA["definitions"]}
    return jsonschema.Draft7Validator(schema)


class Case(harness.Case):
    def draft(self, text, name="draft.md"):
        return self.write(name, text)

    def valid(self, output, definition=None):
        parsed = json.loads(output)
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in validator(definition).iter_errors(parsed)]
        self.assertEqual(errors, [])
        return parsed


class Schema(Case):
    def test_schema_is_one(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_check(self):
        paths = [self.draft(text, f"{i}.md") for i, text in enumerate(DRAFTS)]
        run_ = self.valid(run("check", "--date", "2023-04-17", "--format", "json", *paths).stdout)
        self.assertEqual([d["path"] for d in run_["documents"]], paths)
        self.assertEqual(run_["summary"]["documents"], len(DRAFTS))

    def test_check_lines(self):
        paths = [self.draft(text, f"{i}.md") for i, text in enumerate(DRAFTS)]
        lines = run("check", "--format", "jsonl", *paths).stdout.splitlines()
        self.assertEqual([self.valid(line, "document")["path"] for line in lines], paths)

    def test_claims(self):
        for i, text in enumerate(DRAFTS):
            document = self.valid(run("claims", "--format", "json", self.draft(text, f"{i}.md")).stdout)["documents"][0]
            self.assertEqual((document["checks"], document["findings"]), ([], []))

    def test_an_amount_takes_no_date_from_behind_another(self):
        text = "$5 million was the budget in 2022 and 2023 was worse.\n"
        claims = json.loads(run("claims", "--format", "json", self.draft(text)).stdout)["documents"][0]["claims"]
        self.assertIsNone(claims[0]["period"])

    def test_a_company_is_the_subject(self):
        text = "점수가 공개됐다. 삼성은 100억원을 냈다. 구글이 매출 30억달러를 올렸다.\n"
        claims = json.loads(run("claims", "--format", "json", self.draft(text)).stdout)["documents"][0]["claims"]
        self.assertEqual([claim["subject"] for claim in claims], ["삼성", "구글"])

    def test_batch(self):
        lines = [json.dumps({"id": i, "text": text, "format": "markdown", "date": "2023-04-17"}) for i, text in enumerate(DRAFTS)]
        done = run("batch", stdin="\n".join(lines).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        out = [self.valid(line, "batch_line") for line in done.stdout.splitlines()]
        self.assertEqual([d["id"] for d in out], list(range(len(DRAFTS))))
        self.assertEqual(out[0]["findings"][0]["suggestions"][0]["replacement"], "2조6000억원")

    def test_spans_name_the_bytes_of_the_source(self):
        text = "😀 **올해** 20억달러(약 2600억원)를 쓴다.\r\n둘째 줄은 30%다.\n"
        document = json.loads(run("check", "--format", "jsonl", self.draft(text)).stdout)
        self.assertTrue(document["claims"])
        for claim in document["claims"]:
            span, source = claim["span"], text.encode()
            begin, end = span["byte"]
            self.assertEqual(source[begin:end].decode(), claim["text"])
            before = source[:begin].decode()
            self.assertEqual(span["utf16"][0], len(before.encode("utf-16-le")) // 2)
            self.assertEqual(span["line"], before.count("\n") + 1)
            self.assertEqual(span["column"], len(before) - (before.rfind("\n") + 1) + 1)


class ExitStatus(Case):
    def test_findings(self):
        self.assertEqual(run("check", "--date", "2023-04-17", self.draft(WRONG)).returncode, 1)
        self.assertEqual(run("check", "--date", "2023-04-17", self.draft(RIGHT)).returncode, 0)
        self.assertEqual(run("check", "--date", "2023-04-17", "--fail-on", "never", self.draft(WRONG)).returncode, 0)
        self.assertEqual(run("check", "--date", "2023-04-17", "--ignore", "currency-conversion", self.draft(WRONG)).returncode, 0)
        self.assertEqual(run("check", "--date", "2023-04-17", "--select", "currency-conversion", self.draft(WRONG)).returncode, 1)

    def test_standard_input(self):
        done = run("check", "-", "--date", "2023-04-17", "--stdin-filename", "desk/story.md", "--format", "concise", stdin=WRONG.encode())
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.decode().startswith("desk/story.md:1:"), done.stdout)

    def test_bad_options(self):
        draft = self.draft(RIGHT)
        self.refused(run("check", "--colour", draft), "--colour")
        self.refused(run("check", "--format", "yaml", draft), "yaml", "json")
        self.refused(run("check", "--format", "json=", draft), "json=FILE")
        self.refused(run("check", "--date", "2023-02-30", draft), "--date", "2023-02-30")
        self.refused(run("check", "--fail-on", "panic", draft), "--fail-on")
        self.refused(run("check", "--color", "pink", draft), "--color")
        self.refused(run("check", "--select", "no-such-rule", draft), "no-such-rule")
        self.refused(run("check", "--message-language", "fr", draft), "fr")
        self.refused(run("check", "--encoding", "klingon", draft), "KLINGON")
        self.refused(run("sing"))
        self.refused(run())
        self.refused(run("batch", "--threads", "0"), "--threads")
        self.refused(run("claims", "--format", "concise", draft), "concise")
        self.refused(run("explain", "no figure here"), "no figure")
        self.refused(run("convert", "hello", "USD"), "hello")
        self.refused(run("convert", "6.6조원", "XQX"), "XQX")

    def test_unreadable_inputs(self):
        missing = str(self.folder / "missing.md")
        self.refused(run("check", missing), "missing.md")
        done = run("check", missing, "--format", "json", self.draft(RIGHT))
        self.refused(done, "missing.md")
        self.assertEqual(len(json.loads(done.stdout)["documents"]), 1)
        self.refused(run("check", "--rates", missing, self.draft(RIGHT)), "missing.md")
        self.refused(run("check", "--rules", missing, self.draft(RIGHT)), "missing.md")

    def test_broken_rule_names_file_and_line(self):
        rules = self.folder / "rules"
        rules.mkdir()
        (rules / "mine.json").write_text('{\n  "id": "mine",\n  "surprise": 1\n}\n')
        self.refused(run("check", "--rules", str(rules), self.draft(RIGHT)), "mine.json:3", "surprise")

    def test_help_and_version(self):
        for args in (["--help"], ["--version"], ["check", "--help"]):
            done = run(*args)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"tieout", done.stdout)
            self.assertEqual(done.stderr, b"")


class Outputs(Case):
    def test_formats_to_files(self):
        json_file, text_file = self.folder / "out.json", self.folder / "out.txt"
        done = run("check", "--date", "2023-04-17", "--format", f"json={json_file}", "--format", f"text={text_file}", "--format", "concise",
                   self.draft(WRONG))
        self.assertEqual(done.returncode, 1)
        self.assertIn("[currency-conversion]", done.stdout.decode())
        self.valid(json_file.read_text())
        self.assertIn("^^^", text_file.read_text())

    def test_a_file_that_cannot_be_written(self):
        out = self.folder / "no" / "such" / "out.json"
        self.refused(run("check", "--output", str(out), self.draft(RIGHT)), "out.json")
        self.assertFalse(out.exists())

    def test_failed_run_leaves_the_old_file(self):
        out = self.folder / "out.json"
        out.write_text("old")
        self.refused(run("check", "--format", f"json={out}", str(self.folder / "missing.md")), "missing.md")
        self.assertEqual(out.read_text(), "old")

    def test_color(self):
        draft = self.draft(WRONG)
        self.assertNotIn(b"\x1b[", run("check", draft).stdout)
        self.assertIn(b"\x1b[", run("check", "--color", "always", draft).stdout)

    def test_message_language(self):
        draft = self.draft(WRONG)
        self.assertIn("오류", run("check", "--date", "2023-04-17", draft).stdout.decode())
        self.assertIn("error", run("check", "--date", "2023-04-17", "--message-language", "en", draft).stdout.decode())

    def test_directories(self):
        self.draft(RIGHT, "b.md")
        self.draft(RIGHT, "a.txt")
        self.draft(RIGHT, "c.py")
        run_ = json.loads(run("check", "--format", "json", str(self.folder)).stdout)
        self.assertEqual([pathlib.Path(d["path"]).name for d in run_["documents"]], ["a.txt", "b.md"])

    def test_show_config(self):
        config = json.loads(run("check", "--show-config", "--ignore", "currency-conversion").stdout)
        self.assertEqual([rule["id"] for rule in config["rules"] if not rule["on"]], ["currency-conversion"])

    def test_hostile_drafts(self):
        for text in (b"\xff\xfe\x00\x01", b"\x00" * 1000, b"1" * 100000, "억".encode() * 50000, b"(" * 100000, "20억달러(".encode() * 5000):
            done = run("check", "--format", "json", self.draft(text))
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
            if done.returncode < 2:
                self.valid(done.stdout)


class Statistics(Case):
    def test_counts_what_each_rule_did(self):
        result = run("check", "--statistics", "--date", "2023-04-17", self.draft(WRONG + RIGHT))
        rows = [line.split() for line in result.stderr.decode().splitlines()]
        self.assertEqual(rows[0], ["rule", "holds", "fails", "open"])
        self.assertIn(["currency-conversion", "1", "1", "0"], rows)
        self.assertEqual(rows[-1][:6], ["1", "drafts,", str(len((WRONG + RIGHT).encode())), "bytes,", "4", "figures,"])


class Batch(Case):
    def lines(self, done):
        return [self.valid(line, "batch_line") for line in done.stdout.splitlines()]

    def test_bad_lines_stand_in_their_place(self):
        given = ['{"id":"a","text":"매출 10억원"}', "not json", '{"id":"b"}', '{"id":"c","text":5}', "[]", "",
                 '{"id":"d","text":"x","date":"yesterday"}', '{"text":"x","lang":"fr","id":"e"}', '{"text":"x","format":"pdf","id":7}',
                 '{"id":"f","text":"10%","more":{"deep":[1,{"text":5}]},"date":null,"lang":null}', '{"text":"y"}']
        done = run("batch", stdin="\n".join(given).encode() + b"\n" + b'{"id":"g","text":"\xff"}')
        self.assertEqual(done.returncode, 2)
        out = self.lines(done)
        self.assertEqual([(o["id"], o.get("line")) for o in out],
                         [("a", None), (None, 2), ("b", 3), ("c", 4), (None, 5), ("d", 7), ("e", 8), (7, 9), ("f", None), (None, None), ("g", 12)])

    def test_comments_silence_and_severities_hold(self):
        comment = "//tieout-disable-next-line currency-conversion -- 계약\n"
        given = "".join(json.dumps({"text": text, "date": "2023-04-17"}) + "\n" for text in (WRONG, comment + WRONG, comment + RIGHT))
        found = lambda *args: [[(f["rule"], f["severity"]) for f in line["findings"]]
                               for line in self.lines(run("batch", *args, stdin=given.encode(), cwd=self.folder))]
        self.assertEqual(found(), [[("currency-conversion", "error")], [], [("unused-silence", "note")]])
        self.write(".tieout.json", '{"rules": {"currency-conversion": "note", "unused-silence": "off"}, "baseline": "known.json"}')
        self.write("known.json", '{"format":"tieout-baseline/1","findings":[]}')
        self.assertEqual(found(), [[("currency-conversion", "note")], [], []])

    def test_order_is_kept(self):
        count = 3000
        given = "".join(json.dumps({"id": str(i), "text": "매출 10억원. " * (i % 50), "lang": "ko"}) + "\n" for i in range(count)).encode()
        one = run("batch", "--threads", "1", stdin=given)
        many = run("batch", "--threads", "8", stdin=given)
        self.assertEqual([json.loads(line)["id"] for line in many.stdout.splitlines()], [str(i) for i in range(count)])
        self.assertEqual(one.stdout, many.stdout)

    def test_answers_a_pipe_that_stays_open(self):
        with subprocess.Popen([TIEOUT, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for i in range(3):
                process.stdin.write(json.dumps({"id": i, "text": "10억원"}).encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["id"], i)
            process.stdin.close()
            self.assertEqual(process.wait(30), 0)

    def test_all_numbers(self):
        line = json.dumps({"id": "a", "text": "twelve", "lang": "en"}).encode()
        self.assertEqual([c["value"] for c in json.loads(run("batch", "--all-numbers", stdin=line).stdout)["claims"]], ["12"])


    def test_html(self):
        text = "<!-- 9조원 --><p>회사는 <b>20억</b>달러(약 2600&#50;억원)를 쓴다.</p>"
        done = run("batch", stdin=json.dumps({"text": text, "format": "html", "date": "2023-04-17"}).encode())
        document = self.lines(done)[0]
        spans = [text.encode()[slice(*claim["span"]["byte"])].decode() for claim in document["claims"]]
        self.assertEqual(spans, ["20억</b>달러", "약 2600&#50;억원"])


class Readers(Case):
    """The readers of formats with markup, through the whole program."""

    def test_html_of_a_page(self):
        page = f"<html><head><meta property='article:published_time' content='2023-04-17T09:00:00+09:00'></head><body><p>{WRONG}</body>"
        document = self.valid(run("check", "--format", "json", self.draft(page, "page.html")).stdout)["documents"][0]
        self.assertEqual((document["date"], document["date_source"]), ("2023-04-17", "metadata"))
        self.assertEqual([f["rule"] for f in document["findings"]][:1], ["currency-conversion"])
        self.assertEqual(document["claims"][0]["span"]["column"], page.index("20억") + 1)

    def test_html_that_cannot_be_read_does_not_stop_the_others(self):
        done = run("check", "--format", "json", self.draft("<div>" * 100000, "deep.html"), self.draft(RIGHT))
        self.refused(done, "deep.html", "nested too deeply", "save the draft as")
        self.assertEqual(len(json.loads(done.stdout)["documents"]), 1)

    def test_places_in_other_encodings(self):
        text = "\U0001f600 첫 줄\r\n올해 20억달러(약 2600억원)를 쓴다.\r\n셋째 줄은 30%다.\n"
        marked = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
        for encoding, mark, options in [("cp949", b"", []), ("cp949", b"", ["--encoding", "EUC-KR"]), ("utf-16-le", b"", []), ("utf-16-be", b"", []),
                                        ("utf-16-le", b"", ["--encoding", "utf-16le"])] + [(e, m, []) for e, m in marked.items()]:
            with self.subTest(encoding=encoding, mark=mark, options=options):
                written = text if encoding != "cp949" else text[1:]
                done = run("check", "--format", "jsonl", "--date", "2023-04-17", *options, self.draft(mark + written.encode(encoding), "draft.txt"))
                document = self.valid(done.stdout, "document")
                self.assertEqual([f["rule"] for f in document["findings"] if f["severity"] == "error"], ["currency-conversion"])
                for claim in document["claims"]:
                    span, at = claim["span"], written.index(claim["text"])
                    self.assertEqual(span["byte"], [len(mark + written[:i].encode(encoding)) for i in (at, at + len(claim["text"]))])
                    self.assertEqual(span["utf16"][0], len(written[:at].encode("utf-16-le")) // 2)
                    self.assertEqual((span["line"], span["column"]), (written[:at].count("\n") + 1, at - written.rfind("\n", 0, at)))
                rdjson = json.loads(run("check", "--format", "rdjson", "--date", "2023-04-17", *options, str(self.folder / "draft.txt")).stdout)
                start = rdjson["diagnostics"][0]["location"]["range"]["start"]
                line = written.split("\n")[start["line"] - 1].encode()
                self.assertTrue(line[start["column"] - 1:].decode().startswith(("20억달러", "약 2600억원")), start)

    def test_markdown_beyond_its_bounds_is_said_to_be_read_as_text(self):
        document = self.valid(run("check", "--format", "jsonl", self.draft(">" * 200 + " 매출 3조원")).stdout, "document")
        self.assertIn("일반 글로", document["remarks"][0])


class Commands(Case):
    def test_explain(self):
        self.assertIn("# currency-conversion", run("explain", "currency-conversion").stdout.decode())
        figure = run("explain", "약 6조6000억원").stdout.decode()
        for words in ("money", "KRW", "about", "6,600,000,000,000", "이상"):
            self.assertIn(words, figure)
        draft = run("explain", self.draft(RIGHT), "--date", "2023-04-17").stdout.decode()
        self.assertIn("currency-conversion", draft)
        self.assertIn("20억달러", draft)

    def test_explain_a_place(self):
        path = self.draft("직원은 40명이다.\n\n" + WRONG)
        for spot in (":3", ":3:" + str(WRONG.index("약") + 1)):
            place = run("explain", path + spot, "--date", "2023-04-17").stdout.decode()
            for words in ("2,000,000,000 USD", "245,000,000,000 KRW 이상", "currency-conversion: 성립하지 않음", "오류: 20억달러는",
                          "10배", "2조6000억원"):
                self.assertIn(words, place, spot)
            self.assertNotIn("40명", place)
        self.assertIn("견주어 볼 수치가 없습니다", run("explain", path + ":1").stdout.decode())
        self.refused(run("explain", path + ":2"), path + ":2", "no figure stands there")
        self.refused(run("explain", path + ":3:1"), "no figure stands there")
        self.assertIn("2 명", run("explain", "2명:1").stdout.decode())  # no file's name

    def test_rules(self):
        self.assertIn("currency-conversion", run("rules", "list").stdout.decode())
        self.assertEqual(run("rules").stdout, run("rules", "list").stdout)

    def test_convert(self):
        out = run("convert", "6.6조원", "USD", "--date", "2023-04-17").stdout.decode()
        for words in ("USD", "KRW", "rate", "range", "2023-04-17"):
            self.assertIn(words, out)


if __name__ == "__main__":
    unittest.main()
