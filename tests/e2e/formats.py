#!/usr/bin/env python3
"""Every output format against its published schema, with the places it names checked against the draft itself. Usage: formats.py TIEOUT"""
import json
import re
import subprocess
import xml.etree.ElementTree as ET

import jsonschema
from harness import ROOT, Case, main, run

SCHEMAS = ROOT / "tests/schemas"
THREE = "fixtures/formats/three.ko.md"
# What is wrong in that draft, in the order of the report: the rule, the words it points at and the suggested ones.
FOUND = [("currency-conversion", "1조3000억원", "1조3000억원", "13조원"),
         ("currency-conversion", "약 2600억원", "2600억원", "2조6000억원"),
         ("weekday-date", "2023년 4월 17일(화)", "화", "월")]
HOSTILE = ["", "\n", "숫자 없는 원고.\n", b"\xff\xfe\x00\x01", b"2\x00\x01\x1b[31m 20\xec\x96\xb5\xeb\x8b\xac\xeb\x9f\xac(2600\xec\x96\xb5\xec\x9b\x90)\n",
           "]]> --> <b>&amp;\" 20억달러(약 2600억원) ::error::%0A\n", "😀" * 300 + "20억달러(약 2600억원)\n", "20억달러(약 2600억원)\r\n" * 3]


