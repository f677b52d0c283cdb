#!/usr/bin/env python3
"""What nobody should send, and everybody does some day: each ends in a right answer or one clear line, in bounded time and memory, with
nothing half-written. docs/limits.md names the bounds."""
import json
import os
import pathlib
import resource
import signal
import subprocess
import time

from harness import TIEOUT, Case, main, run

WRONG = "회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n"
RIGHT = "회사는 현지 공장에 20억달러(약 2조6000억원)를 쓴다.\n"


class Sizes(Case):
    def measured(self, content, *args, name="a.txt", command="check"):
        """The run's output, and how many bytes of memory each byte of the draft took."""
        path = self.write(name, content)
        with open(self.folder / "out", "wb") as out, open(self.folder / "err", "wb") as err:
            process = subprocess.Popen([TIEOUT, command, "--no-config", *args, path], stdout=out, stderr=err)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.assertIn(process.returncode, (0, 1), (self.folder / "err").read_text())
        return (self.folder / "out").read_bytes(), used

    def test_100_mb_on_one_line(self):
        out, used = self.measured((WRONG + "\n" + "가" * 2000).encode() + b"x" * 100_000_000, "--format", "concise")
        self.assertEqual(out.count(b"\n"), 1, out[:200])
        self.assertIn(b":1:", out)
        if "asan" not in str(TIEOUT):
            self.assertLess(used.ru_maxrss, 1 << 20)  # KiB

    def test_many_figures(self):
        _, few = self.measured("3조원, " * 5_000, "--format", "json")
        out, many = self.measured("3조원, " * 20_000, "--format", "json")
        self.assertEqual(out.count(b'"kind":"money"'), 20_000)
        self.assertLess(many.ru_utime, 10 * few.ru_utime + 1)

    def test_a_million_figures(self):
        # Digits and commas only: figures that say nothing, but have to be looked at.
        for text in ("7," * 1_000_000, "7" * 1_000_000, "만" * 1_000_000):
            self.measured(text, "--format", "concise")

    def test_parentheses(self):
        out, _ = self.measured("(" * 100_000 + "3조원" + ")" * 100_000, "--format", "json")
        self.assertEqual(out.count(b'"kind":"money"'), 1)
        out, _ = self.measured("3조원(" * 10_000, "--format", "json")
        self.assertEqual(out.count(b'"kind":"money"'), 10_000)

    def test_more_than_memory_holds(self):
        path = self.write("a.txt", ("매출은 3조원이다. " * 100_000).encode())
        if "asan" in str(TIEOUT) or "tsan" in str(TIEOUT):
            self.skipTest("sanitizers need address space")

        def little():
            resource.setrlimit(resource.RLIMIT_AS, (120 << 20, 120 << 20))
        done = subprocess.run([TIEOUT, "check", path], capture_output=True, preexec_fn=little, timeout=60, check=False)
        self.refused(done, "memory")


