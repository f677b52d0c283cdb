#!/usr/bin/env python3
"""Whole processes, as a user starts them: how fast an archive is read, how soon a draft is checked, and whether both grow with
what they are given and no faster. Usage: process.py TIEOUT [--corpus FILE.jsonl] [--quick]

The corpus is JSON Lines as `batch` takes them; without one the project's own articles are repeated. MB are 10^6 bytes of article
text, not of JSON. Times are the processor's for `batch` (user and system, the best of three) and the clock's for `check` (median)."""
import argparse
import json
import math
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DRAFT = ROOT / "fixtures/articles/generative-ai-race.ko.md"


def cost(command, stdin=None):
    """Seconds of the processor, seconds of the clock, MiB of memory at most."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"it failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024


def exponent(points):
    """The slope of log cost over log size, by least squares."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(max(y, 1e-6)) for _, y in points]
    x, y = statistics.mean(xs), statistics.mean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)


class Bench:
    def __init__(self, tieout, corpus, quick, folder):
        self.tieout, self.quick, self.folder = tieout, quick, pathlib.Path(folder)
        if corpus:
            lines = [line for line in pathlib.Path(corpus).read_text(encoding="utf-8").split("\n") if line]
        else:
            lines = [json.dumps({"text": path.read_text(encoding="utf-8"), "date": "2023-04-17", "format": "markdown"})
                     for path in sorted((ROOT / "fixtures/articles").glob("*.md"))]
        self.lines = lines
        self.bytes = sum(len(json.loads(line)["text"].encode()) for line in lines)

    def row(self, what, value):
        print(f"{what:<58} {value}", flush=True)

    def batch_file(self, megabytes):
        times = max(1, round(megabytes * 1e6 / self.bytes))
        path = self.folder / f"{megabytes}.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            for _ in range(times):
                out.write("\n".join(self.lines) + "\n")
        return path, times * self.bytes

    def batch(self, path, threads):
        runs = []
        for _ in range(1 if self.quick else 3):
            with open(path, "rb") as lines:
                runs.append(cost([self.tieout, "batch", "--threads", str(threads)], lines))
        return min(runs), min(run[1] for run in runs)

    def archive(self):
        small, large = (2, 8) if self.quick else (20, 200)
        path, size = self.batch_file(small)
        (used, _, memory), one = self.batch(path, 1)
        _, two = self.batch(path, 2)
        self.row(f"batch, {small} MB, one thread: MB/s of the processor's time", f"{size / 1e6 / used:.2f}")
        self.row("two threads by one, by the clock", f"{one / two:.2f}")
        path, size = self.batch_file(large)
        (_, _, more), _ = self.batch(path, 1)
        self.row(f"memory at most, {small} MB and {large} MB: MiB", f"{memory:.0f} and {more:.0f}")

    def draft(self):
        path = self.folder / "draft.md"
        path.write_text((DRAFT.read_text(encoding="utf-8") + "\n") * (5000 // DRAFT.stat().st_size), encoding="utf-8")
        command = [self.tieout, "check", "--no-config", "--date", "2023-04-17", str(path)]
        runs = sorted(cost(command)[1] for _ in range(10 if self.quick else 40))
        self.row(f"check of a draft of {path.stat().st_size} bytes, whole process: ms", f"{statistics.median(runs) * 1000:.1f}")
        runs = [cost([self.tieout, "--version"])[1] for _ in range(10)]
        self.row("--version: ms", f"{statistics.median(runs) * 1000:.1f}")

    def growth(self):
        text = "".join(json.loads(line)["text"] + "\n\n" for line in self.lines)
        points = []
        for megabytes in (1, 2, 4) if self.quick else (1, 4, 16, 64):
            path = self.folder / "draft.txt"
            whole = text.encode() * (int(megabytes * 1e6 / len(text.encode())) + 1)
            path.write_text(whole[:int(megabytes * 1e6)].decode(errors="ignore"), encoding="utf-8")
            points.append((megabytes, cost([self.tieout, "claims", "--no-config", str(path)])[0]))
        self.row("one draft of " + ", ".join(f"{x}" for x, _ in points) + " MB, figures read: s", ", ".join(f"{y:.2f}" for _, y in points))
        self.row("  grows with the power", f"{exponent(points):.2f}")
        points = []
        for figures in (1000, 10000) if self.quick else (100, 1000, 10000, 100000):
            path = self.folder / "figures.txt"
            path.write_text("".join(f"매출은 {i % 900 + 100}억원에서 {i % 800 + 150}억원으로 {i % 90 + 1}% 늘었다. " for i in range(figures // 3)),
                            encoding="utf-8")
            points.append((figures, cost([self.tieout, "check", "--no-config", "--format", "json", str(path)])[0]))
        start = cost([self.tieout, "check", "--no-config", "--format", "json", os.devnull])[0]
        self.row("a draft of " + ", ".join(f"{x}" for x, _ in points) + " figures, checked: s", ", ".join(f"{y:.2f}" for _, y in points))
        self.row("  grows, without the start, with the power", f"{exponent([(x, y - start) for x, y in points[-2:]]):.2f}")

    def rules(self):
        """What further rules cost, those of a newsroom's own directory: copies of a built-in one under other names."""
        built_in = json.loads((ROOT / "rules/checks/growth-rate.json").read_text(encoding="utf-8"))
        path, _ = self.batch_file(1 if self.quick else 5)
        points, used = [], []
        for count in (1, 10, 30) if self.quick else (1, 10, 100, 1000):
            folder = self.folder / f"rules-{count}"
            folder.mkdir()
            for i in range(count):
                rule = {**built_in, "id": f"copy-{i}"}
                (folder / f"copy-{i}.json").write_text(json.dumps(rule, ensure_ascii=False), encoding="utf-8")
            command = [self.tieout, "batch", "--no-config", "--threads", "1", "--rules", str(folder)]
            with open(path, "rb") as lines, open(os.devnull, "rb") as nothing:
                used.append(cost(command, lines)[0] - cost(command, nothing)[0])
            points.append((count, used[-1]))
        with open(path, "rb") as lines:
            alone = cost([self.tieout, "batch", "--no-config", "--threads", "1"], lines)[0]
        self.row("  " + ", ".join(f"{x}" for x, _ in points) + " rules more, their loading left out: s", ", ".join(f"{y:.2f}" for _, y in points))
        self.row("  grows, without the built-in rules, with the power", f"{exponent([(x, y - alone) for x, y in points[-2:]]):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tieout")
    parser.add_argument("--corpus")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.tieout, options.corpus, options.quick, folder)
        bench.archive()
        bench.draft()
        bench.growth()
        bench.rules()


if __name__ == "__main__":
    sys.exit(main())
