#!/usr/bin/env python3
"""Facts of a newsroom, held against drafts. Usage: facts.py TIEOUT"""
import json

import jsonschema
from harness import ROOT, Case, main, run

SCHEMA = jsonschema.Draft7Validator(json.loads((ROOT / "docs/schema/tieout-facts.schema.json").read_text(encoding="utf-8")))
REVENUE = {"subject": ["한빛전자", "Hanbit Electronics"], "metric": "매출", "period": "2022", "value": "302조2314억원", "source": "사업보고서"}
FACTS = [REVENUE,
         {"subject": "한빛전자", "metric": "operating-profit", "period": "2022", "value": "43조4000억원"},
         {"subject": "한빛전자", "metric": "영업이익", "scope": "별도", "period": "2022", "value": "20조원"},
         {"subject": "한빛전자", "metric": "revenue", "period": "2022-Q4", "value": "70조원"},
         {"subject": "다온전자", "metric": "revenue", "period": "2022", "value": "44조원"}]

# A draft of 17 April 2023, and the figures in it that are flagged.
DRAFTS = [
    ("한빛전자는 지난해 매출 320조원을 올렸다고 17일 밝혔다.", ["320조원"]),
    ("한빛전자의 2022년 매출은 320조원이었다.", ["320조원"]),
    ("한빛전자의 2022년 매출은 302조원이었다.", []),
    ("한빛전자의 2022년 매출은 약 300조원이었다.", []),
    ("한빛전자의 2022년 매출은 300조원을 넘었다.", []),
    ("한빛전자의 2021년 매출은 280조원이었다.", []),  # another year
    ("한빛전자의 매출은 320조원이었다.", []),  # of no known year
    ("한빛전자의 2022년 매출은 2500억달러였다.", []),  # in another currency
    ("한빛전자의 작년 4분기 매출은 77조원이었다.", ["77조원"]),
    ("한빛전자의 작년 4분기 매출은 70조원이었다.", []),
    ("한빛전자의 2022년 별도 기준 영업이익은 25조원이었다.", ["25조원"]),
    ("한빛전자의 2022년 별도 기준 영업이익은 20조원이었다.", []),
    ("한빛전자의 2022년 국내 매출은 50조원이었다.", []),  # a part of it
    ("다온전자와 한빛전자의 2022년 매출은 320조원이었다.", []),  # of two
    ("한빛전자서비스의 2022년 매출은 1조원이었다.", []),  # somebody else
    ("새한빛전자의 2022년 매출은 1조원이었다.", []),
    ("한빛전자의 2022년 매출은 302조원이었다. 이 회사의 영업이익은 지난해 34조원이었다.", ["34조원"]),
    ("다온전자는 지난해 매출 55조원을 올렸다고 밝혔다.", ["55조원"]),
    ("한빛전자는 올해 매출 320조원을 올릴 전망이라고 밝혔다.", []),
    ("Hanbit Electronics reported revenue of 320 trillion won in 2022.", ["320 trillion won"]),
    ("HANBIT ELECTRONICS reported revenue of 302 trillion won in 2022.", []),
    ("Hanbit Electronics reported revenue of 220 trillion won in 2021.", []),
]


