#!/usr/bin/env python3
"""Files of drafts in JSON Lines, checked as drafts of their own with places in the file. Usage: draft_lines.py TIEOUT"""
import json
import xml.etree.ElementTree as ET

import jsonschema
from harness import ROOT, Case, main, run

SCHEMA = jsonschema.Draft7Validator(json.loads((ROOT / "docs/schema/tieout-1.schema.json").read_text(encoding="utf-8")))
WRONG = "회사는 공장에 20억달러(약 2600억원)를 쓴다."
RIGHT = "회사는 공장에 20억달러(약 2조6000억원)를 쓴다."
FIRST = '{"id":"a\\u00e9","more":["text",{"text":"9조원"}],"text":"\\ud83d\\ude00 머리 \\"글\\"\\n\\n회사는 공장에 20억\\ub2ec러(약 2600억원)를 쓴다."}'
LINES = ["", FIRST, "no draft", json.dumps({"text": RIGHT}), '{"id":"c"}', json.dumps({"id": 7, "text": f"<p>{WRONG}</p>", "format": "html"},
                                                                                      ensure_ascii=False)]


class DraftLines(Case):
    def setUp(self):
        super().setUp()
        self.text = "\r\n".join(LINES)
        self.write("drafts.jsonl", self.text)

    def check(self, *args, **more):
        return run("check", "--no-config", "--date", "2023-04-17", *args, cwd=self.folder, **more)

    def test_places_are_those_of_the_file(self):
        done = self.check("--format", "json", "drafts.jsonl")
        self.assertEqual(done.returncode, 2)
        self.assertEqual([line.split(" (")[0] for line in done.stderr.decode().splitlines()],
                         ["tieout: drafts.jsonl:3: no JSON object: wrong at byte 2", 'tieout: drafts.jsonl:5: "text" is missing'])
        whole = json.loads(done.stdout)
        SCHEMA.validate(whole)
        self.assertEqual([(d["path"], d["line"], d["id"]) for d in whole["documents"]],
                         [("drafts.jsonl", 2, "aé"), ("drafts.jsonl", 4, None), ("drafts.jsonl", 6, 7)])
        self.assertEqual([len(d["findings"]) for d in whole["documents"]], [1, 0, 1])
        lines = self.text.split("\n")
        for document in whole["documents"]:
            for claim in document["claims"]:
                span = claim["span"]
                begin, end = span["byte"]
                written = self.text.encode()[begin:end].decode()
                self.assertEqual(json.loads(f'"{written}"'), claim["text"])
                line = lines[span["line"] - 1]
                self.assertEqual((span["line"], line[span["column"] - 1:][:len(written)]), (document["line"], written))
                self.assertEqual(self.text.encode("utf-16-le")[2 * span["utf16"][0]:2 * span["utf16"][1]].decode("utf-16-le"), written)

    def test_every_format_names_file_and_line(self):
        column = FIRST.index("약") + 1
        out = lambda form: self.check("--format", form, "drafts.jsonl").stdout.decode()
        self.assertIn(f"drafts.jsonl:2:{column}: 오류 [currency-conversion] (aé)", out("text"))
        self.assertIn(f"drafts.jsonl:2:{column}: error: ", out("concise"))
        self.assertIn(f"::error file=drafts.jsonl,line=2,endLine=2,col={column},", out("github"))
        self.assertEqual([i["location"]["positions"]["begin"]["line"] for i in json.loads(out("gitlab"))], [2, 6])
        start = json.loads(out("rdjson"))["diagnostics"][0]["location"]["range"]["start"]
        self.assertEqual(start, {"line": 2, "column": len(FIRST[:column - 1].encode()) + 1})
        results = json.loads(out("sarif"))["runs"][0]["results"]
        self.assertEqual([(r["locations"][0]["physicalLocation"]["region"]["startLine"], r["locations"][0]["logicalLocations"][0]["name"])
                          for r in results], [(2, "aé"), (6, "7")])
        self.assertEqual([suite.get("name") for suite in ET.fromstring(out("junit"))], ["drafts.jsonl:2 (aé)", "drafts.jsonl:4", "drafts.jsonl:6 (7)"])
        for title in ("drafts.jsonl:2 (aé)", "drafts.jsonl:4"):
            self.assertIn(f"<h1>{title}</h1>", out("html"))

    def test_corrections_are_refused(self):
        for option, words in (("--fix", "was left as it is"), ("--diff", "no diff"), ("--format=diff=out.diff", "no diff")):
            done = self.check(option, "drafts.jsonl")
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr.decode().count(words), 1, done.stderr.decode())
            self.assertEqual((self.folder / "drafts.jsonl").read_bytes().decode(), self.text)
        self.assertEqual((self.folder / "out.diff").read_bytes(), b"")
        self.write("right.jsonl", json.dumps({"text": RIGHT}))
        self.assertEqual(self.check("--diff", "right.jsonl").returncode, 0)

    def test_comments_and_baselines(self):
        comment = "//tieout-disable-next-line currency-conversion -- 계약\n"
        self.write("a.jsonl", json.dumps({"text": comment + WRONG}) + "\n" + json.dumps({"id": "b", "text": WRONG}) + "\n")
        self.assertEqual(self.check("--format", "concise", "a.jsonl").stdout.decode().count("a.jsonl:2:"), 1)
        self.assertEqual(self.check("--format", "concise", "a.jsonl").stdout.count(b"\n"), 1)
        self.check("--write-baseline", "known.json", "a.jsonl")
        self.assertEqual(self.check("--baseline", "known.json", "a.jsonl").returncode, 0)
        # Known by its id, wherever it stands; another draft with the same mistake is new.
        self.write("a.jsonl", "\n" * 5 + json.dumps({"id": "b", "text": WRONG}))
        self.assertEqual(self.check("--baseline", "known.json", "a.jsonl").returncode, 0)
        self.write("a.jsonl", json.dumps({"id": "c", "text": WRONG}))
        self.assertEqual(self.check("--baseline", "known.json", "a.jsonl").returncode, 1)

    def test_what_a_line_says(self):
        self.write("a.ndjson", json.dumps({"text": RIGHT, "date": "2020-01-02", "lang": "en"}) + "\n\n")
        document = json.loads(run("check", "--no-config", "--format", "jsonl", "a.ndjson", cwd=self.folder).stdout)
        self.assertEqual((document["date"], document["date_source"], document["language"]), ("2020-01-02", "metadata", "en"))
        self.assertEqual(json.loads(self.check("--format", "jsonl", "a.ndjson").stdout)["date_source"], "option")
        done = run("claims", "--no-config", "-", "--stdin-filename", "x.jsonl", stdin=json.dumps({"id": "q", "text": WRONG}).encode())
        self.assertIn("x.jsonl:1 (q)\n", done.stdout.decode())

    def test_directories_hold_json_lines_of_any_kind(self):
        self.write("desk/data.jsonl", '{"price": 1}\n')
        self.write("desk/a.md", RIGHT)
        done = self.check("--format", "json", "desk")
        self.assertEqual((done.returncode, done.stderr, len(json.loads(done.stdout)["documents"])), (0, b"", 1))

    def test_empty_and_hostile(self):
        for text in (b"", b"\n\n", b'\xef\xbb\xbf{"text":"3\xec\xa1\xb0\xec\x9b\x90"}', b'{"text":"' + b"\\u0000" * 1000 + b'"}', b'{"text":"\\ud83d"}',
                     b'{"text":"a","text":"3\xec\xa1\xb0"}', b"[" * 100000, b'{"id":"' + b"x" * 100000 + b'","text":""}', b'{"text":"a\rb"}\r{}'):
            self.write("a.jsonl", text)
            done = self.check("--format", "json", "a.jsonl")
            self.assertIn(done.returncode, (0, 2))
            self.assertLess(done.stderr.count(b"\n"), 2)


if __name__ == "__main__":
    main()
