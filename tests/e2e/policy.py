#!/usr/bin/env python3
"""Configuration, comments that silence, baselines and corrections, as their users meet them. Usage: policy.py TIEOUT"""
import json
import resource
import subprocess

import jsonschema
from harness import ROOT, Case, main, run

SCHEMA = jsonschema.Draft7Validator(json.loads((ROOT / "docs/schema/tieout-config.schema.json").read_text(encoding="utf-8")))
WRONG = "😀 회사는 현지 공장에 20억달러(약 2600억원)를 쓴다.\n"
RIGHT = "😀 회사는 현지 공장에 20억달러(약 2조6000억원)를 쓴다.\n"


class Policy(Case):
    def check(self, *args):
        return run("check", "--date", "2023-04-17", *args, cwd=self.folder)

    def found(self, *args):
        """(rule, severity, line) of every finding."""
        done = self.check("--format", "json", *args)
        self.assertLess(done.returncode, 2, done.stderr)
        return [(f["rule"], f["severity"], f["span"]["line"]) for d in json.loads(done.stdout)["documents"] for f in d["findings"]]

    def config(self, text):
        return self.write(".tieout.json", text if isinstance(text, str) else json.dumps(text, ensure_ascii=False))


class Configuration(Policy):
    def test_rules_off_and_severities(self):
        self.write("a.md", WRONG)
        self.assertEqual(self.found("a.md"), [("currency-conversion", "error", 1)])
        for choice, expected in [("off", []), ("on", ["error"]), ("note", ["note"]), ("warning", ["warning"])]:
            self.config({"rules": {"currency-conversion": choice}})
            self.assertEqual([severity for _, severity, _ in self.found("a.md")], expected, choice)
        self.config({"rules": {"currency-conversion": "off"}})
        self.assertEqual(len(self.found("--select", "currency-conversion", "a.md")), 1)
        self.assertEqual(len(self.found("--no-config", "a.md")), 1)

    def test_lesser_findings_stay_lesser(self):
        self.write("a.md", "직원 1200명 가운데 310명(25%)이 남았다.\n")
        gentle = self.found("a.md")
        self.assertEqual(gentle, [("share-of-total", "note", 1)])
        self.config({"rules": {"share-of-total": "warning"}})
        self.assertEqual(self.found("a.md"), gentle)

    def test_nearest_upwards(self):
        self.config({"rules": {"currency-conversion": "off"}})
        self.write("desk/a.md", WRONG)
        self.assertEqual(run("check", "a.md", cwd=self.folder / "desk").returncode, 0)
        self.write("desk/.tieout.json", "{}")
        self.assertEqual(run("check", "a.md", cwd=self.folder / "desk").returncode, 1)
        self.assertEqual(run("check", "--config", "../.tieout.json", "a.md", cwd=self.folder / "desk").returncode, 0)

    def test_ignore(self):
        for name in ("a.md", "old/b.md", "notes/notes-c.md"):
            self.write(name, WRONG)
        self.config({"ignore": ["old/", "*/notes-*"]})
        self.assertEqual(len(self.found(".")), 1)
        self.assertEqual(self.found("old/b.md", "notes/notes-c.md"), [])

    def test_what_options_say_otherwise(self):
        self.write("a.md", WRONG)
        self.config({"fail_on": "never", "message_language": "en", "date": "2023-04-17"})
        done = run("check", "a.md", cwd=self.folder)
        self.assertEqual(done.returncode, 0)
        self.assertIn("error [currency-conversion]", done.stdout.decode())
        self.assertEqual(run("check", "--fail-on", "error", "a.md", cwd=self.folder).returncode, 1)

    def test_date_rates_and_rule_directories(self):
        self.write("a.md", "20억달러(약 2000억원)를 쓴다.\n")
        self.write("rates.csv", "Date,USD,KRW,\n2020-01-02,1,100,\n2020-01-01,1,100,\n")
        self.config({"date": "2020-01-02", "rates": "rates.csv"})
        self.assertEqual(run("check", "a.md", cwd=self.folder).returncode, 0)
        self.write("desk/b.md", "20억달러(약 2000억원)를 쓴다.\n")
        self.assertEqual(run("check", "b.md", cwd=self.folder / "desk").returncode, 0)
        self.config({"rule_dirs": ["no-such-directory"]})
        self.refused(run("check", "a.md", cwd=self.folder), "no-such-directory")

    def test_subjects(self):
        self.write("a.md", "한빛식품이 창립 13주년을 맞았다. 2012년 설립된 한빛푸드는 기념식을 열었다.\n")
        found = lambda: [rule for rule, *_ in self.found("--date", "2024-05-02", "a.md")]
        self.assertEqual(run("check", "--date", "2024-05-02", "a.md", cwd=self.folder).returncode, 0)
        self.config({"subjects": {"한빛식품": ["한빛푸드"]}})
        done = run("check", "--date", "2024-05-02", "--format", "concise", "a.md", cwd=self.folder)
        self.assertIn("[elapsed-time]", done.stdout.decode())

    def test_currencies(self):
        self.write("a.md", "공장은 100억페소(약 2350억원)짜리다.\n")
        unit = lambda: json.loads(run("claims", "--format", "jsonl", "a.md", cwd=self.folder).stdout)["claims"][0]["unit"]
        self.assertEqual(unit(), "PHP")
        self.config({"currencies": {"PHP": "MXN"}})
        self.assertEqual(unit(), "MXN")
        self.assertEqual([rule for rule, *_ in self.found("a.md")], ["currency-conversion"])

    def test_currency_without_a_rate_is_not_verified(self):
        self.write("a.md", "둑을 쌓는 데 100억루피(약 5억달러)가 든다.\n")
        self.config({"currencies": {"INR": "PKR"}})
        report = json.loads(run("check", "--format", "json", "a.md", cwd=self.folder).stdout)
        self.assertEqual(report["documents"][0]["checks"], [])

    def test_errors_name_the_place(self):
        self.write("a.md", RIGHT)
        for text, *words in [('{\n  "rulez": {}\n}', ".tieout.json:2:3", 'did you mean "rules"'),
                             ('{\n  "rules": {"sum-totl": "off"}\n}', ".tieout.json:2:13", 'did you mean "sum-total"'),
                             ('{"rules": {"sum-total": "of"}}', ".tieout.json:1:25", 'did you mean "off"'),
                             ('{"rules": {"sum-total": 1}}', ".tieout.json:1:25", "string"),
                             ('{"date": "2023-02-30"}', ".tieout.json:1:10", "2023-02-30"),
                             ('{"fail_on": "errors"}', ".tieout.json:1:13", 'did you mean "error"'),
                             ('{"currencies": {"EUR": "KRW"}}', ".tieout.json:1:17", "EUR"),
                             ('{"currencies": {"INR": "WON"}}', ".tieout.json:1:24", "WON"),
                             ('{"subjects": {"가": ["나"], "다": ["나"]}}', ".tieout.json:1:33", "나"),
                             ('{"date": "2023-04-17",}', ".tieout.json:1:22", "comma"), ("[]", ".tieout.json:1:1", "object"),
                             (b'{"date": "\xff"}'.decode("latin-1"), ".tieout.json", "")]:
            self.config(text)
            self.refused(run("check", "a.md", cwd=self.folder), *words)
        self.refused(run("check", "--config", "missing.json", "a.md", cwd=self.folder), "missing.json")

    def test_schema_agrees(self):
        """What the schema lets through is read, what it does not is refused, as far as a schema can say."""
        self.write("a.md", "수치가 없다.\n")
        self.write("rates.csv", "Date,USD,KRW,\n2020-01-02,1,100,\n")
        good = [{}, {"$schema": "x"}, {"rules": {"sum-total": "off", "unused-silence": "off"}}, {"ignore": "a"}, {"ignore": ["a", "b/"]},
                {"rates": "rates.csv"}, {"date": "2020-01-02"}, {"encoding": "utf-8"}, {"fail_on": "never"}, {"message_language": "ko"},
                {"subjects": {"가": "나", "다": ["라", "마"]}}, {"currencies": {"INR": "USD"}}]
        bad = [{"x": 1}, {"rules": []}, {"rules": {"sum-total": True}}, {"rules": {"sum-total": "loud"}}, {"ignore": 1}, {"ignore": [1]},
               {"rates": ""}, {"date": "today"}, {"fail_on": "panic"}, {"message_language": "fr"}, {"subjects": {"가": 1}},
               {"currencies": {"INR": 1}}, {"currencies": {"won": "KRW"}}]
        jsonschema.Draft7Validator.check_schema(SCHEMA.schema)
        for config in good + bad:
            self.config(config)
            self.assertEqual(SCHEMA.is_valid(config), config in good, config)
            self.assertEqual(run("check", "a.md", cwd=self.folder).returncode, 0 if config in good else 2, config)

    def test_show_config(self):
        self.config('{\n  "date": "2023-04-17",\n  "rules": {\n    "sum-total": "off",\n    "implied-rate": "note"\n  }\n}')
        shown = json.loads(run("check", "--show-config", "--fail-on", "note", cwd=self.folder).stdout)
        self.assertEqual(shown["config"], ".tieout.json")
        self.assertEqual(shown["date"], {"value": "2023-04-17", "from": ".tieout.json:2"})
        self.assertEqual(shown["fail_on"], {"value": "note", "from": "--fail-on"})
        self.assertEqual(shown["encoding"], {"value": None, "from": "default"})
        rules = {rule["id"]: rule for rule in shown["rules"]}
        self.assertEqual(rules["sum-total"], {"id": "sum-total", "on": False, "severity": "error", "from": ".tieout.json:4"})
        self.assertEqual((rules["implied-rate"]["on"], rules["implied-rate"]["severity"]), (True, "note"))
        self.assertEqual(rules["direction"]["from"], "default")