def load(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


SARIF = jsonschema.Draft4Validator(load("sarif-2.1.0-rtm.5.json"))
RDJSON = jsonschema.Draft7Validator(load("rdjson.schema.json"))
GITLAB = jsonschema.Draft7Validator(load("gitlab-codequality.schema.json"))


def check(form, *paths, cwd=ROOT):
    done = run("check", "--format", form, *paths, cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.decode()


def line_of(number):
    return (ROOT / THREE).read_text(encoding="utf-8").split("\n")[number - 1]


class Formats(Case):
    def valid_json(self, validator, text):
        parsed = json.loads(text)
        self.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(parsed)], [])
        return parsed

    def valid_junit(self, text):
        file = self.folder / "out.xml"
        file.write_text(text, encoding="utf-8")
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", SCHEMAS / "junit.xsd", file], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return ET.fromstring(text)

    def test_sarif(self):
        run_ = self.valid_json(SARIF, check("sarif", THREE))["runs"][0]
        self.assertEqual(run_["columnKind"], "unicodeCodePoints")
        rules = run_["tool"]["driver"]["rules"]
        self.assertEqual(len(run_["results"]), len(FOUND))
        for result, (rule, words, wrong, right) in zip(run_["results"], FOUND):
            self.assertEqual(rules[result["ruleIndex"]]["id"], rule)
            self.assertEqual(result["ruleId"], rule)
            self.assertEqual(self.region(result["locations"][0]["physicalLocation"]["region"]), words)
            self.assertRegex(result["partialFingerprints"]["tieout/v1"], "^[0-9a-f]{16}$")
            replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
            self.assertEqual(self.region(replacement["deletedRegion"]), wrong)
            self.assertEqual(replacement["insertedContent"]["text"], right)
            for related in result.get("relatedLocations", []):
                self.assertEqual(self.region(related["physicalLocation"]["region"]), related["message"]["text"])
        for rule in rules:
            page = (ROOT / "docs/rules" / (rule["id"] + ".md")).read_text(encoding="utf-8")
            self.assertEqual(rule["help"]["markdown"], page)

    def region(self, region):
        self.assertEqual(region["startLine"], region["endLine"])
        return line_of(region["startLine"])[region["startColumn"] - 1:region["endColumn"] - 1]

    def test_sarif_paths_are_uris(self):
        (self.folder / "원고 #1.md").write_text("20억달러(약 2600억원)\n", encoding="utf-8")
        result = json.loads(check("sarif", "./원고 #1.md", cwd=self.folder))["runs"][0]["results"][0]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        self.assertEqual(uri, "%EC%9B%90%EA%B3%A0%20%231.md")
        result = json.loads(check("sarif", str(self.folder / "원고 #1.md")))["runs"][0]["results"][0]
        self.assertTrue(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///"))

    def test_rdjson_counts_bytes(self):
        diagnostics = self.valid_json(RDJSON, check("rdjson", THREE))["diagnostics"]

        def words(range_):
            self.assertEqual(range_["start"]["line"], range_["end"]["line"])
            return line_of(range_["start"]["line"]).encode()[range_["start"]["column"] - 1:range_["end"]["column"] - 1].decode()

        found = [(d["code"]["value"], words(d["location"]["range"]), words(d["suggestions"][0]["range"]), d["suggestions"][0]["text"])
                 for d in diagnostics]
        self.assertEqual(found, FOUND)
        self.assertEqual({d["location"]["path"] for d in diagnostics}, {THREE})
        self.assertEqual({d["severity"] for d in diagnostics}, {"ERROR"})

    def test_github(self):
        # As the runner reads a line: properties behind the command's name, then "::" and the message.
        unescape = lambda text: text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        lines = check("github", THREE).splitlines()
        self.assertEqual(len(lines), len(FOUND))
        for line, (rule, words, wrong, right) in zip(lines, FOUND):
            command, properties, message = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line).groups()
            read = {key: unescape(value) for key, value in (pair.split("=", 1) for pair in properties.split(","))}
            self.assertEqual((command, read["file"], read["title"]), ("error", THREE, "tieout: " + rule))
            self.assertEqual(line_of(int(read["line"]))[int(read["col"]) - 1:int(read["endColumn"]) - 1], words)
            self.assertIn(f"{wrong} → {right}", unescape(message))

    def test_github_escapes(self):
        (self.folder / "a,b:c%.md").write_text("20억달러(약 2600억원)\n", encoding="utf-8")
        line = check("github", "a,b:c%.md", cwd=self.folder)
        self.assertTrue(line.startswith("::error file=a%2Cb%3Ac%25.md,line=1,"), line)
        self.assertEqual(line.count("\n"), 1)

    def test_gitlab(self):
        issues = self.valid_json(GITLAB, check("gitlab", THREE, THREE))
        self.assertEqual([i["check_name"] for i in issues], [rule for rule, *_ in FOUND] * 2)
        self.assertEqual(len({i["fingerprint"] for i in issues}), len(issues))
        self.assertEqual({i["location"]["path"] for i in issues}, {THREE})
        for issue, (_, words, *_) in zip(issues, FOUND):
            begin, end = (issue["location"]["positions"][which] for which in ("begin", "end"))
            self.assertEqual(line_of(begin["line"])[begin["column"] - 1:end["column"] - 1], words)

    def test_junit(self):
        suites = self.valid_junit(check("junit", THREE))
        suite = suites.find("testsuite")
        self.assertEqual((suite.get("name"), suite.get("tests"), suite.get("failures")), (THREE, "4", "3"))
        cases = suite.findall("testcase")
        self.assertEqual(len(cases), 4)
        self.assertEqual([case.find("failure") is not None for case in cases], [True, True, True, False])
        self.assertIn("13조원", cases[0].find("failure").text)

    def test_whatever_the_draft(self):
        paths = []
        for i, text in enumerate(HOSTILE):
            path = self.folder / f"{i}.md"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path.name)
        for group in [[path] for path in paths] + [paths]:
            self.valid_json(SARIF, check("sarif", *group, cwd=self.folder))
            self.valid_json(RDJSON, check("rdjson", *group, cwd=self.folder))
            self.valid_json(GITLAB, check("gitlab", *group, cwd=self.folder))
            self.valid_junit(check("junit", *group, cwd=self.folder))
            for line in check("github", *group, cwd=self.folder).splitlines():
                self.assertRegex(line, r"^::(error|warning|notice) file=")

    def test_all_at_once(self):
        names = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"]
        arguments = [part for name in names for part in ("--format", f"{name}={self.folder / name}")]
        done = run("check", *arguments, THREE)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        for name in names:
            self.assertEqual((self.folder / name).read_text(encoding="utf-8"), check(name, THREE), name)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(names))

    def test_a_file_that_cannot_be_written_leaves_the_others(self):
        done = run("check", "--format", f"sarif={self.folder}/no/such/out", "--format", f"junit={self.folder}/out.xml", THREE)
        self.refused(done, "no/such/out", "directory")
        self.valid_junit((self.folder / "out.xml").read_text(encoding="utf-8"))
        self.refused(run("check", "--format", f"sarif={self.folder}", THREE), str(self.folder))


if __name__ == "__main__":
    main()
