#!/usr/bin/env python3
"""What only happens at a terminal or over time: colours, the line of progress, --watch. Usage: terminal.py TIEOUT"""
import json
import os
import pty
import select
import signal
import subprocess
import time

from harness import TIEOUT, Case, main, run

WRONG = "회사는 공장에 20억달러(약 2600억원)를 쓴다.\n"
RIGHT = "회사는 공장에 20억달러(약 2조6000억원)를 쓴다.\n"
ERASE = b"\r\x1b[K"


def at_terminal(*args, cwd, streams, env=None, stdin=subprocess.DEVNULL):
    """The exit status, and what came out of the terminal that the streams are at."""
    ours, theirs = pty.openpty()
    others = {name: subprocess.DEVNULL for name in ("stdout", "stderr") if name not in streams}
    process = subprocess.Popen([TIEOUT, *args], cwd=cwd, stdin=stdin, env={**os.environ, "TERM": "xterm", **(env or {})},
                               **{name: theirs for name in streams}, **others)
    os.close(theirs)
    out = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        out += piece
    os.close(ours)
    return process.wait(60), out.replace(b"\r\n", b"\n")


class Colour(Case):
    def test_only_at_a_terminal_and_not_unwanted(self):
        self.write("a.md", WRONG)
        for env, colour in (({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)):
            status, out = at_terminal("check", "--date", "2023-04-17", "a.md", cwd=self.folder, streams=["stdout"], env=env)
            self.assertEqual((status, b"\x1b[" in out), (1, colour), env)
        self.assertNotIn(b"\x1b[", run("check", "a.md", cwd=self.folder).stdout)


class ProgressLine(Case):
    """It appears once a run has taken a second. How many drafts take that long differs from machine to machine and from minute to
    minute, so every test doubles its input until the line was shown, and asks its questions of that run."""

    DRAFT = json.dumps({"text": WRONG * 40, "date": "2023-04-17"}) + "\n"
    JSON = ("check", "--format", "json=out.json", "--select", "direction", "many.jsonl")

    def shown(self, *args, streams=("stderr",), last="", piped=False):
        """What the terminal was sent by the first run that was long enough to show its progress."""
        path = self.folder / "many.jsonl"
        for power in range(8, 22):
            path.write_text(self.DRAFT * 2 ** power + last)
            with open(path, "rb") as lines:
                _, out = at_terminal(*args, cwd=self.folder, streams=streams, stdin=lines if piped else subprocess.DEVNULL)
            if ERASE in out:
                return out
        self.fail("no progress was shown, however long the run")

    def test_is_shown_and_taken_away(self):
        out = self.shown(*self.JSON)
        self.assertIn(b"% many.jsonl", out)
        self.assertTrue(out.endswith(ERASE), out[-100:])
        self.assertLess(len(out.split(ERASE)[1]), 80)
        self.assertNotIn(b"\x1b[", out.replace(ERASE, b""), "it has no colour")

    def test_is_for_terminals_alone(self):
        self.shown(*self.JSON)  # leaves a file that takes a second
        self.assertEqual(at_terminal(*self.JSON, cwd=self.folder, streams=["stderr"], env={"TERM": "dumb"})[1], b"")
        self.assertEqual(at_terminal(*self.JSON, "--quiet", cwd=self.folder, streams=["stderr"])[1], b"")
        self.assertEqual(run(*self.JSON, cwd=self.folder).stderr, b"")

    def test_does_not_mix_with_what_is_printed(self):
        args = ("check", "--format", "concise", "--select", "direction", "many.jsonl")
        out = self.shown(*args, streams=("stdout", "stderr"), last="broken\n")
        self.assertIn(ERASE + b"tieout: many.jsonl:", out)

    def test_batch(self):
        out = self.shown("batch", "--threads", "1", "--select", "direction", piped=True)
        self.assertIn(b"% line ", out)
        self.assertTrue(out.endswith(ERASE))

    def test_short_runs_have_none(self):
        self.write("a.jsonl", self.DRAFT)
        self.assertEqual(at_terminal("check", "a.jsonl", cwd=self.folder, streams=["stderr"])[1], b"")


class Watching(Case):
    def start(self, *args):
        self.process = subprocess.Popen([TIEOUT, "check", "--watch", "--format", "concise", "--date", "2023-04-17", *args], cwd=self.folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(lambda: (self.process.kill(), self.process.wait(), self.process.stdout.close(), self.process.stderr.close()))

    def next_check(self):
        """What one check printed: the complaints before it waits again, and the report."""
        complaints = b""
        while not complaints.endswith(b"Ctrl-C ends\n"):
            self.assertTrue(select.select([self.process.stderr], [], [], 60)[0], complaints)
            piece = os.read(self.process.stderr.fileno(), 65536)
            self.assertTrue(piece, complaints)
            complaints += piece
        report = os.read(self.process.stdout.fileno(), 65536) if select.select([self.process.stdout], [], [], 0)[0] else b""
        return complaints.decode().rsplit("tieout: watching", 1)[0], report.decode()

    def end(self, number=signal.SIGINT):
        self.process.send_signal(number)
        out, complaints = self.process.communicate(timeout=60)
        self.assertEqual((out, complaints), (b"", b""))
        return self.process.returncode

    def test_checks_again_what_changed(self):
        self.write("desk/a.md", WRONG)
        self.start("desk")
        self.assertIn("desk/a.md:1:15: error", self.next_check()[1])
        self.write("desk/a.md", RIGHT)
        self.assertEqual(self.next_check(), ("", ""))
        self.write("desk/new/b.md", WRONG)
        self.assertIn("desk/new/b.md:1:15: error", self.next_check()[1])
        (self.folder / "desk/new/b.md").unlink()
        self.assertEqual(self.next_check(), ("", ""))
        self.assertEqual(self.end(), 0)

    def test_configuration_counts_and_may_be_broken(self):
        self.write("a.md", WRONG)
        self.start("a.md")
        self.assertIn("error", self.next_check()[1])
        self.write(".tieout.json", "{")
        self.assertIn(".tieout.json:1", self.next_check()[0])
        self.write(".tieout.json", '{"rules": {"currency-conversion": "off"}}')
        self.assertEqual(self.next_check(), ("", ""))
        (self.folder / ".tieout.json").unlink()
        self.assertIn("error", self.next_check()[1])
        self.assertEqual(self.end(signal.SIGTERM), 1)

    def test_waits_for_a_draft_that_is_not_there(self):
        self.start("a.md")
        self.assertIn("a.md: cannot be read", self.next_check()[0])
        self.write("a.md", RIGHT)
        self.assertEqual(self.next_check(), ("", ""))
        self.assertEqual(self.end(), 0)

    def test_a_long_check_is_interrupted_and_leaves_no_half_report(self):
        self.write("many.jsonl", (json.dumps({"text": WRONG * 40}) + "\n") * 20000)
        self.start("--format", "json=out.json", "many.jsonl")
        time.sleep(0.5)
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        self.assertEqual(self.process.returncode, 2)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["many.jsonl"])

    def test_files_are_written_each_time(self):
        self.write("a.md", WRONG)
        self.start("--format", "json=out.json", "a.md")
        findings = lambda: json.loads((self.folder / "out.json").read_text())["summary"]["findings"]["error"]
        self.next_check()
        self.assertEqual(findings(), 1)
        self.write("a.md", RIGHT)
        self.next_check()
        self.assertEqual(findings(), 0)

    def test_what_it_does_not_go_with(self):
        for args in (["--fix"], ["--write-baseline", "known.json"], ["--show-config"]):
            self.refused(run("check", "--watch", *args, cwd=self.folder), "--watch")
        self.refused(run("check", "--watch", "-"), "standard input")
        self.refused(run("check", "--watch", "--fail-on", "x"), "--fail-on")


if __name__ == "__main__":
    main()
