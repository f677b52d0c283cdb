#!/usr/bin/env python3
"""Compares whole reports on fixtures/articles with those approved in fixtures/reports/. Usage: golden.py TIEOUT; `./dev approve` accepts
what is printed now (TIEOUT_APPROVE=1)."""
import difflib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = ROOT / "fixtures/reports"
THREE = "fixtures/formats/three.ko.md"
FORMATS = ["github", "gitlab", "junit", "rdjson", "sarif"]
ARTICLES = ["generative-ai-race.ko.md", "generative-ai-race.magnitude-slip.ko.md", "generative-ai-race.stake-value.ko.md"]
OPTIONS = {"txt": [], "verified.txt": ["--show-verified"], "concise": ["--format", "concise"]}


def reports():
    """Every report: the name of its file and the options that make it."""
    for article in ARTICLES:
        for ending, options in OPTIONS.items():
            yield f"{article}.{ending}", [f"fixtures/articles/{article}", "--date", "2023-04-17", *options]
    for form in FORMATS:
        yield f"three.ko.md.{form}", [THREE, "--format", form]


def printed(binary, name, options):
    text = subprocess.run([binary, "check", *options], cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout.decode()
    if not name.endswith(".sarif"):
        return text
    # The rules' help pages are docs/rules/, which have their own test.
    log = json.loads(text)
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        del rule["help"]
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def main(binary):
    approve = os.environ.get("TIEOUT_APPROVE") == "1"
    count = failed = 0
    for name, options in reports():
        path = REPORTS / name
        actual = printed(pathlib.Path(binary).resolve(), name, options)
        count += 1
        if approve:
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8")
            continue
        approved = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual != approved:
            failed += 1
            sys.stdout.writelines(difflib.unified_diff(approved.splitlines(True), actual.splitlines(True), name, "printed now"))
    if not approve:
        print(f"{count} reports, {failed} differ" + (" (./dev approve accepts them)" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
