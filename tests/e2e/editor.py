#!/usr/bin/env python3
"""The language server behind an editor that no one here wrote: Neovim, headless, with its built-in client. Usage: editor.py TIEOUT"""
import json
import os
import subprocess

from harness import ROOT, TIEOUT, Case, main

TEXT = "# 원고\n\n😀 **가나전자**는 100억달러(1조3000억원)를 넣는다.\n"


class Neovim(Case):
    def test_diagnostics_hover_and_code_action(self):
        draft, out = self.write("원고 1.md", TEXT), self.folder / "out.json"
        env = {**os.environ, "TIEOUT_PROGRAM": str(TIEOUT), "TIEOUT_DRAFT": draft, "TIEOUT_OUT": str(out), "HOME": str(self.folder),
               "XDG_STATE_HOME": str(self.folder / "state"), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["nvim", "--headless", "--clean", "-c", f"luafile {ROOT}/tests/e2e/editor.lua"], env=env, capture_output=True,
                              timeout=120, check=False, cwd=self.folder)
        self.assertTrue(out.exists(), done.stderr.decode())
        seen = json.loads(out.read_text(encoding="utf-8"))
        self.assertNotIn("problem", seen, seen.get("problem"))
        self.assertEqual([(d["severity"], d["words"]) for d in seen["found"]], [(1, "1조3000억원")])
        self.assertIn("13조원", seen["found"][0]["message"])
        for words in ("1조3000억원", "KRW", "2023-04-17, 1 USD", "currency-conversion"):
            self.assertIn(words, seen["hover"])
        self.assertEqual(seen["actions"][0], "1조3000억원 → 13조원")
        self.assertEqual(len(seen["actions"]), 2)
        self.assertEqual(seen["text"] + "\n", TEXT.replace("1조3000억원", "13조원"))
        self.assertEqual(seen["again"], seen["found"])


if __name__ == "__main__":
    main()