class Files(Case):
    def test_links_in_circles(self):
        desk = self.folder / "desk"
        desk.mkdir()
        (desk / "up").symlink_to(desk)
        (desk / "self.md").symlink_to("self.md")
        self.write("desk/a.md", RIGHT)
        done = run("check", "--no-config", "--format", "json", str(desk))
        self.assertEqual((done.returncode, done.stderr, len(json.loads(done.stdout)["documents"])), (0, b"", 1))
        self.refused(run("check", "--no-config", str(desk / "self.md")), "self.md", "cannot be read")
        before = sorted(os.listdir(self.folder))
        self.refused(run("check", "--no-config", "--output", str(desk / "self.md"), str(desk / "a.md"), cwd=self.folder), "self.md", "cannot be written")
        self.assertEqual((sorted(os.listdir(self.folder)), sorted(os.listdir(desk))), (before, ["a.md", "self.md", "up"]))

    def test_full_disk(self):
        draft = self.write("a.md", RIGHT)
        with open("/dev/full", "wb") as full:
            for args in (("check", draft), ("check", "--format", "json", draft), ("claims", draft), ("rules", "list"), ("completions", "bash"),
                         ("convert", "3조원", "USD"), ("explain", "growth-rate"), ("--version",), ("--help",), ("check", "--help"), ("batch",)):
                stdin = json.dumps({"text": RIGHT}).encode()
                done = subprocess.run([TIEOUT, *args], input=stdin, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
                self.refused(subprocess.CompletedProcess(args, done.returncode, b"", done.stderr), "standard output", "No space left")
        self.refused(run("check", "--no-config", "--output", "/dev/full", draft), "/dev/full", "No space left")

    def test_a_file_that_does_not_fit(self):
        draft = self.write("a.md", WRONG * 500)
        report = pathlib.Path(self.write("report.json", "old"))

        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        for args in (("--format", "json", "--output", str(report)), ("--fix",)):
            done = subprocess.run([TIEOUT, "check", "--no-config", *args, draft], capture_output=True, preexec_fn=small, restore_signals=False,
                                  timeout=60, check=False)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(b"cannot be written: File too large", done.stderr)
        self.assertEqual((report.read_text(), pathlib.Path(draft).read_text()), ("old", WRONG * 500))
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.md", "report.json"])

    def test_where_nothing_may_be_written(self):
        draft = self.write("a.md", RIGHT)
        self.refused(run("check", "--no-config", "--output", "/proc/report.json", draft), "/proc/report.json", "cannot be written")
        self.refused(run("check", "--no-config", "--output", "/nowhere/report.json", draft), "/nowhere/report.json", "directory must exist")
        self.refused(run("check", "--no-config", "--output", str(self.folder), draft), str(self.folder), "cannot be written")
        self.refused(run("check", "--no-config", "--write-baseline", "/proc/baseline.json", draft), "/proc/baseline.json", "cannot be written")


class Interrupted(Case):
    def test_closed_pipe(self):
        drafts = [self.write(f"{i}.md", WRONG * 20) for i in range(30)]
        lines = (json.dumps({"text": WRONG}) + "\n").encode() * 3000
        for args in (("check", *drafts), ("claims", *drafts), ("batch",)):
            for ignored in (False, True):
                read, write = os.pipe()
                os.close(read)
                process = subprocess.Popen([TIEOUT, *args], stdin=subprocess.PIPE, stdout=write, stderr=subprocess.PIPE, restore_signals=not ignored,
                                           preexec_fn=(lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)) if ignored else None)
                os.close(write)
                _, stderr = process.communicate(lines if args == ("batch",) else b"", timeout=60)
                if ignored:
                    self.refused(subprocess.CompletedProcess(args, process.returncode, b"", stderr), "standard output", "Broken pipe")
                else:
                    self.assertEqual((process.returncode, stderr), (-signal.SIGPIPE, b""))

    def test_interrupt_leaves_all_or_nothing(self):
        draft = self.write("a.md", (WRONG * 10 + "\n") * 100)
        report = pathlib.Path(self.write("report.json", "old"))
        command = [TIEOUT, "check", "--no-config", "--format", "json", "--output", report, draft]
        started = time.monotonic()
        subprocess.run(command, check=False, timeout=60)
        whole, took = report.read_bytes(), time.monotonic() - started
        for part in (0.1, 0.5, 0.8, 0.9, 0.95, 1.0):
            report.write_text("old")
            process = subprocess.Popen(command)
            time.sleep(took * part)
            process.send_signal(signal.SIGINT)
            self.assertIn(process.wait(60), (1, -signal.SIGINT))
            self.assertIn(report.read_bytes(), (b"old", whole))
            self.assertEqual(sorted(os.listdir(self.folder)), ["a.md", "report.json"])

    def test_interrupted_batch_ends_with_a_whole_line(self):
        process = subprocess.Popen([TIEOUT, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write((json.dumps({"text": WRONG}) + "\n").encode())
        process.stdin.flush()
        json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        self.assertEqual((process.wait(60), process.stdout.read()), (-signal.SIGINT, b""))
        process.stdin.close()
        process.stdout.close()


if __name__ == "__main__":
    main()
