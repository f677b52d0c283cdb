#!/usr/bin/env python3
"""What the build has compiled says the same as the files it was made of. Usage: snapshot.py TIEOUT TIEOUT_WITHOUT_SNAPSHOT"""
import json
import pathlib
import re
import subprocess
import sys

from harness import ROOT, TIEOUT, Case, main

WITHOUT = pathlib.Path(sys.argv.pop(1)).resolve()
COMMENT = re.compile(r"^ *//.*$", re.MULTILINE)
FORMATS = {".md": "markdown", ".html": "html", ".txt": "text"}


def drafts():
    """Every fixture that is a draft, and every example that a rule carries."""
    for folder in ("articles", "formats", "readers"):
        for path in sorted((ROOT / "fixtures" / folder).iterdir()):
            if path.suffix in FORMATS:
                text = path.read_text(encoding="utf-8-sig")
                yield {"id": path.name, "text": text, "format": FORMATS[path.suffix], "date": "2023-04-17"}
    for path in sorted((ROOT / "rules/checks").glob("*.json")):
        for language, examples in json.loads(COMMENT.sub("", path.read_text()))["examples"].items():
            for example in examples:
                yield {"id": path.stem, "text": example.get("fails", example.get("holds")), "lang": language,
                       "date": example.get("date", "2023-04-17")}


class Snapshot(Case):
    def both(self, *args, stdin=b""):
        done = [subprocess.run([binary, *args], input=stdin, capture_output=True, cwd=ROOT, check=False) for binary in (TIEOUT, WITHOUT)]
        self.assertEqual(done[0].returncode, done[1].returncode)
        self.assertEqual(done[0].stdout, done[1].stdout)
        self.assertEqual(done[0].stderr, done[1].stderr)
        return done[0].stdout

    def test_batch_is_the_same(self):
        lines = [json.dumps(draft, ensure_ascii=False) for draft in drafts()]
        out = self.both("batch", stdin="\n".join(lines).encode())
        self.assertEqual(out.count(b"\n"), len(lines))
        self.assertGreater(len(lines), 400)
        self.assertGreater(out.count(b'"rule"'), 100)

    def test_rules_are_the_same(self):
        self.both("rules", "list")
        self.assertIn(b"0 failed", self.both("rules", "test"))
        self.both("check", "fixtures/formats/three.ko.md", "--format", "sarif")

    def test_rules_of_a_directory_come_on_top(self):
        rule = (ROOT / "rules/checks/growth-rate.json").read_text()
        self.write("own-growth.json", rule.replace('"id": "growth-rate"', '"id": "own-growth"', 1))
        self.assertIn(b"own-growth", self.both("rules", "list", "--rules", str(self.folder)))
        self.assertIn(b"0 failed", self.both("rules", "test", "--rules", str(self.folder)))


if __name__ == "__main__":
    main()
