#!/usr/bin/env python3
"""Checks the drafts of fixtures/articles/ and compares what is found with what an editor expects: rule, figures, cause, suggestion."""
import json, pathlib, subprocess, sys

ORDER = ("forecast-order", {"10억달러", "14억달러"}, "", None)
EXPECTED = {
    "generative-ai-race.ko.md": [ORDER],
    "generative-ai-race.magnitude-slip.ko.md": [("currency-conversion", {"100억달러", "1조3000억원"}, "magnitude-slip", "13조원"), ORDER],
    "generative-ai-race.wrong-currency.ko.md": [("currency-conversion", {"50억달러", "약 6조6000억달러"}, "", None), ORDER],
    "generative-ai-race.stake-value.ko.md": [("stake-value", {"10%가량", "3억달러", "50억달러"}, "", "30억달러"), ORDER],
    "generative-ai-race.swapped-years.ko.md": [],
}


def main(binary, folder):
    failed = 0
    for name, expected in EXPECTED.items():
        done = subprocess.run([binary, "check", str(pathlib.Path(folder) / name), "--date", "2023-04-17", "--format", "json"], capture_output=True)
        document = json.loads(done.stdout)["documents"][0]
        texts = {c["id"]: c["text"] for c in document["claims"]}
        found = [f for f in document["findings"] if f["severity"] != "note"]
        for rule, figures, cause, suggestion in expected:
            hit = [f for f in found if f["rule"] == rule and figures <= {texts[c] for c in f["claims"]}]
            good = hit and (hit[0]["cause"] or "") == cause
            if good and suggestion:
                good = suggestion in [s["replacement"] for s in hit[0]["suggestions"]]
            if not good:
                failed += 1
                print(f"{name}: expected {rule} on {sorted(figures)}, cause {cause!r}, suggestion {suggestion!r}; found {hit or found}")
        if len(found) != len(expected):
            failed += 1
            print(f"{name}: {len(expected)} findings expected, {len(found)} found: {[f['rule'] for f in found]}")
        if name == "generative-ai-race.ko.md":
            held = sorted(c["rule"] for c in document["checks"] if c["outcome"] == "holds")
            if held != ["cumulative", "currency-conversion", "currency-conversion", "implied-rate"]:
                failed += 1
                print(f"{name}: verified {held}")
    print(f"{len(EXPECTED)} drafts, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
