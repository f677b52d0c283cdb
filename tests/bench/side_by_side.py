#!/usr/bin/env python3
"""The same text through tieout and through what one would otherwise run over it. Usage:
side_by_side.py TIEOUT [--corpus FILE.jsonl] [--modules DIR] [--megabytes N]

The corpus is JSON Lines as `batch` takes them; without one the project's own articles are repeated. What is not installed is left
out: ripgrep (rg), and of DIR/node_modules the packages @microsoft/recognizers-text-suite and textlint with
textlint-rule-no-todo. Each row is the processor's time of a whole process, the best of three; MB are 10^6 bytes of article text."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NUMBERS = r"[0-9][0-9,.]*\s*(조|억|만|천|%|원|달러|유로|명|개|billion|million|percent)"
RECOGNIZE = """
const suite = require("@microsoft/recognizers-text-suite");
const lines = require("fs").readFileSync(process.argv[1], "utf8").split("\\n");
let found = 0;
for (const line of lines) found += suite.%s(line, process.argv[2]).length;
console.error(found);
"""


class Bench:
    def __init__(self, tieout, corpus, modules, folder):
        self.tieout, self.folder = tieout, pathlib.Path(folder)
        self.modules = pathlib.Path(modules).resolve() if modules else None
        if corpus:
            self.drafts = [json.loads(line) for line in pathlib.Path(corpus).read_text(encoding="utf-8").split("\n") if line]
        else:
            self.drafts = [{"text": path.read_text(encoding="utf-8"), "lang": path.stem.rsplit(".", 1)[-1], "date": "2023-04-17"}
                           for path in sorted((ROOT / "fixtures/articles").glob("*.md"))]

    def sample(self, megabytes):
        """The corpus as lines of drafts and as plain text, repeated or cut to a size."""
        drafts, size = [], 0
        while size < megabytes * 1e6:
            for draft in self.drafts:
                drafts.append(draft)
                size += len(draft["text"].encode())
                if size >= megabytes * 1e6:
                    break
        lines, text = self.folder / "drafts.jsonl", self.folder / "text.txt"
        lines.write_text("\n".join(json.dumps(draft, ensure_ascii=False) for draft in drafts) + "\n", encoding="utf-8")
        text.write_text("\n".join(draft["text"] for draft in drafts) + "\n", encoding="utf-8")
        return lines, text, size

    def row(self, what, size, command, stdin=None, runs=3):
        times = []
        for _ in range(runs):
            with open(stdin or os.devnull, "rb") as source:
                process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                           cwd=self.modules or self.folder)
                _, status, usage = os.wait4(process.pid, 0)
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit(f"it failed: {' '.join(map(str, command))}")
            times.append(usage.ru_utime + usage.ru_stime)
        speed = size / 1e6 / min(times)
        self.first = getattr(self, "first", speed)
        print(f"{what:<52} {speed:10.3f} MB/s {speed / self.first:12.5f}", flush=True)

    def has(self, package):
        return self.modules and shutil.which("node") and (self.modules / "node_modules" / package).is_dir()

    def run(self, megabytes):
        print(f"{'':<52} {'':>15} {'to tieout':>12}")
        lines, text, size = self.sample(megabytes)
        self.row("tieout batch: figures, claims, checks, findings", size, [self.tieout, "batch", "--threads", "1"], lines)
        self.row("tieout claims: figures and claims of one draft", size, [self.tieout, "claims", "--format", "json", text])
        if shutil.which("rg"):
            self.row("ripgrep: count the lines with a number and a unit", size, ["rg", "--count", "--threads", "1", NUMBERS, text])
        if self.has("@microsoft/recognizers-text-suite"):
            # So slow that a tenth of a megabyte must do.
            lines, text, size = self.sample(0.1)
            language = "ko-kr" if self.drafts[0].get("lang") == "ko" else "en-us"
            for function in ("recognizeNumber", "recognizeCurrency"):
                self.row(f"Recognizers-Text, {language}: {function}", size, ["node", "-e", RECOGNIZE % function, text, language], runs=1)
        if self.has("textlint") and self.has("textlint-rule-no-todo"):
            lines, text, size = self.sample(1)
            self.row("textlint with one rule", size, ["node", "node_modules/.bin/textlint", "--rule", "no-todo", text], runs=1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tieout")
    parser.add_argument("--corpus")
    parser.add_argument("--modules")
    parser.add_argument("--megabytes", type=float, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Bench(str(pathlib.Path(options.tieout).resolve()), options.corpus, options.modules, folder).run(options.megabytes)


if __name__ == "__main__":
    main()