class Facts(Case):
    def facts(self, facts, name="facts.json"):
        text = facts if isinstance(facts, str) else json.dumps({"facts": facts}, ensure_ascii=False)
        return self.write(name, text)

    def flagged(self, text, *args):
        """The figures that reference-fact blames."""
        self.write("draft.md", text)
        done = run("check", "--date", "2023-04-17", "--format", "json", *args, "draft.md", cwd=self.folder)
        self.assertLess(done.returncode, 2, done.stderr.decode())
        document = json.loads(done.stdout)["documents"][0]
        claims = {claim["id"]: claim["text"] for claim in document["claims"]}
        return [claims[f["claims"][0]] for f in document["findings"] if f["rule"] == "reference-fact"]

    def test_drafts(self):
        facts = self.facts(FACTS)
        for text, expected in DRAFTS:
            self.assertEqual(self.flagged(text, "--facts", facts), expected, text)

    def test_none_without_facts(self):
        for text, _ in DRAFTS:
            self.assertEqual(self.flagged(text), [], text)

    def test_says_what_is_known_and_from_where(self):
        self.write("draft.md", DRAFTS[0][0])
        done = run("check", "--date", "2023-04-17", "--facts", self.facts(FACTS), "draft.md", cwd=self.folder)
        report = done.stdout.decode()
        self.assertEqual(done.returncode, 1)
        for part in ("자료(‘사업보고서’)에는 302조2314억원인데 320조원이라고 적혀 있습니다",
                     "자료 302조2314억원 (사업보고서); 적힌 값 320조원", "320조원 → 302조원"):
            self.assertIn(part, " ".join(report.split()))

    def test_configuration_and_batch(self):
        self.facts(FACTS)
        self.write(".tieout.json", '{"facts": "facts.json"}')
        self.assertEqual(self.flagged(DRAFTS[0][0]), ["320조원"])
        line = json.dumps({"id": "a", "text": DRAFTS[0][0], "date": "2023-04-17"}).encode()
        for args in ((), ("--no-config", "--facts", "facts.json")):
            done = run("batch", *args, stdin=line, cwd=self.folder)
            self.assertEqual([f["rule"] for f in json.loads(done.stdout)["findings"]], ["reference-fact"], args)
        self.assertEqual(json.loads(run("batch", "--no-config", stdin=line, cwd=self.folder).stdout)["findings"], [])
        shown = json.loads(run("check", "--show-config", cwd=self.folder).stdout)
        self.assertEqual(shown["facts"], {"value": "facts.json", "from": ".tieout.json:1"})

    def test_errors(self):
        self.write("draft.md", "한 줄.\n")
        fact = dict(REVENUE)
        for change, words in [
            ({"metric": "mechul"}, ["1:", "there is no metric \"mechul\""]),
            ({"metric": "revenu"}, ["did you mean \"revenue\"?"]),
            ({"period": "2022년"}, ["is no period", "2022-Q2"]),
            ({"period": "2022-13"}, ["is no period"]),
            ({"value": "많음"}, ["is not one figure", "302조원"]),
            ({"value": "3조원 4조원"}, ["is not one figure"]),
            ({"value": "2022년"}, ["is not one figure"]),
            ({"scope": "nowhere"}, ["there is no scope"]),
            ({"subject": ""}, ["a subject has a name"]),
            ({"subject": []}, ["subject"]),
            ({"sorce": "x"}, ["unknown key \"sorce\""]),
        ]:
            done = run("check", "--facts", self.facts([{**fact, **change}]), "draft.md", cwd=self.folder)
            self.refused(done, "facts.json:1:", *words)
        for missing in ("subject", "metric", "period", "value"):
            some = {key: value for key, value in fact.items() if key != missing}
            self.refused(run("check", "--facts", self.facts([some]), "draft.md", cwd=self.folder), "facts.json:1:", missing)
        twice = [fact, {**fact, "subject": "한빛전자", "value": "320조원"}]
        self.refused(run("check", "--facts", self.facts(twice), "draft.md", cwd=self.folder), "302조2314억원", "320조원")
        self.assertEqual(run("check", "--facts", self.facts([fact, fact]), "draft.md", cwd=self.folder).returncode, 0)
        self.refused(run("check", "--facts", self.facts("{"), "draft.md", cwd=self.folder), "facts.json:1:")
        self.refused(run("check", "--facts", self.facts("{}"), "draft.md", cwd=self.folder), "the key \"facts\" is missing")
        self.refused(run("check", "--facts", "none.json", "draft.md", cwd=self.folder), "none.json")

    def test_schema(self):
        SCHEMA.validate({"facts": FACTS})
        for wrong in ({**REVENUE, "period": "2022년"}, {**REVENUE, "sorce": "x"}, {**REVENUE, "subject": []}):
            with self.assertRaises(jsonschema.ValidationError):
                SCHEMA.validate({"facts": [wrong]})


if __name__ == "__main__":
    main()