class Silencing(Policy):
    LINE = "100억달러(1조3000억원)를 쓴다."

    def lines(self, text, name="a.md"):
        self.write(name, text)
        return [(rule, line) for rule, _, line in self.found(name)]

    def test_scopes(self):
        rule, line = "currency-conversion", self.LINE
        for comment, expected in [("<!-- tieout-disable-line currency-conversion -->", [3, 7]), ("<!-- tieout-disable-line -->", [3, 7]),
                                  ("<!-- tieout-disable-file currency-conversion, sum-total -- 계약 -->", []),
                                  ("<!--tieout-disable-file-->", [])]:
            text = f"가.\n\n{line}\n\n{line} {comment}\n\n{line}\n"
            found = [n for r, n in self.lines(text) if r == rule]
            self.assertEqual(found, expected, comment)
        text = f"{line}\n\n<!-- tieout-disable-next-line {rule} -- 20억달러(약 2600억원) -->\n{line}\n\n{line}\n"
        self.assertEqual(self.lines(text), [(rule, 1), (rule, 6)])
        text = f"{line}\n\n<!-- tieout-disable {rule} -->\n\n{line}\n\n{line}\n\n<!-- tieout-enable {rule} -->\n\n{line}\n"
        self.assertEqual(self.lines(text), [(rule, 1), (rule, 11)])

    def test_plain_text(self):
        text = f"{self.LINE}\n\n//tieout-disable-next-line currency-conversion -- 20억달러(약 2600억원)\n{self.LINE}\n"
        self.assertEqual(self.lines(text, "a.txt"), [("currency-conversion", 1)])
        self.assertEqual(self.lines(f"//tieout-disable-file\n{self.LINE}\n", "a.txt"), [])

    def test_comments_yield_no_figures(self):
        for name, comment in [("a.md", "<!-- tieout-disable-line sum-total -- 3조원, 2024년 -->"),
                              ("a.md", "글 <!-- tieout-disable-line sum-total -- 3조원, 2024년 --> 글"),
                              ("a.txt", "//tieout-disable-file sum-total -- 3조원, 2024년")]:
            self.write(name, f"매출은 2조원이다.\n{comment}\n영업이익은 1조원이다.\n")
            claims = json.loads(run("claims", "--format", "jsonl", name, cwd=self.folder).stdout)["claims"]
            self.assertEqual([(c["text"], c["span"]["line"]) for c in claims], [("2조원", 1), ("1조원", 3)], comment)

    def test_a_line_of_plain_text_parts_no_paragraph(self):
        wrapped = "이 회사는 오늘 기자회견을 열고 앞으로 다섯 해 동안 현지 공장 건설에 모두\n{}20억달러를 쓴다고 밝혔다. 이 돈은 약 2600억원이다. 회사는 그 밖의 계획을\n밝히지 않았다.\n"
        self.write("a.txt", wrapped.format(""))
        self.write("b.txt", wrapped.format("//tieout-disable-line sum-total\n"))
        texts = [[c["text"] for c in json.loads(run("claims", "--format", "jsonl", name, cwd=self.folder).stdout)["claims"]]
                 for name in ("a.txt", "b.txt")]
        self.assertEqual(*texts)
        counts = [len(json.loads(self.check("--format", "jsonl", name).stdout)["checks"]) for name in ("a.txt", "b.txt")]
        self.assertEqual(*counts)

    def test_unused(self):
        self.write("a.md", f"{RIGHT.strip()} <!-- tieout-disable-line currency-conversion -->\n\n<!-- tieout-disable-file sum-totl -->\n"
                           "\n<!-- tieout-disable-nextline -->\n\n<!-- tieout-disable-file direction, sum-total -->\n")
        self.assertEqual(self.found("a.md"), [("unused-silence", "note", n) for n in (5, 1, 3, 7, 7)])
        messages = [f["message"] for f in json.loads(self.check("--format", "jsonl", "a.md").stdout)["findings"]]
        self.assertIn("tieout-disable-next-line", messages[0])
        self.assertIn("sum-total", messages[2])
        # A rule that is not run may need its comment.
        self.assertNotIn(("unused-silence", "note", 1), self.found("--ignore", "currency-conversion", "a.md"))
        self.config({"rules": {"unused-silence": "off"}})
        self.assertEqual(self.found("a.md"), [])

    def test_places_of_unused_are_right_behind_hangul_and_emoji(self):
        text = "😀 한글 <!-- tieout-disable-line direction -->\n"
        self.write("a.md", text)
        finding = json.loads(self.check("--format", "jsonl", "a.md").stdout)["findings"][0]
        begin, end = finding["span"]["byte"]
        self.assertEqual(text.encode()[begin:end], b"direction")
        self.assertEqual(finding["span"]["column"], text.index("direction") + 1)

    def test_counts_are_shown(self):
        self.write("a.md", f"{self.LINE} <!-- tieout-disable-line -->\n")
        self.assertIn("숨김 1건", self.check("a.md").stdout.decode())
        self.assertIn("1 silenced", self.check("--message-language", "en", "a.md").stdout.decode())

    def test_encodings(self):
        wrong, silenced = f"{self.LINE}\n\n", f"//tieout-disable-next-line currency-conversion -- 계약\n{self.LINE}\n\n//tieout-disable-line direction\n"
        for encoding, mark in (("cp949", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b"")):
            draft = mark + (wrong + silenced).encode(encoding)
            self.write("a.txt", draft)
            self.assertEqual(self.found("a.txt"), [("currency-conversion", "error", 1), ("unused-silence", "note", 6)], encoding)
            begin, end = json.loads(self.check("--format", "jsonl", "a.txt").stdout)["findings"][1]["span"]["byte"]
            self.assertEqual(draft[begin:end].decode(encoding), "direction")

    def test_what_ends_which(self):
        comments = [("<!-- tieout-disable currency-conversion, direction -->", "<!-- tieout-enable direction -->", [2]),
                    ("<!-- tieout-disable -->", "<!-- tieout-enable currency-conversion -->", []),
                    ("<!-- tieout-disable currency-conversion -->", "<!-- tieout-enable sum-total -->", []),
                    ("<!-- tieout-disable currency-conversion -->", "<!-- tieout-enable -->", [2])]
        for begin, end, left in comments:
            text = f"{begin}\n\n{self.LINE}\n\n{end}\n\n{self.LINE}\n\n<!-- tieout-enable -->\n\n{self.LINE}\n"
            found = [n for r, n in self.lines(text) if r == "currency-conversion"]
            self.assertEqual(found, [7, 11] if left else [11], (begin, end))

    def test_many_comments(self):
        count = 100000
        for comments in ("<!-- tieout-disable -->\n" * count, "<!-- tieout-disable direction -->\n" * count,
                         "<!-- tieout-disable direction --><!-- tieout-enable direction -->\n" * (count // 2),
                         "<!-- tieout-disable currency-conversion -->\n" * count + f"{self.LINE}\n\n" * 50):
            self.write("a.html", comments)
            worked = lambda: resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            before = worked()
            done = self.check("--format", "json", "a.html")
            self.assertLess(worked() - before, 2)
            document = json.loads(done.stdout)["documents"][0]
            self.assertLessEqual(len(document["findings"]), 100)
            self.assertEqual(any("100" in remark for remark in document.get("remarks", [])), len(document["findings"]) == 100)
            if self.LINE in comments:
                self.assertEqual(document["findings"], [])

    def test_hostile_comments(self):
        for text in (b"<!-- tieout-", b"<!-- tieout-disable", b"//tieout-", b"tieout-disable-file " * 2000, b"<!-- tieout-disable -->" * 2000,
                     b"<!-- tieout-disable " + b"a, " * 20000 + b"-->", "\ufeff//tieout-disable-file\n2조원".encode()):
            for name in ("a.md", "a.txt"):
                self.write(name, text)
                self.assertLess(self.check("--format", "json", name).returncode, 2)


class Baselines(Policy):
    def test_known_findings_are_passed_over(self):
        self.write("desk/a.md", WRONG)
        done = self.check("--write-baseline", "known.json", "desk")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(self.check("--baseline", "known.json", "desk").returncode, 0)
        # Also from elsewhere, after edits elsewhere in the draft, and through the configuration.
        self.write("desk/a.md", "# 제목\n\n새 문장이다.\n\n" + WRONG)
        done = run("check", "--date", "2023-04-17", "--baseline", "../known.json", "a.md", cwd=self.folder / "desk")
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.config({"baseline": "known.json"})
        self.assertEqual(self.check("desk").returncode, 0)
        # The same once more, or in another draft, is new.
        self.write("desk/a.md", WRONG + "\n" + WRONG)
        self.assertEqual(self.check("desk").returncode, 1)
        self.write("desk/a.md", WRONG)
        self.write("desk/b.md", WRONG)
        self.assertEqual(self.check("desk/b.md").returncode, 1)
        # Written anew it has what the old one passed over too.
        self.check("--write-baseline", "new.json", "desk")
        self.assertEqual(len(json.loads((self.folder / "new.json").read_text())["findings"]), 2)

    def test_of_nothing(self):
        self.write("a.md", RIGHT)
        self.assertEqual(self.check("--write-baseline", "known.json", "a.md").returncode, 0)
        self.assertEqual(self.check("--baseline", "known.json", "a.md").returncode, 0)

    def test_broken(self):
        self.write("a.md", RIGHT)
        for text, *words in [("{}", "known.json:1:1"), ('{"format": "x", "findings": []}', "--write-baseline"), ("no", "known.json:1:1"),
                             ('{"format":"tieout-baseline/1","findings":[\n{"path":"a"}]}', "known.json:2:1", "rule"),
                             ('{"format":"tieout-baseline/1","findings":[],"x":1}', "x")]:
            self.write("known.json", text)
            self.refused(self.check("--baseline", "known.json", "a.md"), *words)
        self.refused(self.check("--baseline", "missing.json", "a.md"), "missing.json")
        self.refused(self.check("--write-baseline", "no/such/known.json", "--quiet", "a.md"), "known.json")


class Corrections(Policy):
    TEXT = "머리.\r\n\n" + "사이.\n\n" * 6 + WRONG + "\n또 100억달러(1조3000억원)를 쓰고 20억달러(약 2600억원)도 쓴다.\n" + "\n사이." * 9 + "\n\n50억달러(6600억원)"
    FIXED = TEXT.replace("2600억원", "2조6000억원").replace("1조3000억원", "13조원").replace("6600억원", "6조6000억원")

    def test_diff_applies(self):
        self.write("글/a.md", self.TEXT)
        done = self.check("--diff", "글")
        self.assertEqual(done.returncode, 1)
        self.assertEqual((self.folder / "글/a.md").read_bytes().decode(), self.TEXT)
        applied = subprocess.run(["git", "apply", "-"], input=done.stdout, cwd=self.folder, capture_output=True, check=False)
        self.assertEqual(applied.returncode, 0, applied.stderr.decode() + done.stdout.decode())
        self.assertEqual((self.folder / "글/a.md").read_bytes().decode(), self.FIXED)
        self.assertEqual(self.check("--diff", "글").stdout, b"")

    def test_fix(self):
        self.write("a.md", self.TEXT)
        done = self.check("--fix", "a.md")
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertEqual((self.folder / "a.md").read_bytes().decode(), self.FIXED)
        self.assertIn("corrected 4 figures in 1 draft", done.stderr.decode())
        self.assertEqual([path.name for path in self.folder.iterdir()], ["a.md"])

    def test_nothing_is_changed_unasked(self):
        self.write("a.md", self.TEXT)
        self.check("a.md")
        self.assertEqual((self.folder / "a.md").read_bytes().decode(), self.TEXT)

    def test_what_cannot_be_written_back(self):
        self.refused(run("check", "--fix", "-", "--quiet", stdin=RIGHT.encode()), "--diff")
        self.refused(self.check("--fix", "--diff", "a.md"), "--fix")
        legacy = WRONG.replace("😀 ", "").encode("cp949")
        self.write("a.txt", legacy)
        self.assertEqual(self.check("--fix", "a.txt").returncode, 1)
        self.assertEqual((self.folder / "a.txt").read_bytes(), legacy)
        self.write("b.md", "20**억**달러(약 ２６００억원)를 쓴다.\n")
        before = (self.folder / "b.md").read_bytes()
        self.check("--fix", "b.md")
        self.assertEqual((self.folder / "b.md").read_bytes(), before)


class WorkingDirectory(Policy):
    def test_without_a_path(self):
        self.write("b.md", WRONG)
        self.write("desk/a.txt", RIGHT)
        self.write("tool.py", WRONG)
        paths = [d["path"] for d in json.loads(self.check("--format", "json").stdout)["documents"]]
        self.assertEqual(paths, ["b.md", "desk/a.txt"])

    def test_nothing_there(self):
        self.refused(self.check(), "no draft")

    def test_help_fits_eighty_columns(self):
        for command in ([], ["lsp"], ["completions"], ["check"], ["batch"], ["claims"], ["explain"], ["rules"], ["convert"]):
            for line in run(*command, "--help").stdout.decode().splitlines():
                self.assertLessEqual(len(line), 80, line)


class Completions(Case):
    def offered(self, *words):
        """What bash itself would offer for the last word."""
        script = self.write("complete.bash", run("completions", "bash").stdout)
        ask = f"source {script}; COMP_WORDS=({' '.join(map(repr, words))}); COMP_CWORD={len(words) - 1}; _tieout; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", ask], capture_output=True, check=True, text=True)
        return done.stdout.split()

    def test_bash(self):
        self.assertEqual(self.offered("tieout", "ch"), ["check"])
        self.assertEqual(self.offered("tieout", "check", "--write"), ["--write-baseline"])
        self.assertEqual(self.offered("tieout", "check", "--format", "s"), ["sarif"])
        self.assertEqual(self.offered("tieout", "check", "--select", "weekday"), ["weekday-date"])
        self.assertEqual(self.offered("tieout", "batch", "--fi"), [])
        self.assertEqual(self.offered("tieout", "check", "draft"), [])  # bash goes on to files

    def test_every_option_of_check_is_offered(self):
        shown = run("check", "--help").stdout.decode()
        for option in self.offered("tieout", "check", "--"):
            self.assertIn(option, shown)

    def test_others(self):
        self.assertIn("bashcompinit", run("completions", "zsh").stdout.decode())
        self.assertIn("complete -c tieout -n '__fish_seen_subcommand_from check' -l fail-on -r", run("completions", "fish").stdout.decode())
        self.refused(run("completions", "tcsh"), "tcsh", "bash")


if __name__ == "__main__":
    main()
