#!/usr/bin/env python3
"""Compares whole reports on fixtures/articles with those approved in fixtures/reports/. Usage: golden.py TIEOUT; `./dev approve` accepts
what is printed now (TIEOUT_APPROVE=1)."""
import difflib
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = ROOT / "fixtures/reports"
ARTICLES = ["generative-ai-race.ko.md", "generative-ai-race.magnitude-slip.ko.md", "generative-ai-race.stake-value.ko.md"]
OPTIONS = {"txt": [], "verified.txt": ["--show-verified"], "concise": ["--format", "concise"]}


def main(binary):
    approve = os.environ.get("TIEOUT_APPROVE") == "1"
    failed = 0
    for article in ARTICLES:
        for ending, options in OPTIONS.items():
            path = REPORTS / f"{article}.{ending}"
            command = [pathlib.Path(binary).resolve(), "check", f"fixtures/articles/{article}", "--date", "2023-04-17", *options]
            actual = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout.decode()
            if approve:
                path.parent.mkdir(exist_ok=True)
                path.write_text(actual, encoding="utf-8")
                continue
            approved = path.read_text(encoding="utf-8") if path.exists() else ""
            if actual != approved:
                failed += 1
                sys.stdout.writelines(difflib.unified_diff(approved.splitlines(True), actual.splitlines(True), str(path.name), "printed now"))
    if not approve:
        print(f"{len(ARTICLES) * len(OPTIONS)} reports, {failed} differ" + (" (./dev approve accepts them)" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
