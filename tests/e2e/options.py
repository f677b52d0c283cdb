#!/usr/bin/env python3
"""Every command and option that scripts and editors rely on: that it is there, is taken, and that its help reads at 80 columns.
What each one does is tested beside what it is about. Usage: options.py TIEOUT"""
import json
import os

from harness import Case, main, run

DRAFT = "회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n"
LINE = json.dumps({"id": "a", "text": DRAFT, "date": "2023-04-17", "lang": "ko", "format": "text"}, ensure_ascii=False)
RATES = "Date,USD,KRW,\n2023-04-17,1.0981,1441.85,\n"
FORMATS = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "html"]

# An option of `check` with its value, and the exit status: 1 where the draft's finding is told.
CHECK = [(["--date", "2023-04-17"], 1), (["--encoding", "UTF-8"], 1), (["--show-config"], 0), (["--statistics"], 1),
         (["--diff"], 1), (["--write-baseline", "base.json"], 0), (["--select", "currency-conversion"], 1),
         (["--ignore", "currency-conversion"], 0), (["--fail-on", "error"], 1), (["--fail-on", "warning"], 1),
         (["--fail-on", "note"], 1), (["--fail-on", "never"], 0), (["--config", "house.json"], 1), (["--rules", "rules"], 1),
         (["--rates", "rates.csv"], 1), (["--facts", "facts.json"], 1), (["--baseline", "known.json"], 1),
         (["--message-language", "ko"], 1), (["--message-language", "en"], 1), (["--color", "auto"], 1), (["--color", "always"], 1),
         (["--color", "never"], 1), (["--quiet"], 1), (["--show-verified"], 1), (["--output", "report.txt"], 1),
         (["--fix"], 0)]
RULE = {"id": "nothing", "severity": "note", "summary": {"ko": "가", "en": "a"},
        "bind": {"ko": ["{a:money} 보다 {b:money}"], "en": ["{a:money} than {b:money}"]}, "constraint": "a <= b",
        "message": {"ko": "가", "en": "a"},
        "examples": {"ko": [{"fails": "3원보다 2원"}, {"holds": "2원보다 3원"}], "en": [{"fails": "$3 than $2"}, {"holds": "$2 than $3"}]}}


class Options(Case):
    def setUp(self):
        super().setUp()
        self.write("draft.md", DRAFT)
        self.write("house.json", "{}")
        self.write("rates.csv", RATES)
        self.write("facts.json", '{"facts": []}')
        self.write("known.json", '{"format": "tieout-baseline/1", "findings": []}')
        self.write("rules/nothing.json", json.dumps(RULE))

    def tieout(self, *args, stdin=b""):
        return run(*args, stdin=stdin, cwd=self.folder)

    def test_check(self):
        text = self.tieout("check", "--help").stdout.decode()
        for options, status in CHECK:
            self.assertIn(f"  {options[0]} ", text)
            done = self.tieout("check", "--no-config" if "--config" not in options else "--quiet", "--date", "2023-04-17", *options,
                               "draft.md") if options[0] != "--date" else self.tieout("check", *options, "draft.md")
            self.assertEqual(done.returncode, status, (options, done.stderr.decode()))

    def test_formats(self):
        for name in FORMATS:
            done = self.tieout("check", "--date", "2023-04-17", "--format", name, "--format", f"{name}=out", "draft.md")
            self.assertEqual(done.returncode, 1, (name, done.stderr.decode()))
            self.assertEqual((self.folder / "out").read_bytes(), done.stdout, name)

    def test_standard_input(self):
        done = self.tieout("check", "--date", "2023-04-17", "--format", "concise", "--stdin-filename", "desk.md", "-",
                           stdin=DRAFT.encode())
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.decode().startswith("desk.md:1:"), done.stdout.decode())

    def test_batch(self):
        text = self.tieout("batch", "--help").stdout.decode()
        for options in (["--all-numbers"], ["--threads", "2"], ["--rules", "rules"], ["--rates", "rates.csv"], ["--facts", "facts.json"],
                        ["--select", "currency-conversion"], ["--config", "house.json"]):
            self.assertIn(f"  {options[0]} ", text)
            done = self.tieout("batch", *options, stdin=LINE.encode())
            self.assertEqual(done.returncode, 0, (options, done.stderr.decode()))
            self.assertEqual([f["rule"] for f in json.loads(done.stdout)["findings"]], ["currency-conversion"], options)

    def test_other_commands(self):
        for args in (["claims", "draft.md"], ["explain", "currency-conversion"], ["explain", "약 6조6000억원"], ["rules", "list"],
                     ["rules", "test"], ["convert", "6.6조원", "USD", "--date", "2023-04-17"]):
            done = self.tieout(*args)
            self.assertEqual(done.returncode, 0, (args, done.stderr.decode()))
            self.assertTrue(done.stdout, args)

    def test_slips_are_counted(self):
        lines = self.tieout("rules", "test", "--slips").stdout.decode().split("\n")
        table = {row.split()[0]: row.split()[1:] for row in lines[1:] if row and "rules," not in row}
        self.assertEqual(lines[0].split()[2:], ["digit", "scale", "currency", "year", "sign"])
        made_and_noticed = {rule: [tuple(map(int, cell.split("/"))) for cell in row if cell != "-"] for rule, row in table.items()}
        for rule, cells in made_and_noticed.items():
            self.assertTrue(all(noticed <= made for noticed, made in cells), rule)
        for column in range(5):
            rules = [row[column] for rule, row in table.items() if rule != "all" and row[column] != "-"]
            noticed, made = (sum(int(cell.split("/")[i]) for cell in rules) for i in (0, 1))
            self.assertEqual(table["all"][column], f"{noticed}/{made}")
        # A wrong digit or scale word in what a growth rate is of, or in a total, is noticed nearly always.
        for rule in ("growth-rate", "sum-total", "share-of-total"):
            noticed, made = made_and_noticed[rule][0]
            self.assertGreater(noticed, 0.75 * made, rule)

    def test_what_is_none_is_refused(self):
        for args in (["check", "--no-such-option", "draft.md"], ["check", "--format", "docx", "draft.md"], ["check", "--date", "soon", "draft.md"],
                     ["check", "--fail-on", "sometimes", "draft.md"], ["check", "--color", "blue", "draft.md"], ["nonsense"],
                     ["check", "--threads", "2", "draft.md"], ["explain", "no-such-thing"], ["convert", "매출", "USD"]):
            self.refused(self.tieout(*args))

    def test_help_fits_80_columns(self):
        for command in ([], ["check"], ["batch"], ["claims"], ["explain"], ["rules"], ["rules", "list"], ["rules", "test"], ["lsp"],
                        ["convert"], ["completions"]):
            done = run(*command, "--help", env={"COLUMNS": "80"})
            self.assertEqual(done.returncode, 0, command)
            lines = done.stdout.decode().split(os.linesep)
            self.assertLessEqual(max(map(len, lines)), 80, (command, max(lines, key=len)))


if __name__ == "__main__":
    main()
